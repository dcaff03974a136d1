"""What a document carries that is to be mailed: a whole brief, an edition of it, a pack."""

from pathlib import Path

import pytest

from briefmaker.diagnostics import Code
from briefmaker.jobs.building.render import render
from briefmaker.jobs.desk import Desk, open_desk
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.mailing.enclosed_marking import EnclosedMarking, mark_enclosed_brief, mark_enclosed_pack
from briefmaker.jobs.packs.binding import bind_pack
from briefmaker.jobs.read import read
from briefmaker.jobs.request import Request
from briefmaker.view.carried import Carried
from briefmaker.view.marking import NO_SCHEME
from briefmaker.workspace.workspace import find_workspace

SETTINGS = """\
editions:
  readers: {shows: [title, agenda], ceiling: NATO RESTRICTED}
  chair: {shows: [title, agenda], ceiling: NATO SECRET}
  nobody: {shows: [issue], ceiling: NATO UNCLASSIFIED}
"""
BRIEF = """\
format: 1
template: meeting
title: Talks
date: 2025-10-21
marking: NATO SECRET
handling: [ATOMAL]
portions: {title: NATO UNCLASSIFIED}
agenda:
  - {topic: Grain, marking: NATO RESTRICTED, handling: []}
  - {topic: Ships}
"""


@pytest.fixture
def desk(workspace: Path) -> Desk:
    """Give a workspace with editions and a brief that is marked by parts."""
    (workspace / "briefmaker.yaml").write_text(SETTINGS, "utf-8")
    (workspace / "briefs" / "talks.yaml").write_text(BRIEF, "utf-8")
    return open_desk(find_workspace(workspace))


def mark(desk: Desk, edition: str | None) -> EnclosedMarking:
    """Give what the brief, or an edition of it, carries."""
    found, told = mark_enclosed_brief(read("briefs/talks.yaml"), desk, edition)
    assert found is not None, told
    return found


@pytest.mark.parametrize(
    ("edition", "written"),
    [(None, "NATO SECRET ATOMAL"), ("chair", "NATO SECRET ATOMAL"), ("readers", "NATO RESTRICTED")],
)
def test_a_document_carries_what_stands_on_its_pages(desk: Desk, edition: str | None, written: str) -> None:
    """An edition less than the whole, and just what it is made with."""
    found = mark(desk, edition)
    assert found.written == written
    assert found.is_marked
    assert found.scheme.name == "NATO"
    page = render("briefs/talks.yaml", "html", edition=edition, check=False).decode()
    assert f">{written}<" in page.replace("\u00a0", " ")


def test_what_bears_nothing_is_not_marked(desk: Desk) -> None:
    """A caveat alone is a marking, too."""
    assert not EnclosedMarking(Carried(None), NO_SCHEME).is_marked
    assert EnclosedMarking(Carried(None, ("EYES ONLY",)), NO_SCHEME).is_marked


def test_an_edition_that_would_be_empty_is_told(desk: Desk) -> None:
    """Nothing can be mailed of it."""
    found, told = mark_enclosed_brief(read("briefs/talks.yaml"), desk, "nobody")
    assert (found, [each.code for each in told]) == (None, [Code.EDITION_EMPTY])


def test_a_pack_carries_the_highest_of_what_is_in_it(desk: Desk, workspace: Path) -> None:
    """With all its caveats."""
    (workspace / "packs").mkdir()
    pack = workspace / "packs" / "visit.yaml"
    pack.write_text("format: 1\ntitle: Visit\ndate: 2025-10-21\ntabs: [grain, talks]\n", "utf-8")
    bound, found = bind_pack(pack, desk, Request((DocumentFormat.PDF,), desk.settings.paper, is_checked=False))
    assert bound is not None, found
    marking = mark_enclosed_pack(bound)
    assert (marking.written, marking.scheme.name) == ("NATO SECRET ATOMAL", "NATO")
    assert bound.view.marking is not None
