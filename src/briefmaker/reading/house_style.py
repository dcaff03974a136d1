"""The house style of a workspace made ready: its colours seen to be readable, its fonts and its logo read."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model.font_family import FontFamily
from briefmaker.model.house_style import Colours, Fonts
from briefmaker.model.settings import Settings
from briefmaker.model.style import PLAIN_STYLE, Palette, Style
from briefmaker.reading.check_boilerplate import check_boilerplate, find_missing_texts
from briefmaker.reading.check_colours import check_colours
from briefmaker.reading.font_families import FamilyReader
from briefmaker.reading.pictures import LOGO_BOX, PictureReader
from briefmaker.reading.read_model import ModelReading
from briefmaker.reading.settings_file import sound_settings
from briefmaker.workspace.files import BriefFolder


@dataclass(frozen=True, slots=True)
class StyleReading:
    """A style, and all that is wrong with it at the lines of the settings; with an error it is not to be used."""

    style: Style
    diagnostics: tuple[Diagnostic, ...] = ()


def read_house_style(read: ModelReading[Settings], folder: BriefFolder) -> StyleReading:
    """Give the style that the settings describe; their files are seen from the workspace's folder.

    Of settings with errors, what is right is looked at too, so that all is told at once.
    """
    settings, places = sound_settings(read), read.places
    families = FamilyReader(folder, places, settings.embed_fonts)
    serif, sans, display = _read_families(families, settings.fonts)
    pictures = PictureReader(folder, places)
    if settings.logo is not None:
        pictures.read("logo", settings.logo, LOGO_BOX, may_be_drawn=True)
    colours = _choose_colours(settings.colours)
    style = Style(colours, serif, sans, display, next(iter(pictures.pictures.values()), None))
    found = (
        *check_colours(colours, places, has_own_tint="tint" in settings.colours.model_fields_set),
        *families.diagnostics,
        *pictures.diagnostics,
        *_tell_silent_logo(settings, places),
        *check_boilerplate(read),
        *find_missing_texts(settings, places),
    )
    return StyleReading(style, found)


def _tell_silent_logo(settings: Settings, places: Places) -> Iterator[Diagnostic]:
    if settings.logo is not None and not settings.organisation:
        message = "a logo needs `organisation`: who cannot see the logo is told the name"
        yield places.finding(
            Code.SETTINGS, "logo", message, "add `organisation:` with the name that the logo stands for"
        )


def _choose_colours(colours: Colours) -> Palette:
    """Give the colours, with the bar in the accent of a house that has one of its own, unless the house says otherwise."""
    chosen = {role: getattr(colours, role) for role in colours.model_fields_set}
    return Palette(**({"bar": colours.accent} if "accent" in chosen else {}) | chosen)


def _read_families(families: FamilyReader, fonts: Fonts) -> tuple[FontFamily, FontFamily, FontFamily]:
    serif = families.read("serif", fonts.serif, PLAIN_STYLE.serif)
    # A house with a serif of its own has its titles in it too, unless it says otherwise.
    title = PLAIN_STYLE.display if serif == PLAIN_STYLE.serif else serif
    sans = families.read("sans", fonts.sans, PLAIN_STYLE.sans)
    return serif, sans, families.read("display", fonts.display, title)
