"""Word documents that are not sound, or that not everybody can use, each in one way."""

from collections.abc import Callable

from tests.verifying.planting import (
    CHART,
    SHEET,
    WORKBOOK,
    Fault,
    Tree,
    change_parts,
    change_text,
    change_tree,
    find_paragraph,
    make_word,
    pack,
    unpack,
)

from briefmaker.verifying.word_outline import DRAWING
from briefmaker.writing.word.wordml import W

DOCUMENT = "word/document.xml"


def _fault(check: str, what: str, change: Callable[[Tree], None], part: str = DOCUMENT) -> Fault:
    return Fault(check, "docx", what, change_tree(change, part))


def _break_seal() -> bytes:
    parts = unpack(make_word())
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"Harbour talks", b"Harbor talks")
    return pack(parts)


def _remove(root: Tree, tag: str) -> Tree:
    found = next(root.iter(f"{W}{tag}"))
    parent = found.getparent()
    assert parent is not None
    parent.remove(found)
    return found


def _name_style(root: Tree) -> None:
    next(root.iter(f"{W}pStyle")).set(f"{W}val", "NoSuchStyle")


def _name_list(root: Tree) -> None:
    next(root.iter(f"{W}numId")).set(f"{W}val", "999")


def _skip_level(root: Tree) -> None:
    heading = next(each for each in root.iter(f"{W}style") if each.get(f"{W}styleId") == "Heading1")
    name = heading.find(f"{W}name")
    assert name is not None
    name.set(f"{W}val", "heading 3")
    for level in heading.iter(f"{W}outlineLvl"):
        level.set(f"{W}val", "2")


def _unmark_header(root: Tree) -> None:
    _remove(root, "tblHeader")


def _empty_cell(root: Tree) -> None:
    cell = next(each for each in root.iter(f"{W}tc") if not any(text.text for text in each.iter(f"{W}t")))
    for paragraph in cell.findall(f"{W}p"):
        cell.remove(paragraph)


def _lose_cell(root: Tree) -> None:
    _remove(root, "tc")


def _add_picture(root: Tree) -> None:
    run = find_paragraph(root, "closed to large ships").makeelement(f"{W}r", {})
    drawing = run.makeelement(f"{W}drawing", {})
    drawing.append(run.makeelement(f"{DRAWING}docPr", {"id": "900", "name": "Picture 1"}))
    run.append(drawing)
    find_paragraph(root, "closed to large ships").append(run)


def _break_field(root: Tree) -> None:
    end = next(each for each in root.iter(f"{W}fldChar") if each.get(f"{W}fldCharType") == "end")
    end.set(f"{W}fldCharType", "separate")


def _track_change(root: Tree) -> None:
    paragraph = find_paragraph(root, "closed to large ships")
    run = next(paragraph.iter(f"{W}r"))
    tracked = paragraph.makeelement(f"{W}ins", {f"{W}id": "7001", f"{W}author": "Somebody"})
    run.addprevious(tracked)
    tracked.append(run)


def _repeat_id(root: Tree) -> None:
    starts, ends = list(root.iter(f"{W}bookmarkStart")), list(root.iter(f"{W}bookmarkEnd"))
    first, second = (start.get(f"{W}id", "") for start in starts[:2])
    for each in (*starts, *ends):
        if each.get(f"{W}id") == second:
            each.set(f"{W}id", first)


def _end_elsewhere(root: Tree) -> None:
    paragraph = find_paragraph(root, "closed to large ships")
    end = next(paragraph.iter(f"{W}bookmarkEnd"))
    following = paragraph.getnext()
    assert following is not None
    following.append(end)


def _rename_anchor(root: Tree) -> None:
    anchor = next(each for each in root.iter(f"{W}bookmarkStart") if each.get(f"{W}name", "").startswith("bf_"))
    anchor.set(f"{W}name", "own_name")


def _dangle(root: Tree) -> None:
    root.remove(next(each for each in root if each.get("Target") == "https://example.int/tender"))


def _add_outside_template(root: Tree) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    attributes = {"Id": "outside", "Type": kind, "Target": "https://example.int/t.dotm", "TargetMode": "External"}
    root.append(root.makeelement(f"{{{root.nsmap[None]}}}Relationship", attributes))


def _lose_title(root: Tree) -> None:
    next(each for each in root if each.tag.endswith("}title")).text = ""


def _lose_part(parts: dict[str, bytes]) -> None:
    del parts["word/fontTable.xml"]


def _lose_workbook(parts: dict[str, bytes]) -> None:
    """Lose the workbook with all that names it."""
    del parts[WORKBOOK]
    del parts["word/charts/_rels/chart1.xml.rels"]


def _change_cell(parts: dict[str, bytes]) -> None:
    sheet = unpack(parts[WORKBOOK])
    sheet[SHEET] = sheet[SHEET].replace(b"<v>633</v>", b"<v>336</v>")
    parts[WORKBOOK] = pack(sheet)


def _damage_workbook(parts: dict[str, bytes]) -> None:
    parts[WORKBOOK] = parts[WORKBOOK][:200]


RELATIONSHIPS = "word/_rels/document.xml.rels"

WORD_FAULTS: tuple[Fault, ...] = (
    Fault("word-seal", "docx", "edited since", _break_seal),
    _fault("word-title", "no title", _lose_title, "docProps/core.xml"),
    _fault("word-headings", "a level is skipped", _skip_level, "word/styles.xml"),
    _fault("word-table-headers", "a header row is not marked", _unmark_header),
    _fault("word-cells", "a cell without paragraph", _empty_cell),
    _fault("word-cells", "a row lacks a cell", _lose_cell),
    _fault("word-pictures", "no alternative text", _add_picture),
    _fault("word-fields", "one does not end", _break_field, "word/footer1.xml"),
    _fault("word-revisions", "a tracked change", _track_change),
    _fault("word-active", "an outside template", _add_outside_template, RELATIONSHIPS),
    _fault("word-styles", "one that is not there", _name_style),
    _fault("word-numbering", "a list that is not there", _name_list),
    _fault("word-ids", "one bookmark id twice", _repeat_id),
    _fault("word-bookmarks", "one ends in another paragraph", _end_elsewhere),
    _fault("word-anchors", "one is gone", _rename_anchor),
    _fault("word-relationships", "one is gone", _dangle, RELATIONSHIPS),
    Fault("word-relationships", "docx", "a part is gone", change_parts(_lose_part)),
    Fault("word-charts", "docx", "an altered point", change_text("<c:v>633</c:v>", "<c:v>336</c:v>", CHART)),
    Fault("word-charts", "docx", "an altered name", change_text("<c:v>Volos</c:v>", "<c:v>Volo</c:v>", CHART)),
    Fault("word-charts", "docx", "an altered cell", change_parts(_change_cell)),
    Fault("word-charts", "docx", "no workbook", change_parts(_lose_workbook)),
    Fault("word-charts", "docx", "a damaged workbook", change_parts(_damage_workbook)),
    Fault("word-links", "docx", "one leads nowhere", change_text('w:anchor="source_2"', 'w:anchor="source_9"')),
)

# Only the validator of the conformance tests finds it.
SCHEMA_FAULT = Fault("word-schema", "docx", "an element out of place", change_text("<w:cantSplit/>", "<w:jumpSplit/>"))
