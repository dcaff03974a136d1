"""Fields of a Word document while it is read: each has an instruction first, and then what it shows, and may hold others."""

import re
from dataclasses import dataclass, field

from briefmaker.reading.office_package import Element
from briefmaker.writing.word.wordml import W

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(\\l\s+)?"([^"]*)"')
_COUNTED = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b")
FIELD_MARKS = {f"{W}fldChar", f"{W}instrText", f"{W}delInstrText"}


@dataclass(slots=True)
class Field:
    """A field that Word keeps up to date: ``is_result`` once its instruction is read."""

    instruction: str = ""
    is_result: bool = False

    @property
    def is_hidden(self) -> bool:
        """Tell whether nothing of a field counts: its instruction, and the number of a page, which each program counts anew."""
        return not self.is_result or _COUNTED.match(self.instruction) is not None

    @property
    def link(self) -> str:
        """Give where a field leads that is a hyperlink, ``#name`` for a place in the document; empty for another."""
        found = _HYPERLINK.match(self.instruction)
        return "" if found is None else f"#{found[2]}" if found[1] else found[2]


@dataclass(slots=True)
class OpenFields:
    """The fields that have begun and not ended yet, each within the one before."""

    _open: list[Field] = field(default_factory=list)

    def read(self, mark: Element) -> None:
        """Read one of ``FIELD_MARKS``."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            self._open.append(Field())
        elif kind == "separate" and self._open:
            self._open[-1].is_result = True
        elif kind == "end" and self._open:
            self._open.pop()
        elif kind is None and self._open:
            self._open[-1].instruction += str(mark.text or "")

    @property
    def is_in_instruction(self) -> bool:
        """Tell whether what is read now is the instruction of the innermost field."""
        return bool(self._open) and not self._open[-1].is_result

    @property
    def are_hidden(self) -> bool:
        """Tell whether what is read now stands in any field of which nothing counts."""
        return any(each.is_hidden for each in self._open)

    @property
    def link(self) -> str:
        """Give where what is read now leads, by the innermost field that is a hyperlink; empty for nowhere."""
        return next((each.link for each in reversed(self._open) if each.is_result and each.link), "")
