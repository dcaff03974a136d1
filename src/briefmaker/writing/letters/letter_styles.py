"""What a letter looks like on a screen: the colours of the house, fonts that are there, styles written where they hold.

The hierarchy is that of the page: serif is read or said, sans is looked up, navy names what follows.
"""

from dataclasses import dataclass
from functools import cached_property

from briefmaker.model.style import Palette

_SANS = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
_SERIF = "Georgia,'Times New Roman',serif"
_RIGHT_TO_LEFT = "'Segoe UI',Tahoma,'Geeza Pro','Arial Hebrew',Arial,sans-serif"
"""What every system has for Arabic and Hebrew; their serif fonts differ too much to rely on."""

DARK_SHEET = """\
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #16191d !important; }
  .ink { color: #e6e9ed !important; }
  .accent { color: #a9c3ea !important; }
  .quiet { color: #b4bbc4 !important; }
  .caution { color: #f0aaaa !important; border-color: #f0aaaa !important; }
  .facts { border-color: #4a5058 !important; }
}
"""
"""On a dark screen; the contrast of each with its ground is 8 at least."""


@dataclass(frozen=True)
class LetterStyles:
    """The styles of one letter; ``of`` gives that of an element by what it is."""

    colours: Palette
    direction: str

    @property
    def side(self) -> str:
        """Give the side at which lines begin."""
        return "right" if self.direction == "rtl" else "left"

    @property
    def body(self) -> str:
        """Give the style of the body: no margin of its own, and a ground, so that no program has to guess one."""
        return "margin:0;padding:0;background-color:#ffffff;-webkit-text-size-adjust:100%;"

    @property
    def page(self) -> str:
        """Give the style of the table around all."""
        return "border-collapse:collapse;background-color:#ffffff;"

    @property
    def cell(self) -> str:
        """Give the style of the one cell that holds the letter."""
        return f"padding:20px 24px 24px 24px;text-align:{self.side};font-family:{self._sans};"

    @property
    def inset(self) -> str:
        """Give how far a list stands in; Outlook wants it as a margin."""
        return f"margin-{self.side}:24px;padding:0;"

    def of(self, name: str) -> str:
        """Give the style of an element."""
        return self._all[name]

    @property
    def _sans(self) -> str:
        return _RIGHT_TO_LEFT if self.direction == "rtl" else _SANS

    @property
    def _serif(self) -> str:
        return _RIGHT_TO_LEFT if self.direction == "rtl" else _SERIF

    @cached_property
    def _all(self) -> dict[str, str]:
        colours, sans, serif = self.colours, self._sans, self._serif
        spaced = "" if self.direction == "rtl" else "letter-spacing:1px;"
        marking = f"text-align:center;{spaced}color:{colours.ink};{_set(sans, 13, 18)}font-weight:bold;"
        text = f"color:{colours.ink};{_set(sans, 15, 22)}"
        return {
            "marking": f"margin:0 0 18px 0;{marking}",
            "foot": f"margin:28px 0 0 0;{marking}",
            "notice": f"margin:0 0 18px 0;padding:6px 10px;border:1px solid {colours.caution};color:{colours.caution};"
            f"{_set(sans, 14, 20)}font-weight:bold;",
            "kind": f"margin:0;{spaced}color:{colours.accent};{_set(sans, 13, 18)}font-weight:bold;",
            "title": f"margin:2px 0 4px 0;color:{colours.ink};{_set(serif, 25, 31)}font-weight:bold;",
            "details": f"margin:0 0 20px 0;color:{colours.quiet};{_set(sans, 13, 19)}",
            "opening": f"margin:0 0 12px 0;{text}",
            "heading": f"margin:20px 0 4px 0;color:{colours.accent};{_set(sans, 14, 20)}font-weight:bold;",
            "main": f"margin:0 0 8px 0;color:{colours.ink};{_set(serif, 18, 26)}",
            "text": f"margin:0 0 6px 0;{text}",
            "entry": f"margin:0 0 5px 0;color:{colours.ink};",
            "facts": f"margin:20px 0 0 0;border-top:2px solid {colours.accent};border-bottom:1px solid {colours.hairline};",
            "label": f"vertical-align:top;width:110px;padding:6px 8px;padding-{self.side}:0;text-align:{self.side};"
            f"color:{colours.accent};{_set(sans, 14, 22)}font-weight:bold;",
            "fact": f"vertical-align:top;padding:6px 0;text-align:{self.side};{text}",
            "table": "border-collapse:collapse;margin:6px 0 12px 0;",
            "column": f"vertical-align:top;padding:4px 6px;border-bottom:1px solid {colours.ink};color:{colours.accent};"
            f"{_set(sans, 13, 18)}font-weight:bold;",
            "table_cell": f"vertical-align:top;padding:4px 6px;border-bottom:1px solid {colours.hairline};color:{colours.ink};"
            f"{_set(sans, 14, 20)}",
            "cited": f"color:{colours.quiet};font-family:{sans};font-size:12px;",
            "link": f"color:{colours.accent};text-decoration:underline;",
        }


def _set(family: str, size: int, leading: int) -> str:
    """Give the style of letters: their family, their size and leading in pixels."""
    return f"font-family:{family};font-size:{size}px;line-height:{leading}px;"
