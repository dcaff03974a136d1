"""Hyphenation in Word: on for languages with long words, and only in the narrow columns of prose."""

from docx.document import Document
from lxml import etree

from briefmaker.writing.word.wordml import W

HYPHENATED_LANGUAGES = ("de", "es", "fr", "it", "nl", "pl", "uk")
"""The same as in brief.css; Turkish has no dictionary there, Arabic and Hebrew divide no words."""

HYPHENATED_STYLES = ("They Say", "We Say")
_BEFORE_HYPHENATION = {f"{W}zoom", f"{W}embedTrueTypeFonts", f"{W}defaultTabStop"}
_BEFORE_SUPPRESSION = {
    f"{W}{name}"
    for name in (
        "pStyle",
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "framePr",
        "widowControl",
        "numPr",
        "suppressLineNumbers",
        "pBdr",
        "shd",
        "tabs",
    )
}


def set_hyphenation(document: Document, language: str) -> None:
    """Let Word divide words as the page does: nowhere but in what they say and what we answer."""
    settings = document.settings.element
    for old in settings.findall(f"{W}autoHyphenation"):
        settings.remove(old)
    if language.partition("-")[0].lower() not in HYPHENATED_LANGUAGES:
        return
    place = sum(child.tag in _BEFORE_HYPHENATION for child in settings)
    settings.insert(place, etree.Element(f"{W}autoHyphenation"))
    for style in document.styles.element.iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None and name.get(f"{W}val") in ("Normal", *HYPHENATED_STYLES):
            _suppress(style, is_suppressed=name.get(f"{W}val") == "Normal")


def _suppress(style: etree._Element, *, is_suppressed: bool) -> None:
    properties = style.find(f"{W}pPr")
    if properties is None:
        return
    for old in properties.findall(f"{W}suppressAutoHyphens"):
        properties.remove(old)
    element = etree.Element(f"{W}suppressAutoHyphens")
    if not is_suppressed:
        element.set(f"{W}val", "0")
    properties.insert(sum(child.tag in _BEFORE_SUPPRESSION for child in properties), element)
