"""Give the JSON Schema of a brief or of the settings, by which an editor helps while one is typed."""

from briefmaker.model.schema import brief_schema, settings_schema, write_schema


def print_schema(*, of_settings: bool = False) -> str:
    """Give the schema of a brief, or of briefmaker.yaml, as the text of a file."""
    return write_schema(settings_schema() if of_settings else brief_schema())
