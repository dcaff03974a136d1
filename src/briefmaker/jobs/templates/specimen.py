"""A specimen brief in which every field that readers see is filled and can be told from every other.

It is made from the model's own schema, so that a field that is added to the model joins by itself.
"""

import base64
import copy
import datetime
import itertools
import json
import re
from dataclasses import dataclass
from typing import Any

from briefmaker.model.fields import field_of, is_content
from briefmaker.model.picture import Picture
from briefmaker.model.schema import brief_schema

Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class SpecimenField:
    """One field of the specimen: its name, where it stands, and another value that it could have as well."""

    field: str
    keys: Keys
    value: Any
    other: Any


@dataclass(frozen=True, slots=True)
class Specimen:
    """The specimen's data with its fields; dates, numbers and choices differ as texts do."""

    data: dict[str, Any]
    fields: tuple[SpecimenField, ...]

    def with_other(self, field: SpecimenField) -> dict[str, Any]:
        """Give the data with one field's other value."""
        changed = copy.deepcopy(self.data)
        part: Any = changed
        for key in field.keys[:-1]:
            part = part[key]
        part[field.keys[-1]] = field.other
        return changed


# The columns of a figure are named by its fields x and y.
_ROWS = [{"specimen column": "specimen cell", "specimen further column": "specimen further cell", "specimen": "71"}]

# Two pictures of one dot each, that a portrait of the specimen can be.
_DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB5Sfe/AAAAABJRU5ErkJggg==")
SPECIMEN_PICTURES = {key: Picture(key, _DOT, 1, 1) for key in ("specimen-dot.png", "specimen-other-dot.png")}

# Fields whose value has to name something that exists: the value, and another that is as good.
_BOUND: dict[str, tuple[Any, Any]] = {
    "format": (1, 1),
    "language": ("en-GB", "en-GB"),
    "timezone": ("Europe/Brussels", "Europe/Brussels"),
    "marking": ("NATO RESTRICTED", "NATO CONFIDENTIAL"),
    "likelihood_scale": ("icd-203", "icd-203"),
    "changes": ({"why": "specimen reason"}, {"why": "specimen other reason"}),
    "implications.likelihood": ("likely", "unlikely"),
    "items.likelihood": ("very likely", "very unlikely"),
    "prepared_by.email": ("one@specimen.example", "other@specimen.example"),
    "contact.email": ("two@specimen.example", "another@specimen.example"),
    "participants.portrait": ("specimen-dot.png", "specimen-other-dot.png"),
    "agenda.figures": (["in-agenda"], ["in-agenda-too"]),
    "figures.rows": (_ROWS, [{**_ROWS[0], "specimen": "72"}]),
    "figures.x": ("specimen column", "specimen further column"),
    "figures.source": ("behind-a-figure", "behind-another"),
}
_FURTHER_SOURCES = {"behind-a-figure": {"title": "Specimen one"}, "behind-another": {"title": "Specimen two"}}
_FURTHER_FIGURES = {
    "in-agenda": {"rows": [{"specimen place": "specimen in agenda"}]},
    "in-agenda-too": {"rows": [{"specimen place": "specimen in agenda too"}]},
}


def make_specimen(template: str) -> Specimen:
    """Give a brief for this template with every field filled that is shown to readers."""
    return _Filler(brief_schema()).fill(template)


class _Filler:
    """Walks the schema once and hands out values that were not used before."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self._schema = schema
        self._numbers = itertools.count(11)
        self._fields: list[SpecimenField] = []

    def fill(self, template: str) -> Specimen:
        data = self._fill_mapping(self._schema, ())
        data["template"] = template
        data["sources"] |= _FURTHER_SOURCES
        data["figures"] |= _FURTHER_FIGURES
        return Specimen(data, tuple(self._fields))

    def _fill_mapping(self, schema: dict[str, Any], keys: Keys) -> dict[str, Any]:
        required = schema.get("required", ())
        filled = {}
        for name, part in schema["properties"].items():
            here = (*keys, name)
            if is_content(_field_at(here)) or name in required:
                filled[name] = self._fill_any(part, here)
        return filled

    def _fill_any(self, schema: dict[str, Any], keys: Keys) -> Any:
        schema = self._resolve(schema)
        field = _field_at(keys)
        if field in _BOUND:
            return self._keep(keys, *_BOUND[field])
        if "properties" in schema:
            return self._fill_mapping(schema, keys)
        if schema.get("type") == "array":
            return [self._fill_any(schema["items"], (*keys, 0))]
        if schema.get("type") == "object":
            inner = schema.get("additionalProperties") or next(iter(schema["patternProperties"].values()))
            return {"specimen": self._fill_any(inner, (*keys, "specimen"))}
        return self._keep(keys, *self._invent(schema))

    def _resolve(self, schema: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in schema or "anyOf" in schema:
            name = schema.get("$ref", "").rsplit("/", 1)[-1]
            schema = self._schema["$defs"][name] if name else schema["anyOf"][0]
        return schema

    def _invent(self, schema: dict[str, Any]) -> tuple[Any, Any]:
        """Give a value that fits the schema and was not used before, and another."""
        if "enum" in schema:
            return schema["enum"][0], schema["enum"][-1]
        if schema.get("type") == "boolean":
            return False, True
        if schema.get("type") in ("integer", "number"):
            return next(self._numbers), next(self._numbers)
        return self._invent_text(schema.get("pattern", "")), self._invent_text(schema.get("pattern", ""))

    def _invent_text(self, pattern: str) -> str:
        number = next(self._numbers)
        day = datetime.date(2031, 1, 1) + datetime.timedelta(days=number)
        clock = f"{number // 60 % 24:02}:{number % 60:02}"
        candidates = (f"specimen{number}", day.isoformat(), clock, f"https://specimen{number}.example/")
        return next(text for text in candidates if re.search(pattern, text))

    def _keep(self, keys: Keys, value: Any, other: Any) -> Any:
        field = _field_at(keys)
        if is_content(field):
            self._fields.append(SpecimenField(field, keys, value, other))
        return value


def _field_at(keys: Keys) -> str:
    return field_of(".".join(str(key) for key in keys if isinstance(key, str)))


def write_data(data: dict[str, Any]) -> bytes:
    """Give data as a brief's file; JSON is YAML too."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode()
