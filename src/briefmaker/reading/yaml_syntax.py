"""YAML's own errors in the words of people who write briefs, with what to do about each."""

import re
from dataclasses import dataclass

from briefmaker.diagnostics import Code
from briefmaker.reading.yaml_problems import QUOTE_HINT, Problem, shorten

# A field's name or a dash, up to where the value begins.
# Matches every line, be it with nothing.
VALUE_BEGINS = re.compile(r"""[ \t]*(?:-[ \t]+)*(?:[A-Za-z_][\w .-]*:[ \t]+|"[^"]*":[ \t]+|'[^']*':[ \t]+)?""")
_COLON_WITHOUT_BLANK = re.compile(r"[ \t]*(?:-[ \t]+)*[a-z_]+:\S")
_STARTERS = "@`%&*!|>{}[],?#"


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """Where YAML gave up: its problem and context in its own words, and the offsets of both (-1: none)."""

    problem: str
    context: str
    offset: int
    context_offset: int


def describe_syntax(fault: SyntaxFault, text: str) -> Problem:
    """Give a YAML error as a sentence at the place that has to be changed."""
    seen = _Seen(text, min(fault.offset, len(text)))
    for describe in (
        _inner_citation,
        _begins_with_sign,
        _tab,
        _open_quote,
        _escape,
        _after_quote,
        _cut_by_comment,
        _colon,
        _block_header,
        _line_without_name,
        _indentation,
    ):
        problem = describe(fault, seen)
        if problem:
            return problem
    return _structure(fault, seen)


@dataclass(frozen=True, slots=True)
class _Seen:
    """The line in which YAML gave up."""

    text: str
    offset: int

    @property
    def line_start(self) -> int:
        return max(self.text.rfind("\n", 0, self.offset), self.text.rfind("\r", 0, self.offset)) + 1

    @property
    def line(self) -> str:
        return re.split(r"[\r\n]", self.text[self.line_start :], maxsplit=1)[0]

    @property
    def before(self) -> str:
        return self.text[self.line_start : self.offset]

    @property
    def line_before(self) -> str:
        return re.split(r"\r\n|\n|\r", self.text[: self.line_start])[-2] if self.line_start else ""

    @property
    def value_start(self) -> int:
        begins = VALUE_BEGINS.match(self.line)
        return self.line_start + (begins.end() if begins else 0)

    @property
    def value(self) -> str:
        return self.line[self.value_start - self.line_start :]

    def problem(self, code: Code, message: str, hint: str, start: int | None = None) -> Problem:
        place = self.offset if start is None else start
        return Problem(code, message, place, place + 1, hint)


def _begins_with_sign(fault: SyntaxFault, seen: _Seen) -> Problem | None:
    value = seen.value
    if not value or value[0] not in _STARTERS or seen.offset < seen.value_start:
        return None
    if value.startswith("[@"):
        message = "text that begins with a citation is not read as text"
    elif value[0] in "|>" and "block scalar" in fault.context:
        return None
    elif value[0] in "{[" and not value.startswith("{{") and seen.text[seen.offset - 1 : seen.offset] != value[0]:
        closing = value.rstrip()[-1:] in "]}"
        if closing or not seen.before.rstrip().endswith(("]", "}")):
            return None
        message = f"text that begins with `{value[0]}` is not read as text"
    elif "found character" in fault.problem or "did not find" in fault.problem or value.startswith("{{"):
        begins = "{{" if value.startswith("{{") else value[0]
        message = f"text that begins with `{begins}` is not read as text"
    else:
        return None
    return seen.problem(Code.YAML_NEEDS_QUOTES, message, f'{QUOTE_HINT}: "{shorten(value)}"', seen.value_start)


def _inner_citation(_: SyntaxFault, seen: _Seen) -> Problem | None:
    if seen.offset - 1 == seen.value_start or not seen.text.startswith("[@", seen.offset - 1):
        return None
    message = "text that begins with a citation is not read as text"
    return seen.problem(Code.YAML_NEEDS_QUOTES, message, QUOTE_HINT, seen.offset - 1)


def _tab(_: SyntaxFault, seen: _Seen) -> Problem | None:
    at = seen.text[seen.offset : seen.offset + 1]
    if at != "\t" and not ("\t" in seen.before and not seen.before.strip()):
        return None
    hint = "use blanks: most editors have a setting to write blanks for the Tab key"
    return seen.problem(Code.YAML_SYNTAX, "a tab stands where blanks are needed", hint)


def _open_quote(fault: SyntaxFault, seen: _Seen) -> Problem | None:
    if "quoted scalar" not in fault.context or "escape" in fault.problem:
        return None
    hint = "close it at the end of the text; a quote within the text is written \\\" in double and '' in single quotes"
    return seen.problem(Code.YAML_SYNTAX, "the quote that opens here is not closed", hint, fault.context_offset)


def _escape(fault: SyntaxFault, seen: _Seen) -> Problem | None:
    if "escape" not in fault.problem:
        return None
    hint = "write the backslash twice, or use single quotes"
    return seen.problem(Code.YAML_SYNTAX, "this backslash means nothing within double quotes", hint)


def _after_quote(fault: SyntaxFault, seen: _Seen) -> Problem | None:
    before = seen.before.rstrip()
    if "did not find expected" not in fault.problem or before[-1:] not in ("'", '"') or seen.value[:1] != before[-1]:
        return None
    message = "the text goes on after its closing quote"
    if before[-1] == "'":
        hint = "write an apostrophe within single quotes twice (''), or use double quotes"
    else:
        hint = 'write a quote within double quotes as \\", or use single quotes'
    return seen.problem(Code.YAML_SYNTAX, message, hint)


