"""An organisation's Word brief becomes a draft: fields where they belong, every word kept, and a report that says how sure."""

import datetime
import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from tests.accounting import find_lost, find_torn
from tests.pictures import paint
from tests.word_briefs import ALL, long_report, tracked_changes
from tests.word_pieces import add, add_table, save

from briefmaker.diagnostics import BriefmakerError, Code, has_errors
from briefmaker.jobs.building.build import build
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.read import read
from briefmaker.jobs.reviewing.import_word import Imported, import_word
from briefmaker.model import Brief
from briefmaker.review.importing.field_words import Sureness

DAY = datetime.date(2026, 11, 2)


def import_content(content: bytes, folder: Path, name: str = "old", **wishes: str) -> tuple[Imported, Brief, str]:
    """Import a document; gives the outcome, the brief as it reads, and its text."""
    document = folder / f"{name}.docx"
    document.write_bytes(content)
    imported = import_word(document, date=DAY, **wishes)
    reading = read(imported.brief)
    assert reading.brief is not None, reading.diagnostics
    assert not has_errors(reading.diagnostics), reading.diagnostics
    return imported, reading.brief, imported.brief.read_text("utf-8")


def import_document(document: Document, folder: Path, **wishes: str) -> Brief:
    """Import a document; gives the brief as it reads."""
    return import_content(save(document), folder, **wishes)[1]


@pytest.mark.parametrize("name", ALL)
def test_no_word_is_lost_and_no_sentence_torn(name: str, workspace: Path) -> None:
    """Body, tables, heads and feet, notes, comments, text boxes, insertions and deletions: all stand in the draft."""
    content = save(ALL[name]())
    text = import_content(content, workspace)[2]
    assert find_lost(content, text) == []
    assert find_torn(content, text) == []
    assert "found no place" not in text


def test_the_accounting_sees_planted_faults(workspace: Path) -> None:
    """A draft that lacks one word, and one whose sentence lost its order, are found."""
    content = save(ALL["uk_submission"]())
    text = import_content(content, workspace)[2]
    assert find_lost(content, text.replace("herring quota", "quota")) == ["herring"]
    torn = text.replace("Catches fell by a tenth", "By a tenth fell catches")
    assert find_lost(content, torn) == []
    assert find_torn(content, torn) == ["Catches fell by a tenth in two years."]


def test_drafts_of_every_kind_are_built(workspace: Path) -> None:
    """As PDF and as Word document, without a hand laid on them."""
    for name, make in ALL.items():
        import_content(save(make()), workspace, name)
    outcomes = build(["briefs"], formats=["docx"])
    assert len(outcomes) == len(ALL) + 1  # the workspace has one of its own
    assert all(outcome.documents for outcome in outcomes), [outcome.diagnostics for outcome in outcomes]


def test_a_submission_is_known_by_its_labels_and_headings(workspace: Path) -> None:
    """Whom it goes to, who wrote it, and each text in its field; the marking is that of the pages."""
    brief = import_document(ALL["uk_submission"](), workspace)
    assert (brief.template, brief.title) == ("submission", "Quota for North Sea herring in 2027")
    assert (brief.reference, brief.date, brief.marking) == (
        "SUB/2026/0117",
        datetime.date(2026, 3, 3),
        "OFFICIAL-SENSITIVE",
    )
    assert [each.text for each in brief.to] == ["Minister for Fisheries", "Permanent Secretary"]
    assert brief.prepared_by is not None
    assert (brief.prepared_by.name, brief.prepared_by.email) == ("Rowan Petrie", "rowan.petrie@example.int")
    assert (
        brief.considerations
        == "Holding costs little; opening early cannot be undone.\n\n- Ports lose 2 weeks\n- Stocks keep their margin\n"
    )
    assert [each.heading for each in brief.sections] == ["Timing", "Presentation"]


