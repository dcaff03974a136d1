"""The house style in a stylesheet: ``var(--accent)`` becomes its colour and ``var(--serif)`` its fonts when a sheet is read.

Written out before parsing, since WeasyPrint takes longer over variables of its own in each element (docs/decisions/0008).
"""

import re
from collections.abc import Iterator

from briefmaker.model.font_family import FontFace, FontFamily, find_face, is_single
from briefmaker.model.style import PLAIN_STYLE, ROLES, Style, list_families

_ROLE = re.compile(r"var\(--(\w+)\)")
_USUAL = {"Brief Serif": PLAIN_STYLE.serif, "Brief Sans": PLAIN_STYLE.sans, "Brief Display": PLAIN_STYLE.display}
_HOUSE = {"serif": "House Serif", "sans": "House Sans", "display": "House Display"}
_COMPANIONS = '"Brief Arabic", "Brief Hebrew"'
"""Families for other scripts; they follow every family, and come before what the machine happens to have."""

_GENERIC = {"serif": "serif", "sans": "sans-serif", "display": "serif"}
# A page knows two weights; a family without semibold takes its bold.
_WEIGHTS = {400: (400,), 600: (600, 700)}


def fill_in_style(css: str, style: Style) -> str:
    """Give a stylesheet with the style's colours and fonts; a variable that is none of briefmaker's stays as it is."""
    values = {role: str(getattr(style.colours, role)) for role in ROLES}
    values |= {role: _list_fonts(role, style) for role in _HOUSE}
    return _ROLE.sub(lambda variable: values.get(variable[1], variable[0]), css)


def write_font_faces(style: Style) -> str:
    """Give the ``@font-face`` rules for the shipped families, and for those of the house that are others."""
    faces = [rule for name, family in _USUAL.items() for rule in _write_family(name, family)]
    for role, name in _HOUSE.items():
        if _is_own(role, style):
            faces += _write_family(name, getattr(style, role))
    return "\n".join(faces)


def _is_own(role: str, style: Style) -> bool:
    return bool(getattr(style, role) != getattr(PLAIN_STYLE, role))


def _list_fonts(role: str, style: Style) -> str:
    """Give the families of a role: letters that the house's own has not come from the shipped one."""
    own = f'"{_HOUSE[role]}", ' if _is_own(role, style) else ""
    return f'{own}"Brief {role.capitalize()}", {_COMPANIONS}, {_GENERIC[role]}'


def _write_family(name: str, family: FontFamily) -> Iterator[str]:
    for weight, is_italic in ((400, False), (400, True), (600, False), (600, True)):
        face = _choose_face(family, weight, is_italic=is_italic)
        if face is not None:
            slant = " font-style: italic;" if is_italic else ""
            yield f'@font-face {{ font-family: "{name}"; font-weight: {weight};{slant} src: url({_address_of(face)}) }}'


def _choose_face(family: FontFamily, weight: int, *, is_italic: bool) -> FontFace | None:
    """Give the face that stands for a weight and slant; a family of one face has that for all that is upright."""
    if is_single(family):
        return None if is_italic else family.faces[0]
    faces = (find_face(family, each, is_italic=is_italic) for each in _WEIGHTS[weight])
    return next((face for face in faces if face is not None), None)


def _address_of(face: FontFace) -> str:
    return f"fonts/{face.file}" if face.content is None else f"house/{face.file}"


def list_font_files(style: Style) -> dict[str, bytes]:
    """Give the house's own font files by the addresses that the rules name."""
    faces = (face for family in list_families(style) for face in family.faces)
    return {_address_of(face): face.content for face in faces if face.content is not None}
