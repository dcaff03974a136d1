"""Letters say what the edition of a brief says, the same in plain text and in HTML, in the language of the reader."""

import datetime
import re

import pytest
from tests.briefs import EVERYTHING, words_of
from tests.letters import MEETING, normalise, parse, read_both, words_in, write_about

from briefmaker.model.mail_settings import MailTexts
from briefmaker.model.replaced import Replaced
from briefmaker.model.rich_text import Run
from briefmaker.reading.mail_texts import MailTextError
from briefmaker.view.change_sentences import ChangeLine
from briefmaker.view.labels import languages_with_labels
from briefmaker.writing.letters import AskedClearance

CLEARANCE = {
    "purpose": "clearance",
    "asked": "Please clear the passages on the mandate.",
    "clearances": (
        AskedClearance("Legal Adviser", datetime.date(2025, 10, 14)),
        AskedClearance("Registry", is_void=True),
    ),
}
CORRECTION = {
    "purpose": "correction",
    "replaced": Replaced(1, datetime.date(2025, 10, 24)),
    "reason": "The figure was that of 2024.",
    "changes": (
        ChangeLine((Run("Bottom line", strong=True), Run(": changed."))),
        ChangeLine((Run("\u201cUS share\u201d: 3.38 is now 3.19."),)),
    ),
}


def test_an_issue_says_what_matters_and_what_is_enclosed() -> None:
    """The whole of a letter, as it is read without HTML."""
    letter = write_about(marking="NATO UNCLASSIFIED")
    assert letter.subject == "[NATO UNCLASSIFIED] Grain talks (PBN-2025-117, version 2)"
    assert normalise_lines(letter.text) == ISSUE


ISSUE = """\
NATO UNCLASSIFIED

Brief
Grain talks
PBN-2025-117, version 2, 21 October 2025

Dear Ann Example,

Please find the document enclosed.

When: Wednesday, 22 October 2025, 15:00\u201316:00 (New York)
Where: Oval Office
Decide by: 28 October 2025

Bottom line:
Ask for two things, as the report <https://example.int/a?b=1&c=2> says
[1]:

- a public word;
- paid orders.

Objectives:
1. The President repeats in public what he said.
2. A contact is named & kept.

Enclosed:
- PBN-2025-117.pdf (PDF, 4 pages)
- PBN-2025-117.docx (DOCX)

Contact:
C. Contact, Policy Planning
+32 2 000 0000
contact@example.int

NATO UNCLASSIFIED
"""


