"""The workspace of the tests of reading serves here too."""

from tests.reading.conftest import folder, read_lines

__all__ = ["folder", "read_lines"]
