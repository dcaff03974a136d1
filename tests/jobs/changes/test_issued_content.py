"""What the readers of an edition were given is kept as it was, and what changed for them holds nothing that they may not see."""

import json
import shutil
from pathlib import Path

import pytest
from tests.verifying.planting import EDITION, HOUSE
from tests.view.editions import HIGH, LOW, make
from tests.writing.word.desk import EXAMPLES

from briefmaker.delivery.postings import Issued
from briefmaker.diagnostics import Code, Places, Severity
from briefmaker.jobs.changes.issued_content import IssuedContent, changes_for, find_content, read_issued, write_issued
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.view.changes import compare_briefs

PLACES = Places("briefs/grain.yaml")


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_comes_back_as_it_was(file: Path) -> None:
    """With the data of its figures; the same brief gives the same text."""
    path, desk = find_desk(file)
    reading = read_at_desk(path, desk)
    assert reading.brief is not None
    written = write_issued(reading.brief, reading.tables)
    issued = read_issued(written)
    assert issued is not None
    assert issued.brief == reading.brief
    assert issued.tables == reading.tables
    assert write_issued(issued.brief, issued.tables) == written
    changes = compare_briefs(issued.brief, reading.brief, old_tables=issued.tables, new_tables=reading.tables)
    assert changes == ()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        "3",
        "{}",
        '{"layout": 2, "brief": {}, "tables": {}}',
        '{"layout": 1, "brief": {}, "tables": {}}',
        '{"layout": 1, "brief": {"title": "x"}, "tables": []}',
        '{"layout": 1, "brief": {}, "tables": {"a": {"rows": []}}}',
    ],
)
def test_what_nobody_can_read_is_nothing(content: str) -> None:
    """Neither damage nor what a later briefmaker wrote is guessed at."""
    assert read_issued(content) is None


OPEN, SECRET = "quorum", "zanzibar"
BEFORE = f"""
marking: {HIGH}
portions: {{title: {LOW}, bottom_line: {LOW}}}
title: Talks
bottom_line: We say {OPEN} aloud.
agenda:
  - {{topic: Grain, marking: {LOW}, lines_to_take: [{{text: Old {SECRET}, marking: {HIGH}}}, We say {OPEN}.]}}
  - {{topic: Old {SECRET}, issue: Old {SECRET}.}}
implications: [{{statement: Old {SECRET}, likelihood: likely}}]
figures: {{a: {{caption: Old {SECRET}, rows: [{{land: Old {SECRET}, share: '1'}}]}}}}
sources: {{a: {{title: Old {SECRET}}}}}
glossary: {{EEZ: Old {SECRET}}}
"""


def test_what_an_edition_withholds_is_in_none_of_it() -> None:
    """Not in what is kept, not in a change, not in a sentence: though every withheld portion has changed."""
    old = make(BEFORE)
    new = make(
        BEFORE.replace(f"Old {SECRET}", f"New {SECRET}").replace("likely", "unlikely").replace("aloud", "softly")
    )
    assert old.brief is not None
    assert new.brief is not None
    kept = write_issued(old.brief, old.tables)
    issued = [Issued("PBN-1", 2, "readers", old.brief.date, kept)]
    now = IssuedContent(new.brief, new.tables, new.description.shows)
    since = changes_for("readers", 2, issued, now, PLACES)
    assert [each.field for each in since.changes] == ["bottom_line"]
    assert [line.words for line in since.lines] == [
        f"Bottom line: “We say {OPEN} aloud.” now reads “We say {OPEN} softly.”"
    ]
    told = f"{kept} {since}"
    assert OPEN in told
    assert SECRET not in told
    assert "likely" not in told


@pytest.mark.parametrize("issued", [[], [Issued("PBN-1", 2, "readers", make(BEFORE).brief.date, "{}")]])  # type: ignore[union-attr]  # there is one
def test_what_cannot_be_compared_is_told(issued: list[Issued]) -> None:
    """It was not kept, or cannot be read; the correction goes on without a list of changes."""
    brief = make(BEFORE).brief
    assert brief is not None
    since = changes_for("readers", 2, issued, IssuedContent(brief), PLACES)
    assert (since.changes, since.lines) == ((), ())
    (found,) = since.diagnostics
    assert (found.code, found.severity) == (Code.CORRECTION_INCOMPARABLE, Severity.WARNING)
    assert found.message.startswith("what version 2 of the edition `readers` said was")


def test_the_version_and_edition_that_are_asked_for_are_compared() -> None:
    """Not another edition of the same version, which may say more."""
    brief = make(BEFORE).brief
    assert brief is not None
    kept = [Issued("PBN-1", version, edition, brief.date, "{}") for version, edition in ((1, "readers"), (2, ""))]
    kept.append(Issued("PBN-1", 2, "readers", brief.date, write_issued(brief, {})))
    assert changes_for("readers", 2, kept, IssuedContent(brief), PLACES).diagnostics == ()


def test_the_content_of_an_edition_is_found_as_it_is_built(tmp_path: Path) -> None:
    """Of the whole brief all that its template shows; of an edition only what its readers see."""
    folder = Path(shutil.copytree(HOUSE.parent.parent, tmp_path / "tides"))
    path, desk = find_desk(folder / "briefs" / "tides.yaml")
    reading = read_at_desk(path, desk)
    whole, edition = find_content(reading, desk), find_content(reading, desk, EDITION)
    assert whole is not None
    assert edition is not None
    assert whole.brief is reading.brief
    assert edition.brief != whole.brief
    assert len(json.dumps(edition.brief.model_dump(mode="json"))) < len(json.dumps(whole.brief.model_dump(mode="json")))
    assert whole.shows
    assert edition.shows
