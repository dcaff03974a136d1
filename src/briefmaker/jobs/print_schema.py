"""Give the JSON Schema of a brief, of a pack or of the settings, by which an editor helps while one is typed."""

from briefmaker.model.schema import brief_schema, pack_schema, settings_schema, write_schema


def print_schema(*, of_settings: bool = False, of_pack: bool = False) -> str:
    """Give the schema of a brief, or else of briefmaker.yaml or of a pack, as the text of a file."""
    if of_pack:
        return write_schema(pack_schema())
    return write_schema(settings_schema() if of_settings else brief_schema())
