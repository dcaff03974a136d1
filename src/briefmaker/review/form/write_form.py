"""Writes a Word form for a template: a place for each field, what belongs there, and tables with room for more."""

import datetime
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

import docx
from docx.document import Document
from docx.oxml import parse_xml
from lxml import etree

from briefmaker.model.style import Style
from briefmaker.reading.office_package import CUSTOM_PART
from briefmaker.reading.unpacking import unpack
from briefmaker.review.form.form_plan import LINES, Group, GroupKind, plan_form
from briefmaker.review.form.form_words import FormWords, write_note
from briefmaker.review.form.places import (
    FORM_PROPERTY,
    FORM_VERSION,
    LANGUAGE_PROPERTY,
    TEMPLATE_PROPERTY,
    name_mark,
    write_code,
)
from briefmaker.writing.word.document import iterate_parts
from briefmaker.writing.word.house import dress, write_colour
from briefmaker.writing.word.package import write_package
from briefmaker.writing.word.page import set_paper, text_width, tidy_body
from briefmaker.writing.word.properties import add_custom_part, set_language, write_custom_properties
from briefmaker.writing.word.right_to_left import embolden_companions, mark_words, turn_part, turn_styles
from briefmaker.writing.word.wordml import (
    WORD_NAMESPACE,
    W,
    mm,
    write_bookmark,
    write_field,
    write_paragraph,
    write_run,
)

_NO_DAY = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_LABEL_WIDTH = 50.0
_GAP = 100  # twips between a cell's edge and its words
_EMPTY = write_paragraph("", "")
Element = etree._Element  # noqa: SLF001 - lxml's only name for the type


@dataclass(frozen=True, slots=True)
class Form:
    """What a form is written for: a template by its name, its kind in words, and what it shows; language, paper and style."""

    template: str
    kind: str
    shows: tuple[str, ...]
    language: str
    paper: str
    style: Style
    is_right_to_left: bool = False


def write_form(form: Form, word_template: bytes) -> bytes:
    """Give the form as a Word document, in the styles of the template's own; the same form gives the same bytes."""
    document = docx.Document(io.BytesIO(word_template))
    dress(document, iterate_parts(document), form.style)
    writer = _FormWriter(form, document)
    _replace_body(document, writer.write_body())
    _replace_running(document, writer)
    set_paper(document, form.paper)
    tidy_body(document.element.body)
    _turn(document, form)
    _describe(document, form)
    set_language(document, form.language, "rtl" if form.is_right_to_left else "ltr")
    add_custom_part(document)
    saved = io.BytesIO()
    document.save(saved)
    return _with_properties(saved.getvalue(), form)


def _replace_body(document: Document, content: str) -> None:
    """Put the form in the place of the template's body; paper and margins of the page stay."""
    body = document.element.body
    section = body.find(f"{W}sectPr")
    for child in list(body):
        if child is not section:
            body.remove(child)
    for element in _parse(content):
        section.addprevious(element)


def _replace_running(document: Document, writer: "_FormWriter") -> None:
    """Write heads and feet of pages anew; what the template says there is of a brief."""
    for root in iterate_parts(document):
        if root.tag == f"{W}body":
            continue
        for child in list(root):
            root.remove(child)
        root.extend(_parse(writer.write_head() if root.tag == f"{W}hdr" else writer.write_foot()))


def _parse(content: str) -> list[Element]:
    return list(parse_xml(f'<w:body xmlns:w="{WORD_NAMESPACE}">{content}</w:body>'))


def _turn(document: Document, form: Form) -> None:
    for root in iterate_parts(document):
        mark_words(root, is_right_to_left=form.is_right_to_left)
        if form.is_right_to_left:
            turn_part(root)
            _keep_margins(root)
    embolden_companions(document)
    if form.is_right_to_left:
        turn_styles(document, form.language)


def _keep_margins(root: Element) -> None:
    """Let words keep away from both edges of a cell: where LibreOffice begins a line, turning has taken the margin away."""
    for margin in root.iterfind(f".//{W}tblCellMar/{W}right"):
        margin.set(f"{W}w", str(_GAP))


def _describe(document: Document, form: Form) -> None:
    core = document.core_properties
    core.title, core.author, core.last_modified_by = f"{FormWords(form.language).say('form')}: {form.kind}", "", ""
    core.language, core.revision = form.language, 1
    core.created = core.modified = _NO_DAY.replace(tzinfo=None)


def _with_properties(content: bytes, form: Form) -> bytes:
    """Give the package with what says that it is a form, and of which template; its entries in a fixed order and time."""
    values = {FORM_PROPERTY: str(FORM_VERSION), TEMPLATE_PROPERTY: form.template, LANGUAGE_PROPERTY: form.language}
    return write_package({**unpack(content), CUSTOM_PART: write_custom_properties(values)})


