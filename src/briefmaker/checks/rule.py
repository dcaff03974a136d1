"""What a rule is: code and name, how severe it is, where it applies, its page, and the function that looks."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.manual_page import ManualPage, read_manual_page
from briefmaker.diagnostics import Severity

Look = Callable[[CheckedBrief], Iterator[Finding]]
_MODULE = re.compile(r"([a-z]{3})([0-9]{3})_([a-z0-9_]+)")


class Family(StrEnum):
    """What the first letters of a code stand for."""

    SRC = "sources and facts"
    PRB = "likelihood and judgements"
    DAT = "dates"
    STR = "structure"
    STY = "style"
    NAM = "names"
    NUM = "numbers"
    MRK = "markings"
    CLR = "clearance"
    ACC = "accessibility"
    LEN = "length"


@dataclass(frozen=True, slots=True)
class Terms:
    """Where and how severely a rule applies; see ``rule``."""

    look: Look
    draft: Severity
    final: Severity
    shows: tuple[str, ...]
    languages: tuple[str, ...]
    needs_lengths: bool
    needs_answers: bool


def rule(
    *,
    draft: Severity = Severity.WARNING,
    final: Severity = Severity.WARNING,
    shows: tuple[str, ...] = (),
    languages: tuple[str, ...] = (),
    needs_lengths: bool = False,
    needs_answers: bool = False,
) -> Callable[[Look], Terms]:
    """Say of the function of a rule's file how severe it is for a draft and for a final brief, and where it applies.

    ``shows`` are fields of which the template has to show one, or part of one, none for any template. ``languages`` are
    those that the rule has data for, such as ``en``, none for any. ``needs_lengths`` holds for one that can only be asked
    once the brief was rendered, ``needs_answers`` for one that can only be asked once the brief's addresses were.
    """

    def make(look: Look) -> Terms:
        return Terms(look, draft, final, shows, languages, needs_lengths, needs_answers)

    return make


@dataclass(frozen=True)
class Rule:
    """A rule, as its file says it."""

    code: str
    name: str
    terms: Terms
    docstring: str

    @cached_property
    def page(self) -> ManualPage:
        """The rule's page in the manual. Raises ValueError when a part of it is missing."""
        return read_manual_page(self.docstring)

    @property
    def family(self) -> Family:
        """Give what the rule is about."""
        return Family[self.code[:3]]

    def severity(self, *, is_final: bool) -> Severity:
        """Give how severe the rule is as it comes."""
        return self.terms.final if is_final else self.terms.draft

    def applies_to(self, brief: CheckedBrief) -> bool:
        """Tell whether the rule can be asked of a brief: by its template, its language, and what was done with it."""
        terms = self.terms
        return (
            (not terms.shows or any(brief.shows_field(field) for field in terms.shows))
            and (not terms.languages or brief.language in terms.languages)
            and (brief.lengths is not None or not terms.needs_lengths)
            and (brief.answers is not None or not terms.needs_answers)
        )


def name_rule(module: str) -> tuple[str, str]:
    """Give code and name of the rule in a module: ``str001_no_bottom_line`` -> ``("STR001", "no-bottom-line")``.

    Raises ValueError for a name that is none of a rule.
    """
    found = _MODULE.fullmatch(module)
    if found is None or found[1].upper() not in Family.__members__:
        raise ValueError(f"a rule's file is called by family, number and name, such as str001_no_bottom_line: {module}")
    return found[1].upper() + found[2], found[3].replace("_", "-")
