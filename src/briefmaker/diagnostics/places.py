"""Where each field of a file stands, so that a finding about a field can point to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefmaker.diagnostics.diagnostic import WHOLE_FILE, Diagnostic, Severity, Span


@dataclass(frozen=True, slots=True)
class Places:
    """The spans of a file's values and keys by path (``agenda[0].background``), and its lines."""

    file: str
    lines: tuple[str, ...] = ()
    values: Mapping[str, Span] = field(default_factory=dict)
    keys: Mapping[str, Span] = field(default_factory=dict)

    def value(self, path: str) -> Span:
        """Give the span of a field's value, or of the nearest part around it that is in the file."""
        return _nearest(self.values, path)

    def key(self, path: str) -> Span:
        """Give the span of a field's name, or of what is nearest around it."""
        return self.keys.get(path) or _nearest(self.values, path)

    def finding(
        self,
        code: str,
        path: str,
        message: str,
        hint: str = "",
        *,
        severity: Severity = Severity.ERROR,
        span: Span | None = None,
    ) -> Diagnostic:
        """Give a finding about one field; it points to the field's value unless another span is given."""
        place = span or self.value(path)
        return Diagnostic(code, message, self.file, place, hint, severity, path, self.line(place.line))

    def line(self, number: int) -> str:
        """Give one line of the file, without its line break; empty past the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def _nearest(spans: Mapping[str, Span], path: str) -> Span:
    while path:
        if path in spans:
            return spans[path]
        path = parent_path(path)
    return spans.get("", WHOLE_FILE)


def parent_path(path: str) -> str:
    """Give the path of the part around a field: ``agenda[0].topic`` -> ``agenda[0]`` -> ``agenda`` -> empty."""
    cut = max(path.rfind("."), path.rfind("["))
    return path[:cut] if cut > 0 else ""


def join_path(parts: tuple[str | int, ...]) -> str:
    """Give the path of a field from its keys and indices: ``("agenda", 0, "topic")`` -> ``agenda[0].topic``."""
    text = ""
    for part in parts:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text
