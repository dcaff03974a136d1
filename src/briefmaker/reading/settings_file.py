"""The settings of a workspace: ``briefmaker.yaml``."""

from briefmaker.model.settings import Settings
from briefmaker.reading.read_model import ModelReading, read_model


def read_settings(content: bytes, file: str) -> ModelReading[Settings]:
    """Give the settings in a file's bytes, with all that is wrong with them; ``value`` is None on an error."""
    return read_model(content, file, Settings)
