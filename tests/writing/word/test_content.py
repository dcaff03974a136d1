"""Rich text as Word constructs."""

import io
from pathlib import Path

import docx
from lxml import etree
from tests.writing.word.desk import open_brief, write_brief
from tests.writing.word.soundness import R, W, find_faults, open_parts

from briefmaker.writing.word import write_word

LISTS = """\
bottom_line: |
  1. first
  2. second
     - inner
       1. deep
       2. deeper
  3. third

  Between.

  4. fourth
  5. fifth
"""


def body_of(content: bytes) -> etree._Element:
    """Give the body's XML."""
    return etree.fromstring(open_parts(content)["word/document.xml"])


def list_numbers(content: bytes) -> dict[str, str]:
    """Give the list number of each paragraph that has one, by its text."""
    found = {}
    for paragraph in body_of(content).iter(f"{W}p"):
        number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            found["".join(text.text or "" for text in paragraph.iter(f"{W}t"))] = number.get(f"{W}val")
    return found


def test_each_list_has_numbering_of_its_own_and_keeps_its_start(tmp_path: Path) -> None:
    """Numbered lists restart, nested ones apart, and a list that begins with 4 begins with 4."""
    content = write_brief(tmp_path, LISTS)
    numbers = list_numbers(content)
    assert set(numbers) == {"first", "second", "inner", "deep", "deeper", "third", "fourth", "fifth"}
    assert numbers["first"] == numbers["second"] == numbers["third"]
    assert len({numbers["first"], numbers["inner"], numbers["deep"], numbers["fourth"]}) == 4
    numbering = etree.fromstring(open_parts(content)["word/numbering.xml"])
    starts = {
        each.get(f"{W}numId"): each.find(f"{W}lvlOverride/{W}startOverride").get(f"{W}val")
        for each in numbering.iter(f"{W}num")
    }
    assert starts[numbers["fourth"]] == "4"
    assert starts[numbers["deep"]] == "1"
    assert find_faults(content) == []


def test_a_nested_list_stands_further_in(tmp_path: Path) -> None:
    """Indents grow with depth, from the text column on; beside a label that column is a cell."""
    paragraphs = body_of(write_brief(tmp_path, LISTS)).iter(f"{W}p")
    left = {
        "".join(text.text or "" for text in each.iter(f"{W}t")): int(each.find(f"{W}pPr/{W}ind").get(f"{W}left"))
        for each in paragraphs
        if each.find(f"{W}pPr/{W}numPr") is not None
    }
    assert 0 < left["first"] < left["inner"] < left["deep"]
    assert left["fourth"] == left["first"] + 1814


def test_a_list_that_comes_first_stands_beside_its_label(tmp_path: Path) -> None:
    """As on the page: label and list are two cells of one row, and what follows the list goes on in the text column."""
    text = "marking: NATO RESTRICTED\nbottom_line: |\n  - first\n  - second\n\n  After.\n"
    content = write_brief(tmp_path, text)
    (row,) = (row for row in body_of(content).iter(f"{W}tr") if "first" in "".join(row.itertext()))
    label, beside = (["".join(each.itertext()) for each in cell.iter(f"{W}p")] for cell in row.findall(f"{W}tc"))
    assert (label, beside) == (["Bottom line"], ["first", "second"])
    after = next(each for each in body_of(content).iter(f"{W}p") if "".join(each.itertext()) == "After.")
    assert after.getparent().tag == f"{W}body"
    assert find_faults(content) == []


def test_a_table_that_comes_first_stays_under_its_label(tmp_path: Path) -> None:
    """A table within a table would be hard to edit; the label is not parted from it."""
    content = write_brief(tmp_path, "bottom_line: |\n  | a | b |\n  |---|---|\n  | c | d |\n")
    assert paragraphs_kept(content)["Bottom line"]
    assert not any(cell.find(f"{W}tbl") is not None for cell in body_of(content).iter(f"{W}tc"))


