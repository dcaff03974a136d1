"""What ``briefmaker schema`` prints."""

import json
from pathlib import Path

from click.testing import CliRunner

from briefmaker.cli.main import briefmaker
from briefmaker.model.schema import brief_schema


def test_schema_prints_the_schema(workspace: Path) -> None:
    """Nothing else, so that it can be piped."""
    assert json.loads(CliRunner().invoke(briefmaker, ["schema"]).stdout) == brief_schema()
