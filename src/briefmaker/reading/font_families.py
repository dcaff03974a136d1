"""The families of fonts that the settings choose: shipped ones by name, or made of files of the workspace."""

import hashlib
from dataclasses import dataclass, field

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model.font_family import SHIPPED_FAMILIES, FontFace, FontFamily, is_single
from briefmaker.model.house_style import FontFiles
from briefmaker.reading.font_file import FontError, FontFile, read_font
from briefmaker.reading.suggest import did_you_mean, list_words
from briefmaker.reading.yaml_problems import shorten
from briefmaker.workspace.files import BriefFolder, PathOutsideError, UnreadableFileError

MAX_BYTES = 10_000_000
_REGULAR = "regular"
_NEEDED = {"serif": (_REGULAR, "italic", "bold"), "sans": (_REGULAR, "italic", "bold"), "display": (_REGULAR,)}
_STYLES = {
    _REGULAR: (400, False),
    "italic": (400, True),
    "semibold": (600, False),
    "bold": (700, False),
    "bold_italic": (700, True),
}


@dataclass(slots=True)
class FamilyReader:
    """Reads families, and keeps what is wrong with them; ``is_embedded`` when Word documents are to hold the fonts."""

    folder: BriefFolder
    places: Places
    is_embedded: bool
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def read(self, role: str, chosen: FontFiles | None, usual: FontFamily) -> FontFamily:
        """Give the family that is chosen for ``serif``, ``sans`` or ``display``, or the usual one where there is none."""
        if chosen is None:
            return usual
        files = {style: name for style in _STYLES if (name := getattr(chosen, style))}
        if chosen.family is not None:
            return self._find_shipped(role, chosen.family, usual, has_files=bool(files))
        missing = [style for style in _NEEDED[role] if style not in files]
        if missing:
            message = f"`{role}` has no file for {list_words(missing)}"
            self._tell(
                f"fonts.{role}", message, "name a TTF or OTF file for each, or a family that ships with briefmaker"
            )
            return usual
        read = {style: self._read_file(f"fonts.{role}.{style}", name) for style, name in files.items()}
        fonts = {style: font for style, font in read.items() if font is not None}
        if len(fonts) < len(files):
            return usual
        fallback = chosen.fallback or ("Calibri" if role == "sans" else "Cambria")
        faces = tuple(_make_face(style, font) for style, font in fonts.items())
        regular = fonts[_REGULAR]
        return FontFamily(regular.family, fallback, role != "sans", faces, regular.characters)

    def _find_shipped(self, role: str, name: str, usual: FontFamily, *, has_files: bool) -> FontFamily:
        if has_files:
            self._tell(f"fonts.{role}", f"`{role}` names both a family and files", "keep one of the two")
            return usual
        known = [each for each, family in SHIPPED_FAMILIES.items() if role == "display" or not is_single(family)]
        if name not in known:
            message = f"no family `{shorten(name)}` ships with briefmaker"
            otherwise = f"there are {list_words(known)}; for another one name its files: regular, italic, bold"
            self._tell(f"fonts.{role}", message, did_you_mean(name, known, otherwise))
            return usual
        return SHIPPED_FAMILIES[name]

    def _read_file(self, path: str, name: str) -> FontFile | None:
        """Give one file; where it cannot be used, a finding is kept and there is none."""
        try:
            font = read_font(self.folder.read(name, MAX_BYTES), shorten(name))
        except PathOutsideError as outside:
            self._tell(path, str(outside), "copy the font into the workspace", Code.PATH_OUTSIDE)
        except UnreadableFileError as unreadable:
            self._tell(path, str(unreadable), "the path is seen from the workspace's folder")
        except FontError as refused:
            self._tell(path, str(refused), refused.hint)
        else:
            if self.is_embedded and font.word_refuses:
                hint = "leave `embed_fonts` out, or take another file"
                self._tell(path, f"`{shorten(name)}` cannot be embedded: {font.word_refuses}", hint)
            return font
        return None

    def _tell(self, path: str, message: str, hint: str, code: Code = Code.SETTINGS_FONT) -> None:
        self.diagnostics.append(self.places.finding(code, path, message, hint))


def _make_face(style: str, font: FontFile) -> FontFace:
    """Give a face whose file is named after its content, so that another version of a font is another file."""
    file = f"{hashlib.sha256(font.content).hexdigest()[:16]}.{font.ending}"
    return FontFace(*_STYLES[style], file, font.content)
