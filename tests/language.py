"""Texts by which a language rule is measured: right ones it has to find, near ones it has to leave, each within a small brief."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from tests.checking import check_text

FOLDER = Path(__file__).parent / "checks" / "language"
_PART = re.compile(r"([a-z_]+)|\[([0-9]+)\]")
_AROUND: dict[str, Any] = {
    "format": 1,
    "template": "meeting",
    "title": "Talks",
    "date": "2025-10-21",
    "likelihood_scale": "icd-203",
    "sources": {"report": {"title": "Report", "publisher": "Ministry of Trade", "date": "2025-10-02"}},
}
_TEMPLATES = {
    "items": "weekly",
    "decision": "submission",
    "considerations": "submission",
    "background": "submission",
    "issue": "submission",
    "recommendation": "submission",
    "summary": "information",
    "participants[0].biography": "scene-setter",
}
"""Kinds of document that show what a meeting brief does not."""

_NEEDED = {
    "agenda": {"topic": "Trade"},
    "implications": {"statement": "Trade grows."},
    "items": {"title": "Trade"},
    "participants": {"name": "A. Person"},
    "next_steps": {"action": "Write."},
    "sections": {"heading": "More", "text": "More."},
    "annexes": {"title": "More", "text": "More."},
}
PARTS = ("open", "first", "aside")
"""What a rule was written by; what it was measured on and failed at first, and was then mended by; what it is measured on."""
LEAST_PRECISION, LEAST_RECALL = 0.9, 0.8


@dataclass(frozen=True)
class Sample:
    """A text in a field of a brief, and whether the rule has to find something in it."""

    text: str
    field: str
    is_positive: bool
    around: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Measure:
    """How many texts a rule found of those it had to, and of those it had to leave, with the texts where it went wrong."""

    positives: int
    near_misses: int
    missed: tuple[str, ...]
    wrongly_found: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Give the share of what was found that had to be, from 0 to 1."""
        found = self.positives - len(self.missed)
        return found / max(found + len(self.wrongly_found), 1)

    @property
    def recall(self) -> float:
        """Give the share of what had to be found that was, from 0 to 1."""
        return 1 - len(self.missed) / max(self.positives, 1)


def list_measured(part: str) -> list[tuple[str, str]]:
    """Give code and language of each set of texts of a part."""
    return sorted(tuple(file.name.split(".")[:2]) for file in FOLDER.glob(f"*.{part}.yaml"))  # type: ignore[misc] - two by the slice


@cache
def measure(code: str, language: str, part: str) -> Measure:
    """Ask a rule about each text of a set."""
    samples = list(read_samples(code, language, part))
    found = {id(sample): _is_found(sample, code, language) for sample in samples}
    positives = [sample for sample in samples if sample.is_positive]
    near_misses = [sample for sample in samples if not sample.is_positive]
    missed = tuple(sample.text for sample in positives if not found[id(sample)])
    wrongly = tuple(sample.text for sample in near_misses if found[id(sample)])
    return Measure(len(positives), len(near_misses), missed, wrongly)


def read_samples(code: str, language: str, part: str) -> Iterator[Sample]:
    """Read the texts of one set: ``CODE.LANGUAGE.PART.yaml``."""
    content = yaml.safe_load((FOLDER / f"{code}.{language}.{part}.yaml").read_text("utf-8"))
    usual, around = content["field"], content.get("brief") or {}
    for name in ("positives", "near_misses"):
        for entry in content[name]:
            own = entry if isinstance(entry, dict) else {"text": entry}
            brief = {**around, **(own.get("brief") or {})}
            yield Sample(str(own["text"]), own.get("field", usual), name == "positives", brief)


def write_brief(sample: Sample, language: str) -> str:
    """Give the YAML of a small brief that holds the text."""
    around = deepcopy({**_AROUND, **sample.around})
    brief: dict[str, Any] = {"language": {"en": "en-GB"}.get(language, language), **around}
    root = sample.field.split("[")[0].split(".")[0]
    brief["template"] = sample.around.get("template", _TEMPLATES.get(sample.field, _TEMPLATES.get(root, "meeting")))
    place: Any = brief
    parts = [name or int(number) for name, number in _PART.findall(sample.field)]
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        value = sample.text if following is None else [] if isinstance(following, int) else {}
        place = _descend(place, part, value, parts[0])
    return yaml.safe_dump(brief, allow_unicode=True, sort_keys=False, width=10_000)


def _descend(place: Any, part: Any, value: Any, root: Any) -> Any:
    """Put a value at its part of a path where nothing stands yet, or where it is the text itself; give what stands there."""
    if isinstance(part, int):
        while len(place) <= part:
            place.append(dict(_NEEDED.get(root, {})) if isinstance(value, dict) else value)
    if not isinstance(part, int) and (part not in place or isinstance(value, str)):
        place[part] = value
    if isinstance(part, int) and isinstance(value, str):
        place[part] = value
    return place[part]


def _is_found(sample: Sample, code: str, language: str) -> bool:
    found = check_text(write_brief(sample, language), code)
    broken = [each for each in found if each.code not in (code, "CHK001") and each.severity == "error"]
    assert not broken, (sample, broken)
    assert "CHK001" not in {each.code for each in found}, (sample, found)
    return any(each.code == code for each in found)
