"""Writes one value as YAML, in the style that stood there before as far as that can hold it."""

import re

import yaml

from briefmaker.reading.text_file import UNSAFE
from briefmaker.reading.yaml_nodes import Mapping, Scalar
from briefmaker.reading.yaml_tree import TooMuchError, build_tree

# What other readers of YAML take for something else than text: yes, null, numbers.
_READ_OTHERWISE = re.compile(
    r"(?i)y|yes|n|no|on|off|true|false|null|~|[-+]?[0-9][0-9_.,:e+-]*|[-+]?\.(?:inf|nan)|0x[0-9a-f]+"
)
_HARMLESS = re.compile(r"[\w’‘“”«»–—…%()\u00a0 ]+")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_LAST_OF_TWO_HEXADECIMAL, _LAST_OF_FOUR = 0xFF, 0xFFFF


def write_scalar(
    value: str, before: Scalar, indent: int, newline: str, *, is_on_line: bool = False, is_flow: bool = False
) -> str:
    """Give a value as YAML, for the place of a scalar: in its style, or under ``|``, or in double quotes.

    ``indent`` is that of the lines under ``|``; ``is_on_line`` holds where something follows on the line, so that there can
    be no such lines; ``is_flow`` within braces and brackets, where commas and colons mean more.
    """
    plain_enough = not _READ_OTHERWISE.fullmatch(value) or bool(_READ_OTHERWISE.fullmatch(before.text))
    block = _none if is_on_line else _block
    writers = {"": _plain if plain_enough else _none, "'": _single, "|": block, ">": block}
    for write in (writers.get(before.style, _double), block if "\n" in value else _none):
        written = write(value)
        if written and _is_read_as(written, value, is_flow=is_flow):
            return _indent(written, indent, newline) if write is _block else written
    return _double(value)


def write_within(words: str, style: str) -> str:
    """Give words as they are written in the middle of a scalar of a style."""
    if style == "'":
        return words.replace("'", "''")
    return "".join(_escape(character) for character in words) if style == '"' else words


def is_harmless_within(words: str, before: str, behind: str) -> bool:
    """Tell whether words mean nothing to YAML in any style, between what is written before and behind them on their line.

    At the beginning and at the end of a scalar they may well mean something, and between blanks where lines are folded.
    """
    is_loose = (words[:1].isspace() and not before.strip()) or (words[-1:].isspace() and not behind.strip())
    return not is_loose and _HARMLESS.fullmatch(words) is not None


def read_within(written: str, style: str) -> str | None:
    """Give the words that stand written in the middle of a scalar of a style; None where they begin or end within an escape."""
    if style == "'":
        return written.replace("''", "'")
    if style != '"' or "\\" not in written:
        return written
    try:
        root = build_tree(f'"{written}"').root
    except (yaml.YAMLError, TooMuchError):
        return None
    return root.text if isinstance(root, Scalar) else None


def _indent(written: str, indent: int, newline: str) -> str:
    """Indent the lines under ``|``; those without words stay empty."""
    first, *lines = written.split("\n")
    return newline.join([first, *(" " * indent + line if line else "" for line in lines)])


def _none(_: str) -> str:
    return ""


def _plain(value: str) -> str:
    return "" if "\n" in value else value


def _single(value: str) -> str:
    return "" if "\n" in value or UNSAFE.search(value) else "'" + value.replace("'", "''") + "'"


def _block(value: str) -> str:
    """Write lines under ``|``; what begins with a blank, or ends in several lines without words, is left to quotes."""
    text = value.removesuffix("\n")
    if not text or text[0] in " \t\n" or text.endswith("\n") or "\r" in text or UNSAFE.search(text):
        return ""
    return ("|\n" if value.endswith("\n") else "|-\n") + text


def _double(value: str) -> str:
    return '"' + "".join(_escape(character) for character in value) + '"'


def _escape(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if not UNSAFE.match(character):
        return character
    code = ord(character)
    return (
        f"\\x{code:02x}"
        if code <= _LAST_OF_TWO_HEXADECIMAL
        else f"\\u{code:04x}"
        if code <= _LAST_OF_FOUR
        else character
    )


def _is_read_as(written: str, value: str, *, is_flow: bool) -> bool:
    """Tell whether YAML reads what was written as that value, and tells nothing of it."""
    indented = written.replace("\n", "\n  ")
    text = f"k: {{a: {written}, b: x}}\n" if is_flow else f"k: {indented}\nl: x\n"
    try:
        tree = build_tree(text)
    except (yaml.YAMLError, TooMuchError):
        return False
    root = tree.root
    if tree.problems or not isinstance(root, Mapping) or len(root.entries) != (1 if is_flow else 2):
        return False
    node = root.entries[0].value
    if is_flow and isinstance(node, Mapping) and len(node.entries) == 2:  # noqa: PLR2004 - a and b
        node = node.entries[0].value
    return isinstance(node, Scalar) and not node.is_null and node.text == value