def normalise_lines(text: str) -> str:
    """Give a text with plain blanks."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_text_and_html_say_the_same() -> None:
    """On every occasion; but for the marks of lists and the colons of plain text, every word of one stands in the other."""
    for occasion in ({}, CLEARANCE, CORRECTION, {"purpose": "draft"}):
        letter = write_about(marking="NATO UNCLASSIFIED", **occasion)
        plain = re.sub(r"<https?://\S+>|(?m:^\s*(\d+\.|-) )", "", letter.text)
        assert list_words(plain) == list_words(words_in(letter.html))


def list_words(text: str) -> list[str]:
    """Give the words of a text without the signs around them."""
    return re.findall(r"[\w@.&+\u201c\u201d\[\]]*\w[\w@.&+]*", normalise(text))


def test_every_word_of_bottom_line_and_objectives_is_there() -> None:
    """In both, as the view has them."""
    view, _ = read_both(MEETING)
    letter = write_about()
    shown = [words_of(view.bottom_line), *map(words_of, view.objectives)]
    for words in " ".join(shown).replace("|", " ").split():
        assert words in normalise(letter.text)
        assert words in words_in(letter.html)


def test_html_is_well_formed_and_says_its_language_and_structure() -> None:
    """One heading of the first level, one for each part; tables for layout are named so; nothing comes from outside."""
    letter = write_about(marking="NATO UNCLASSIFIED")
    page = parse(letter.html)
    assert page.get("lang") == "en-GB"
    assert page.get("dir") == "ltr"
    assert page.findtext("{*}head/{*}title") == "Grain talks"
    headings = [(each.tag.rpartition("}")[2], each.text) for each in page.iter("{*}h1", "{*}h2")]
    assert headings == [
        ("h1", "Grain talks"),
        ("h2", "Bottom line"),
        ("h2", "Objectives"),
        ("h2", "Enclosed"),
        ("h2", "Contact"),
    ]
    assert [each.text for each in page.iter("{*}th")] == ["When", "Where", "Decide by"]
    assert list(page.iter("{*}img", "{*}link", "{*}script", "{*}iframe", "{*}form")) == []
    assert "url(" not in letter.html
    assert {each.get("href") for each in page.iter("{*}a")} == {
        "https://example.int/a?b=1&c=2",
        "mailto:contact@example.int",
    }


def test_the_marking_stands_at_head_and_foot() -> None:
    """And where nothing is marked, nothing stands."""
    letter = write_about(marking="NATO UNCLASSIFIED")
    assert letter.text.startswith("NATO UNCLASSIFIED\n\n")
    assert letter.text.endswith("\n\nNATO UNCLASSIFIED\n")
    words = words_in(letter.html)
    assert words.startswith("NATO UNCLASSIFIED")
    assert words.endswith("NATO UNCLASSIFIED")
    assert "[" not in write_about().subject


def test_a_request_for_clearance_says_what_is_asked_of_whom_and_by_when() -> None:
    """Before all else."""
    letter = write_about(MEETING.replace("final", "in-clearance"), **CLEARANCE)
    assert letter.subject == "DRAFT FOR CLEARANCE: Grain talks (PBN-2025-117, version 2)"
    text = normalise_lines(letter.text)
    assert "DRAFT FOR CLEARANCE \u00b7 version 2" in text
    asked = (
        "What is asked:\nPlease clear the passages on the mandate.\nUnit: Legal Adviser\nAnswer by: 14 October 2025\n"
        "Unit: Registry\nWhat you cleared has been changed since.\n"
    )
    assert text.index(asked) < text.index("When:") < text.index("Bottom line:")


def test_a_correction_says_what_it_replaces_why_and_what_has_changed() -> None:
    """In the subject and before all else."""
    letter = write_about(**CORRECTION)
    text = normalise_lines(letter.text)
    assert letter.subject == "CORRECTED: Grain talks (PBN-2025-117, version 2)"
    assert "CORRECTED \u00b7 Replaces version 1 of 24 October 2025\n" in text
    assert "Reason: The figure was that of 2024.\n" in text
    changes = "Changes:\n- Bottom line: changed.\n- \u201cUS share\u201d: 3.38 is now 3.19.\n"
    assert text.index(changes) < text.index("Bottom line:\n")


def test_a_correction_tells_no_date_that_its_document_withholds() -> None:
    """An edition that shows no date would tell its readers of an earlier one."""
    wording = MailTexts(body="{{ replaced_version }}/{{ replaced_date }}.")
    shows = tuple(name for name in EVERYTHING if name != "date")
    text = normalise_lines(write_about(shows=shows, wording=wording, **CORRECTION).text)
    assert text.startswith("CORRECTED \u00b7 Replaces version 1\n")
    assert "1/.\n" in text
    assert "24 October" not in text


@pytest.mark.parametrize("status", ["draft", "in-clearance", "cleared"])
def test_what_is_not_final_is_a_draft_in_subject_and_body(status: str) -> None:
    """Whatever the letter is sent for."""
    letter = write_about(MEETING.replace("final", status))
    assert letter.subject.startswith("DRAFT: ")
    assert letter.text.startswith("DRAFT \u00b7 version 2\n")


def test_what_a_house_says_stands_in_place_of_the_opening() -> None:
    """With names filled in as letters; marking and tags stay before its subject."""
    wording = MailTexts(subject="{{ kind }}: {{ title }}", body="Dear **{{ recipient }}**,\n\nsee {{ reference }}.")
    letter = write_about(MEETING.replace("final", "draft"), wording=wording, marking="TLP:GREEN", to_name="<b>*Ann*")
    assert letter.subject == "[TLP:GREEN] DRAFT: Brief: Grain talks"
    assert "Dear <b>*Ann*,\n\nsee PBN-2025-117.\n\nWhen:" in letter.text
    assert "Dear <strong>&lt;b&gt;*Ann*</strong>," in letter.html
    assert "Please find" not in letter.text


def test_a_reason_that_a_house_gives_is_not_given_twice() -> None:
    """Where its own text has it, that is enough."""
    wording = MailTexts(body="Corrected, since: {{ reason }}")
    assert write_about(wording=wording, **CORRECTION).text.count("The figure was that of 2024.") == 1


def test_a_text_that_cannot_be_filled_in_is_told() -> None:
    """With the sentence that says so."""
    with pytest.raises(MailTextError, match="nobody"):
        write_about(wording=MailTexts(subject="{{ nobody }}"))


@pytest.mark.parametrize("language", languages_with_labels())
def test_a_letter_is_in_the_language_of_its_reader(language: str) -> None:
    """On every occasion: no English word of briefmaker's own is left, no brace, and the brief's words say their language."""
    english = {"Dear", "Enclosed", "Bottom", "Objectives", "asked", "Reason", "changed", "October", "Answer"}
    for occasion in ({}, CLEARANCE, CORRECTION, {"purpose": "draft"}):
        letter = write_about(
            language=language, **{**occasion, "asked": "", "reason": "", "changes": (ChangeLine((Run("x"),)),)}
        )
        own = re.sub(
            r"When.*|Wednesday.*|\S+: Wednesday.*", "", normalise_lines(letter.text).replace("Oval Office", "")
        )
        if not language.startswith("en"):
            assert english & set(re.findall(r"\w+", own)) == set()
        assert "{" not in letter.text + letter.subject
        page = parse(letter.html)
        assert page.get("lang") == language
        assert page.get("dir") == ("rtl" if language in ("ar", "he") else "ltr")
        spoken = [each.get("lang") for each in page.iter() if each.get("lang")]
        assert ("en-GB" in spoken) is (language != "en-GB")


@pytest.mark.parametrize("name", ["Private Office/Registry", "ann@example.int", "3rd Floor", ""])
def test_only_a_plain_name_is_greeted(name: str) -> None:
    """Nobody is called by an address."""
    assert "Dear" not in write_about(to_name=name).text


@pytest.mark.parametrize("name", ["Ann O’Hara-Smith", "J. R. Example", "ليلى المحرّر", "Türkçe Öz"])
def test_a_plain_name_is_greeted(name: str) -> None:
    """With marks on its letters, in any script."""
    assert f"Dear {name},\n" in write_about(to_name=name).text


def test_a_brief_with_nothing_but_a_title_makes_a_letter() -> None:
    """No heading stands without a text, and no empty line is doubled."""
    letter = write_about("title: Grain talks\nstatus: final")
    assert "\n\n\n" not in letter.text
    assert "Bottom line" not in letter.text
    assert [each.text for each in parse(letter.html).iter("{*}h2")] == ["Enclosed"]


def test_what_an_edition_does_not_show_is_not_in_its_letter() -> None:
    """Each field of the brief is hidden in turn, and its words are gone from subject, text and HTML."""
    hidden = {
        "reference": "PBN-2025-117,",
        "date": "21 October",
        "bottom_line": "paid orders",
        "objectives": "A contact is named",
        "decision": "28 October",
        "meeting": "Oval Office",
        "contact": "C. Contact",
        "version": "version 2",
    }
    everything = write_about()
    for field, words in hidden.items():
        assert words in normalise_lines(everything.text)
        shows = tuple(name for name in type(read_both(MEETING)[1]).model_fields if name != field)
        letter = write_about(shows=shows)
        for said in (letter.subject, letter.text, words_in(letter.html)):
            assert words not in normalise_lines(said)


def test_a_long_title_stays_whole() -> None:
    """Two hundred letters in the subject, in the head, and in lines of text that are no longer than 72."""
    title = " ".join(["Intergovernmental"] * 11)
    letter = write_about(f"title: {title}\nstatus: final")
    assert title in letter.subject
    assert title in normalise(letter.text)
    assert max(map(len, letter.text.splitlines())) <= 72
