"""The words that briefmaker itself puts on a page: one file a language, with what a region says otherwise in another."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from babel import Locale

from briefmaker.view.shipped_data import load_shipped, names_of_shipped

Label = str | Mapping[str, str]
"""A text with words in braces to fill in, or one such text for each plural category of the language."""

Labels = Mapping[str, Label]


@cache
def load_labels(tag: str) -> Labels | None:
    """Give the labels of a language tag: those of ``en-US`` are ``en``'s, but for what its own file says; None if there are none.

    Case does not matter, nor what a tag says beside language and region.
    """
    code, _, rest = tag.partition("-")
    labels: Labels | None = load_shipped("labels", code.lower())
    if labels is None:
        return None
    regions = (part.upper() for part in rest.split("-") if len(part) == len("US"))
    own: Labels = load_shipped("labels", f"{code.lower()}-{next(regions, '')}") or {}
    return {**labels, **own}


def languages_with_labels() -> tuple[str, ...]:
    """Give the languages that have labels, without the regions that differ."""
    return tuple(name for name in names_of_shipped("labels") if "-" not in name)


def write_label(labels: Labels, key: str, locale: Locale, **values: Any) -> str:
    """Give a label with its words in braces filled in; one with plural forms in the form that its ``n`` asks for.

    The categories are those of the Unicode locale data: Polish and Ukrainian have three, Arabic six.
    """
    label = labels[key]
    if not isinstance(label, str):
        label = label.get(locale.plural_form(values["n"]), label["other"])
    return label.format(**values)


def plain_labels(labels: Labels) -> dict[str, str]:
    """Give the labels for a template to place: all that need no counting, which is the view's work."""
    return {key: label for key, label in labels.items() if isinstance(label, str)}
