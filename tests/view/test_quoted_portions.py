"""A sentence that quotes two versions carries the highest of both, and may be said only where the new version carries as much."""

import pytest
from tests.briefs import read_text
from tests.view.editions import HIGH, LOW

from briefmaker.model import Brief
from briefmaker.model.settings import Settings
from briefmaker.view.change_shape import Change, ChangeKind
from briefmaker.view.changes import compare_briefs
from briefmaker.view.marking import choose_scheme
from briefmaker.view.quoted_portions import QuotedPortions


def read(lines: str) -> Brief:
    """Read lines of YAML as a brief."""
    brief = read_text(lines).brief
    assert brief is not None
    return brief


def quote(old: str, new: str) -> tuple[QuotedPortions, tuple[Change, ...]]:
    """Give the portions of two versions, and what has changed between them."""
    was, now = read(old), read(new)
    changes = compare_briefs(was, now)
    return QuotedPortions(was, now, choose_scheme(now, Settings())), changes


AGENDA = "marking: {}\nagenda: [{{topic: Grain, {}our_position: {}}}]\n"


@pytest.mark.parametrize(
    ("old", "new", "may"),
    [
        ("bottom_line: A.", "bottom_line: B.", True),
        (f"marking: {LOW}\nbottom_line: A.", f"marking: {HIGH}\nbottom_line: B.", True),
        (f"marking: {HIGH}\nbottom_line: A.", f"marking: {LOW}\nbottom_line: B.", False),
        (f"marking: {HIGH}\nbottom_line: A.", "bottom_line: B.", False),
        (AGENDA.format(HIGH, f"marking: {LOW}, ", "A"), AGENDA.format(LOW, "", "B"), True),
        (
            AGENDA.format(HIGH, f"marking: {LOW}, portions: {{topic: {HIGH}}}, ", "A"),
            AGENDA.format(LOW, "", "B"),
            False,
        ),
        (AGENDA.format(HIGH, f"marking: {LOW}, ", "A"), f"marking: {LOW}\nissue: X\n", True),
        (
            AGENDA.format(HIGH, f"marking: {LOW}, portions: {{our_position: {HIGH}}}, ", "A"),
            f"marking: {LOW}\nissue: X\n",
            False,
        ),
    ],
)
def test_only_what_the_new_version_may_hold_is_quoted(old: str, new: str, *, may: bool) -> None:
    """Of a place, of the name of the entry that it stands in, and of all that a dropped entry held."""
    portions, changes = quote(f"portions: {{title: {LOW}}}\n{old}" if "marking" in old else old, new)
    told = [each for each in changes if each.kind is not ChangeKind.MARKING and each.field != "issue"]
    assert told
    assert {portions.may_be_quoted(each) for each in told} == {may}


def test_a_mark_is_borne_where_one_was_stated_then_or_now() -> None:
    """By the place, or by what it stands in; a brief without portions has none."""
    portions, (change, *_) = quote(AGENDA.format(HIGH, f"marking: {LOW}, ", "A"), AGENDA.format(HIGH, "", "B"))
    assert portions.mark(change) == "(NS)"
    portions, (change, *_) = quote(AGENDA.format(HIGH, "", "A"), AGENDA.format(HIGH, "", "B"))
    assert portions.mark(change) == ""


def test_a_move_of_a_short_entry_bears_the_mark_of_the_judgement_that_it_names() -> None:
    """The sentence names it by the judgement, which may be marked above the title and the likelihood."""
    item = f"title: Grain, marking: {LOW}, portions: {{judgement: {HIGH}}}, judgement: It rises"
    old, new = (f"marking: {HIGH}\nitems: [{{{item}, likelihood: {term}}}]" for term in ("likely", "unlikely"))
    portions, (change,) = quote(old, new)
    assert change.entry == "It rises"
    assert portions.mark(change) == "(NS)"