def _cut_by_comment(fault: SyntaxFault, seen: _Seen) -> Problem | None:
    cut = re.search(r"\S #", seen.line_before)
    if not cut or seen.before.strip() or "did not find expected" not in fault.problem or ": " in seen.line:
        return None
    start = seen.text.rfind(" #", 0, seen.line_start) + 1
    message = "a `#` after a blank begins a comment, and the text goes on in the next line"
    return seen.problem(Code.YAML_CUT_BY_COMMENT, message, "put the whole text in quotes, or under |", start)


def _colon(fault: SyntaxFault, seen: _Seen) -> Problem | None:
    if "mapping values are not allowed" not in fault.problem:
        return None
    if _COLON_WITHOUT_BLANK.match(seen.line_before) and VALUE_BEGINS.fullmatch(seen.before + ": "):
        start = seen.line_start - len(seen.line_before) - 1 + seen.line_before.index(":")
        return seen.problem(Code.YAML_SYNTAX, "a blank is missing after this colon", "write `field: text`", start)
    if seen.offset > seen.value_start:
        message = "a colon with a blank after it cannot stand in text without quotes"
        return seen.problem(Code.YAML_NEEDS_QUOTES, message, f"{QUOTE_HINT}: {_quoted(seen.value)}")
    if not VALUE_BEGINS.match(seen.line_before + " ").group().strip():  # type: ignore[union-attr]  # always matches
        message = "the line above this field has no field's name"
        return seen.problem(Code.YAML_SYNTAX, message, "write each field as `name: value`", seen.line_start)
    message = "this field stands deeper than the one above it, which has its text already"
    return seen.problem(
        Code.YAML_SYNTAX, message, "give both the same indentation", seen.line_start + _indent(seen.line)
    )


_TYPOGRAPHIC = ("“", "„", "‘")  # what a word processor makes of quotation marks


def _quoted(value: str) -> str:
    shown = shorten(value.strip("“”„‘’") if value[:1] in _TYPOGRAPHIC else value)
    return f"'{shown}'" if '"' in shown else f'"{shown}"'


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _block_header(fault: SyntaxFault, seen: _Seen) -> Problem | None:
    if "block scalar" not in fault.context:
        return None
    return seen.problem(Code.YAML_SYNTAX, "text stands beside the sign `|` or `>`", "begin the text in the next line")


# ``version:1``, but not an address.
_GLUED_COLON = re.compile(r"[ \t]*(?:- )?([a-z][a-z_]*):(?!//)([^\s:].{0,40})$")


def _line_without_name(fault: SyntaxFault, seen: _Seen) -> Problem | None:
    if "simple key" in fault.context:
        start = fault.context_offset
    elif not seen.before.strip() and seen.line.strip() and ":" not in seen.line:
        start = seen.offset
    else:
        return None
    line = seen.text[start:].split("\n", 1)[0]
    if glued := _GLUED_COLON.match(line):
        hint = f"put a blank after the colon: `{glued[1]}: {glued[2].strip()}`"
        return seen.problem(Code.YAML_SYNTAX, "a blank is missing after the colon", hint, start)
    message = "this line is neither a field nor part of the text above"
    hint = "indent it like the text it belongs to, or give it a field's name"
    return seen.problem(Code.YAML_SYNTAX, message, hint, start)


def _indentation(fault: SyntaxFault, seen: _Seen) -> Problem | None:
    if seen.before.strip() or not seen.line.strip() or not fault.context.startswith("while parsing a block"):
        return None
    beside = fault.context_offset - max(seen.text.rfind("\n", 0, fault.context_offset), -1)
    here = len(seen.before) + 1
    if here == beside:
        return None
    what = "entries" if "collection" in fault.context else "fields"
    message = f"this line begins in column {here}, and the {what} above it in column {beside}"
    return seen.problem(Code.YAML_SYNTAX, message, f"indent it like the {what} that it belongs to")


# What stands in YAML's own words -> code, sentence, hint, and whether its context is the place to look at.
_BY_WORDING = (
    (
        "flow sequence",
        Code.YAML_SYNTAX,
        "the list that opens with `[` is not closed, or a comma is missing",
        "write `]` at its end",
        True,
    ),
    (
        "flow mapping",
        Code.YAML_SYNTAX,
        "the brace `{` that opens here is not closed, or a comma is missing",
        "write `}` at its end",
        True,
    ),
    (
        "block sequence entries",
        Code.YAML_SYNTAX,
        "a dash cannot stand here",
        "begin the list in a line of its own; if this is text, " + QUOTE_HINT,
        False,
    ),
    ("directive", Code.YAML_SYNTAX, "a line cannot begin with `%`", "take the line away", False),
    ("incompatible", Code.YAML_SYNTAX, "a line cannot begin with `%`", "take the line away", False),
    (
        "tag",
        Code.YAML_TAG,
        "`!` would tell YAML what kind of value this is",
        "take it away; if it is text, " + QUOTE_HINT,
        False,
    ),
)


def _structure(fault: SyntaxFault, seen: _Seen) -> Problem:
    wording = f"{fault.context} {fault.problem}"
    for words, code, message, hint, is_about_context in _BY_WORDING:
        if words in wording:
            return seen.problem(code, message, hint, fault.context_offset if is_about_context else None)
    message = "this does not fit what stands above it"
    return seen.problem(Code.YAML_SYNTAX, message, "look at the indentation, and for a missing dash, bracket or quote")
