"""Tells of colours that cannot be read: each text on white and on the tint, each line that carries meaning on white."""

from collections.abc import Iterator

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model.contrast import (
    LINE_CONTRAST,
    TEXT_CONTRAST,
    WHITE,
    find_darker,
    find_lighter,
    measure_contrast,
)
from briefmaker.model.style import Palette

TEXTS = ("ink", "accent", "quiet", "background", "caution")
LINES = ("bar",)
# The hairline and the tint are not among them: what they part or set off is told apart by space and labels too.


def check_colours(colours: Palette, places: Places, *, has_own_tint: bool) -> Iterator[Diagnostic]:
    """Give an error for each colour whose contrast is below that of WCAG AA, with the nearest one that passes.

    Where the tint is the house's own, it is the tint that is told of when a text cannot be read on it.
    """
    for role in (*TEXTS, *LINES):
        needed = TEXT_CONTRAST if role in TEXTS else LINE_CONTRAST
        colour: str = getattr(colours, role)
        if measure_contrast(colour, WHITE) < needed:
            yield _tell_too_light(role, colour, WHITE, needed, places)
        elif role in TEXTS and not has_own_tint and not _is_read_on(colours.tint, colour):
            yield _tell_too_light(role, colour, colours.tint, needed, places)
    if has_own_tint:
        yield from _check_tint(colours, places)


def _is_read_on(ground: str, text: str) -> bool:
    return measure_contrast(text, ground) >= TEXT_CONTRAST


def _tell_too_light(role: str, colour: str, ground: str, needed: float, places: Places) -> Diagnostic:
    where = "white" if ground == WHITE else f"the tint {ground}"
    what = f"as text on {where}" if needed == TEXT_CONTRAST else f"as a line on {where}"
    ratio = measure_contrast(colour, ground)
    message = f"`{role}` {colour} has a contrast of {_cut(ratio)} {what}; {needed:g} is the least that can be read"
    darker = find_darker(colour, lambda tried: measure_contrast(tried, ground) >= needed)
    hint = f'the nearest that passes is "{darker}" ({_cut(measure_contrast(darker, ground))})' if darker else ""
    return places.finding(Code.SETTINGS_CONTRAST, f"colours.{role}", message, hint)


def _check_tint(colours: Palette, places: Places) -> Iterator[Diagnostic]:
    """Tell of a tint that is too dark for one of the texts that can be read on white."""
    texts = {role: str(getattr(colours, role)) for role in TEXTS}
    texts = {role: colour for role, colour in texts.items() if _is_read_on(WHITE, colour)}
    if not texts:
        return
    role = min(texts, key=lambda each: measure_contrast(texts[each], colours.tint))
    if _is_read_on(colours.tint, texts[role]):
        return
    ratio = measure_contrast(texts[role], colours.tint)
    message = f"`{role}` {texts[role]} has a contrast of {_cut(ratio)} as text on the tint {colours.tint}"
    lighter = find_lighter(colours.tint, lambda tried: all(_is_read_on(tried, text) for text in texts.values()))
    nearest = f'; the nearest tint that passes is "{lighter}"' if lighter else ""
    hint = f"{TEXT_CONTRAST:g} is the least that can be read{nearest}"
    yield places.finding(Code.SETTINGS_CONTRAST, "colours.tint", message, hint)


def _cut(ratio: float) -> str:
    """Give a ratio with two places, never rounded up to one that would pass."""
    return f"{int(ratio * 100) / 100:.2f}"
