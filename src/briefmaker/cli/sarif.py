"""Findings as SARIF 2.1.0, the format in which editors and code hosts take what a linter found.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/
"""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from briefmaker.checks.all_rules import find_rule
from briefmaker.diagnostics import Diagnostic

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def make_sarif(found: Sequence[Diagnostic]) -> dict[str, Any]:
    """Give one run with its rules and results; columns count characters."""
    codes = sorted({str(each.code) for each in found})
    driver = {"name": "briefmaker", "version": version("briefmaker"), "rules": [_describe_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_describe_result(each, codes) for each in found],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _describe_rule(code: str) -> dict[str, Any]:
    rule = find_rule(code)
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.page.summary},
        "fullDescription": {"text": " ".join(f"{rule.page.what} Why: {rule.page.why}".split())},
        "help": {"text": f"Wrong:\n\n{rule.page.wrong}\nRight:\n\n{rule.page.right}"},
        "defaultConfiguration": {"level": str(rule.severity(is_final=False))},
    }


def _describe_result(found: Diagnostic, codes: list[str]) -> dict[str, Any]:
    span = found.span
    region = {"startLine": span.line, "startColumn": span.column}
    region |= {"endLine": span.end_line, "endColumn": span.end_column}
    place: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": _write_uri(found.file)}, "region": region}
    }
    if found.path:
        place["logicalLocations"] = [{"fullyQualifiedName": found.path}]
    text = f"{found.message}; {found.hint}" if found.hint else found.message
    return {
        "ruleId": str(found.code),
        "ruleIndex": codes.index(str(found.code)),
        "level": str(found.severity),
        "message": {"text": text},
        "locations": [place],
    }


def _write_uri(file: str) -> str:
    """Give a file's name as a reference: relative where it was, with signs that addresses do not have escaped."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
