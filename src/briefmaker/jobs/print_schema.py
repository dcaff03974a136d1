"""Give the JSON Schema of a brief, by which an editor helps while one is typed."""

from briefmaker.model.schema import write_schema


def print_schema() -> str:
    """Give the schema as the text of a file."""
    return write_schema()
