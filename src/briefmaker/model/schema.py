"""The JSON Schema of a brief, by which an editor helps while one is typed."""

import json
from typing import Any

from briefmaker.model.brief import Brief


def brief_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a brief's YAML file."""
    schema = Brief.model_json_schema()
    return {"$schema": schema.pop("$schema"), **schema}


def write_schema() -> str:
    """Give the schema as the text of a file that ends in a newline."""
    return json.dumps(brief_schema(), indent=2, ensure_ascii=False) + "\n"
