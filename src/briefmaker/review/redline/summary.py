"""A list of what has changed between two versions, by field: as Markdown for people, as JSON for programs."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefmaker.view.change_fields import name_field
from briefmaker.view.change_shape import Change, ChangeKind
from briefmaker.view.labels import Labels

LAYOUT = 1
"""The version of the JSON."""
_JUDGED = (ChangeKind.LIKELIHOOD, ChangeKind.CONFIDENCE)
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")


@dataclass(frozen=True, slots=True)
class Told:
    """One change, with the sentence that tells of it in the language of the new version."""

    change: Change
    sentence: str


@dataclass(frozen=True, slots=True)
class Compared:
    """What is said of both versions: the title and marking of the whole, and what each side is."""

    title: str
    marking: str
    old: str
    new: str
    edition: str = ""


def group_changes(told: Sequence[Told], labels: Labels) -> list[tuple[str, list[Told]]]:
    """Give changes by what the field that they stand in is called: judgements first, then in the order of the brief."""
    judged = [each for each in told if each.change.kind in _JUDGED]
    groups: dict[str, list[Told]] = {name_field("implications", labels): judged} if judged else {}
    for each in told:
        if each.change.kind not in _JUDGED:
            field = each.change.field
            heading = name_field(field.partition(".")[0], labels) or name_field(field, labels)
            groups.setdefault(heading or str(labels["other_matters"]), []).append(each)
    return list(groups.items())


def write_markdown(compared: Compared, told: Sequence[Told], labels: Labels) -> str:
    """Give the list as Markdown; the marking stands at its top and at its bottom."""
    marking = [f"**{_escape(compared.marking)}**"] if compared.marking else []
    edition = [f"{_escape(compared.edition)}"] if compared.edition else []
    parts = [
        *marking,
        f"# {labels['changes']}: {_escape(compared.title)}",
        f"{_escape(compared.old)} → {_escape(compared.new)}",
        *edition,
    ]
    for heading, group in group_changes(told, labels):
        parts += [f"## {_escape(heading)}", "\n".join(f"- {_escape(each.sentence)}" for each in group)]
    return "\n\n".join((*parts, *marking)) + "\n"


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def write_json(compared: Compared, told: Sequence[Told]) -> str:
    """Give the list as JSON: what is compared, and for each change its kind, field, paths, words, and sentence."""
    written = {
        "layout": LAYOUT,
        "title": compared.title,
        "marking": compared.marking,
        "old": compared.old,
        "new": compared.new,
        "edition": compared.edition,
        "changes": [_describe(each) for each in told],
    }
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"


def _describe(told: Told) -> dict[str, str]:
    change = told.change
    return {
        "kind": change.kind.value,
        "field": change.field,
        "old_path": change.old_path,
        "new_path": change.new_path,
        "before": change.before,
        "after": change.after,
        "entry": change.entry,
        "row": change.row,
        "column": change.column,
        "sentence": told.sentence,
    }
