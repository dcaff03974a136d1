"""Each short entry says what has become of its judgement since last time."""

import pytest
from tests.briefs import read_text

from briefmaker.model import Brief
from briefmaker.model.house_style import DateStyle
from briefmaker.view.change_shape import Change
from briefmaker.view.changes import compare_briefs
from briefmaker.view.item_changes import ItemChange, write_item_changes

OLD = "{id: a, title: Rye, judgement: It rises, likelihood: likely, confidence: low, text: Much., theme: Food}"


def read(item: str) -> Brief:
    """Read a brief of one entry."""
    brief = read_text(f"items: [{item}]").brief
    assert brief is not None
    return brief


def label(key: str, **values: object) -> str:
    """Give a label by its name and what is filled in."""
    return " ".join([key, *map(str, values.values())])


def write(old: str, new: str, *, is_withheld: bool = False) -> ItemChange | None:
    """Give what has become of the one entry."""
    changes: tuple[Change, ...] = compare_briefs(read(old), read(new))
    told, withheld = ((), changes) if is_withheld else (changes, ())
    return write_item_changes(told, withheld, read(new), label, DateStyle.LANGUAGE).get(0)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("likelihood: likely", "likelihood: unlikely", "item_likelihood likely unlikely"),
        ("confidence: low", "confidence: high", "item_confidence low high"),
        ("judgement: It rises", "judgement: It fell", "item_judgement"),
        ("likelihood: likely, ", "", "item_judgement"),
        ("judgement: It rises, ", "", "item_judgement"),
        ("likely, confidence: low", "unlikely, confidence: high",
         "item_likelihood likely unlikely · item_confidence low high"),
    ],
)  # fmt: skip
def test_each_way_of_a_judgement_is_named(old: str, new: str, words: str) -> None:
    """Moves with both values; other words, and what was added or dropped, as reworded."""
    change = write(OLD, OLD.replace(old, new))
    assert change is not None
    assert (change.words, change.has_changed) == (words, True)
    assert change.quoted


def test_another_entry_is_new() -> None:
    """It stands where another one stood."""
    assert write(OLD, "{id: b, title: Coal, text: Pits close., judgement: Nobody digs}") == ItemChange("item_new")


def test_a_judgement_that_stands_is_told_quietly() -> None:
    """Whatever else of the entry has changed; one that judges nothing says nothing."""
    stands = ItemChange("item_unchanged", has_changed=False)
    assert write(OLD, OLD) == stands
    assert write(OLD, OLD.replace("text: Much.", "text: More.")) == stands
    assert write("{title: Rye, text: A.}", "{title: Rye, text: B.}") is None


def test_nothing_is_said_of_an_entry_with_a_change_that_is_withheld() -> None:
    """That it stands would be wrong."""
    assert write(OLD, OLD.replace("likely", "unlikely"), is_withheld=True) is None
