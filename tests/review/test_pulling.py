"""What a returned document says of each field: edits of all kinds, tracked or not, come back where they belong."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree
from tests.end_to_end.specimens import NAMES, view_specimen
from tests.review.returned import Desk, changed_lines, open_desk_with, write_document
from tests.review.test_package import parts_of
from tests.review.word_edits import WordEdit
from tests.writing.word.desk import EXAMPLES

from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.reviewing.pull import PullWishes, pull_documents
from briefmaker.jobs.templates.open_template import open_template
from briefmaker.jobs.templates.specimen import make_specimen, write_data
from briefmaker.model.settings import Settings
from briefmaker.reading import read_brief
from briefmaker.review.changes import What
from briefmaker.review.package import open_returned
from briefmaker.review.pulling import pull_document
from briefmaker.review.showing import Showing
from briefmaker.view.build_view import open_frame
from briefmaker.workspace.workspace import built_in_templates, find_workspace
from briefmaker.writing.word.package import write_package
from briefmaker.writing.word.wordml import W

TRACKED = pytest.mark.parametrize("author", ["Ann", ""], ids=["tracked", "untracked"])


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_a_document_that_nobody_touched_changes_nothing(file: Path, tmp_path: Path) -> None:
    """For every example: no change, no leftover, not one byte."""
    copy = tmp_path / "copy.docx"
    copy.write_bytes(write_document(file))
    outcome = pull_documents([copy], file, PullWishes())
    assert (outcome.changes, outcome.leftovers, outcome.conflicts, outcome.diagnostics) == ((), (), (), ())
    assert outcome.after == outcome.before


@pytest.mark.parametrize("name", NAMES)
def test_every_template_reads_back_as_it_was_written(name: str) -> None:
    """With every field filled, each text that is read from the document is the one that the view holds."""
    view, _, content = view_specimen(name)
    brief = read_brief(write_data(make_specimen(name).data), "specimen", None).brief
    description = open_template(open_desk(find_workspace(built_in_templates())).find_template(name)).description
    assert brief is not None
    assert description is not None
    frame = open_frame(brief, Settings(), description)
    assert frame is not None
    document = open_returned("a.docx", content)
    review = pull_document(document, document, Showing(view, frame))
    assert len(document.anchors) > 30
    assert (review.changes, review.leftovers) == ((), ())


@TRACKED
def test_a_word_in_a_folded_text_comes_back_alone(desk: Desk, author: str) -> None:
    """The line breaks of the file, its emphasis and its comments stay; it says by whom, and whether it was tracked."""
    outcome = desk.pulled(lambda word: word.replace("bottom_line", "for no more", "for little more", author))
    assert changed_lines(outcome) == (["and for no more."], ["and for little more."])
    (change,) = outcome.changes
    assert change.is_tracked is bool(author)
    assert [hand.author for hand in change.hands] == ([author] if author else [])


@TRACKED
def test_facts_and_citations_survive_an_edit_beside_them(desk: Desk, author: str) -> None:
    """What the document shows in their place is not written into the file."""
    outcome = desk.pulled(lambda word: word.replace("agenda[1].background", "Rates are", "Premiums stand", author))
    assert changed_lines(outcome) == (["Rates are at [@rate]."], ["Premiums stand at [@rate]."])


EDITS: list[tuple[str, Callable[[WordEdit, str], None], list[str], list[str]]] = [
    (
        "bold",
        lambda word, by: word.embolden("objectives[0]", "date", by),
        ["- A date for the corridor."],
        ["- A **date** for the corridor."],
    ),
    (
        "a new entry",
        lambda word, by: word.add_paragraph("objectives[0]", "Yes: a second date", by),
        [],
        ['- "Yes: a second date"'],
    ),
    (
        "a dropped entry",
        lambda word, by: word.delete_paragraph("objectives[0]", by),
        ["- A date for the corridor."],
        [],
    ),
    (
        "a word of an entry in brackets",
        lambda word, by: word.replace("agenda[0].lines_to_take[1]", "wait", "wait, yes", by),
        ['lines_to_take: [We want a date., "We can wait, if need be."]'],
        ['lines_to_take: [We want a date., "We can wait, yes, if need be."]'],
    ),
    (
        "a new paragraph",
        lambda word, by: word.add_paragraph("agenda[1].background", "- A paragraph.", by),
        [],
        ["", "\\- A paragraph."],
    ),
    (
        "a nested entry",
        lambda word, by: word.add_paragraph("agenda[0].background", "Reni", by, number=2),
        [],
        ["- Reni"],
    ),
    (
        "a cell of a table",
        lambda word, by: word.replace("agenda[0].background", "12", "14", by, number=7),
        ["| Odesa | 12 |"],
        ["| Odesa | 14 |"],
    ),
    (
        "an entry with an id",
        lambda word, by: word.replace("objectives[2]", "daily", "weekly", by),
        ['- {id: ships, text: "Ships leave: daily."}'],
        ['- {id: ships, text: "Ships leave: weekly."}'],
    ),
    (
        "words behind the anchor",
        lambda word, by: word.append_at_end("agenda[0].if_raised[0].we_say", " And long.", by),
        ["we_say: The harvest is near."],
        ["we_say: The harvest is near. And long."],
    ),
]


@TRACKED
@pytest.mark.parametrize(("edit", "gone", "added"), [each[1:] for each in EDITS], ids=[each[0] for each in EDITS])
def test_an_edit_changes_its_own_lines_only(
    desk: Desk, edit: Callable[[WordEdit, str], None], gone: list[str], added: list[str], author: str
) -> None:
    """Whatever is edited, tracked or not, each other line of the file stays byte for byte."""
    outcome = desk.pulled(lambda word: edit(word, author))
    assert changed_lines(outcome) == (gone, added)
    assert outcome.leftovers == ()


@TRACKED
def test_a_moved_entry_takes_its_comment_along(desk: Desk, author: str) -> None:
    """And nothing is said to be removed or added."""
    outcome = desk.pulled(lambda word: word.move("objectives[1]", "objectives[2]", author))
    lines = outcome.after.decode().splitlines()
    place = lines.index("objectives:")
    assert [line.strip()[:12] for line in lines[place + 1 : place + 5]] == [
        "- A date for",
        "- {id: ships",
        "# the second",
        "- A **contac",
    ]
    assert [change.what for change in outcome.changes] == [What.MOVED]


@TRACKED
def test_a_paragraph_that_was_split_and_one_that_was_joined(tmp_path: Path, author: str) -> None:
    """A longer text gets a paragraph more, or less."""
    head = "format: 1\ntemplate: meeting\ntitle: T\ndate: 2026-03-02\n"
    desk = open_desk_with(tmp_path, head + "bottom_line: |\n  One two.\n\n  Three.\n")
    split = desk.pulled(lambda word: word.split("bottom_line", "One", author))
    assert split.after.decode().endswith("bottom_line: |\n  One\n\n  two.\n\n  Three.\n")
    joined = desk.pulled(lambda word: word.merge("bottom_line", author))
    assert joined.after.decode().endswith("bottom_line: |\n  One two.Three.\n")


def test_what_is_worked_out_is_listed_and_not_written(desk: Desk) -> None:
    """A day that the document shows in words, and a label that no field holds."""
    opened = desk.edit()
    opened.replace("next_steps[0].due", "9", "19")
    label = next(each for each in opened.body.iter(f"{W}t") if each.text == "Agenda")
    label.text = "Order of the day"
    outcome = desk.pull(opened)
    assert outcome.after == outcome.before
    assert sorted(left.text for left in outcome.leftovers) == ["19 Mar 2026", "Agenda", "Order of the day"]


def test_a_row_that_was_added_becomes_an_entry(desk: Desk) -> None:
    """Its cells go to the fields of their columns; a day, which is shown in words, is listed."""
    opened = desk.edit()
    row = next(opened.starts("next_steps[1].action")[0].iterancestors(f"{W}tr"))
    added = deepcopy(row)
    for each in list(added.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        each.getparent().remove(each)
    for cell, words in zip(added.iter(f"{W}tc"), ("1 April", "Thank them", "Minister"), strict=False):
        paragraph = next(cell.iter(f"{W}p"))
        for each in list(paragraph.iter(f"{W}r")):
            each.getparent().remove(each)
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = words
    row.addnext(added)
    outcome = desk.pull(opened)
    assert changed_lines(outcome) == ([], ["- action: Thank them", "owner: Minister"])
    assert [left.text for left in outcome.leftovers] == ["1 April"]


def test_a_text_box_and_a_picture_are_listed(desk: Desk) -> None:
    """Neither has a place in a brief, and neither is lost in silence."""
    opened = desk.edit()
    run = opened.runs("agenda[0].objective")[0]
    box = etree.fromstring(
        f'<w:r xmlns:w="{W[1:-1]}"><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent><w:p><w:r>'
        "<w:t>Beware of this</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>"
    )
    run.addnext(box)
    outcome = desk.pull(opened)
    assert {left.text for left in outcome.leftovers} == {"Beware of this", "(a picture)"}
    assert outcome.after == outcome.before


def test_texts_are_found_by_their_words_where_anchors_are_gone(desk: Desk) -> None:
    """An editor that keeps no bookmarks: edits still come back, and it is told that the anchors are gone."""
    opened = desk.edit()
    opened.replace("agenda[0].objective", "a date", "two dates", "Ann")
    for each in list(opened.root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        each.getparent().remove(each)
    outcome = desk.pull(opened)
    assert changed_lines(outcome) == (["objective: Hear a date."], ["objective: Hear two dates."])
    assert [found.code for found in outcome.diagnostics] == ["REV012"]


def test_a_citation_that_was_typed_and_one_by_its_number_are_citations(desk: Desk) -> None:
    """As a reader writes it, and as the file does; a number of no source stays a number."""
    opened = desk.edit()
    opened.insert("agenda[0].objective", "date", " [1, page 2]", "Ann")
    opened.insert("objectives[0]", "date", " [@report] and [7]", "Ann")
    assert changed_lines(desk.pull(opened))[1] == [
        "- A date [@report] and [7] for the corridor.",
        "objective: Hear a date [@report, page 2].",
    ]


def test_words_that_were_struck_through_are_listed(desk: Desk) -> None:
    """They are no deletion, and are not taken for one; but nobody misses them."""
    opened = desk.edit()
    run = opened.runs("agenda[0].objective")[0]
    etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}strike")
    run.insert(0, run[-1])
    (left,) = desk.pull(opened).leftovers
    assert (left.text, left.near) == ("Hear a date.", "agenda[0].objective")


def test_a_formula_a_symbol_and_a_chunk_of_another_document_are_listed(desk: Desk) -> None:
    """Whatever cannot be read as words is told, and never passed over."""
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    opened = desk.edit()
    opened.paragraph("agenda[0].objective").append(etree.fromstring(f'<m:oMath xmlns:m="{math}"/>'))
    etree.SubElement(opened.runs("objectives[0]")[0], f"{W}sym")
    opened.body.insert(0, etree.Element(f"{W}altChunk"))
    outcome = desk.pull(opened)
    assert [left.text for left in outcome.leftovers] == ["(a picture)"] * 3
    assert outcome.after == outcome.before


def test_a_portion_mark_is_no_text_and_a_changed_one_is_listed(tmp_path: Path) -> None:
    """Marks are set by the brief's markings; words beside them come back without them."""
    brief = "format: 1\ntemplate: meeting\ntitle: T\ndate: 2026-03-02\nmarking: NATO RESTRICTED\nobjectives:\n"
    brief += (
        "  - {text: An open aim., marking: NATO UNCLASSIFIED}\n  - {text: A closed aim., marking: NATO RESTRICTED}\n"
    )
    desk = open_desk_with(tmp_path, brief)
    edited = desk.pulled(lambda word: word.replace("objectives[0]", "open", "free", "Ann"))
    assert changed_lines(edited)[1] == ["- {text: A free aim., marking: NATO UNCLASSIFIED}"] or "free aim" in str(
        changed_lines(edited)
    )
    assert edited.leftovers == ()
    opened = desk.edit()
    mark = opened.runs("objectives[0]")[0]
    next(mark.iter(f"{W}t")).text = "(NR)\u00a0"
    marked = desk.pull(opened)
    assert [(left.text, left.near) for left in marked.leftovers] == [("(NR)", "objectives[0]")]
    assert marked.after == marked.before