class _FormWriter:
    """Writes one form as WordprocessingML."""

    def __init__(self, form: Form, document: Document) -> None:
        self._form = form
        self._words = FormWords(form.language)
        self._ids = {style.name: style.style_id for style in document.styles}
        self._numbers = count(1)
        colours = form.style.colours
        self._quiet, self._rule, self._tint = (
            write_colour(each) for each in (colours.quiet, colours.hairline, colours.tint)
        )

    def write_head(self) -> str:
        """Give the head of every page."""
        return self._paragraph("Header", write_run(f"{self._words.say('form')} · {self._form.kind}"))

    def write_foot(self) -> str:
        """Give the foot of every page: the code by which the form is known, and the page."""
        code = write_run(write_code(self._form.template, self._form.language))
        return self._paragraph("Footer", f"{code}<w:r><w:tab/></w:r>{write_field('PAGE')}")

    def write_body(self) -> str:
        """Give everything that stands on the pages."""
        groups = plan_form(self._form.shows)
        title = self._paragraph("Title", write_run(self._form.kind))
        intro = "".join(self._paragraph("Quiet", write_run(line)) for line in self._words.say("intro"))
        return title + intro + "".join(self._write_group(group) for group in groups) + _EMPTY

    def _write_group(self, group: Group) -> str:
        heading = self._paragraph("Heading 1", write_run(self._words.label(group.name))) if group.name else self._gap()
        hint = write_note(self._words, group)
        note = self._paragraph("Quiet", write_run(hint), "<w:keepNext/>") if hint else ""
        return heading + note + "".join(self._write_tables(group))

    def _write_tables(self, group: Group) -> Iterator[str]:
        if group.kind is GroupKind.TABLE:
            yield self._write_columns(group)
            return
        for _ in range(group.count if group.kind is GroupKind.BLOCKS else 1):
            yield self._write_rows(group.fields)
            yield self._gap()
            if group.after is not None:
                yield self._paragraph("Table Head", write_run(self._words.label(group.after.name)))
                yield self._write_columns(group.after)
                yield self._gap() + self._gap()

    def _write_rows(self, fields: tuple[str, ...]) -> str:
        label = mm(_LABEL_WIDTH)
        widths = (label, text_width() - label)
        return self._table(widths, "".join(self._write_row(field, widths) for field in fields))

    def _write_row(self, field: str, widths: tuple[int, int]) -> str:
        hint = self._words.hint(field)
        if field in LINES:
            hint = " ".join(filter(None, (hint, self._words.say("more_lines"))))
        note = self._paragraph("Quiet", write_run(hint)) if hint else ""
        left = self._cell(widths[0], self._label(field, '<w:keepNext w:val="0"/>') + note)
        place = self._paragraph("Table Text", write_run(self._words.say("place"), self._colour()))
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{left}{self._cell(widths[1], place, is_place=True)}</w:tr>"

    def _write_columns(self, group: Group) -> str:
        share = text_width() // len(group.fields)
        widths = (share,) * len(group.fields)
        head = "".join(self._cell(share, self._label(field)) for field in group.fields)
        empty = self._paragraph("Table Text", "")
        row = "".join(self._cell(share, empty, is_place=True) for _ in group.fields)
        properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        return self._table(
            widths,
            f"<w:tr>{properties}{head}</w:tr>" + f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr>" * group.count,
        )

    def _label(self, field: str, more: str = "") -> str:
        """Give the label of a place, with the bookmark by which it is known again."""
        number = next(self._numbers)
        mark = write_bookmark(number, name_mark(field, number), write_run(self._words.label(field)))
        return self._paragraph("Table Head", mark, more)

    def _colour(self) -> str:
        return f'<w:rPr><w:color w:val="{self._quiet}"/></w:rPr>'

    def _paragraph(self, style: str, content: str, more: str = "") -> str:
        """Give a paragraph in a style of the template; one that a template of staff's own lacks is left out."""
        name = f'<w:pStyle w:val="{self._ids[style]}"/>' if style in self._ids else ""
        return write_paragraph(f"<w:pPr>{name}{more}</w:pPr>", content)

    def _gap(self) -> str:
        return self._paragraph("Table Gap", "")

    def _cell(self, width: int, content: str, *, is_place: bool = False) -> str:
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{self._tint}"/>' if is_place else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{content}</w:tc>'

    def _table(self, widths: tuple[int, ...], rows: str) -> str:
        line = f'w:val="single" w:sz="4" w:space="0" w:color="{self._rule}"'
        borders = "".join(f"<w:{side} {line}/>" for side in ("top", "bottom", "insideH"))
        margins = "".join(f'<w:{side} w:w="{_GAP}" w:type="dxa"/>' for side in ("left", "right"))
        properties = (
            f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}<w:insideV {line}/></w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
