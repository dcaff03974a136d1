"""What ``briefmaker schema`` prints."""

import json
from pathlib import Path

from click.testing import CliRunner

from briefmaker.cli.main import briefmaker
from briefmaker.model.schema import brief_schema, pack_schema, settings_schema


def test_schema_prints_the_schema(workspace: Path) -> None:
    """Nothing else, so that it can be piped."""
    assert json.loads(CliRunner().invoke(briefmaker, ["schema"]).stdout) == brief_schema()


def test_the_schema_of_the_settings_is_printed_when_it_is_asked_for(workspace: Path) -> None:
    """The same way."""
    assert json.loads(CliRunner().invoke(briefmaker, ["schema", "--settings"]).stdout) == settings_schema()


def test_the_schema_of_a_pack_is_printed_when_it_is_asked_for(workspace: Path) -> None:
    """One schema at a time."""
    assert json.loads(CliRunner().invoke(briefmaker, ["schema", "--pack"]).stdout) == pack_schema()
    both = CliRunner().invoke(briefmaker, ["schema", "--pack", "--settings"])
    assert (both.exit_code, both.stdout) == (2, "")