def test_an_entry_that_is_moved_into_another_list_keeps_who_may_see_it(tmp_path: Path) -> None:
    """What is marked, or for one edition, is not set free by being moved."""
    brief = "format: 1\ntemplate: meeting\ntitle: T\ndate: 2026-03-02\nmarking: NATO RESTRICTED\nagenda:\n"
    lines = "    lines_to_take:\n      - {text: Open., marking: NATO UNCLASSIFIED}\n"
    lines += "      - {text: Closed., marking: NATO RESTRICTED}\n      - Last.\n"
    brief += f"  - topic: One\n{lines}  - topic: Two\n    lines_to_take:\n      - First here.\n      - Last here.\n"
    desk = open_desk_with(tmp_path, brief)
    moved = desk.pulled(lambda word: word.move("agenda[0].lines_to_take[1]", "agenda[1].lines_to_take[0]"))
    after = moved.after.decode()
    assert after.index("First here.") < after.index("Closed.") < after.index("Last here.")
    assert after[after.index("Closed.") :].split("\n")[1].strip() == "marking: NATO RESTRICTED"


def test_a_document_whose_parts_have_other_names_is_read(desk: Desk) -> None:
    """Some programs call the text document2.xml; what leads to it is what counts."""
    opened = desk.edit()
    opened.replace("objectives[0]", "corridor", "canal")
    parts = parts_of(opened.save())
    for old, new in (
        ("word/document.xml", "word/document2.xml"),
        ("word/_rels/document.xml.rels", "word/_rels/document2.xml.rels"),
    ):
        parts[new] = parts.pop(old)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"word/document2.xml")
    file = desk.save(write_package(parts))
    assert changed_lines(pull_documents([file], desk.file, PullWishes()))[1] == ["- A date for the canal."]


