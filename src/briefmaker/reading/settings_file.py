"""The settings of a workspace: ``briefmaker.yaml``."""

from briefmaker.model.settings import Settings
from briefmaker.reading.read_model import ModelReading, read_model
from briefmaker.reading.sound_part import read_sound_part


def read_settings(content: bytes, file: str) -> ModelReading[Settings]:
    """Give the settings in a file's bytes, with all that is wrong with them; ``value`` is None on an error.

    A file that sets nothing, or holds comments only, leaves every setting as it is.
    """
    if all(not line.strip() or line.lstrip().startswith(b"#") for line in content.splitlines()):
        return read_model(b"{}", file, Settings)
    return read_model(content, file, Settings)


def sound_settings(reading: ModelReading[Settings]) -> Settings:
    """Give the settings, or of those that have errors what is right, so that what is wrong beside them is told too."""
    return reading.value or read_sound_part(reading.data.value, Settings, {}) or Settings()
