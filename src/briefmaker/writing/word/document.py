"""Writes a view as a Word document, by a template that staff can open and change in Word."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2 import Template as JinjaTemplate
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from briefmaker.diagnostics import BriefmakerError
from briefmaker.model.style import Style
from briefmaker.view.chart_shape import ChartView
from briefmaker.view.pack_shape import EntryView, PackStepView, PackView
from briefmaker.view.shape import View
from briefmaker.writing.template import FileRefusedError, Template, tell_refused
from briefmaker.writing.word.anchors import FORMAT_PROPERTY, MAP_FORMAT, Anchors
from briefmaker.writing.word.compile import Places, compile_tags
from briefmaker.writing.word.content import ContentWriter, Floating, Joined, Linked, PageField, fill_label
from briefmaker.writing.word.drawings import Drawings
from briefmaker.writing.word.fonts import embed_fonts
from briefmaker.writing.word.house import dress, write_colour
from briefmaker.writing.word.hyphenation import set_hyphenation
from briefmaker.writing.word.mistakes import HINT, find_source_line, tell_mistake
from briefmaker.writing.word.numbering import Numbering
from briefmaker.writing.word.own_properties import (
    CHECKED_PROPERTY,
    EDITION_PROPERTY,
    MARKING_PROPERTY,
    REPLACES_PROPERTY,
    SOURCE_PROPERTY,
    STATUS_PROPERTY,
)
from briefmaker.writing.word.package import seal_package
from briefmaker.writing.word.page import keep_rows_together, set_paper, text_width, tidy_body
from briefmaker.writing.word.places import read_run_formats, sized
from briefmaker.writing.word.properties import add_custom_part, set_core_properties, set_language
from briefmaker.writing.word.right_to_left import embolden_companions, mark_words, turn_part, turn_styles
from briefmaker.writing.word.tables import TableStyles

if TYPE_CHECKING:
    from briefmaker.writing.word.chart_parts import ChartParts

WORD_FILE = "word.docx"
CHARACTER_STYLES = ("Citation", "Portion", "Hyperlink")
PARAGRAPH_STYLES = ("Table Head", "Table Text")
SMALL = 8.5
"""The size, in points, of the words in the table under a chart."""


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A Word template made ready once: its bytes with tags that know their place, the places, and its style ids."""

    content: bytes
    places: Places
    style_ids: dict[str, str]
    environment: "WordEnvironment"


def write_word(view: View | PackView, template: Template, *, fingerprint: str, with_fonts: bool = False) -> bytes:
    """Give the Word document of a view; the same view gives the same bytes.

    ``fingerprint`` is the SHA-256 of the brief's file, kept in the document's properties with the anchors; an edition has
    none, and no anchors: it is not a document whose edits can come back into the brief.
    ``with_fonts`` puts the fonts inside. Raises BriefmakerError, with paragraph and tag, for a template with a mistake in it.
    """
    compiled = _compile(template.name, _read_template(template), view.style)
    rendering = _Rendering(compiled, view, fingerprint)
    document = rendering.fill_in(template)
    set_paper(document, view.paper)
    tidy_body(document.element.body)
    keep_rows_together(document.element.body)
    rendering.place_charts()
    rendering.writer.numbering.write_definitions()
    _set_direction(document, view)
    set_core_properties(document, view.properties)
    set_language(document, view.language, view.direction)
    set_hyphenation(document, view.language)
    add_custom_part(document)
    if with_fonts:
        embed_fonts(document, view.style)
    saved = io.BytesIO()
    document.save(saved)
    return seal_package(saved.getvalue(), _custom_properties(view, fingerprint, rendering.writer.anchors))


def _set_direction(document: Document, view: View | PackView) -> None:
    """Say of all words from right to left that they are, and turn the whole document around where its language runs so."""
    is_right_to_left = view.direction == "rtl"
    for root in iterate_parts(document):
        mark_words(root, is_right_to_left=is_right_to_left)
        if is_right_to_left:
            turn_part(root)
    embolden_companions(document)
    if is_right_to_left:
        turn_styles(document, view.language)


