"""What paragraphs of an old document need in a new one: lists go on with their numbers, styles and links come with them."""

from copy import deepcopy
from typing import Any

from briefmaker.review.redline.package import Package, Relations, canonise
from briefmaker.writing.word.wordml import W

_BULLET, _NUMBER = 'w:val="bullet"', 'w:val="decimal"'
_NUMBERING, _STYLES = "word/numbering.xml", "word/styles.xml"
_STYLED = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next", f"{W}link")


class Lists:
    """Which list of the old document is which of the new one; one that is none gets a list of its own at the end."""

    def __init__(self, old: Package, new: Package) -> None:
        self._old: Any = old.root(_NUMBERING) if old.has(_NUMBERING) else None
        self._new: Any = new.root(_NUMBERING) if new.has(_NUMBERING) else None
        self._known: dict[str, str] = {}
        self._waiting: list[tuple[Any, str]] = []
        self._kinds: dict[tuple[bool, str], str] = {}

    def name_kind(self, number: str, *, is_old: bool) -> str:
        """Give words that are equal for lists that look the same and begin with the same number."""
        if (is_old, number) not in self._kinds:
            self._kinds[is_old, number] = _describe(self._old if is_old else self._new, number)
        return self._kinds[is_old, number]

    def is_one(self, old: str, new: str) -> bool:
        """Take a list of the old document for one of the new, unless either is known to be another; tell whether it is.

        Of lists with bullets nobody can tell one from another that looks the same.
        """
        if old not in self._known and new not in self._known.values():
            self._known[old] = new
        kind = self.name_kind(new, is_old=False)
        is_alike = _BULLET in kind and _NUMBER not in kind and self.name_kind(old, is_old=True) == kind
        return is_alike or self._known.get(old) == new

    def carry(self, element: Any) -> None:
        """Remember an element that names a list of the old document; ``settle`` gives it the number it has in the new."""
        for each in element.iter(f"{W}numId"):
            self._waiting.append((each, each.get(f"{W}val")))

    def settle(self) -> None:
        """Give every element that was remembered the list it belongs to in the new document."""
        for element, number in self._waiting:
            if number not in self._known:
                self._known[number] = self._add(number)
            element.set(f"{W}val", self._known[number])

    def _add(self, number: str) -> str:
        """Add a list like one of the old document's; 0, which is none, where there is nothing to add it to."""
        former = _find(self._old, "num", number)
        if former is None or self._new is None:
            return "0"
        definition = _find(self._old, "abstractNum", _value(former, "abstractNumId"))
        taken = [int(each.get(f"{W}numId")) for each in self._new.iter(f"{W}num")]
        made = deepcopy(former)
        made.set(f"{W}numId", str(max(taken, default=0) + 1))
        if definition is not None:
            made.find(f"{W}abstractNumId").set(f"{W}val", self._define(definition))
        self._new.append(made)
        return str(made.get(f"{W}numId"))

    def _define(self, definition: Any) -> str:
        """Give the number of a definition of levels that is like one of the old document's, added if need be."""
        known = list(self._new.iter(f"{W}abstractNum"))
        levels = _write_levels(definition)
        for each in known:
            if _write_levels(each) == levels:
                return str(each.get(f"{W}abstractNumId"))
        made = deepcopy(definition)
        made.set(f"{W}abstractNumId", str(max((int(each.get(f"{W}abstractNumId")) for each in known), default=0) + 1))
        self._new.insert(len(known), made)
        return str(made.get(f"{W}abstractNumId"))


def _find(root: Any, name: str, number: str) -> Any:
    attribute = f"{W}numId" if name == "num" else f"{W}abstractNumId"
    found = () if root is None else root.findall(f"{W}{name}")
    return next((each for each in found if each.get(attribute) == number), None)


def _value(parent: Any, name: str) -> str:
    child = parent.find(f"{W}{name}")
    return "" if child is None else str(child.get(f"{W}val"))


def _write_levels(definition: Any) -> list[str]:
    return [canonise(level) for level in definition.iter(f"{W}lvl")]


def _describe(root: Any, number: str) -> str:
    found = _find(root, "num", number)
    if found is None:
        return number
    definition = _find(root, "abstractNum", _value(found, "abstractNumId"))
    levels = [] if definition is None else _write_levels(definition)
    return "".join((*levels, *(canonise(each) for each in found.iter(f"{W}lvlOverride"))))


class Carrier:
    """Makes what comes from a part of the old document fit into the part of the new one that takes its place."""

    def __init__(self, old: Relations, new: Relations, lists: Lists) -> None:
        self.old, self.new, self.lists = old, new, lists

    def fit(self, element: Any) -> Any:
        """Give a copy of an element of the old part whose lists and styles are those of the new document."""
        copied = deepcopy(element)
        copied.tail = None
        self.lists.carry(copied)
        for each in copied.iter():
            if each.tag in _STYLED:
                self._bring_style(str(each.get(f"{W}val")))
        return copied

    def _bring_style(self, name: str) -> None:
        """Bring a style over that the new document has not, with those that it builds upon."""
        if not (self.old.package.has(_STYLES) and self.new.package.has(_STYLES)):
            return
        ours, theirs = self.new.package.root(_STYLES), self.old.package.root(_STYLES)
        if _find_style(ours, name) is not None or (style := _find_style(theirs, name)) is None:
            return
        made = deepcopy(style)
        ours.append(made)
        for each in made:
            if each.tag in _STYLED:
                self._bring_style(str(each.get(f"{W}val")))


def _find_style(styles: Any, name: str) -> Any:
    return next((each for each in styles.iter(f"{W}style") if each.get(f"{W}styleId") == name), None)
