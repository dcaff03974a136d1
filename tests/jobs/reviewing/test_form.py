"""Word forms for those who never see YAML: a place for each field, and read filled in without a word lost."""

import datetime
import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from tests.accounting import split_words, words_of_draft
from tests.filled_forms import PLACE, fill, fill_table, iterate_columns, iterate_places, open_form, save
from tests.word_pieces import add, add_table

from briefmaker.diagnostics import BriefmakerError, has_errors
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.read import read
from briefmaker.jobs.reviewing.form import form
from briefmaker.jobs.reviewing.import_word import import_word
from briefmaker.model import Brief
from briefmaker.reading.office_package import CUSTOM_PART
from briefmaker.review.form.form_words import languages_with_forms
from briefmaker.writing.word.package import write_package

TEMPLATES = ("meeting", "information", "submission", "scene-setter", "speaking-points", "summary", "weekly")
DAY = datetime.date(2026, 11, 2)
Change = Callable[[bytes], bytes]


def begin_form(template: str, folder: Path, language: str = "en-GB") -> Document:
    """Write a form; gives it as a document that can be filled in."""
    return open_form(_write_once(template, folder / f"form-{template}-{language}.docx", language))


@cache
def _write_once(template: str, file: Path, language: str) -> bytes:
    return form(template, output=file, language=language).read_bytes()


def return_form(document: Document, folder: Path, change: Change = lambda content: content) -> tuple[Brief, str]:
    """Import a form that was filled in; gives the brief as it reads, and its text."""
    (folder / "filled.docx").write_bytes(change(save(document)))
    (folder / "briefs" / "filled.yaml").unlink(missing_ok=True)
    imported = import_word(folder / "filled.docx", date=DAY)
    assert imported.is_form
    reading = read(imported.brief)
    assert reading.brief is not None
    assert not has_errors(reading.diagnostics), reading.diagnostics
    return reading.brief, imported.brief.read_text("utf-8")


@pytest.mark.parametrize("template", TEMPLATES)
def test_an_empty_form_gives_an_empty_brief(template: str, workspace: Path) -> None:
    """What stands in a form before anybody types is no text of a brief."""
    brief, text = return_form(begin_form(template, workspace), workspace)
    assert (brief.template, brief.title, brief.date) == (template, "filled", DAY)
    assert brief.model_fields_set == {"format", "template", "title", "language", "date"}
    assert PLACE not in text


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_place_is_read_into_its_own_field(template: str, workspace: Path) -> None:
    """Each place is filled with words that stand nowhere else, and these stand in that field alone."""
    document = begin_form(template, workspace)
    wanted = {}
    for number, (path, _) in enumerate(list(iterate_places(document))):
        wanted[f"word{number}x"] = path
        fill(document, path, f"word{number}x", number=sum(each == path for each in list(wanted.values())[:-1]))
    brief, text = return_form(document, workspace)
    said = {word: find_fields(brief.model_dump(mode="json"), word) for word in wanted}
    outside = {"date", "as_of", "minutes", "confidence", "by", "start", "end", "likelihood", "marking", "state"}
    for word, path in wanted.items():
        leaf = path.rpartition(".")[2]
        if leaf in outside:
            assert word in text
        else:
            assert said[word] == [path.replace("drafting", "drafted_with")], (word, path)


def find_fields(value: object, word: str, path: str = "") -> list[str]:
    """Give the fields in which a word stands: entries without their numbers, lines by the list that they stand in."""
    match value:
        case dict():
            found = []
            for name, each in value.items():
                is_line = (
                    name == "text" and set(value) >= {"id", "marking", "text"} and not {"heading", "title"} & set(value)
                )
                found += find_fields(each, word, path if is_line else f"{path}.{name}".strip("."))
            return found
        case list():
            return [found for each in value for found in find_fields(each, word, path)]
        case _:
            return [path] if word in str(value) else []


