"""Headings, labels and columns are known in every language, and no word stands for two things."""

import pytest

from briefmaker.model import Brief
from briefmaker.model.fields import has_field
from briefmaker.review.importing.field_words import (
    Sureness,
    find_column,
    find_confidence,
    find_heading,
    find_kind,
    find_side,
    find_state,
    fold,
    list_languages,
    load_words,
    strip_item_word,
)
from briefmaker.view.labels import languages_with_labels, load_labels


@pytest.mark.parametrize(("heading", "concept", "sure"), [
    ("Background", "background", Sureness.CERTAIN),
    ("1. BACKGROUND:", "background", Sureness.CERTAIN),
    ("(U) Background", "background", Sureness.CERTAIN),
    ("Key messages for the meeting", "key_points", Sureness.LIKELY),
    ("Purpose: agree on the bridge", "purpose", Sureness.LIKELY),
    ("Reference / Our ref", "reference", Sureness.LIKELY),
    ("Backgruond", "background", Sureness.GUESS),
    ("Éléments de langage", "lines_to_take", Sureness.CERTAIN),
    ("Gesprächspunkte", "lines_to_take", Sureness.CERTAIN),
    ("Composition of delegation", "participants", Sureness.CERTAIN),
    ("Defensives", "if_raised", Sureness.CERTAIN),
])  # fmt: skip
def test_a_heading_is_known_as_surely_as_it_says(heading: str, concept: str, sure: Sureness) -> None:
    """By its words, by a part of them, or by almost the same."""
    known = find_heading(heading)
    assert known is not None
    assert (known.concept, known.sure) == (concept, sure)


@pytest.mark.parametrize("heading", ["Issue of visas", "The herring quota", "Agenda item 2: Trade", "A.", "2027", ""])
def test_a_heading_of_its_own_is_not_known(heading: str) -> None:
    """Nor one that begins with a word which begins many."""
    assert find_heading(heading) is None


@pytest.mark.parametrize("language", languages_with_labels())
def test_what_briefmaker_prints_is_known_again(language: str) -> None:
    """In every language that has labels: a document of its own could be read."""
    labels = load_labels(language) or {}
    for name in ("objectives", "agenda", "participants", "lines_to_take", "background", "bottom_line", "next_steps"):
        known = find_heading(str(labels[name]))
        assert known is not None, labels[name]
        assert known.concept == name, (labels[name], known)


@pytest.mark.parametrize("language", list_languages())
def test_no_word_of_a_language_stands_for_two_things(language: str) -> None:
    """Otherwise the order of the file would decide."""
    words = load_words(language)
    labels = [fold(label) for those in words["headings"].values() for label in those]
    assert len(labels) > 50
    assert sorted({label for label in labels if labels.count(label) > 1}) == []
    assert set(words["headings"]) <= set(load_words("en")["headings"])


def test_columns_kinds_sides_and_items_are_known() -> None:
    """What a column may mean depends on the table."""
    assert find_column("Title/position") == ("title",)
    assert set(find_column("Name")) == {"name", "by"}
    assert (find_kind("Action memorandum"), find_side("Our side"), find_side("theirs")) == (
        "submission",
        "ours",
        "theirs",
    )
    assert [strip_item_word(each) for each in ("Item 2: Trade", "3) Trade", "Point A – Trade", "Trade")] == [
        "Trade"
    ] * 4


def test_choices_are_known_as_they_are_printed() -> None:
    """Sides, states of clearances and confidence, in any language; and as a brief writes them."""
    assert [find_side(each) for each in ("Notre partie", "theirs", "nobody")] == ["ours", "theirs", None]
    assert [find_state(each) for each in ("Accordé avec modifications", "cleared", "later")] == [
        "cleared-with-edits",
        "cleared",
        None,
    ]
    assert [find_confidence(each) for each in ("élevée", "low", "some")] == ["high", "low", None]


def test_every_concept_has_its_field_or_is_placed_by_its_own_rule() -> None:
    """A heading that is known and placed nowhere would be a trap."""
    from briefmaker.review.importing.placing import _HANDLERS
    from briefmaker.review.importing.sections import INNER

    concepts = set(load_words("en")["headings"])
    unplaced = concepts - set(_HANDLERS) - INNER
    assert unplaced == {"marking"}
    assert has_field(Brief, "marking")
