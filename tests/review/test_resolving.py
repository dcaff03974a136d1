"""Where the fields of a document stand in the brief by now."""

from collections.abc import Mapping

import pytest

from briefmaker.review.resolving import resolve_anchors
from briefmaker.writing.word.anchors import Anchor

AGENDA = (("agenda[0]", "talks"),)


@pytest.mark.parametrize(
    ("anchor", "ids", "digests", "wanted"),
    [
        (Anchor("title", (), "aa"), {}, {"title": "bb"}, "title"),
        (Anchor("agenda[0].topic", AGENDA, "aa"), {"agenda[2]": "talks"}, {"agenda[2].topic": "bb"}, "agenda[2].topic"),
        (Anchor("agenda[0].topic", AGENDA, "aa"), {"agenda[0]": "other"}, {"agenda[0].topic": "aa"}, None),
        (Anchor("objectives[0]", (), "aa"), {}, {"objectives[0]": "xx", "objectives[1]": "aa"}, "objectives[1]"),
        (Anchor("objectives[0]", (), "aa"), {}, {"objectives[0]": "aa", "objectives[1]": "aa"}, "objectives[0]"),
        (Anchor("objectives[0]", (), "aa"), {}, {"objectives[0]": "xx"}, "objectives[0]"),
        (Anchor("objectives[3]", (), "aa"), {}, {"objectives[0]": "xx"}, None),
        (Anchor("objectives[0]", (), "aa"), {}, {"title": "xx"}, None),
    ],
)
def test_an_anchor_is_found_again(
    anchor: Anchor, ids: Mapping[str, str], digests: Mapping[str, str], wanted: str | None
) -> None:
    """By the id of its entry, which no other has; by what it says; by its number; or not at all."""
    assert resolve_anchors({1: anchor}, ids, digests, is_same=False).get(1) == wanted


def test_nothing_is_looked_for_where_nothing_changed() -> None:
    """Then every path is as it was."""
    assert resolve_anchors({1: Anchor("objectives[9]")}, {}, {}, is_same=True) == {1: "objectives[9]"}


def test_an_entry_is_found_by_most_of_its_fields() -> None:
    """One field that was edited since does not lead astray."""
    anchors = {
        1: Anchor("agenda[0].topic", (), "t"),
        2: Anchor("agenda[0].issue", (), "i"),
        3: Anchor("agenda[0].background", (), "b"),
    }
    digests = {"agenda[0].topic": "n", "agenda[1].topic": "t", "agenda[1].issue": "i", "agenda[1].background": "x"}
    found = resolve_anchors(anchors, {}, digests, is_same=False)
    assert found == {1: "agenda[1].topic", 2: "agenda[1].issue", 3: "agenda[1].background"}