def test_thousands_of_new_paragraphs_take_no_minutes(desk: Desk) -> None:
    """Those beyond what anybody writes are listed, all of them."""
    opened = desk.edit()
    paragraph = opened.paragraph("agenda[1].background")
    for number in range(3000):
        added = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>Paragraph {number}</w:t></w:r></w:p>')
        paragraph.addnext(added)
    outcome = desk.pull(opened)
    told = outcome.after.decode() + " ".join(left.text for left in outcome.leftovers)
    assert all(f"Paragraph {number}" in told for number in range(3000))


def rows_of(opened: WordEdit) -> list[etree._Element]:
    """Give the rows of the table in the background of the first item."""
    return list(next(opened.starts("agenda[0].background")[-1].iterancestors(f"{W}tbl")).iter(f"{W}tr"))


def test_a_table_in_a_text_takes_rows_and_loses_them(desk: Desk) -> None:
    """It is written as Markdown again, with the alignments that it had; the text around it stays."""
    opened = desk.edit()
    row = rows_of(opened)[-1]
    added = deepcopy(row)
    for each in list(added.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        each.getparent().remove(each)
    for text, words in zip(added.iter(f"{W}t"), ("Reni", "3 | 4"), strict=True):
        text.text = words
    row.addnext(added)
    assert changed_lines(desk.pull(opened)) == ([], ["| Reni | 3 \\| 4 |"])
    opened = desk.edit()
    rows_of(opened)[-1].getparent().remove(rows_of(opened)[-1])
    assert changed_lines(desk.pull(opened)) == (["| Odesa | 12 |"], [])


def test_a_new_table_behind_a_paragraph_becomes_one_of_the_text(desk: Desk) -> None:
    """Of a longer text, which can hold one."""
    opened = desk.edit()
    cells = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:p><w:r><w:t>{word}</w:t></w:r></w:p></w:tc>' for word in row)}</w:tr>"
        for row in (("Rate", "Year"), ("3 %", "2025"))
    )
    table = etree.fromstring(f'<w:tbl xmlns:w="{W[1:-1]}">{cells}</w:tbl>')
    opened.paragraph("agenda[1].background").addnext(table)
    outcome = desk.pull(opened)
    assert changed_lines(outcome) == ([], ["", "| Rate | Year |", "| --- | --- |", "| 3 % | 2025 |"])
    assert outcome.leftovers == ()


def test_an_entry_is_not_taken_out_with_texts_that_the_document_does_not_show(tmp_path: Path) -> None:
    """Who struck it did not see them; it is listed, and the file stays as it is."""
    head = "format: 1\ntemplate: speaking-points\ntitle: T\ndate: 2026-03-02\nagenda:\n"
    items = "".join(f"  - topic: {name}\n    lines_to_take: [Say {name}.]\n    background: Known.\n" for name in "AB")
    desk = open_desk_with(tmp_path, head + items)
    opened = desk.edit()
    for path in ("agenda[1].topic", "agenda[1].lines_to_take[0]"):
        for number in reversed(range(len(opened.starts(path)))):
            opened.delete_paragraph(path, "Ann", number)
    outcome = desk.pull(opened)
    assert outcome.after == outcome.before
    assert [(left.near, "background" in left.why) for left in outcome.leftovers] == [("agenda[1]", True)]