def _custom_properties(view: View | PackView, fingerprint: str, anchors: Anchors) -> dict[str, str]:
    origin = (
        {SOURCE_PROPERTY: fingerprint, FORMAT_PROPERTY: MAP_FORMAT}
        if fingerprint
        else {EDITION_PROPERTY: view.properties.edition}
    )
    return {
        **origin,
        MARKING_PROPERTY: view.properties.marking,
        STATUS_PROPERTY: view.properties.status,
        **({CHECKED_PROPERTY: "no"} if view.properties.is_unchecked else {}),
        **({REPLACES_PROPERTY: view.properties.replaces} if view.properties.replaces else {}),
        **anchors.properties(),
    }


def _read_template(template: Template) -> bytes:
    try:
        return template.read(WORD_FILE)
    except FileRefusedError as missing:
        raise tell_refused(template, missing) from missing


class WordEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox that compiles each part of a template once."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, optimized=False)
        self.filters |= {
            "fill": fill_label,
            "joined": _join,
            "linked": Linked,
            "page_of": _lead_to_page,
            "tab_and_page": _name_tab_and_page,
        }
        self._compiled: dict[str, JinjaTemplate] = {}

    def from_string(self, source: Any, *arguments: Any, **options: Any) -> JinjaTemplate:
        """Give the compiled template of this source."""
        if source not in self._compiled:
            self._compiled[source] = super().from_string(source, *arguments, **options)
        return self._compiled[source]


class _PatchedTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl's template, whose preparation of each part is done once."""

    @staticmethod
    @lru_cache(maxsize=64)
    def _patch_once(source: str) -> str:
        return str(DocxTemplate.patch_xml(None, source))

    def patch_xml(self, src_xml: str) -> str:
        """Give a part's source as docxtpl prepares it for Jinja."""
        return self._patch_once(src_xml)


@lru_cache(maxsize=32)
def _compile(name: str, content: bytes, style: Style) -> CompiledTemplate:
    """Make a template ready in the style of the house; docxtpl then finds tags that call their place by number."""
    try:
        document = docx.Document(io.BytesIO(content))
    except (KeyError, ValueError, OSError, BadZipFile, PackageNotFoundError, etree.XMLSyntaxError) as broken:
        message = f"templates/{name}/{WORD_FILE} is not a Word document that can be read"
        raise BriefmakerError(message, "open it in Word and save it anew as .docx", exit_code=1) from broken
    style_ids = _find_styles(name, document)
    places = Places()
    dress(document, iterate_parts(document), style)
    for root in iterate_parts(document):
        try:
            compile_tags(root, document, style_ids, places)
        except ValueError as mistake:
            message = f"templates/{name}/{WORD_FILE}, {mistake}"
            raise BriefmakerError(message, HINT, exit_code=1) from mistake
    saved = io.BytesIO()
    document.save(saved)
    return CompiledTemplate(saved.getvalue(), places, style_ids, WordEnvironment())


def iterate_parts(document: Document) -> Iterator[etree._Element]:
    """Give the body, and each header and footer once."""
    yield document.element.body
    for relationship in document.part.rels.values():
        if relationship.reltype in {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}:
            yield relationship.target_part.element


def _find_styles(name: str, document: Document) -> dict[str, str]:
    """Give the ids of the styles that filled-in texts need; raises BriefmakerError naming those that are missing."""
    ids = {style.name: style.style_id for style in document.styles}
    missing = [style for style in (*CHARACTER_STYLES, *PARAGRAPH_STYLES) if style not in ids]
    if missing:
        message = f"templates/{name}/{WORD_FILE} has no style named {', '.join(missing)}"
        hint = "texts that are filled in need it: add it in Word's list of styles"
        raise BriefmakerError(message, hint, exit_code=1)
    return {style: str(ids[style]) for style in ids if style}


