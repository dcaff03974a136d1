"""What the styles and list definitions of a Word document say of a paragraph: heading or list, bold or not."""

from collections.abc import Iterator

from briefmaker.reading.office_package import Element
from briefmaker.review.listed import read_lists
from briefmaker.review.word_values import read_flag, read_number, read_value
from briefmaker.writing.word.wordml import W

_VALUE = f"{W}val"
_OFF = {"0", "false", "off", "none"}
_BODY_LEVEL = 9
_DEEPEST_CHAIN = 20


class WordStyles:
    """The styles by their ids, and the lists by their numbers."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        found = [] if styles is None else styles.findall(f"{W}style")
        self._styles = {each.get(f"{W}styleId", ""): each for each in found}
        self._default = next((each.get(f"{W}styleId", "") for each in found if _is_default_paragraph(each)), "")
        self._lists = read_lists(numbering)

    def name(self, style_id: str) -> str:
        """Give a style's name in lower case, such as ``heading 1``; its id where it has none."""
        style = self._styles.get(style_id)
        name = None if style is None else style.find(f"{W}name")
        return (style_id if name is None else name.get(_VALUE, style_id)).lower()

    def outline(self, paragraph: Element | None) -> int:
        """Give the level of a heading from 1, or 0 for a paragraph that is none."""
        for properties in self._paragraph_properties(paragraph):
            level = properties.find(f"{W}outlineLvl")
            if level is not None:
                number = read_number(level.get(_VALUE), _BODY_LEVEL)
                return 0 if number >= _BODY_LEVEL else number + 1
        return self._outline_by_name(self.style_id(paragraph))

    def _outline_by_name(self, style_id: str) -> int:
        for each in self._chain(style_id):
            name, _, number = self.name(each.get(f"{W}styleId", "")).rpartition(" ")
            if name == "heading" and number.isdecimal():
                return read_number(number, 0)
        return 0

    def list_of(self, paragraph: Element | None) -> tuple[int, bool]:
        """Give the level of a paragraph's list from 0, and whether it is numbered; -1 outside of lists."""
        number, level = None, 0
        for properties in self._paragraph_properties(paragraph):
            found = properties.find(f"{W}numPr")
            if found is None:
                continue
            depth, number = found.find(f"{W}ilvl"), found.find(f"{W}numId")
            level = level if depth is None else read_number(depth.get(_VALUE), 0)
            if number is not None:
                break
        numbering = self._lists.find(read_value(number, 0), level)
        return (-1, False) if numbering is None else (level, numbering.is_ordered)

    def is_on(self, name: str, run: Element | None, paragraph: Element | None) -> bool:
        """Tell whether a property such as ``b`` holds for a run: by itself, by its own style, or by its paragraph's."""
        direct = read_flag(run, name)
        if direct is not None:
            return direct
        own = None if run is None else run.find(f"{W}rStyle")
        for style_id in ("" if own is None else own.get(_VALUE, ""), self.style_id(paragraph)):
            for style in self._chain(style_id):
                said = read_flag(style.find(f"{W}rPr"), name)
                if said is not None:
                    return said
        return False

    def style_id(self, paragraph: Element | None) -> str:
        """Give the id of a paragraph's style."""
        found = None if paragraph is None else paragraph.find(f"{W}pStyle")
        return self._default if found is None else found.get(_VALUE, "")

    def _paragraph_properties(self, paragraph: Element | None) -> Iterator[Element]:
        """Give the properties that hold for a paragraph: its own, then those of its style, then of what that is based on."""
        if paragraph is not None:
            yield paragraph
        for style in self._chain(self.style_id(paragraph)):
            properties = style.find(f"{W}pPr")
            if properties is not None:
                yield properties

    def _chain(self, style_id: str) -> Iterator[Element]:
        for _ in range(_DEEPEST_CHAIN):  # a style may be based on itself, in a file that somebody damaged
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            base = style.find(f"{W}basedOn")
            style_id = "" if base is None else base.get(_VALUE, "")


def _is_default_paragraph(style: Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0").lower() not in _OFF
