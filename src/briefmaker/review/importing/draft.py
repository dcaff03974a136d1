"""A brief that is being made of a Word document: its fields so far, and how sure each of them is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from briefmaker.diagnostics import join_path
from briefmaker.model.fields import is_shown
from briefmaker.review.importing.field_words import Sureness
from briefmaker.review.importing.sections import Section

Steps = tuple[str | int, ...]


class Rich(str):
    """A text of several paragraphs, which stands under ``|``."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One field of the draft: how sure it is, the words of the document that led there, and why."""

    path: str
    sure: Sureness
    label: str
    why: str


@dataclass
class Draft:
    """The fields, nested as they stand in a brief; ``shows`` are those that the template prints."""

    shows: tuple[str, ...]
    data: dict[str, Any] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    """Words that fill no field and are kept as comments: headings that only group others, the name of the kind of document."""

    def is_shown(self, name: str) -> bool:
        """Tell whether the template prints a field, such as ``agenda.lines_to_take``, or a part of it."""
        return is_shown(name, self.shows) or any(each.startswith(name + ".") for each in self.shows)

    def has(self, *steps: str) -> bool:
        """Tell whether a field was filled."""
        value: Any = self.data
        for step in steps:
            value = value.get(step) if isinstance(value, dict) else None
        return value is not None

    def put(self, steps: Steps, value: Any, sure: Sureness, label: str, why: str) -> None:
        """Fill a field that is still empty; what it stands in is made if need be."""
        target: Any = self.data
        for step in steps[:-1]:
            target = target.setdefault(step, {}) if isinstance(target, dict) else target[step]
        target[steps[-1]] = value
        self.tell(steps, sure, label, why)

    def extend(self, steps: Steps, values: list[Any], sure: Sureness, label: str, why: str) -> None:
        """Add entries to a list, told once for all of them."""
        target: Any = self.data
        for step in steps[:-1]:
            target = target.setdefault(step, {}) if isinstance(target, dict) else target[step]
        known = target.setdefault(steps[-1], [])
        known += values
        self.tell(steps, sure, label, why)

    def tell(self, steps: Steps, sure: Sureness, label: str, why: str) -> None:
        """Remember where a field came from."""
        self.told.append(Told(join_path(steps), sure, label, why))

    def tell_section(self, steps: Steps, section: Section, sure: Sureness, why: str = "") -> None:
        """Remember the section that a field came from."""
        self.tell(steps, sure, section.label, "; ".join(filter(None, (section.why, why))))


def sureness_of(section: Section, value: Sureness = Sureness.CERTAIN) -> Sureness:
    """Give how sure a field is: no surer than its heading, and no surer than the reading of what stands under it."""
    return min(section.known.sure if section.known else Sureness.GUESS, value)


Handler = Callable[[Draft, Section], bool]
"""Puts what stands in a section where it belongs; False, with nothing put, where it does not fit."""
