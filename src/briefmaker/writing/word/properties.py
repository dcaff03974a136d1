"""What a Word document says of itself: its core properties, its own ones, its language."""

import datetime
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefmaker.reading.office_package import CUSTOM_NAMESPACE, CUSTOM_PART
from briefmaker.view.shape import Properties
from briefmaker.writing.word.wordml import W

LONGEST_CORE_PROPERTY = 255  # python-docx refuses more, as Word does
OTHER_LATIN, OTHER_RIGHT_TO_LEFT = "en-GB", "ar-SA"  # of names and titles in a script that is not the brief's
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_VALUES_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the id that Word gives to all custom properties


def set_core_properties(document: Document, properties: Properties) -> None:
    """Write title, author, language and the like; every time is the brief's own, so that the same input gives the same file."""
    core = document.core_properties
    core.title = _cut(properties.title)
    core.author = _cut(properties.author)
    core.last_modified_by = _cut(properties.author)
    core.subject = _cut(properties.subject)
    core.keywords = _cut(properties.keywords)
    core.category = _cut(properties.marking)
    core.comments = ""
    core.content_status = _cut(properties.status)
    core.language = properties.language
    core.revision = 1
    moment = properties.modified.astimezone(datetime.UTC).replace(tzinfo=None)
    core.created = core.modified = moment


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_CORE_PROPERTY else text[: LONGEST_CORE_PROPERTY - 1] + "…"


def set_language(document: Document, language: str, direction: str = "ltr") -> None:
    """Make the brief's language that of all text which names no other.

    Word knows two: one for Latin letters and the like, one for scripts that run from right to left.
    """
    is_right_to_left = direction == "rtl"
    defaults = document.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    if defaults is None:
        return
    for old in defaults.findall(f"{W}lang"):
        defaults.remove(old)
    tag = etree.SubElement(defaults, f"{W}lang")
    for attribute in ("val", "eastAsia"):
        tag.set(f"{W}{attribute}", OTHER_LATIN if is_right_to_left else language)
    tag.set(f"{W}bidi", language if is_right_to_left else OTHER_RIGHT_TO_LEFT)


def write_custom_properties(values: dict[str, str]) -> bytes:
    """Give the part that holds custom properties."""
    entries = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name={quoteattr(name)}><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(values.items(), start=2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{CUSTOM_NAMESPACE}" xmlns:vt="{_VALUES_NAMESPACE}">{entries}</Properties>'
    ).encode()


def add_custom_part(document: Document) -> None:
    """Give the document a part for custom properties, replacing the template's own."""
    package = document.part.package
    for key, relationship in list(package.rels.items()):
        if relationship.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            del package.rels[key]
    part = Part(PackURI(f"/{CUSTOM_PART}"), _CUSTOM_TYPE, write_custom_properties({}), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
