"""A draft as a brief's file: the fields in the order of the model, and a comment where somebody has to look."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from briefmaker.diagnostics import join_path
from briefmaker.model import Brief
from briefmaker.reading.text_file import UNSAFE
from briefmaker.reading.yaml_nodes import Scalar
from briefmaker.reading.yaml_scalar import write_scalar
from briefmaker.review.importing.draft import Draft, Rich, Steps, Told
from briefmaker.review.importing.field_words import Sureness

SCHEMA_LINE = "# yaml-language-server: $schema=brief.schema.json"
_INDENT = 2
_AS_TYPED = {"format", "date", "as_of", "start", "end", "due", "by", "minutes", "version"}
"""Fields whose numbers and days need no quotes, as the scaffolds have none."""
_LONGEST_COMMENT = 110
# A blank line stands before each of these, so that the file falls into parts as the scaffolds do.
_PARTS_BEFORE = {
    "format", "reference", "to", "bottom_line", "objectives", "decision", "meeting", "participants", "agenda", "implications",
    "next_steps", "sources", "glossary", "annexes", "summary", "issue", "background", "considerations", "recommendation",
    "key_points", "sections", "items",
}  # fmt: skip


def write_draft(draft: Draft, opening: list[str], closing: list[str]) -> str:
    """Give the file: ``opening`` stands as comments at its beginning, ``closing`` at its end."""
    data, told, shows = draft.data, draft.told, draft.shows
    comments: dict[str, list[str]] = {}
    for each in told:
        comments.setdefault(each.path, []).append(describe(each))
    lines = [SCHEMA_LINE, *_write_comments(opening, 0)]
    for name in _order(data, shows):
        lines += [""] if name in _PARTS_BEFORE else []
        lines += _write_entry((name,), data[name], 0, comments)
    lines += ["", *_write_comments(closing, 0)] if closing else []
    return "\n".join(lines) + "\n"


def _order(data: Mapping[str, Any], shows: tuple[str, ...]) -> list[str]:
    """Give the fields in the order of a brief's head, and then in that of the template's page."""
    fields = list(Brief.model_fields)
    body = fields.index("bottom_line")
    pages = {name.partition(".")[0]: at for at, name in reversed(list(enumerate(shows)))}

    def place(name: str) -> tuple[int, int]:
        at = fields.index(name)
        return (0, at) if at < body else (pages.get(name, len(shows)) + 1, at)

    return sorted((name for name in fields if name in data), key=place)


def describe(told: Told) -> str:
    """Give the comment that says where a field came from; one that is not certain asks to be looked at."""
    origin = f"from “{told.label}”" if told.label else ""
    if told.sure is Sureness.CERTAIN:
        return ", ".join(filter(None, (origin, told.why if "“" in told.why else "")))
    look = "LOOK, a guess" if told.sure is Sureness.GUESS else "likely"
    return f"{look}: {', '.join(filter(None, (origin, told.why)))}"


def _write_entry(steps: Steps, value: Any, indent: int, comments: dict[str, list[str]]) -> Iterator[str]:
    """Give the lines of a key with its value, its comments above."""
    yield from _write_comments(comments.pop(join_path(steps), []), indent)
    key = write_scalar(str(steps[-1]), Scalar("", 0, 0), indent, "\n", is_on_line=True)
    blank = " " * indent
    if isinstance(value, str):
        before = value if steps[-1] in _AS_TYPED else ""
        yield f"{blank}{key}: {_write_text(value, indent + _INDENT, before)}"
    elif not value:
        yield f"{blank}{key}: {'{}' if isinstance(value, dict) else '[]'}"
    else:
        yield f"{blank}{key}:"
        yield from _write_inner(steps, value, indent + _INDENT, comments)


def _write_inner(steps: Steps, value: Any, indent: int, comments: dict[str, list[str]]) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _write_entry((*steps, name), inner, indent, comments)
        return
    for at, entry in enumerate(value):
        yield from _write_item((*steps, at), entry, indent, comments)


def _write_item(steps: Steps, entry: Any, indent: int, comments: dict[str, list[str]]) -> Iterator[str]:
    yield from _write_comments(comments.pop(join_path(steps), []), indent)
    blank = " " * indent
    if isinstance(entry, str):
        yield f"{blank}- {_write_text(entry, indent + _INDENT)}"
        return
    lines = [
        line
        for name, inner in entry.items()
        for line in _write_entry((*steps, name), inner, indent + _INDENT, comments)
    ]
    comment_lines = lines[: _count_leading_comments(lines)]
    yield from (blank + line.lstrip() for line in comment_lines)
    first, *rest = lines[len(comment_lines) :]
    yield f"{blank}- {first.lstrip()}"
    yield from rest


def _count_leading_comments(lines: list[str]) -> int:
    return next((at for at, line in enumerate(lines) if not line.lstrip().startswith("#")), len(lines))


def _write_text(value: str, indent: int, before: str = "") -> str:
    style = "|" if isinstance(value, Rich) else ""
    text = f"{value}\n" if isinstance(value, Rich) else value
    return write_scalar(text, Scalar(before, 0, 0, style), indent, "\n")


def _write_comments(comments: list[str], indent: int) -> Iterator[str]:
    for comment in comments:
        for line in wrap(comment, _LONGEST_COMMENT - indent):
            yield f"{' ' * indent}# {line}"


def _quieten(text: str) -> str:
    """Give words of a document for a comment: none that a file refuses, and no comment that ``check`` would obey."""
    return re.sub(r"(?i)(briefmaker)(\s*:\s*ignore)", r"\1·\2", UNSAFE.sub("", text))


def wrap(text: str, width: int) -> Iterator[str]:
    """Give a comment in lines, cut at blanks; a comment cannot hold what YAML refuses in a file."""
    line = ""
    for word in _quieten(text).split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line
