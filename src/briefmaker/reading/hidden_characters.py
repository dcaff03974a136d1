"""Characters that nobody sees, written as escapes within double quotes."""

import re
from collections.abc import Iterable, Iterator

from briefmaker.diagnostics import Code
from briefmaker.reading.text_file import UNSAFE, FileText, describe_unsafe
from briefmaker.reading.yaml_nodes import Scalar
from briefmaker.reading.yaml_problems import Problem

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_NAMED = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "e": "\x1b", "N": "\x85", "L": "\u2028", "P": "\u2029"}


def find_hidden_characters(text: FileText, scalars: Iterable[Scalar]) -> Iterator[Problem]:
    """Tell of each character in double-quoted texts that would be refused if it stood in the file itself."""
    for scalar in scalars:
        if scalar.style == '"' and UNSAFE.search(scalar.text):
            for escape in _ESCAPE.finditer(text.text, scalar.start, scalar.end):
                character = _decode(escape)
                if UNSAFE.match(character):
                    message, _ = describe_unsafe(character)
                    hint = f"take `{escape.group()}` out"
                    yield Problem(Code.FILE_UNSAFE_CHARACTER, message, escape.start(), escape.end(), hint)


def _decode(escape: re.Match[str]) -> str:
    number = escape.group(1) or escape.group(2) or escape.group(3)
    return chr(int(number, 16)) if number else _NAMED.get(escape.group(4), "")
