"""One document in several readings: revisions of words, paragraphs, looks, rows and moves, by author."""

import pytest
from tests.review.returned import Desk
from tests.review.word_edits import WordEdit

from briefmaker.review.package import open_returned
from briefmaker.review.read_paragraphs import read_paragraphs
from briefmaker.review.versions import Accepts, accept_all, accept_authors, read_version, reject_all


def texts(content: bytes, accepts: Accepts) -> list[str]:
    """Give the paragraphs of one reading that say something."""
    text = read_paragraphs(open_returned("a.docx", content))
    return [paragraph.text.strip() for paragraph in read_version(text, accepts) if paragraph.text.strip()]


@pytest.fixture
def edited(desk: Desk) -> WordEdit:
    """Give a document that two authors edited in every way."""
    opened = desk.edit()
    opened.replace("objectives[0]", "A date", "Two dates", "Ann")
    opened.add_paragraph("objectives[0]", "Added by Bob.", "Bob")
    opened.delete_paragraph("objectives[1]", "Ann")
    opened.split("agenda[0].background", "open", "Bob")
    opened.move("agenda[0].lines_to_take[0]", "agenda[0].lines_to_take[1]", "Ann")
    opened.embolden("agenda[0].objective", "date", "Bob")
    return opened


def test_rejecting_all_gives_what_was_sent(desk: Desk, edited: WordEdit) -> None:
    """Word for word, paragraph for paragraph."""
    assert texts(edited.save(), reject_all) == texts(desk.document, accept_all)


def test_accepting_all_gives_what_is_wanted(edited: WordEdit) -> None:
    """With no trace of what was deleted, or stood elsewhere before."""
    read = texts(edited.save(), accept_all)
    assert "Objectives 1 Two dates for the corridor." in read
    assert "Added by Bob." in read
    assert not any("contact in each port" in each for each in read)
    assert any(each.endswith("It has been open") for each in read)
    moved = [each for each in read if each in ("We want a date.", "We can wait, if need be.")]
    assert moved[-2:] == ["We can wait, if need be.", "We want a date."] or "We want a date." in moved[-1]


def test_one_author_s_changes_are_accepted_alone(edited: WordEdit) -> None:
    """Those of the other are as if they were rejected; to reject one is to accept the others."""
    for accepts in (accept_authors(frozenset({"Ann"}), frozenset()), accept_authors(frozenset(), frozenset({"Bob"}))):
        read = texts(edited.save(), accepts)
        assert "Objectives 1 Two dates for the corridor." in read
        assert "Added by Bob." not in read
        assert any("It has been open since May" in each for each in read)


def test_looks_that_were_changed_are_read_as_they_were(edited: WordEdit) -> None:
    """Bold that is rejected is not bold."""
    text = read_paragraphs(open_returned("a.docx", edited.save()))
    for accepts, is_bold in ((accept_all, True), (reject_all, False)):
        spans = [span for paragraph in read_version(text, accepts) for span in paragraph.spans]
        assert any(span.text == "date" and span.look.strong for span in spans) is is_bold


def test_words_that_one_put_in_and_another_took_out_are_gone(desk: Desk) -> None:
    """Only with both accepted; with the first alone they are there."""
    opened = desk.edit()
    opened.insert("agenda[0].objective", "Hear", " soon", "Ann")
    from lxml import etree

    from briefmaker.writing.word.wordml import W

    inserted = next(opened.root.iter(f"{W}ins"))
    deletion = etree.Element(f"{W}del", {f"{W}id": "77", f"{W}author": "Bob"})
    deletion.append(inserted[0])
    inserted.append(deletion)
    content = opened.save()
    assert any("Hear a date" in each for each in texts(content, accept_all))
    assert any("Hear soon a date" in each for each in texts(content, accept_authors(frozenset({"Ann"}), frozenset())))
    assert any("Hear a date" in each for each in texts(content, reject_all))