def test_a_memorandum_in_capitals_is_known_by_its_lines(workspace: Path) -> None:
    """Lines parted by tabs, headings in capitals, a table of clearances, a day with the month first."""
    brief = import_document(ALL["us_memo"](), workspace)
    assert (brief.template, brief.marking, brief.date) == ("submission", "UNCLASSIFIED", datetime.date(2026, 3, 3))
    assert brief.bottom_line is not None
    assert brief.bottom_line.startswith("Sign in April.")
    assert [(each.unit, each.state, each.comment) for each in brief.clearances] == [
        ("Legal", "cleared", None),
        ("Treasury", "requested", "waiting for figures"),
    ]
    assert brief.annexes[0].text == "- Tab A: Text of the protocol\n- Tab B: Map of the basin\n"


def test_points_of_an_agenda_have_what_stands_under_them(workspace: Path) -> None:
    """By headings of a lower level, or by labels in bold of the same rank; a question in bold belongs to its answers."""
    brief = import_document(ALL["eu_note"](), workspace)
    cables, gas = brief.agenda
    assert [line.text for line in cables.lines_to_take] == ["We need the cables by 2030.", "Ownership is open for us."]
    assert [(each.they_say, each.we_say) for each in cables.if_raised] == [
        ("Why not use the old cables?", "They carry a third of what is needed.")
    ]
    assert (gas.topic, gas.objective, cables.background) == (
        "Gas storage", "Support for common rules.", "The first cable dates from 1976.\n",
    )  # fmt: skip
    assert [(each.name, each.title, each.biography) for each in brief.participants] == [
        ("Ingrid Halvorsen", "Minister of Energy", "Born in Bergen; engineer; in office since 2024.\n"),
        ("Per Lund", "Director, Grid", None),
    ]


def test_numbered_items_and_delegations_by_side(workspace: Path) -> None:
    """``Agenda item 2: Arrears`` is the topic Arrears; names under ``Our side`` are ours."""
    brief = import_document(ALL["un_note"](), workspace)
    assert [item.topic for item in brief.agenda] == ["Peacekeeping", "Arrears"]
    assert [(each.name, each.title, each.side.value) for each in brief.participants] == [
        ("Sade Bello", "Under-Secretary, Department of Peace", "ours"),
        ("Tomas Vik", "Foreign Minister", "theirs"),
        ("Lena Orr", "(adviser)", "theirs"),
    ]
    assert brief.meeting is not None
    assert (str(brief.meeting.start), brief.meeting.place) == ("2026-06-04 15:00", "UNHQ, room 12")


@pytest.mark.parametrize(("name", "language", "title"), [
    ("french_note", "fr-FR", "Coopération sur les ports de la mer Noire"),
    ("german_note", "de", "Treffen mit der Hafenbehörde Rostock"),
])  # fmt: skip
def test_other_languages_are_known_by_their_headings(name: str, language: str, title: str, workspace: Path) -> None:
    """What a document says of its language is believed only where its headings agree."""
    brief = import_document(ALL[name](), workspace)
    assert (brief.language, brief.title) == (language, title)


def test_a_brief_that_is_one_table_is_read_by_its_left_column(workspace: Path) -> None:
    """Labels that are known fill fields; one that is not is kept under its words."""
    brief = import_document(ALL["table_only"](), workspace)
    assert brief.meeting is not None
    assert (str(brief.meeting.start), str(brief.meeting.end)) == ("2026-05-12 10:30", "2026-05-12 11:00")
    assert [line.text for line in brief.agenda[0].lines_to_take] == [
        "Thank him for the inspection.",
        "Offer half of the cost.",
    ]
    assert [(each.title, each.text) for each in brief.annexes] == [("Weather", "Rain is expected.\n")]


def test_emphasis_links_and_questions_become_markdown(workspace: Path) -> None:
    """Speaking notes: bold, italics and a link; questions and answers by their letters."""
    brief = import_document(ALL["speaking_notes"](), workspace)
    assert brief.agenda[0].lines_to_take[2].text == (
        "**Peace** and *bread* go together, says [the council](https://example.int/council?a=1&b=2)"
    )
    raised = [each for item in brief.agenda for each in item.if_raised]
    assert [(each.they_say, each.we_say) for each in raised] == [
        ("Is the corridor safe?", "It is watched day and night."), ("Who pays?", "All of us."),
    ]  # fmt: skip