def test_a_form_filled_in_becomes_a_brief(workspace: Path) -> None:
    """Days in words, lines one below another, more rows than there were, a block that was copied."""
    document = begin_form("meeting", workspace)
    fill(document, "title", "Talks on the bridge")
    fill(document, "date", "3 March 2026")
    fill(document, "objectives", "A date for the repair", "Half of the cost")
    fill(document, "meeting.start", "4 March 2026, 10 am")
    fill(document, "meeting.end", "11:30")
    people = [{"name": f"Person {number}", "side": "theirs"} for number in range(9)]
    fill_table(document, "participants", people)
    fill_table(document, "participants", [{"name": "person 3", "approach": "Slowly."}], number=1)
    for number, topic in enumerate(("Bridge", "Road", "Ferry")):
        fill(document, "agenda.topic", topic, number=number)
    fill_table(document, "agenda.if_raised", [{"they_say": "Why now?", "we_say": "It is winter."}], number=1)
    copy = deepcopy(next(table for table in document.tables if table.rows[0].cells[0].text.startswith("Topic"))._tbl)
    document.element.body.insert(-1, copy)
    brief, _ = return_form(document, workspace)
    assert (brief.title, brief.date) == ("Talks on the bridge", datetime.date(2026, 3, 3))
    assert [each.text for each in brief.objectives] == ["A date for the repair", "Half of the cost"]
    assert brief.meeting is not None
    assert (str(brief.meeting.start), str(brief.meeting.end)) == ("2026-03-04 10:00", "2026-03-04 11:30")
    assert [each.approach for each in brief.participants] == [None] * 3 + ["Slowly.\n"] + [None] * 5
    assert [item.topic for item in brief.agenda] == ["Bridge", "Road", "Ferry", "Bridge"]
    assert [len(item.if_raised) for item in brief.agenda] == [0, 1, 0, 0]


