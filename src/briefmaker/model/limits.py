"""How long a kind of document may be, as data: a template says it, and a workspace may say otherwise."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from briefmaker.model.part import AsList, Part
from briefmaker.model.text import VersionNumber, Words

Amount = VersionNumber
"""A whole number from 1 on."""


class TextLimit(Part):
    """The most lines that several fields may take together."""

    fields: Annotated[tuple[Words, ...], AsList] = Field(description="The fields whose lines count.")
    lines: Amount = Field(description="Most lines of all of them together.")


class Limits(Part):
    """The most pages, lines and entries; what is not named has no limit. Fields are named as in ``agenda.background``."""

    pages: Amount | None = Field(None, description="Most pages of the document.")
    lines: dict[Words, Amount] = Field({}, description="Most lines of a field as it is printed: {bottom_line: 4}.")
    text: TextLimit | None = Field(None, description="Most lines of several fields together.")
    entries: dict[Words, Amount] = Field({}, description="Most entries of a list: {agenda.lines_to_take: 6}.")


def iterate_limited(limits: Limits) -> Iterator[tuple[str, str]]:
    """Give each field that a limit names, with the limit's own place: ``("lines.bottom_line", "bottom_line")``."""
    yield from ((f"lines.{field}", field) for field in limits.lines)
    yield from (
        (f"text.fields[{index}]", field) for index, field in enumerate(limits.text.fields if limits.text else ())
    )
    yield from ((f"entries.{field}", field) for field in limits.entries)


def combine_limits(usual: Limits, own: Limits | None) -> Limits:
    """Give a template's limits as a workspace changes them: each that it names takes the place of the template's."""
    if own is None:
        return usual
    return Limits(
        pages=own.pages or usual.pages,
        lines={**usual.lines, **own.lines},
        text=own.text or usual.text,
        entries={**usual.entries, **own.entries},
    )