def test_a_label_stays_before_the_first_paragraph_only(tmp_path: Path) -> None:
    """The second paragraph of a field hangs under the first, without label and without the hanging indent."""
    content = write_brief(tmp_path, "agenda:\n  - topic: Corridor\n    issue: |\n      One.\n\n      Two.\n")
    document = docx.Document(io.BytesIO(content))
    one, two = (each for each in document.paragraphs if each.style.name == "Brief Field")
    assert one.text == "Issue\tOne."
    assert two.text == "Two."
    assert two.paragraph_format.first_line_indent == 0


def test_emphasis_links_and_citations_become_runs(tmp_path: Path) -> None:
    """Bold and italic are added to the place's own formatting; links lead out, citations to their source."""
    text = (
        "bottom_line: |\n  Ask **now** and *kindly*, see [the site](https://example.org/a?b=1&c=2) [@report, p. 3].\n"
    )
    content = write_brief(tmp_path, text + "sources:\n  report: {title: Report}\n")
    body = body_of(content)
    runs = {"".join(t.text or "" for t in run.iter(f"{W}t")): run for run in body.iter(f"{W}r")}
    assert runs["now"].find(f"{W}rPr/{W}b") is not None
    assert runs["kindly"].find(f"{W}rPr/{W}i") is not None
    links = {"".join(t.text or "" for t in link.iter(f"{W}t")): link for link in body.iter(f"{W}hyperlink")}
    assert links["1, p.\u00a03"].get(f"{W}anchor") == "source_1"
    relation = links["the site"].get(f"{R}id")
    targets = {each.get("Id"): each for each in etree.fromstring(open_parts(content)["word/_rels/document.xml.rels"])}
    assert targets[relation].get("Target") == "https://example.org/a?b=1&c=2"
    assert targets[relation].get("TargetMode") == "External"


def test_a_table_of_the_brief_is_a_table_with_a_header_row(tmp_path: Path) -> None:
    """Markdown's table keeps its words, its alignment and its header, within the text column."""
    table = "| Who | Sum |\n  |---|--:|\n  | A & B | 1,200 |\n  | C | 3 |\n"
    content = write_brief(tmp_path, f"bottom_line: |\n  Before.\n\n  {table}\n  After.\n")
    document = docx.Document(io.BytesIO(content))
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["Who", "Sum"],
        ["A & B", "1,200"],
        ["C", "3"],
    ]
    first = document.tables[0].rows[0]._tr
    assert first.find(f"{W}trPr/{W}tblHeader") is not None
    sides = [each.get(f"{W}val") for each in document.tables[0]._tbl.iter(f"{W}jc")]
    assert sides == ["right"] * 3


def test_a_figure_says_in_words_what_it_shows(tmp_path: Path) -> None:
    """The alternative text is the table's description, and a highlighted row is bold."""
    figure = (
        "figures:\n  sums:\n    alt: Ours is the larger.\n    x: who\n    y: {sum: Sum}\n    highlight: [Ours]\n"
        "    rows:\n      - {who: Ours, sum: 12}\n      - {who: Theirs, sum: 9}\n"
    )
    content = write_brief(tmp_path, figure + "agenda:\n  - topic: Sums\n    figures: [sums]\n")
    body = body_of(content)
    assert [each.get(f"{W}val") for each in body.iter(f"{W}tblDescription")] == ["Ours is the larger."]
    bold = {
        "".join(t.text or "" for t in run.iter(f"{W}t"))
        for run in body.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}b") is not None
    }
    assert {"Ours", "12"} <= bold
    assert not {"Theirs", "9"} & bold


def test_a_table_in_a_cell_is_no_wider_than_its_cell(tmp_path: Path) -> None:
    """A participant's approach may hold a table, whose last column would otherwise lie outside the page."""
    person = "participants:\n  - id: ana\n    name: Ana\n    side: ours\n    approach: |\n"
    content = write_brief(tmp_path, person + "      | Port | Share |\n      |---|--:|\n      | Odesa | 22 % |\n")
    cell = next(each for each in body_of(content).iter(f"{W}tc") if each.find(f"{W}tbl") is not None)
    inner = sum(int(column.get(f"{W}w")) for column in cell.iter(f"{W}gridCol"))
    assert 0 < inner < int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w"))


