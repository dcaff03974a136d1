"""Words that a reviewer struck through, underlined, coloured or highlighted by hand are told, once a paragraph."""

from pathlib import Path

import pytest
from lxml import etree
from tests.review.returned import Desk, open_desk_with
from tests.review.word_edits import WordEdit

from briefmaker.writing.word.wordml import W


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Give a brief and its document."""
    return open_desk_with(tmp_path)


def _give_look(edit: WordEdit, path: str, words: str, name: str, value: str = "", author: str = "") -> None:
    """Make words bold and then, instead, look in another way."""
    edit.embolden(path, words, author)
    run = next(each for each in edit.runs(path) if "".join(each.itertext()) == words)
    bold = run.find(f"{W}rPr/{W}b")
    bold.addnext(etree.Element(f"{W}{name}", {f"{W}val": value} if value else {}))
    bold.getparent().remove(bold)


@pytest.mark.parametrize("author", ["", "Ann"])
@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("strike", "", "struck through"),
        ("dstrike", "", "struck through"),
        ("u", "single", "underlined"),
        ("highlight", "yellow", "highlighted"),
        ("color", "FF0000", "coloured: ff0000"),
        ("sz", "40", "of the size: 40"),
        ("vertAlign", "superscript", "raised"),
    ],
)
def test_a_look_that_no_brief_has_is_told(desk: Desk, name: str, value: str, told: str, author: str) -> None:
    """With the words, the field and the author; the text itself stays as it is."""
    edit = desk.edit()
    _give_look(edit, "objectives[0]", "date", name, value, author)
    outcome = desk.pull(edit)
    assert [(left.text, left.near) for left in outcome.leftovers] == [("date", "objectives[0]")]
    assert told in outcome.leftovers[0].why
    assert [hand.author for hand in outcome.leftovers[0].hands] == ([author] if author else [])
    assert outcome.after == outcome.before


def test_what_is_struck_in_a_new_paragraph_or_a_label_is_told_too(desk: Desk) -> None:
    """Wherever it stands: nothing that is struck through is taken for normal text without a word."""
    edit = desk.edit()
    edit.add_paragraph("objectives[0]", "A new aim.", "Ann")
    added = edit.paragraph("objectives[0]").getnext()
    label = next(each for each in edit.body.iter(f"{W}r") if "".join(each.itertext()).strip() == "Lines to take")
    for run in (next(added.iter(f"{W}r")), label):
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            run.insert(0, properties)
        properties.append(etree.Element(f"{W}strike"))
    struck = [left.text for left in desk.pull(edit).leftovers if "struck" in left.why]
    assert struck == ["A new aim.", "Lines to take"]


def test_what_was_sent_that_way_is_not_told(desk: Desk) -> None:
    """Links are underlined and coloured by their style, and labels by the template."""
    assert desk.pull(desk.edit()).leftovers == ()