def test_notes_become_sources_that_the_text_cites(workspace: Path) -> None:
    """Footnotes and endnotes, where they stood; an address in a note is the source's."""
    brief = import_document(ALL["footnotes"](), workspace)
    assert brief.summary == "Prices fell in March. [@note-1] Stocks rose. [@endnote-1]\n"
    assert brief.sources["note-1"].url == "https://example.int/bulletin"


def test_controls_fields_and_merged_cells_are_read(workspace: Path) -> None:
    """Underlined headings; the words of a content control and of a field that is a link; a title from the properties."""
    brief = import_document(ALL["visit_programme"](), workspace)
    assert brief.meeting is not None
    assert (brief.template, brief.title) == ("meeting", "Visit to the harbour of Lirania")
    assert brief.meeting.purpose == "See the new quay."
    assert [(str(each.at), each.step, each.lead) for each in brief.meeting.programme] == [
        ("09:30", "Arrival", "Protocol"), ("10:00", "Lunch", None),
    ]  # fmt: skip
    assert [line.text for line in brief.agenda[0].lines_to_take] == ["Ports stay open", "to all flags"]
    assert brief.sections[-1].text == "More on [the quay](https://example.int/quay)•\n"


def test_what_was_changed_with_tracking_is_taken_as_accepted(workspace: Path) -> None:
    """What was struck out, hidden or said in the margin stands in comments, with its author."""
    imported, brief, text = import_content(save(tracked_changes()), workspace)
    assert brief.background is not None
    assert brief.background.startswith("Talks began in spring.\n\nFirst half and second half.\n\nWandering words")
    assert "winter" not in brief.background
    assert "# Struck out in the document (Noor Vasquez, 2026-02-01): winter" in text
    assert "# Comment (Ada Kern, 2026-02-02), on “Commented clause”: Please source this claim" in text
    told = [each.message for each in imported.diagnostics if each.code == Code.IMPORT_SET_ASIDE]
    assert len(told) == 3


def test_a_report_says_how_sure_each_field_is(workspace: Path) -> None:
    """A label by its words is certain, a line in bold likely, what nothing says a guess, which is told at its line."""
    imported, _, text = import_content(save(ALL["french_note"]()), workspace)
    sure = {each.path: each.sure for each in imported.told}
    assert (sure["title"], sure["background"]) == (Sureness.CERTAIN, Sureness.LIKELY)
    imported, _, text = import_content(save(ALL["plain_text"]()), workspace, "plain")
    guesses = [each for each in imported.diagnostics if each.code == Code.IMPORT_NOT_RECOGNISED]
    assert [each.path for each in guesses] == ["annexes[0]"]
    assert text.splitlines()[guesses[0].span.line - 1].strip().startswith("- title:")


def test_a_template_may_be_told(workspace: Path) -> None:
    """What it has no field for stands in sections under its own heading, or in annexes."""
    brief = import_document(ALL["uk_submission"](), workspace, template="meeting")
    assert brief.template == "meeting"
    assert [each.heading for each in brief.sections][:2] == ["Issue", "Recommendation"]


def test_portraits_are_kept_as_files(workspace: Path) -> None:
    """A picture beside a name is the portrait; another one is kept, and told."""
    document, portrait = docx.Document(), paint(200, 250)
    add(document, "# Visit", "## Participants")
    add_table(document, ("Photo", "Name", "Title"), ("", "Ada Kern", "Minister"))
    document.tables[0].rows[1].cells[0].paragraphs[0].add_run().add_picture(io.BytesIO(portrait))
    imported, brief, text = import_content(save(document), workspace, template="scene-setter")
    assert brief.participants[0].portrait == "images/old-portrait-1.png"
    assert [each.read_bytes() for each in imported.pictures] == [portrait]
    assert "Portrait: images/old-portrait-1.png" in text