def paragraphs_kept(content: bytes) -> dict[str, bool]:
    """Give, by its text, whether each paragraph stays on one page with the next by its own formatting."""
    return {
        "".join(text.text or "" for text in each.iter(f"{W}t")): each.find(f"{W}pPr/{W}keepNext") is not None
        for each in body_of(content).iter(f"{W}p")
    }


def test_what_not_to_say_stays_together(tmp_path: Path) -> None:
    """No entry of the list stands alone on a page."""
    kept = paragraphs_kept(write_brief(tmp_path, "agenda:\n  - topic: Corridor\n    avoid: [Dates, Sums]\n"))
    assert kept["Avoid–Dates"]
    assert not kept["–Sums"]


def test_a_figure_stays_whole_with_its_source(tmp_path: Path) -> None:
    """No row of a short figure is parted from the others, nor the note below it from its last row."""
    figure = (
        "figures:\n  sums:\n    x: who\n    y: {sum: Sum}\n    source: report\n"
        "    rows:\n      - {who: Ours, sum: 12}\n      - {who: Theirs, sum: 9}\n"
    )
    kept = paragraphs_kept(write_brief(tmp_path, figure + "sources:\n  report: {title: Report}\n"))
    assert kept["Ours"]
    assert kept["Theirs"]


def test_facts_may_run_on_over_a_list(tmp_path: Path) -> None:
    """Logistics with a list keep to the column of the facts, and no line is drawn between their paragraphs."""
    content = write_brief(tmp_path, "meeting:\n  place: Rome\n  logistics: |\n    - Gate 3\n    - Badges\n")
    facts = docx.Document(io.BytesIO(content)).tables[0]
    assert [[cell.text for cell in row.cells] for row in facts.rows] == [
        ["Where", "Rome"],
        ["Logistics", "Gate 3\nBadges"],
    ]


def test_somebody_of_whom_no_more_is_known_takes_the_whole_width(tmp_path: Path) -> None:
    """A long list of names and offices is not squeezed into the narrow column."""
    people = "participants:\n  - {id: a, name: Ana, side: ours}\n  - {id: b, name: Bo, side: ours, wants: [Peace]}\n"
    rows = docx.Document(io.BytesIO(write_brief(tmp_path, people))).tables[0].rows
    assert [len(row._tr.tc_lst) for row in rows] == [3, 2, 3]


def test_every_cell_of_a_table_has_its_field(tmp_path: Path) -> None:
    """Words that somebody changes in a cell lead back to the field whose table it is, as those of a paragraph do."""
    table = "  | Who | Sum |\n  |---|--:|\n  | A | 1 |\n"
    body = body_of(write_brief(tmp_path, f"bottom_line: |\n{table}"))
    cells = [
        cell
        for cell in body.iter(f"{W}tc")
        if any(text.text in ("Who", "Sum", "A", "1") for text in cell.iter(f"{W}t"))
    ]
    assert len(cells) == 4
    assert all(cell.find(f"{W}p/{W}bookmarkStart").get(f"{W}name").startswith("bf_") for cell in cells)


