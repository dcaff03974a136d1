"""The JSON Schemas of a brief, of a pack and of the settings, by which an editor helps while one is typed."""

import json
from typing import Any

from pydantic import BaseModel

from briefmaker.model.brief import Brief
from briefmaker.model.pack import Pack
from briefmaker.model.settings import Settings


def brief_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a brief's YAML file."""
    return _schema_of(Brief)


def pack_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a pack's YAML file."""
    return _schema_of(Pack)


def settings_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a workspace's briefmaker.yaml."""
    return _schema_of(Settings)


def _schema_of(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema()
    return {"$schema": schema.pop("$schema"), **schema}


def write_schema(schema: dict[str, Any] | None = None) -> str:
    """Give a schema, that of a brief unless another is given, as the text of a file that ends in a newline."""
    return json.dumps(schema or brief_schema(), indent=2, ensure_ascii=False) + "\n"