def test_formatting_lists_tables_and_footnotes_come_along(workspace: Path) -> None:
    """What was pasted into a place keeps its form as far as Markdown has one."""
    document = begin_form("information", workspace)
    cell = next(each for path, each in iterate_places(document) if path == "background")
    cell.paragraphs[0].text = ""
    cell.paragraphs[0].add_run("Bold").bold = True
    cell.paragraphs[0].add_run(" and plain")
    cell.add_paragraph("• typed bullet")
    table = cell.add_table(2, 2)
    for at, text in enumerate(("Port", "Ships", "Varna", "12")):
        table.rows[at // 2].cells[at % 2].text = text
    brief, _ = return_form(document, workspace)
    assert (
        brief.background == "**Bold** and plain\n\n- typed bullet\n\n| Port | Ships |\n| --- | --- |\n| Varna | 12 |\n"
    )


def test_what_is_typed_behind_or_before_the_placeholder_is_text(workspace: Path) -> None:
    """People do not always delete what stands there."""
    document = begin_form("information", workspace)
    fill(document, "title", f"{PLACE} Grain talks")
    fill(document, "bottom_line", f"Ask for a date. {PLACE}")
    brief, text = return_form(document, workspace)
    assert (brief.title, brief.bottom_line) == ("Grain talks", "Ask for a date.\n")
    assert PLACE not in text


def test_what_stands_outside_of_the_places_is_kept_and_told(workspace: Path) -> None:
    """Behind the form, in a label, in a table of one's own, and what its place cannot hold."""
    document = begin_form("information", workspace)
    add(document, "A note at the end.")
    add_table(document, ("one", "two"), ("three", "four"))
    row = next(row for table in document.tables for row in table.rows if row.cells[0].text.startswith("Title"))
    row.cells[0].add_paragraph("In the label.")
    fill(document, "date", "soon")
    brief, _ = return_form(document, workspace)
    assert brief.annexes[0].title == "Written outside of the places"
    assert brief.annexes[0].text == (
        "In the label.\n\nA note at the end.\n\n| one | two |\n| --- | --- |\n| three | four |\n\n**Date:**\n\nsoon\n"
    )


def test_deleted_rows_tables_and_labels_do_no_harm(workspace: Path) -> None:
    """A field whose row is gone is empty; the others are read as ever."""
    document = begin_form("meeting", workspace)
    fill(document, "title", "Kept")
    table = document.tables[0]
    table._tbl.remove(table.rows[1]._tr)
    document.element.body.remove(document.tables[3]._tbl)
    brief, _ = return_form(document, workspace)
    assert (brief.title, brief.reference, brief.annexes) == ("Kept", None, ())


def drop_bookmarks_and_properties(content: bytes) -> bytes:
    """Give a form as a program leaves it that keeps neither: its labels and the words at its foot are all there is."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist() if name != CUSTOM_PART}
    parts["word/document.xml"] = re.sub(rb"<w:bookmark(Start|End)[^>]*/>", b"", parts["word/document.xml"])
    for name in ("[Content_Types].xml", "_rels/.rels"):
        parts[name] = re.sub(rb"<(Override|Relationship)[^>]*custom[^>]*/>", b"", parts[name])
    return write_package(parts)


@pytest.mark.parametrize("language", languages_with_forms())
def test_a_form_is_known_by_its_words_where_a_program_drops_the_rest(language: str, workspace: Path) -> None:
    """Bookmarks and properties are gone; labels that several places have are told apart by their order."""
    document = begin_form("meeting", workspace, language)
    texts = {"title": "Bridge", "meeting.purpose": "To agree.", "contact.name": "Ada Kern", "bottom_line": "Half."}
    for path, text in texts.items():
        fill(document, path, text)
    fill(document, "agenda.topic", "Costs")
    fill(document, "agenda.background", "Old.")
    fill_table(document, "participants", [{"name": "Per Lund", "title": "Mayor"}])
    fill_table(document, "next_steps", [{"action": "Write", "owner": "Us"}])
    brief, text = return_form(document, workspace, drop_bookmarks_and_properties)
    assert brief.meeting is not None
    assert brief.contact is not None
    assert (brief.title, brief.meeting.purpose, brief.contact.name, brief.bottom_line) == (
        "Bridge",
        "To agree.",
        "Ada Kern",
        "Half.\n",
    )
    assert [(item.topic, item.background) for item in brief.agenda] == [("Costs", "Old.\n")]
    assert [(each.name, each.title) for each in brief.participants] == [("Per Lund", "Mayor")]
    assert brief.annexes == (), text


def test_a_form_of_a_later_version_is_refused(workspace: Path) -> None:
    """It may ask for what this briefmaker does not know."""
    document = begin_form("meeting", workspace)

    def make_newer(content: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        old = b'name="briefmaker-form"><vt:lpwstr>1<'
        assert old in parts[CUSTOM_PART]
        return write_package({**parts, CUSTOM_PART: parts[CUSTOM_PART].replace(old, old.replace(b">1<", b">9<"))})

    with pytest.raises(FindingsError) as refused:
        return_form(document, workspace, make_newer)
    assert [each.code for each in refused.value.diagnostics] == ["REV028"]


def test_the_same_form_has_the_same_bytes(workspace: Path) -> None:
    """And another paper another page."""
    first, second = (form("meeting", output=workspace / name).read_bytes() for name in ("one.docx", "two.docx"))
    assert first == second
    letter = docx.Document(str(form("meeting", output=workspace / "letter.docx", paper="letter")))
    assert letter.sections[0].page_width == docx.shared.Mm(215.9)


def test_a_form_is_written_in_every_language_that_has_its_words(workspace: Path) -> None:
    """From right to left where the language runs so; in another language it is refused."""
    for language in languages_with_forms():
        document = begin_form("meeting", workspace, language)
        is_turned = document.element.body.find(f".//{qn('w:bidiVisual')}") is not None
        assert is_turned == (language in ("ar", "he"))
    with pytest.raises(BriefmakerError, match="no form in the language"):
        form("meeting", language="ja")


def test_no_form_is_overwritten(workspace: Path) -> None:
    """Somebody may have filled it in."""
    form("meeting")
    with pytest.raises(BriefmakerError, match="is there already"):
        form("meeting")
    with pytest.raises(BriefmakerError, match="no template `nothing`"):
        form("nothing")


_TYPED = some.text(
    some.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), include_characters="*_[]<>|\\#-`"),
    min_size=1,
    max_size=50,
).filter(str.strip)
_ACTIONS = some.one_of(
    some.tuples(some.just("fill"), some.integers(0, 60), some.lists(_TYPED, min_size=1, max_size=3)),
    some.tuples(some.just("row"), some.integers(0, 20), some.lists(_TYPED, min_size=1, max_size=5)),
    some.tuples(some.just("outside"), some.integers(0, 30), some.lists(_TYPED, min_size=1, max_size=2)),
    some.tuples(some.just("delete"), some.integers(0, 60), some.just([])),
)


def act(document: Document, action: tuple[str, int, list[str]]) -> list[str]:
    """Do to a form what a person may do; gives what was typed."""
    kind, number, texts = action
    if kind == "fill":
        places = list(iterate_places(document))
        cell = places[number % len(places)][1]
        for text in texts:
            cell.add_paragraph(text)
    elif kind == "row":
        # A name in the table of people's ways is that of the one above, and stands in the brief once.
        tables = [each for paths, each in iterate_columns(document) if "participants.perspective" not in paths]
        table = tables[number % len(tables)]
        row = deepcopy(table.rows[-1]._tr)
        table._tbl.append(row)
        texts = texts[: len(table.columns)]
        for cell, text in zip(table.rows[-1].cells, texts, strict=False):
            cell.text = text
    elif kind == "outside":
        body = document.element.body
        for text in texts:
            paragraph = deepcopy(document.add_paragraph(text)._p)
            body.remove(body[-2])
            body.insert(number % (len(body) - 1), paragraph)
    else:
        rows = [row for table in document.tables for row in table.rows[1:] if row.cells[-1].text == PLACE]
        row = rows[number % len(rows)]
        row._tr.getparent().remove(row._tr)
    return texts


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(some.sampled_from(TEMPLATES), some.lists(_ACTIONS, min_size=1, max_size=8))
def test_whatever_is_typed_stands_in_the_brief(
    workspace: Path, template: str, actions: list[tuple[str, int, list[str]]]
) -> None:
    """In places and outside of them, in new rows, with rows deleted: every word is there, as often as it was typed."""
    document = begin_form(template, workspace)
    typed = [text for action in actions for text in act(document, action)]
    _, text = return_form(document, workspace)
    lost = Counter(word for each in typed for word in split_words(each)) - Counter(words_of_draft(text).split())
    assert sorted(lost.elements()) == []


def test_tracked_changes_and_comments_in_a_form_are_kept(workspace: Path) -> None:
    """A form that went round is read as with all changes accepted; what was struck out stands in comments."""
    document = begin_form("information", workspace)
    fill(document, "title", "Grain ")
    cell = next(each for path, each in iterate_places(document) if path == "title")
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="77" w:author="Noor"'
    cell.paragraphs[0]._p.append(parse_xml(f"<w:ins {namespace}><w:r><w:t>talks</w:t></w:r></w:ins>"))
    cell.paragraphs[0]._p.append(parse_xml(f"<w:del {namespace}><w:r><w:delText>chatter</w:delText></w:r></w:del>"))
    brief, text = return_form(document, workspace)
    assert brief.title == "Grain talks"
    assert "(Noor): chatter" in text


def test_words_keep_away_from_the_edges_of_cells_in_either_direction(workspace: Path) -> None:
    """Also from right to left, where LibreOffice begins a line at the margin that Word ends it at."""
    for language in ("en-GB", "ar"):
        document = begin_form("information", workspace, language)
        margins = [each.get(qn("w:w")) for each in document.element.body.iterfind(f".//{qn('w:tblCellMar')}/*")]
        assert (bool(margins), set(margins)) == (True, {"100"})
