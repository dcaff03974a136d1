"""What `check` writes as SARIF against the schema of the standard (as the npm package @microsoft/jest-sarif holds it)."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "tools" / "node_modules" / "@microsoft" / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"

pytestmark = pytest.mark.conformance


def open_schema() -> jsonschema.Draft4Validator:
    """Give the standard's own schema; raises when it is not there."""
    assert SCHEMA.exists(), "the schema is missing: npm install --prefix tools --no-package-lock"
    return jsonschema.Draft4Validator(json.loads(SCHEMA.read_text("utf-8")), format_checker=jsonschema.FormatChecker())


def check(*arguments: str) -> dict[str, Any]:
    """Give what the command writes, and see that it found something."""
    command = [sys.executable, "-m", "briefmaker", "check", *arguments, "--output-format", "sarif"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert ran.returncode == 1, ran.stderr
    return dict(json.loads(ran.stdout))


def test_findings_of_every_kind_of_file_are_valid() -> None:
    """Of briefs that are hostile or broken too; the schema refuses a column that is none."""
    log = check("tests/hostile", "tests/end_to_end/article")
    schema = open_schema()
    assert len(log["runs"][0]["results"]) > 20
    assert [error.message for error in schema.iter_errors(log)] == []
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] = 0
    assert not schema.is_valid(log)
