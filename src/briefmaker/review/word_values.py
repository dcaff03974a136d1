"""What an attribute or a property of WordprocessingML says: on or off, and small numbers."""

from briefmaker.reading.office_package import Element
from briefmaker.writing.word.wordml import W

_VALUE = f"{W}val"
_OFF = {"0", "false", "off", "none"}
_MOST_DIGITS = 9


def read_flag(properties: Element | None, name: str) -> bool | None:
    """Give what ``w:rPr`` or the like says of a property that is on or off; None where it says nothing."""
    found = None if properties is None else properties.find(f"{W}{name}")
    return None if found is None else found.get(_VALUE, "1").lower() not in _OFF


def read_number(text: str | None, otherwise: int) -> int:
    """Give a number that an attribute holds; another where it holds none, as damaged files do."""
    return int(text) if text is not None and text.isdecimal() and len(text) <= _MOST_DIGITS else otherwise


def read_value(element: Element | None, otherwise: int) -> int:
    """Give the number that an element has for its value; another where there is none."""
    return otherwise if element is None else read_number(element.get(_VALUE), otherwise)
