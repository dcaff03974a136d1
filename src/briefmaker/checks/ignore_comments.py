"""Comments that keep a finding of one field from being told: ``# briefmaker: ignore[STY001] because ...``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefmaker.checks.all_rules import find_rule
from briefmaker.diagnostics import Code, Diagnostic, Places, Severity, Span, parent_path
from briefmaker.reading.reading import SourceFile
from briefmaker.reading.yaml_extent import Extents

_COMMENT = re.compile(r"#\s*briefmaker\s*:\s*ignore\b\s*(?:\[(?P<codes>[^\]\r\n]*)\])?\s*(?P<rest>.*)")
_OTHER_CODES = frozenset(code.value for code in Code)
_REASON = re.compile(r"because\s+\S")


@dataclass(slots=True)
class IgnoreComment:
    """One such comment: the codes that it names, the field that it covers (None for none), and which codes were used."""

    codes: tuple[str, ...]
    path: str | None
    span: Span
    has_reason: bool
    used: set[str] = field(default_factory=set)

    def covers(self, code: str, path: str) -> bool:
        """Tell whether the comment speaks of a finding of this code at this field."""
        return self.path is not None and code in self.codes and is_within(path, self.path)


def is_within(path: str, around: str) -> bool:
    """Tell whether a field is another, or stands in it."""
    return path == around or path.startswith((f"{around}.", f"{around}["))


def read_ignore_comments(source: SourceFile | None, places: Places) -> tuple[IgnoreComment, ...]:
    """Give the comments of a brief's file that begin with ``briefmaker: ignore``, in order."""
    if source is None or "briefmaker" not in source.text.text:
        return ()
    comments = Extents(source.text.text).comments(source.root)
    found = ((start, _COMMENT.match(comment), comment) for start, comment in comments)
    fields = _list_fields_by_line(places)
    return tuple(
        IgnoreComment(
            tuple(_read_codes(match["codes"] or "")),
            _common(fields.get(source.text.position(start)[0], ())),
            source.text.span(start, start + len(comment.rstrip())),
            _REASON.match(match["rest"]) is not None,
        )
        for start, match, comment in found
        if match
    )


def _read_codes(written: str) -> Iterator[str]:
    """Give the codes that are named, by code or name; what names none stays as it is."""
    for each in filter(None, (part.strip() for part in written.split(","))):
        rule = find_rule(each)
        yield rule.code if rule else each.upper() if each.upper() in _OTHER_CODES else each


def _list_fields_by_line(places: Places) -> dict[int, list[str]]:
    """Give the fields whose names stand on each line; entries without a name where no name does."""
    named: dict[int, list[str]] = {}
    entries: dict[int, list[str]] = {}
    for path, span in places.keys.items():
        named.setdefault(span.line, []).append(path)
    for path, span in places.values.items():
        if path.endswith("]"):
            entries.setdefault(span.line, []).append(path)
    return entries | named


def _common(paths: Sequence[str]) -> str | None:
    """Give the field, or the part around all fields, of one line."""
    if not paths:
        return None
    common = min(paths, key=len)
    while common and not all(is_within(path, common) for path in paths):
        common = parent_path(common)
    return common or None


def tell_ignore_comments(
    comments: tuple[IgnoreComment, ...], looked_for: frozenset[str], places: Places
) -> Iterator[Diagnostic]:
    """Give what is wrong with the comments themselves once all rules have run; ``looked_for`` are the codes that were."""
    for comment in comments:
        if not comment.has_reason:
            message = "this comment keeps findings from being told, and does not say why"
            hint = "go on with `because` and the reason"
            yield _tell(Code.IGNORE_WITHOUT_REASON, comment, message, hint, places)
        if not comment.codes or comment.path is None:
            yield _tell_without_effect(comment, places)
            continue
        for code in comment.codes:
            if code not in _OTHER_CODES and find_rule(code) is None:
                hint = "`briefmaker rule` lists the rules"
                yield _tell(Code.IGNORE_UNKNOWN, comment, f"there is no rule `{code[:60]}`", hint, places)
            elif code in looked_for and code not in comment.used:
                message = f"nothing that {code} finds stands here any more"
                yield _tell(Code.IGNORE_UNUSED, comment, message, "take the comment away", places)


def _tell_without_effect(comment: IgnoreComment, places: Places) -> Diagnostic:
    if comment.codes:
        message, hint = "no field begins on this line, so the comment covers none", "move it behind the field's name"
    else:
        message, hint = "this comment names no rule", "write `# briefmaker: ignore[SRC002] because ...`"
    return _tell(Code.IGNORE_UNUSED, comment, message, hint, places)


def _tell(code: Code, comment: IgnoreComment, message: str, hint: str, places: Places) -> Diagnostic:
    path = comment.path or ""
    return places.finding(code, path, message, hint, severity=Severity.WARNING, span=comment.span)
