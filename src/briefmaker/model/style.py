"""The house style made ready: colours, families with their files, logo; by it every page and Word document is made."""

from dataclasses import dataclass, fields

from briefmaker.model.font_family import SOURCE_SANS, SOURCE_SERIF, SOURCE_SERIF_DISPLAY, FontFamily
from briefmaker.model.picture import Picture


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a document, each by what it is for; briefmaker's own are written here and nowhere else."""

    ink: str = "#16191d"
    accent: str = "#1b365d"
    quiet: str = "#4a5058"
    background: str = "#3d4248"
    caution: str = "#7a1f1f"
    tint: str = "#eef1f5"
    bar: str = "#647b98"
    hairline: str = "#c3c9d0"


ROLES = tuple(field.name for field in fields(Palette))
"""What a colour can be for; stylesheets call them ``var(--ink)`` and so on."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a document looks like; without arguments, as it does where a house sets nothing."""

    colours: Palette = Palette()
    serif: FontFamily = SOURCE_SERIF
    sans: FontFamily = SOURCE_SANS
    display: FontFamily = SOURCE_SERIF_DISPLAY
    logo: Picture | None = None


PLAIN_STYLE = Style()
"""The style of a house that sets nothing."""


def list_families(style: Style) -> tuple[FontFamily, ...]:
    """Give the families of a style, each once."""
    return tuple(dict.fromkeys((style.serif, style.display, style.sans)))
