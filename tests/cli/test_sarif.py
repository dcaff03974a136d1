"""Findings as SARIF 2.1.0: what the standard requires, proven against a schema of the parts that are used."""

from typing import Any

import jsonschema

from briefmaker.cli.sarif import make_sarif
from briefmaker.diagnostics import Code, Diagnostic, Severity, Span

TEXT = {"type": "object", "properties": {"text": {"type": "string", "minLength": 1}}, "required": ["text"]}
NUMBER = {"type": "integer", "minimum": 1}
REGION = {
    "type": "object",
    "properties": dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), NUMBER),
    "additionalProperties": False,
    "required": ["startLine"],
}
PLACE = {
    "type": "object",
    "properties": {
        "physicalLocation": {
            "type": "object",
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "properties": {"uri": {"type": "string", "format": "uri-reference", "pattern": "^[^ ]+$"}},
                    "additionalProperties": False,
                },
                "region": REGION,
            },
            "additionalProperties": False,
        },
        "logicalLocations": {
            "type": "array",
            "items": {"type": "object", "properties": {"fullyQualifiedName": {"type": "string"}}},
        },
    },
    "additionalProperties": False,
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
RESULT = {
    "type": "object",
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": TEXT,
        "locations": {"type": "array", "items": PLACE},
    },
    "required": ["message"],
    "additionalProperties": False,
}
RULE = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "help": TEXT,
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}, "additionalProperties": False},
    },
    "required": ["id"],
    "additionalProperties": False,
}
DRIVER = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "version": {"type": "string"},
        "rules": {"type": "array", "items": RULE, "uniqueItems": True},
    },
    "required": ["name"],
    "additionalProperties": False,
}
RUN = {
    "type": "object",
    "properties": {
        "tool": {"type": "object", "properties": {"driver": DRIVER}, "required": ["driver"]},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
    },
    "required": ["tool"],
    "additionalProperties": False,
}
LOG = {
    "type": "object",
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN},
    },
    "required": ["version", "runs"],
    "additionalProperties": False,
}
FOUND = (
    Diagnostic(
        "SRC002", "no publisher", "my briefs/é.yaml", Span.at(7, 11, 4), "add it", Severity.WARNING, "sources.x"
    ),
    Diagnostic(Code.FIELD_UNKNOWN, "no such field", "b.yaml"),
    Diagnostic("SRC002", "no date", "b.yaml", Span.at(2, 1), "", Severity.ERROR, "sources.y"),
)


def make() -> dict[str, Any]:
    """Give the log of three findings, of two kinds."""
    return make_sarif(FOUND)


def test_it_is_built_as_the_standard_says() -> None:
    """And the schema sees what is not."""
    jsonschema.validate(make(), LOG)
    assert not jsonschema.Draft202012Validator(LOG).is_valid({**make(), "version": "2.0.0"})


def test_each_result_names_its_rule_level_and_place() -> None:
    """Names of files are references, with blanks and letters escaped."""
    (run,) = make()["runs"]
    first, second, third = run["results"]
    assert [each["level"] for each in (first, second, third)] == ["warning", "error", "error"]
    assert all(run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    place = first["locations"][0]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "my%20briefs/%C3%A9.yaml"},
        "region": {"startLine": 7, "startColumn": 11, "endLine": 7, "endColumn": 15},
    }
    assert place["logicalLocations"] == [{"fullyQualifiedName": "sources.x"}]
    assert first["message"] == {"text": "no publisher; add it"}


def test_a_rule_comes_with_its_page() -> None:
    """So that an editor can show it; what reading finds has none."""
    rules = {each["id"]: each for each in make()["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["SRC002"]["name"] == "incomplete-source"
    assert "ISO 690" in rules["SRC002"]["fullDescription"]["text"]
    assert rules["FLD001"] == {"id": "FLD001"}