def test_no_file_is_overwritten(workspace: Path) -> None:
    """A second import of the same document needs another name; what is there stays."""
    first = import_content(save(ALL["uk_submission"]()), workspace)[0]
    before = first.brief.read_bytes()
    with pytest.raises(BriefmakerError, match="is there already"):
        import_word(workspace / "old.docx")
    assert first.brief.read_bytes() == before
    other = import_word(workspace / "old.docx", output=workspace / "briefs" / "other.yaml", date=DAY)
    assert other.brief.name == "other.yaml"


def test_the_same_document_gives_the_same_bytes(workspace: Path) -> None:
    """On the same day, as the day may stand in it."""
    content = save(ALL["us_memo"]())
    first = import_content(content, workspace, "one")[2]
    (workspace / "briefs" / "one.yaml").unlink()
    assert import_content(content, workspace, "one")[2] == first


def test_a_marking_that_the_house_does_not_know_is_told(workspace: Path) -> None:
    """It stands in a comment, and a finding says that it has to be set by hand; a draft can always be built."""
    (workspace / "briefmaker.yaml").write_text("marking_scheme: nato\n", "utf-8")
    document = docx.Document()
    add(document, "Classification: VERY SECRET INDEED", "# Background", "Text.")
    imported, brief, text = import_content(save(document), workspace)
    assert brief.marking is None
    assert "“VERY SECRET INDEED”" in text
    assert any("“VERY SECRET INDEED” is no marking that is known here" in each.message for each in imported.diagnostics)


def test_the_highest_marking_of_a_document_is_the_draft_s(workspace: Path) -> None:
    """Whatever its first line says; that they differ is told."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "NATO SECRET"
    add(document, "NATO UNCLASSIFIED", "# Background", "Text.")
    imported, brief, _ = import_content(save(document), workspace)
    assert brief.marking == "NATO SECRET"
    assert any("the highest of what the document says" in each.message for each in imported.diagnostics)
    document = docx.Document()
    add(document, "Classification: SECRET//NOFORN", "# Background", "Text.")
    (workspace / "briefmaker.yaml").write_text("marking_scheme: us\n", "utf-8")
    _, brief, _ = import_content(save(document), workspace, "american")
    assert (brief.marking, brief.handling) == ("SECRET", ("NOFORN",))


def test_comments_of_a_document_cannot_silence_checks(workspace: Path) -> None:
    """What ``check`` would obey is broken up when it comes from a document."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "# briefmaker: ignore[STR001] because we say so"
    add(document, "# Background", "Text.")
    text = import_content(save(document), workspace)[2]
    assert "briefmaker: ignore" not in text
    assert "because we say so" in text


def test_two_hundred_pages_are_read(workspace: Path) -> None:
    """A long report has an annex for each chapter, and no word is lost."""
    content = save(long_report())
    text = import_content(content, workspace)[2]
    assert find_lost(content, text) == []
    assert text.count("\n  - title: Chapter") >= 190


_TEXT = some.text(
    some.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), include_characters="*_[]<>|\\#-`~\t"),
    max_size=60,
)
_STYLES = some.sampled_from(
    ["Normal", "Heading 1", "Heading 2", "List Bullet", "List Bullet 2", "List Number", "Title", "Quote"]
)
_RUNS = some.lists(some.tuples(_TEXT, some.booleans(), some.booleans()), max_size=4)
_LABELS = some.sampled_from(
    ["Background", "Lines to take", "If asked", "Participants", "Agenda", "To", "Date", "Sources", "Glossary"]
)
_PIECES = some.one_of(
    some.tuples(some.just("runs"), _STYLES, _RUNS),
    some.tuples(some.just("label"), _STYLES, _LABELS),
    some.tuples(
        some.just("table"), some.just(""), some.lists(some.tuples(_TEXT, _TEXT, _TEXT), min_size=1, max_size=3)
    ),
)


