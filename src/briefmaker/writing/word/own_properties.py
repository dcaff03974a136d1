"""What a Word document of briefmaker says of itself in its custom properties, and the names that it says it by."""

from collections.abc import Mapping

SEAL_PROPERTY = "briefmaker-seal"
SOURCE_PROPERTY = "briefmaker-source"
EDITION_PROPERTY = "briefmaker-edition"
PACK_PROPERTY = "briefmaker-pack"
MARKING_PROPERTY = "briefmaker-marking"
STATUS_PROPERTY = "briefmaker-status"
CHECKED_PROPERTY = "briefmaker-checked"
REPLACES_PROPERTY = "briefmaker-replaces"
REDLINE_PROPERTY = "briefmaker-redline"
REDLINE_KEY = "redline"
"""What a redline says in a PDF, whose other properties have the same names without ``briefmaker-``."""


def is_ours(properties: Mapping[str, str]) -> bool:
    """Tell whether briefmaker wrote a document, whatever has become of it since."""
    return SEAL_PROPERTY in properties


def tell_redline(properties: Mapping[str, str]) -> str:
    """Say what a redline is, going on a sentence that begins with its name; empty for any other document.

    It stays one when its changes are accepted or rejected: the properties are not touched by that.
    """
    return describe_redline(properties[REDLINE_PROPERTY]) if REDLINE_PROPERTY in properties else ""


def describe_redline(compared: str) -> str:
    """Say what a redline is which compares this, whatever its format, going on a sentence that begins with its name."""
    compared = compared.replace("\u00a0", " ").strip()
    return "is a redline, which holds two versions of a brief at once" + (f" ({compared})" if compared else "")
