"""What the model refuses, field by field, in the words of people who write briefs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic import BaseModel

from briefmaker.diagnostics import Code, Diagnostic, Span, join_path
from briefmaker.model.part import Line, PortionMark
from briefmaker.reading.fields import FieldShape, find_owners, shape_at, shape_of_file, shapes_of
from briefmaker.reading.limit import MAX_TOLD
from briefmaker.reading.suggest import did_you_mean, list_words
from briefmaker.reading.yaml_data import FileData, Path
from briefmaker.reading.yaml_problems import QUOTE_HINT, shorten

_MOST_LOOKED_AT = 10_000
# Errors about a part as a whole: nothing is said when one of its fields has been told of already.
_ABOUT_THE_WHOLE = {"figure_data", "participant_without_name", "schedule_without_work", "secret_place", "missing"}

# pydantic's type of error -> code, sentence ({field}: its name), hint ({value}: what was typed).
_PLAIN: dict[str, tuple[Code, str, str]] = {
    "format_unknown": (Code.FORMAT_UNKNOWN, "this briefmaker reads format 1, not `{value}`", "write `format: 1`"),
    "timezone_unknown": (
        Code.FIELD_TIMEZONE,
        "`{value}` is not the name of a time zone",
        "write a name such as Europe/Brussels or America/New_York",
    ),
    "list_expected": (Code.FIELD_LIST, "`{field}` takes a list", "begin each entry with `- `, or write [{value}]"),
    "text_is_citation": (
        Code.YAML_NEEDS_QUOTES,
        "a citation alone is read as a list",
        'put all of it in quotes, its brackets too: "[{value}]"',
    ),
    "text_one_line": (Code.FIELD_ONE_LINE, "`{field}` takes one line of text", "make one line of it"),
    "id_shape": (Code.FIELD_ID, "`{value}` is not an id", "use letters a-z, digits, - and _ only, without blanks"),
    "whole_number": (Code.FIELD_NUMBER, "`{field}` takes a whole number from 0 to 999999", "write digits only: 15"),
    "version_number": (Code.FIELD_NUMBER, "`{field}` takes a whole number from 1 to 999999", "begin with 1"),
    "decimal_number": (Code.FIELD_NUMBER, "`{field}` takes a number", "write it as 2 or 3.5, with a point"),
    "yes_no": (Code.FIELD_YES_NO, "`{field}` takes true or false", "write `{field}: true` or `{field}: false`"),
    "web_address": (
        Code.FIELD_ADDRESS,
        "`{field}` takes a web address",
        "write all of it without blanks, beginning with https://",
    ),
    "mail_address": (
        Code.FIELD_MAIL,
        "`{value}` is not an e-mail address",
        "write one address alone, without a name: firstname.lastname@example.int",
    ),
    "secret_in_file": (
        Code.SETTINGS_SECRET,
        "a secret does not belong in this file, which others can read",
        "write where it is kept, {{env: NAME_OF_A_VARIABLE}} or {{keyring: NAME_OF_A_SERVICE}}, and change it if it was real",
    ),
    "secret_place": (
        Code.SETTINGS_SECRET,
        "a secret is kept in one place",
        "name either `env`, a variable of the environment, or `keyring`, a service of the keyring",
    ),
    "schedule_without_work": (
        Code.SETTINGS_SCHEDULE,
        "a schedule needs something to do",
        "name `briefs`, such as [briefs/weekly.yaml], or `packs`",
    ),
    "date_shape": (
        Code.FIELD_DATE,
        "`{value}` is not a date",
        "write year-month-day: 2025-10-22, with a time 2025-10-22 15:00",
    ),
    "date_impossible": (
        Code.FIELD_DATE,
        "there is no such day or time as `{value}`",
        "look at the calendar, or at the clock",
    ),
    "partial_date_shape": (Code.FIELD_DATE, "`{value}` is not a date", "write 2025, 2025-08 or 2025-08-28"),
    "time_shape": (Code.FIELD_TIME, "`{value}` is not a time of day", 'write hours and minutes: "09:30"'),
    "colour_shape": (
        Code.SETTINGS_COLOUR,
        "`{value}` is not a colour",
        'write # and six digits from 0 to f, in quotes: "#1b365d"',
    ),
    "phrase_shape": (
        Code.SETTINGS_REGISTER,
        "`{value}` is not a phrase that can be looked for",
        "write words and {{value}}, with alternatives in brackets: (all|the) {{value}} (NATO|) allies; no bracket within one",
    ),
    "string_pattern_mismatch": (Code.FIELD_LANGUAGE, "`{value}` is not a language tag", "write en-GB, fr or es"),
    "figure_data": (
        Code.DATA_SHAPE,
        "a figure needs either `data` or `rows`, and not both",
        "name a CSV or XLSX file in `data`, or write the data under `rows`",
    ),
    "participant_without_name": (
        Code.FIELD_MISSING,
        "a participant needs a `name`",
        "add `name:`, or `person:` with an id from people.yaml",
    ),
}


def tell_field_errors(errors: Sequence[Any], data: FileData, model: type[BaseModel]) -> Iterator[Diagnostic]:
    """Give a finding for each error that pydantic lists, at the field it is about; each place is told once."""
    teller = _Teller(data, model, shape_of_file(model))
    for path in islice(data.empty_entries, 2 * MAX_TOLD):
        message, hint = "this entry of the list is empty", "write it, or take the dash away"
        yield data.places.finding(Code.FIELD_VALUE, path, message, hint)
    yield from teller.tell_unknown_among_refused()
    told = (teller.tell(error) for error in errors[:_MOST_LOOKED_AT])
    yield from islice((found for found in told if found is not None), 2 * MAX_TOLD)


@dataclass(slots=True)
class _Teller:
    data: FileData
    model: type[BaseModel]
    shape: FieldShape

    def tell(self, error: Any) -> Diagnostic | None:
        """Give the finding for one error, or None when its place has been told of."""
        kind = str(error["type"])
        path = tuple(part for part in error["loc"] if part != "[key]")
        if self._is_told(kind, path):
            return None
        if self._is_text_with_colon(path[:-1] if kind in ("missing", "extra_forbidden") else path):
            return self._tell_colon(path, kind)
        special: dict[str, Callable[[Path], Diagnostic]] = {
            "extra_forbidden": self._tell_unknown,
            "missing": self._tell_missing,
            "enum": self._tell_choice,
            "text_expected": self._tell_text,
        }
        if kind in special:
            return special[kind](path)
        if kind in _PLAIN:
            return self._tell_plain(kind, path, is_key=error["loc"][-1:] == ("[key]",))
        return self._tell_other(kind, path)

    def _is_told(self, kind: str, path: Path) -> bool:
        text = join_path(path)
        if self.data.is_told(path) or text in self.data.empty_entries:
            return True
        if kind == "missing" and shape_at(self.shape, path[:-1]).part is Line:
            text = join_path(path[:-1])
        around = f"{text}."
        return kind in _ABOUT_THE_WHOLE and any(refused.startswith(around) for refused in self.data.refused)

    def tell_unknown_among_refused(self) -> Iterator[Diagnostic]:
        """Tell of fields that are unknown and hold a broken value, which the model never saw."""
        for path in self.data.refused.values():
            part = shape_at(self.shape, path[:-1]).part if path and isinstance(path[-1], str) else None
            if part is not None and part is not Line and str(path[-1]) not in shapes_of(part):
                yield self._tell_unknown(path)

    def _value(self, path: Path) -> str:
        scalar = self.data.scalars.get(join_path(path))
        return shorten(scalar.text) if scalar else ""

    def _finding(self, code: Code, path: Path, message: str, hint: str, span: Span | None = None) -> Diagnostic:
        return self.data.places.finding(code, join_path(path), message, hint, span=span)

    def _tell_plain(self, kind: str, path: Path, *, is_key: bool) -> Diagnostic:
        code, message, hint = _PLAIN[kind]
        field = _field_name(path)
        raw = self._raw(path)
        only = str(raw[0]) if isinstance(raw, list) and len(raw) == 1 else "..."
        value = str(path[-1]) if is_key else self._value(path) or only
        # Filled in first: what a hint quotes of the file may have braces of its own.
        words = {"field": shorten(field), "value": shorten(value)}
        message, hint = message.format(**words), hint.format(**words)
        if kind == "list_expected" and isinstance(raw, dict):
            hint = "begin each entry with `- `"
        if kind == "list_expected" and isinstance(raw, str) and raw.startswith("-"):
            hint = f"put a blank after the hyphen: `- {shorten(raw[1:])}`"
        span = self.data.places.key(join_path(path)) if is_key else None
        return self._finding(code, path, message, hint, span)

    def _raw(self, path: Path) -> Any:
        value = self.data.value
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def _tell_unknown(self, path: Path) -> Diagnostic:
        name, around = str(path[-1]), shape_at(self.shape, path[:-1]).part
        known = list(shapes_of(around)) if around else []
        owners = find_owners(self.model, name)
        place = join_path(path[:-1])
        if name in PortionMark.model_fields and "portions" in self.model.model_fields and place:
            hint = f"say it at the top of the brief: `portions: {{{shorten(place)}: ...}}`"
        elif owners:
            hint = (
                f"it belongs in `{owners[0]}`" if owners[0] else "it belongs at the beginning of a line, not indented"
            )
        else:
            hint = did_you_mean(name, known, f"fields here: {list_words(known)}")
        message = f"there is no field `{shorten(name)}` here"
        return self._finding(Code.FIELD_UNKNOWN, path, message, hint, self.data.places.key(join_path(path)))

    def _tell_missing(self, path: Path) -> Diagnostic:
        name, around = str(path[-1]), shape_at(self.shape, path[:-1]).part
        field = around.model_fields.get(name) if around else None
        purpose = (field.description or "") if field else ""
        place = join_path(path)
        if place in self.data.unfilled:
            key = self.data.places.key(place)
            return self._finding(Code.FIELD_MISSING, path, f"`{name}` is not filled in", purpose, key)
        message = f"`{name}` is missing"
        return self._finding(Code.FIELD_MISSING, path, message, f"add `{name}:` {purpose}".rstrip())

    def _tell_choice(self, path: Path) -> Diagnostic:
        value, choices = self._value(path), shape_at(self.shape, path).choices
        allowed = f"it takes {list_words(choices)}"
        # One word for several fields is a word for the field around them: none of them was written.
        is_written = bool(value) or isinstance(self._raw(path[:-1]), dict)
        field = _field_name(path if is_written else path[:-1])
        value = value or self._value(path[:-1])
        message = f"`{value}` is not a word for `{field}`" if value else f"`{field}` takes one word"
        meant = did_you_mean(value, choices)
        return self._finding(Code.FIELD_CHOICE, path, message, f"{meant} {allowed}" if meant else allowed)

    def _tell_text(self, path: Path) -> Diagnostic:
        raw = self._raw(path)
        what = "a list" if isinstance(raw, list) else "a mapping"
        message = f"`{_field_name(path)}` takes text, and {what} stands here"
        return self._finding(Code.FIELD_TEXT, path, message, f"write text; if this is text, {QUOTE_HINT}")

    def _tell_other(self, kind: str, path: Path) -> Diagnostic:
        if kind in ("model_type", "model_attributes_type", "dict_type"):
            part = shape_at(self.shape, path).part
            fields = f": {list_words(shapes_of(part), 6)}" if part else ""
            each = "each entry of " if isinstance(path[-1], int) else ""
            message = f"{each}`{_field_name(path)}` takes fields of its own, not text or a list"
            return self._finding(Code.FIELD_MAPPING, path, message, f"write its fields below it, indented{fields}")
        return self._finding(
            Code.FIELD_VALUE, path, f"`{_field_name(path)}` cannot be read", "look it up in the manual"
        )

    def _is_text_with_colon(self, path: Path) -> bool:
        """Tell whether a list entry that should be text became a mapping because of a colon in it."""
        raw = self._raw(path)
        if not isinstance(raw, dict) or shape_at(self.shape, path).part is not Line:
            return False
        return not raw.keys() & Line.model_fields.keys() and len(raw) == 1

    def _tell_colon(self, path: Path, kind: str) -> Diagnostic | None:
        if kind != "missing":
            return None
        entry = join_path(path[:-1])
        name = shorten(str(next(iter(self._raw(path[:-1])))))
        message = f"the colon makes a field `{name}` of this text"
        return self._finding(Code.YAML_NEEDS_QUOTES, path[:-1], message, QUOTE_HINT, self.data.places.value(entry))


def _field_name(path: Path) -> str:
    """Give the name to use in a sentence: the nearest field, without positions in lists."""
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "the file")