def make_document(pieces: list[tuple[str, str, object]]) -> Document:
    """Give a document of pieces: paragraphs in a style, labels, tables."""
    document = docx.Document()
    for kind, style, content in pieces:
        if kind == "table":
            add_table(document, *content)  # type: ignore[misc]
        elif kind == "label":
            document.add_paragraph(str(content), style=style)
        else:
            paragraph = document.add_paragraph(style=style)
            for text, bold, italic in content:  # type: ignore[attr-defined]
                run = paragraph.add_run(text)
                run.bold, run.italic = bold, italic
    return document


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(some.lists(_PIECES, min_size=1, max_size=9))
def test_any_document_becomes_a_draft_that_reads_and_has_all_its_words(
    workspace: Path, pieces: list[tuple[str, str, object]]
) -> None:
    """Whatever stands in it, in whatever order: signs of Markdown and YAML, empty paragraphs, labels without text."""
    document = make_document(pieces)
    add(document, "The end of it all.")
    content = save(document)
    (workspace / "briefs" / "any.yaml").unlink(missing_ok=True)
    text = import_content(content, workspace, "any")[2]
    assert find_lost(content, text) == []


def expect_refusal(content: bytes, folder: Path, name: str = "bad.docx") -> tuple[str, str]:
    """Import what cannot be; gives code and message of the last finding."""
    (folder / name).write_bytes(content)
    with pytest.raises(FindingsError) as refused:
        import_word(folder / name)
    assert not list((folder / "briefs").glob("bad*"))
    assert refused.value.exit_code == 1
    return refused.value.diagnostics[-1].code, refused.value.diagnostics[-1].message


def test_what_is_no_word_document_is_told_by_what_it_is(workspace: Path) -> None:
    """With what to do about it in the hint."""
    open_document = io.BytesIO()
    with zipfile.ZipFile(open_document, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    old_word, locked = b"\xd0\xcf\x11\xe0" + bytes(600), b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")
    for content, code, words in (
        (b"%PDF-1.7", Code.IMPORT_OTHER_FILE, "a PDF"),
        (old_word, Code.IMPORT_OTHER_FILE, "old format"),
        (b"{\\rtf1", Code.IMPORT_OTHER_FILE, ".rtf"),
        (open_document.getvalue(), Code.IMPORT_OTHER_FILE, "OpenDocument"),
        (b"hello", Code.IMPORT_OTHER_FILE, "not a Word document"),
        (locked, Code.IMPORT_LOCKED, "password"),
        (b"", Code.IMPORT_DAMAGED, "empty"),
        (save(docx.Document())[:900], Code.IMPORT_DAMAGED, "cut off"),
        (save(docx.Document()), Code.IMPORT_NO_TEXT, "no text"),
    ):
        found, message = expect_refusal(content, workspace)
        assert (found, words in message) == (code, True), message


def test_what_briefmaker_made_leads_to_pull(workspace: Path) -> None:
    """It has its fields already; the draft is written all the same, and the warning names the document."""
    (document,) = build(["briefs"], formats=["docx"])[0].documents
    imported = import_content(document.path.read_bytes(), workspace, "returned")[0]
    told = [each for each in imported.diagnostics if "briefmaker made this document" in each.message]
    assert [each.hint for each in told] == [
        "bring what was changed in it into that brief with `briefmaker pull returned.docx`"
    ]
    assert [each.code for each in told] == [Code.IMPORT_LOOK]


def test_a_bomb_is_not_unpacked(workspace: Path) -> None:
    """Neither one that says how large it is, nor a part of XML too large to be a text."""
    bomb = io.BytesIO(save(docx.Document()))
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/zeros.bin", bytes(300 * 1024 * 1024))
    assert expect_refusal(bomb.getvalue(), workspace)[0] == Code.IMPORT_TOO_LARGE


def test_macros_and_pictures_from_outside_are_told_and_left_alone(workspace: Path) -> None:
    """The text is read as it stands."""
    saved = io.BytesIO(save(ALL["uk_submission"]()))
    with zipfile.ZipFile(saved, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")
        package.writestr(
            "word/_rels/more.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" TargetMode="External" '
            'Target="https://example.int/pixel.png"/></Relationships>',
        )
    imported = import_content(saved.getvalue(), workspace)[0]
    messages = [each.message for each in imported.diagnostics if each.code == Code.IMPORT_NOT_FETCHED]
    assert ["macros" in messages[0], "pixel.png" in messages[1]] == [True, True]
