"""What the house adds to a view: logo, name, fixed texts; and how large a picture is on the page."""

from dataclasses import replace

from briefmaker.model import TextKind
from briefmaker.model.house_style import find_text
from briefmaker.model.picture import Picture, PlacedPicture, fit
from briefmaker.model.rich_text import iterate_inlines, plain_text
from briefmaker.model.settings import Settings
from briefmaker.model.style import Style
from briefmaker.reading.markdown import parse_markdown
from briefmaker.reading.pictures import LOGO_BOX
from briefmaker.view.blanks import keep_together
from briefmaker.view.frame import Frame
from briefmaker.view.shape import HouseView, View
from briefmaker.view.shown_text import Text


def dress(view: View, frame: Frame, settings: Settings, style: Style) -> View:
    """Give a view in the style of the house, with its logo and fixed texts, and the pictures that it shows."""
    house = _build_house(frame, settings, style)
    return replace(view, house=house, style=style, pictures=_collect_pictures(view, frame, style))


def _build_house(frame: Frame, settings: Settings, style: Style) -> HouseView:
    name = write_plainly(_make_text(frame, settings.organisation, TextKind.SHORT))
    language, texts = frame.brief.language, settings.boilerplate
    return HouseView(
        organisation=name if settings.print_organisation else "",
        logo=build_picture(style.logo, LOGO_BOX, name) if style.logo else None,
        first_page=_make_text(frame, find_text(texts.first_page, language)),
        end=_make_text(frame, find_text(texts.end, language)),
    )


def _collect_pictures(view: View, frame: Frame, style: Style) -> tuple[Picture, ...]:
    """Give the pictures that a view shows, each once, and no other that the brief names."""
    portraits = {each.portrait.key for side in view.sides for each in side.participants if each.portrait}
    logo = (style.logo,) if style.logo else ()
    shown = (*logo, *(picture for picture in frame.pictures.values() if picture.key in portraits))
    return tuple({picture.key: picture for picture in shown}.values())


def _make_text(frame: Frame, words: str | None, kind: TextKind = TextKind.RICH) -> Text | None:
    """Give a text that is no field of the brief, and so has no path."""
    if not words or not words.strip():
        return None
    return Text("", keep_together(parse_markdown(words, kind), frame.calendar.locale))


def write_plainly(text: Text | None) -> str:
    """Give the words of a text as they are read aloud."""
    return " ".join(plain_text(inlines) for inlines in iterate_inlines(text.blocks)).strip() if text else ""


def build_picture(picture: Picture, box: tuple[float, float], alt: str) -> PlacedPicture:
    """Give a picture as large as the box lets it be, in tenths of a millimetre."""
    width, height = fit(picture, *box)
    return PlacedPicture(picture.key, round(width, 1), round(height, 1), alt)