def test_each_source_of_a_citation_leads_to_its_own_place(tmp_path: Path) -> None:
    """Two sources in one pair of brackets are two links."""
    sources = "sources:\n  a: {title: A}\n  b: {title: B}\n"
    body = body_of(write_brief(tmp_path, f'bottom_line: "See [@a; @b, p. 2]."\n{sources}'))
    assert [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")] == ["source_1", "source_2"]
    assert "See\u00a0[1; 2, p.\u00a02]." in "".join(text.text or "" for text in body.iter(f"{W}t"))


def test_a_running_title_leads_nowhere(tmp_path: Path) -> None:
    """A link or a citation in the title is a link in the body; in the head of each page it is words."""
    file = tmp_path / "brief.yaml"
    head = 'format: 1\ntemplate: meeting\ndate: 2026-03-02\ntitle: "With [our host](https://example.int) [@a]"\n'
    file.write_text(f"{head}sources: {{a: {{title: A}}}}\n")
    reading, view, template, _ = open_brief(file)
    content = write_word(view, template, fingerprint=reading.fingerprint)
    assert find_faults(content) == []
    header = etree.fromstring(open_parts(content)["word/header2.xml"])
    assert "With our host\u00a0[1]" in "".join(text.text or "" for text in header.iter(f"{W}t"))
    assert list(header.iter(f"{W}hyperlink")) == []
    assert len(list(body_of(content).iter(f"{W}hyperlink"))) == 2


def test_where_every_portion_is_marked_each_entry_of_a_list_is(tmp_path: Path) -> None:
    """The outer entries once each, and the paragraph before them; an inner list belongs to its entry."""
    content = write_brief(tmp_path, "marking: CUI\nbottom_line: |\n  One.\n\n  - two\n    - inner\n  - three\n")
    texts = ["".join(text.text or "" for text in each.iter(f"{W}t")) for each in body_of(content).iter(f"{W}p")]
    mark = "(CUI)\u00a0"
    found = [
        text.rpartition("\t")[2] for text in texts if any(word in text for word in ("One.", "two", "inner", "three"))
    ]
    assert [text[text.find("(") if "(" in text else 0 :] for text in found] == [
        *(f"{mark}One.", f"{mark}two", "inner", f"{mark}three"),
    ]
    assert find_faults(content) == []


def test_entries_of_a_list_stand_close_and_what_follows_does_not(tmp_path: Path) -> None:
    """Whatever parts the paragraphs of the field: 2 pt between entries, and after the last one what the style wants."""
    content = write_brief(tmp_path, "bottom_line: |\n  - one\n    - inner\n  - two\n\n  After.\n")
    spacing = {
        "".join(each.itertext()): each.find(f"{W}pPr/{W}spacing")
        for each in body_of(content).iter(f"{W}p")
        if each.find(f"{W}pPr/{W}numPr") is not None
    }
    assert [each is not None and each.get(f"{W}after") for each in spacing.values()] == ["40", "40", False]


def test_a_portion_mark_grows_with_large_type(tmp_path: Path) -> None:
    """Beside a title of 22 pt a mark of 8 pt looks like a slip; in text it has its style's size."""
    content = write_brief(tmp_path, "marking: CUI\nagenda:\n  - topic: T\n    issue: x\n")
    sizes = {
        paragraph.style.name: run.font.size
        for paragraph in docx.Document(io.BytesIO(content)).paragraphs
        for run in paragraph.runs
        if run.text == "(CUI)\u00a0"
    }
    assert sizes["Title"].pt == 18
    assert sizes["Brief Field"] is None


def test_the_outline_has_no_gap_where_only_sources_follow(tmp_path: Path) -> None:
    """A part of the end matter is a heading of the first level, as it is on the page."""
    content = write_brief(tmp_path, "sources:\n  a: {title: Report}\nbottom_line: Word [@a].\n")
    document = docx.Document(io.BytesIO(content))
    (heading,) = (each for each in document.paragraphs if each.text == "Sources")
    assert heading.style.element.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == "0"


def test_no_column_is_headed_that_nobody_fills(tmp_path: Path) -> None:
    """Where nothing is known of what anybody wants, the table of participants names them only."""
    one = "participants:\n  - {name: Anna Berg, side: theirs}\n"
    named = "\n".join(body_of(write_brief(tmp_path, one)).itertext())
    assert "Who" in named
    assert "What they want" not in named
    two = f"{one}  - {{name: Mark Rutte, side: ours, wants: [Peace]}}\n"
    assert "What they want" in "\n".join(body_of(write_brief(tmp_path, two)).itertext())
