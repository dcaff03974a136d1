"""What YAML reads without complaint though it is not what was meant: a field that stands twice, text that is cut off."""

import re

from briefmaker.diagnostics import Code, Severity
from briefmaker.reading.yaml_nodes import Entry, Scalar
from briefmaker.reading.yaml_problems import Problem, shorten

_COMMENT = re.compile(r"([ \t]+)#(.*)")
TYPOGRAPHIC_QUOTES = re.compile(r"“[^“”]*”|‘[^‘’]*’|„[^„“]*“")
_DATE_OR_NUMBER = re.compile(r"[0-9TZ:+./ -]+")


def report_duplicate(key: Scalar, first: Scalar, text: str) -> Problem:
    """Give the problem that a field stands in one mapping of ``text`` a second time."""
    line = text.count("\n", 0, first.start) + 1
    message = f"`{shorten(key.text)}` stands here a second time; the first is in line {line}"
    return Problem(Code.YAML_DUPLICATE_KEY, message, key.start, key.end, "keep one of the two")


def find_comment_cut(scalar: Scalar, rest: str) -> Problem | None:
    """Tell of a plain text that ends at `` #``; ``rest`` is what follows it on its line.

    A ``#`` that touches the next character is text (``Point #3``). One blank and ``# `` after several words may be
    either. Two blanks before it make an honest comment.
    """
    comment = _COMMENT.match(rest)
    if scalar.style or not comment or len(comment.group(1)) > 1:
        return None
    start = scalar.end + 1
    end = start + 1 + len(comment.group(2).rstrip())
    lost = shorten(comment.group().strip())
    quoted = f'put the whole text in quotes: "{shorten(scalar.text + comment.group())}"'
    if comment.group(2)[:1].strip(" \t#!") and not _is_blank_then_comment(scalar, comment.group(2)):
        message = f"`{lost}` is lost: a `#` after a blank begins a comment"
        return Problem(Code.YAML_CUT_BY_COMMENT, message, start, end, quoted)
    if scalar.text and " " in scalar.text and not _DATE_OR_NUMBER.fullmatch(scalar.text):
        message = f"`{lost}` is read as a comment and not printed"
        hint = f"{quoted}; if it is a comment, leave two blanks before the #"
        return Problem(Code.YAML_CUT_BY_COMMENT, message, start, end, hint, Severity.WARNING)
    return None


def find_typographic_quotes(scalar: Scalar) -> Problem | None:
    """Tell of a plain text between typographic quotation marks, which a word processor puts in and YAML prints."""
    text = scalar.text
    if scalar.style or len(text) < len("“”") or not TYPOGRAPHIC_QUOTES.fullmatch(text):
        return None
    message = f"the quotation marks {text[0]} {text[-1]} are printed: YAML knows only the straight ones"
    hint = f"write \"{shorten(text[1:-1])}\", or quote all of it if they are meant: '{shorten(text)}'"
    return Problem(Code.YAML_NEEDS_QUOTES, message, scalar.start, scalar.end, hint, Severity.WARNING)


def _is_blank_then_comment(scalar: Scalar, comment: str) -> bool:
    return scalar.is_null and comment.startswith(" ")


def find_comma_cut(entry: Entry, before: Entry | None, between: str) -> Problem | None:
    """Tell of a key in braces that has no value because a comma ended the text before it.

    ``between`` is what stands in the file between the key and its empty value.
    """
    value = entry.value
    if entry.key.style or not isinstance(value, Scalar) or value.text or value.style or ":" in between:
        return None
    told = shorten(entry.key.text)
    if before is not None and isinstance(before.value, Scalar) and not before.value.style:
        field = before.key.text
        whole = shorten(f"{before.value.text}, {entry.key.text}")
        message = f"the comma ends `{shorten(field)}`; `{told}` stands alone and would be lost"
        return Problem(
            Code.YAML_CUT_BY_COMMA,
            message,
            entry.key.start,
            entry.key.end,
            f'put the text in quotes: {field}: "{whole}"',
        )
    message = f"`{told}` has no value"
    hint = f"write `{told}: ...`, or put a text that holds a comma in quotes"
    return Problem(Code.YAML_CUT_BY_COMMA, message, entry.key.start, entry.key.end, hint)
