"""Findings as SARIF 2.1.0, the format in which editors and code hosts take what a linter found.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/
"""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from briefmaker.checks.all_rules import find_rule
from briefmaker.checks.rule import Rule
from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.model.fields import field_of

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BASE = "%SRCROOT%"
"""What the names of files are seen from, by the name that others use; its place is not told, so that one log is like another."""

FINGERPRINT = "briefmakerField/v1"


def make_sarif(found: Sequence[Diagnostic]) -> dict[str, Any]:
    """Give one run with its rules and results; columns count characters, and end just past the last one."""
    codes = {code: index for index, code in enumerate(sorted({str(each.code) for each in found}))}
    told = version("briefmaker")
    driver = {
        "name": "briefmaker",
        "version": told,
        "semanticVersion": told,
        "rules": [_describe_code(code) for code in codes],
    }
    prints = _list_fingerprints(found)
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": "The folder in which briefmaker was called."}}},
        "results": [_describe_result(each, codes, mark) for each, mark in zip(found, prints, strict=True)],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _describe_code(code: str) -> dict[str, Any]:
    rule = find_rule(code)
    return _describe_told(code) if rule is None else _describe_rule(rule)


def _describe_rule(rule: Rule) -> dict[str, Any]:
    page = rule.page
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": " ".join(f"{page.what} Why: {page.why}".split())},
        "help": {"text": f"Wrong:\n\n{page.wrong}\nRight:\n\n{page.right}", "markdown": _write_help(rule)},
        "defaultConfiguration": {"level": str(rule.severity(is_final=False))},
        "properties": {"tags": [str(rule.family)]},
    }


def _write_help(rule: Rule) -> str:
    page = rule.page
    parts = [page.summary, page.what, f"**Why.** {page.why}"]
    parts += [f"{name}:\n\n```yaml\n{example}```" for name, example in (("Wrong", page.wrong), ("Right", page.right))]
    return "\n\n".join(part for part in parts if part) + "\n"


def _describe_told(code: str) -> dict[str, Any]:
    """Describe what reading, viewing or writing finds, which has a line in the manual instead of a page."""
    words = next((each.name for each in Code if each.value == code), code).lower().replace("_", " ")
    return {
        "id": code,
        "name": words.replace(" ", "-"),
        "shortDescription": {"text": words.capitalize()},
        "fullDescription": {"text": f"Told when a brief is read, viewed or written: {words}."},
        "help": {"text": f"The manual has {code} in its table of findings."},
    }


def _list_fingerprints(found: Sequence[Diagnostic]) -> list[str]:
    """Give for each finding what stays the same while lines around it come and go, and tells it from others of its file."""
    seen: Counter[str] = Counter()
    prints = []
    for each in found:
        words = "\0".join((each.file, str(each.code), field_of(each.path), each.excerpt.strip()))
        mark = sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        seen[mark] += 1
        prints.append(f"{mark}:{seen[mark]}")
    return prints


def _describe_result(found: Diagnostic, codes: dict[str, int], fingerprint: str) -> dict[str, Any]:
    place: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": _write_location(found.file), "region": _describe_region(found)}
    }
    if found.path:
        place["logicalLocations"] = [{"fullyQualifiedName": found.path}]
    text = f"{found.message}; {found.hint}" if found.hint else found.message
    return {
        "ruleId": str(found.code),
        "ruleIndex": codes[str(found.code)],
        "level": str(found.severity),
        "message": {"text": text},
        "locations": [place],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }


def _describe_region(found: Diagnostic) -> dict[str, Any]:
    span = found.span
    region: dict[str, Any] = {"startLine": span.line, "startColumn": span.column}
    return region | {"endLine": span.end_line, "endColumn": span.end_column}


def _write_location(file: str) -> dict[str, str]:
    """Give a file's name as a reference: relative where it was, with signs that addresses do not have escaped."""
    path = PurePath(file)
    return {"uri": path.as_uri()} if path.is_absolute() else {"uri": quote(path.as_posix()), "uriBaseId": BASE}