class _Rendering:
    """One filling-in of a template."""

    def __init__(self, compiled: CompiledTemplate, view: View | PackView, fingerprint: str) -> None:
        self._compiled = compiled
        self._view = view
        self._template = _PatchedTemplate(io.BytesIO(compiled.content))
        self._template.init_docx()
        document = self._template.docx
        self._charts: ChartParts | None = None
        runs = read_run_formats(None, compiled.style_ids)
        self.writer = ContentWriter(
            anchors=Anchors(fingerprint, dict(view.ids) if isinstance(view, View) else {}),
            numbering=Numbering(document.part.numbering_part),
            link_to=self._link_to,
            drawings=Drawings({picture.key: picture for picture in view.pictures}, self._embed),
            tables=TableStyles(
                compiled.style_ids["Table Head"],
                compiled.style_ids["Table Text"],
                runs,
                read_run_formats(sized(SMALL), compiled.style_ids),
                write_colour(view.style.colours.ink),
                write_colour(view.style.colours.hairline),
                "left" if view.direction == "rtl" else "right",
            ),
            style=view.style,
            width=text_width(),
            add_chart=self._add_chart,
        )

    def _link_to(self, address: str) -> str:
        """Give the relationship that a link needs; one address has one."""
        part = self._template.docx.part
        return str(part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def _add_chart(self, chart: ChartView, description: str) -> str:
        """Put a chart into the document and give the run that shows it; a brief without one does not import what it takes."""
        if self._charts is None:
            from briefmaker.writing.word.chart_parts import ChartParts

            self._charts = ChartParts(self._template.docx.part, self._view, self.writer.drawings.numbers)
        return self._charts.add(chart, description)

    def place_charts(self) -> None:
        """Put charts under their captions, where there are any; from right to left a chart needs a paragraph of its own."""
        if self._charts is not None and self._view.direction == "ltr":
            from briefmaker.writing.word.chart_parts import join_captions

            join_captions(self._template.docx.element.body)

    def _embed(self, content: io.BytesIO) -> str:
        """Give the relationship of a picture to the part that is being filled in; the same picture is kept once."""
        return str(self._template.current_rendering_part.get_or_add_image(content)[0])

    def fill_in(self, template: Template) -> Document:
        """Give the document with all tags filled in."""
        environment = self._compiled.environment
        try:
            self._template.render(self._context(), environment, autoescape=True)
        except TemplateSyntaxError as mistake:
            raise tell_mistake(_file_of(template), self._source(), mistake.lineno, mistake.message or "") from mistake
        except (TemplateError, TypeError, AttributeError, LookupError, ValueError) as mistake:
            line = find_source_line(mistake.__traceback__)
            if line is None:
                raise
            raise tell_mistake(_file_of(template), self._source(), line, str(mistake)) from mistake
        document: Document = self._template.docx
        return document

    def _context(self) -> dict[str, object]:
        """Give what tags may name; the writers are this document's own, since the environment serves all."""
        logo = self._view.house.logo
        return {
            "view": self._view,
            "labels": self._view.labels,
            "logo": Floating(logo, "right" if self._view.direction == "rtl" else "left") if logo else None,
            "page_number": PageField("PAGE"),
            "page_total": PageField("NUMPAGES"),
            "write_inline": self._inline,
            "write_block": self._block,
        }

    def _inline(self, value: object, number: int) -> Markup:
        return Markup(self._writer_here().inline(value, self._compiled.places.inline[number]))  # noqa: S704 - escaped by the writer

    def _block(self, value: object, number: int, prefix: str = "") -> Markup:
        place = self._compiled.places.block[number]
        return Markup(self._writer_here().block(value, place, str(prefix)))  # noqa: S704 - escaped by the writer

    def _source(self) -> str:
        """Give the Jinja source of the part that is being filled in."""
        part = self._template.current_rendering_part
        is_body = part is self._template.docx.part
        return self._template.patch_xml(self._template.get_xml() if is_body else self._template.get_part_xml(part))

    def _writer_here(self) -> ContentWriter:
        """Give the writer for the part that is being filled in: heads and feet of pages lead nowhere."""
        is_body = self._template.current_rendering_part is self._template.docx.part
        return self.writer if is_body else replace(self.writer, has_links=False)


def _file_of(template: Template) -> str:
    return f"templates/{template.name}/{WORD_FILE}"


def _join(values: Iterable[object], separator: str) -> Joined:
    """Join what there is: a text that the template does not show is empty, and needs no separator."""
    return Joined(tuple(value for value in values if value is not None and getattr(value, "blocks", True)), separator)


def _lead_to_page(entry: EntryView | PackStepView) -> PageField | None:
    """Give the page on which a part of a pack begins: that of the PDF, until Word counts for itself."""
    return PageField(f"PAGEREF {name_bookmark(entry.key)} \\h", entry.page) if entry.key else None


def _name_tab_and_page(step: PackStepView, comma: str) -> Joined | None:
    return Joined((f"{step.tab}{comma} ", _lead_to_page(step))) if step.key else None


def name_bookmark(key: str) -> str:
    """Give the bookmark on the first page of a part of a pack; Word takes no hyphen in its name."""
    return key.replace("-", "_")
