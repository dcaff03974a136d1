"""Tells where a brief has characters that the shipped fonts have not."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefmaker.diagnostics import Code, Diagnostic, Places, Severity, Span

if TYPE_CHECKING:
    from briefmaker.view.shape import View


def tell_missing_glyphs(view: "View", places: Places) -> Iterator[Diagnostic]:
    """Give one warning for each field with such characters, at the first of them."""
    from briefmaker.writing.glyphs import find_missing_glyphs

    for path, characters in find_missing_glyphs(view).items():
        shown = ", ".join(f"`{each}`" for each in characters[:5])
        message = f"the fonts have no sign for {shown}: another font's is printed, and another one on another machine"
        hint = "write it in letters that the fonts have, or look at the pages before they are sent"
        place = _find(characters[0], places, path)
        yield places.finding(Code.TEXT_GLYPH, path, message, hint, severity=Severity.WARNING, span=place)


def _find(character: str, places: Places, path: str) -> Span:
    """Give where the character stands from the field's beginning on, or the field itself."""
    field = places.value(path)
    for number in range(field.line, len(places.lines) + 1):
        column = places.line(number).find(character, field.column - 1 if number == field.line else 0)
        if column >= 0:
            return Span.at(number, column + 1)
    return field
