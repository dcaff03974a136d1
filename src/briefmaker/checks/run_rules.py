"""Asks every rule about one brief, and makes diagnostics of what they find; a rule that fails stops nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath
from traceback import extract_tb

from briefmaker.checks.all_rules import list_rules
from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.ignore_comments import IgnoreComment, is_within, read_ignore_comments, tell_ignore_comments
from briefmaker.checks.policy import Policy
from briefmaker.checks.rule import Rule
from briefmaker.diagnostics import Code, Diagnostic, Fix, Places, Severity, Span
from briefmaker.reading.exact_places import ExactPlaces
from briefmaker.reading.reading import SourceFile
from briefmaker.reading.yaml_nodes import Scalar

MOST_OF_ONE_RULE = 200
"""A rule that finds more in one brief has said enough."""


def run_rules(
    checked: CheckedBrief,
    source: SourceFile | None,
    places: Places,
    policy: Policy,
    beside: Iterable[Diagnostic] = (),
    rules: Iterable[Rule] | None = None,
) -> tuple[Diagnostic, ...]:
    """Give what the wanted rules find in a brief, each at its place, and what is wrong with comments that ignore some.

    ``beside`` is what reading and viewing found: it is told too, as the policy and the comments allow. ``rules`` are all
    that there are, unless others are given.
    """
    beside = tuple(beside)
    asked = list_rules() if rules is None else rules
    wanted = [rule for rule in asked if policy.wants(rule.code) and rule.applies_to(checked)]
    comments = read_ignore_comments(source, places)
    locator = _Locator(checked, source, can_mend=not any(map(_is_of_file, beside)))
    found = list(_judge(beside, policy, comments))
    looked_for = set()
    for rule in wanted:
        told, is_sound = _ask(rule, checked, places, policy, locator)
        found += (each for each in told if not _is_ignored(each, comments))
        looked_for |= {rule.code} if is_sound else set()
    found += (each for each in tell_ignore_comments(comments, frozenset(looked_for), places) if policy.wants(each.code))
    return tuple(found)


def _is_of_file(found: Diagnostic) -> bool:
    """Tell whether the file itself is broken; such a file is mended by hand first."""
    return found.severity is Severity.ERROR and str(found.code).startswith(("FIL", "YML"))


def _judge(beside: Iterable[Diagnostic], policy: Policy, comments: tuple[IgnoreComment, ...]) -> Iterator[Diagnostic]:
    """Give what was found beside the rules: errors always, warnings as settings and comments allow."""
    for each in beside:
        judged = policy.judge(each)
        if judged is not None and (each.severity is Severity.ERROR or not _is_ignored(each, comments)):
            yield judged


def _ask(
    rule: Rule, checked: CheckedBrief, places: Places, policy: Policy, locator: "_Locator"
) -> tuple[list[Diagnostic], bool]:
    """Give what a rule finds, and whether it came to its end."""
    told: list[Diagnostic] = []
    severity = policy.severity_of(rule)
    try:
        for finding in rule.terms.look(checked):
            if not _is_told(finding, checked.told, places):
                told.append(_place(rule, finding, severity, places, locator))
            if len(told) >= MOST_OF_ONE_RULE:
                told[-1] = replace(told[-1], hint=_say_that_it_stops(told[-1].hint))
                break
    except Exception as fault:  # noqa: BLE001 - whatever is wrong with one rule, the others are asked
        return [*told, _tell_fault(rule, fault, places)], False
    return told, True


def _say_that_it_stops(hint: str) -> str:
    return "; ".join(filter(None, [hint, f"of one rule no more than {MOST_OF_ONE_RULE} findings are told"]))


def _is_told(finding: Finding, told: tuple[str, ...], places: Places) -> bool:
    """Tell whether reading has found the field wrong already: what a rule misses there may well be there.

    Where the file itself was broken (a path that is empty), any field that is missing may be.
    """
    if finding.stretch is not None or finding.typed is not None:
        return False
    if "" in told and finding.path not in places.values:
        return True
    return any(path and (is_within(path, finding.path) or is_within(finding.path, path)) for path in told)


def _place(rule: Rule, finding: Finding, severity: Severity, places: Places, locator: "_Locator") -> Diagnostic:
    span = locator.find(finding)
    if span is None:
        span = places.key(finding.path) if finding.at_name else places.value(finding.path)
    found = places.finding(rule.code, finding.path, finding.message, finding.hint, severity=severity, span=span)
    return found if finding.fix is None else replace(found, fix=locator.find_fix(finding))


def _tell_fault(rule: Rule, fault: Exception, places: Places) -> Diagnostic:
    line = extract_tb(fault.__traceback__)[-1]
    where = f"{PurePath(line.filename).name}:{line.lineno}"
    message = f"the rule {rule.code} ({rule.name}) failed on this brief: {type(fault).__name__} at {where}"
    hint = f"please report it; until it is mended, `--ignore {rule.code}` leaves it out"
    return places.finding(Code.RULE_FAILED, "", message, hint, severity=Severity.WARNING)


def _is_ignored(found: Diagnostic, comments: tuple[IgnoreComment, ...]) -> bool:
    covering = [comment for comment in comments if comment.covers(found.code, found.path)]
    for comment in covering:
        comment.used.add(found.code)
    return bool(covering)


class _Locator:
    """Knows where in the file each stretch of a text stands."""

    def __init__(self, checked: CheckedBrief, source: SourceFile | None, *, can_mend: bool) -> None:
        self._can_mend = can_mend
        self._texts = {text.path: text for text in checked.texts}
        self._source = source
        self._scalars: dict[str, Scalar] | None = None
        self._exact: dict[str, ExactPlaces] = {}

    def find(self, finding: Finding) -> Span | None:
        """Give the span of a finding about a stretch; None where it is about a whole field."""
        exact = self._exact_places(finding.path) if finding.stretch or finding.typed else None
        if exact is None:
            return None
        if finding.stretch is None:
            return exact.span(finding.typed.start, finding.typed.end) if finding.typed else None
        return exact.span(*self._texts[finding.path].plain.find_typed(finding.stretch.start, finding.stretch.end))

    def find_fix(self, finding: Finding) -> Fix | None:
        """Give the fix of a finding; None where its stretch was typed otherwise than it is read, as with emphasis within."""
        text = self._texts.get(finding.path)
        if text is None or finding.fix is None or not self._can_mend:
            return None
        if finding.stretch is None:
            return Fix(0, len(text.typed), finding.fix)
        start, end = text.plain.find_typed(finding.stretch.start, finding.stretch.end)
        return Fix(start, end, finding.fix) if text.typed[start:end] == text.quote(finding.stretch) else None

    def _exact_places(self, path: str) -> ExactPlaces | None:
        if path not in self._texts or self._source is None:
            return None
        if self._scalars is None:
            self._scalars = dict(_iterate_scalars(self._source))
        if path in self._scalars and path not in self._exact:
            self._exact[path] = ExactPlaces.of(self._source.text, self._scalars[path])
        return self._exact.get(path)


def _iterate_scalars(source: SourceFile) -> Iterator[tuple[str, Scalar]]:
    return ((found.path, found.node) for found in source.fields if isinstance(found.node, Scalar))
