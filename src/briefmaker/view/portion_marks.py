"""Which texts of a view bear the mark of their portion: those that state a marking, or, where the scheme asks, all of them."""

import re
from collections.abc import Iterator

from briefmaker.diagnostics import parent_path
from briefmaker.model import Brief, Contact, Figure, LastMet, Line, Marked, Part, Source
from briefmaker.model.fields import field_of, is_content, is_shown, iterate_parts
from briefmaker.model.markings import MarkingScheme
from briefmaker.model.rich_text import ItemList, Paragraph
from briefmaker.view.carried import Carrying
from briefmaker.view.shown_text import Text

# What runs on every page belongs to the document as a whole and stands beside the document's own marking.
_RUNNING = re.compile(r"^(reference|version|status|date|as_of|marking|handling|translation_of|drafted_with)$")

# Fields that stand in one line or row with the field that opens their portion, so that its mark is theirs too.
_BESIDE = re.compile(
    r"^((to|through|copies)(\..*)?|(prepared_by|contact)\..*|meeting\.last_met\..*"
    r"|meeting\.programme\.(at|lead|minutes|press)"
    r"|participants\.(title|organisation|role|address_as|portrait)|agenda\.(lead|minutes|figures)"
    r"|(implications|items)\.(concerns|horizon|likelihood|confidence|basis|theme)|decision\.by"
    r"|next_steps\.(owner|due)|clearances\.(by|state|due|date|comment)|figures\.(?!caption$).*|sources\..*)$"
)
# Of those, whom a brief goes to and comes from: the head of a letter is no portion of its text.
_ADDRESSES = re.compile(r"^(to|through|copies|prepared_by|contact)\b")

# Where the page does not open with the first field of the model.
_OPENING: dict[type[Part], tuple[str, ...]] = {Source: ("publisher", "title")}


class PortionMarks:
    """Gives the mark that a text of one brief bears, by its path; ``shows`` are the fields of the template."""

    def __init__(self, brief: Brief, scheme: MarkingScheme, shows: tuple[str, ...]) -> None:
        self._scheme = scheme
        self._carrying = Carrying(brief, scheme)
        self._stated = {path for path, each in self._carrying.statements.items() if each.mark.is_marking}
        self._shows = shows
        self._entries: set[str] = set()
        self._bearing: frozenset[str] = frozenset()
        if scheme.mark_every_portion or self._stated:
            self._entries = {path for path, part in iterate_parts(brief) if _is_entry(part)}
            self._bearing = frozenset(self._find_bearing(brief))

    def mark(self, path: str) -> str:
        """Give the mark for a text, such as ``(NR)``; empty for one that bears none."""
        if path not in self._bearing:
            return ""
        carried = self._carrying.at(path)
        return self._scheme.write_portion(carried.marking, carried.handling)

    @property
    def is_on_every_item(self) -> bool:
        """Tell whether the entries of lists in longer texts bear the mark too."""
        return self._scheme.mark_every_portion

    def _find_bearing(self, brief: Brief) -> Iterator[str]:
        for path, part in iterate_parts(brief):
            if isinstance(part, Line):
                yield from (each for each in (path,) if self._is_bearing(each, is_opening=True, around=path))
                continue
            texts = list(_list_filled(part, path))
            opening = self._find_opening(path, part, texts)
            for text in texts if opening is None or opening in texts else [opening, *texts]:
                if self._is_bearing(text, is_opening=text == opening, around=path if opening else ""):
                    yield text

    def _find_opening(self, path: str, part: Part, texts: list[str]) -> str | None:
        """Give the text that opens an entry and bears its mark: the first shown one that does not stand beside another."""
        if not _is_entry(part):
            return None
        if isinstance(part, Figure):
            return f"{path}.caption"
        first = [f"{path}.{name}" for name in _OPENING.get(type(part), ())]
        shown = [each for each in (*first, *texts) if each in texts and is_shown(field_of(each), self._shows)]
        return next((each for each in shown if not _BESIDE.match(field_of(each))), shown[0] if shown else None)

    def _is_bearing(self, text: str, *, is_opening: bool, around: str) -> bool:
        field = field_of(text)
        if _RUNNING.match(field):
            return False
        is_beside = _BESIDE.match(field) is not None
        if self._scheme.mark_every_portion:
            return not is_beside or self._is_stated(text) or (is_opening and not _ADDRESSES.match(field))
        if self._is_stated(text):
            return True
        if around:
            return is_opening and self._is_told_first(around)
        return not is_beside and self._is_told_first(text)

    def _is_stated(self, path: str) -> bool:
        return path in self._stated

    def _is_told_first(self, path: str) -> bool:
        """Tell whether what a path carries was stated around it, and no entry between has borne the mark already."""
        while path and not self._is_stated(path):
            path = parent_path(path)
            if path in self._entries:
                return False
        return bool(path)


def _is_entry(part: Part) -> bool:
    """Tell whether a part is one portion, opened by one of its texts; the meeting, for one, is a frame of many."""
    return isinstance(part, Marked | Contact | LastMet)


def _list_filled(part: Part, path: str) -> Iterator[str]:
    """Give the paths of a part's own texts, those under names too; what stands in parts of its own is not among them."""
    for name in type(part).model_fields:
        value, here = getattr(part, name), f"{path}.{name}" if path else name
        if isinstance(value, dict):
            yield from (f"{here}.{key}" for key, each in value.items() if isinstance(each, str))
        elif value not in (None, "") and not isinstance(value, Part | tuple) and is_content(field_of(here)):
            yield here


def is_marked_alone(text: Text) -> bool:
    """Tell whether a text's portion mark needs a line of its own: no paragraph bears it, and no entry of a list."""
    bearing = (Paragraph, ItemList) if text.marks_items else Paragraph
    return not any(isinstance(block, bearing) for block in text.blocks)
