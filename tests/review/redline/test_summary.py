"""Tests of the list of changes: grouped by field, judgements first, safe as Markdown, whole as JSON."""

import json

from briefmaker.review.redline.summary import Compared, Told, group_changes, write_json, write_markdown
from briefmaker.view.change_shape import Change, ChangeKind
from briefmaker.view.labels import load_labels

LABELS = load_labels("en") or {}
COMPARED = Compared("A *title*", "OPEN", "version 1", "version 2")


def tell(kind: ChangeKind, field: str, sentence: str) -> Told:
    """Give a change with its sentence."""
    return Told(Change(kind, field, "old", "new", "before", "after", row="r", column="c"), sentence)


TOLD = (
    tell(ChangeKind.CHANGED, "bottom_line", "one"),
    tell(ChangeKind.POSITION, "agenda.our_position", "two"),
    tell(ChangeKind.LIKELIHOOD, "implications.likelihood", "three"),
    tell(ChangeKind.CHANGED, "meeting.logistics", "four"),
)


def test_judgements_come_first_then_the_order_of_the_brief() -> None:
    """Each group is called as its field is on a page; a field without a name of its own as what stands in it."""
    groups = [(heading, [each.sentence for each in group]) for heading, group in group_changes(TOLD, LABELS)]
    wanted = [("Implications", "three"), ("Bottom line", "one"), ("Agenda", "two"), ("Logistics", "four")]
    assert groups == [(heading, [sentence]) for heading, sentence in wanted]


def test_markdown_is_marked_at_both_ends_and_takes_no_sign_for_its_own() -> None:
    """Stars, brackets and line ends of a brief are words."""
    written = write_markdown(COMPARED, (tell(ChangeKind.CHANGED, "title", "a *b* [c](d)\n# e"),), LABELS)
    assert written.startswith("**OPEN**\n\n# Changes: A \\*title\\*\n")
    assert written.endswith("\n\n**OPEN**\n")
    assert "- a \\*b\\* \\[c\\](d) \\# e\n" in written


def test_json_has_every_part_of_a_change() -> None:
    """Kinds, fields, paths and words, in the order in which they were found."""
    data = json.loads(write_json(COMPARED, TOLD))
    assert data["layout"] == 1
    assert [each["sentence"] for each in data["changes"]] == ["one", "two", "three", "four"]
    assert data["changes"][2] == {
        "kind": "likelihood moved",
        "field": "implications.likelihood",
        "old_path": "old",
        "new_path": "new",
        "before": "before",
        "after": "after",
        "entry": "",
        "row": "r",
        "column": "c",
        "sentence": "three",
    }
