"""Findings as SARIF 2.1.0: what the standard requires, proven against a schema of the parts that are used."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema

from briefmaker.cli.sarif import FINGERPRINT, make_sarif
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
                    "properties": {
                        "uri": {"type": "string", "format": "uri-reference", "pattern": "^[^ ]+$"},
                        "uriBaseId": {"type": "string"},
                    },
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
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
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
        "help": {**TEXT, "required": ["text"], "properties": {"text": {}, "markdown": {"type": "string"}}},
        "properties": {"type": "object", "properties": {"tags": {"type": "array", "items": {"type": "string"}}}},
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
        "semanticVersion": {"type": "string"},
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
        "originalUriBaseIds": {"type": "object", "additionalProperties": {"type": "object"}},
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
        "artifactLocation": {"uri": "my%20briefs/%C3%A9.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 7, "startColumn": 11, "endLine": 7, "endColumn": 15},
    }
    assert place["logicalLocations"] == [{"fullyQualifiedName": "sources.x"}]
    assert first["message"] == {"text": "no publisher; add it"}


def test_a_rule_comes_with_its_page() -> None:
    """So that an editor can show it; what reading finds has a name and a sentence."""
    rules = {each["id"]: each for each in make()["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["SRC002"]["name"] == "incomplete-source"
    assert "ISO 690" in rules["SRC002"]["fullDescription"]["text"]
    assert "```yaml\nsources:" in rules["SRC002"]["help"]["markdown"]
    assert rules["SRC002"]["properties"] == {"tags": ["sources and facts"]}
    assert (rules["FLD001"]["name"], rules["FLD001"]["shortDescription"]) == (
        "field-unknown",
        {"text": "Field unknown"},
    )


def test_a_finding_is_known_again_when_lines_before_it_come_and_go() -> None:
    """Nor do two findings of one line pass for one."""
    line = Diagnostic("SRC002", "no date", "b.yaml", Span.at(2, 1), path="agenda[0].background", excerpt="  x: {}")
    moved = replace(line, span=Span.at(9, 1), path="agenda[3].background", excerpt="    x: {}")
    other = replace(line, span=Span.at(2, 5))
    first, second, third = (
        each["partialFingerprints"][FINGERPRINT] for each in make_sarif((line, other, moved))["runs"][0]["results"]
    )
    assert make_sarif((moved,))["runs"][0]["results"][0]["partialFingerprints"] == {FINGERPRINT: first}
    assert len({first, second, third}) == 3


def test_a_file_elsewhere_is_named_by_its_whole_path(tmp_path: Path) -> None:
    """One in the current folder is seen from there, whatever the machine."""
    found = Diagnostic("SRC002", "no date", str(tmp_path / "b.yaml"))
    place = make_sarif((found,))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": (tmp_path / "b.yaml").as_uri()}
