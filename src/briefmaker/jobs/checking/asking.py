"""One brief ready to be asked by the rules: as it was read, and once more when it was made into documents."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefmaker.checks.all_rules import list_rules
from briefmaker.checks.check_settings import describe_unknown, suggest_selector
from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.policy import Policy, choose_policy
from briefmaker.checks.rule import Rule
from briefmaker.checks.run_rules import run_rules
from briefmaker.checks.selectors import is_selector
from briefmaker.diagnostics import BriefmakerError, Diagnostic, in_order
from briefmaker.jobs.checking.gather_checked import gather_checked
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.templates.open_template import OpenTemplate, open_template, report_unknown_template
from briefmaker.model import Brief, Status
from briefmaker.model.answers import Answer
from briefmaker.model.lengths import Lengths
from briefmaker.reading import Reading
from briefmaker.view.check_brief import check_brief


@dataclass(frozen=True, slots=True)
class Choice:
    """What a command asks for: codes, names or families; ``select`` takes the place of the settings' own choice.

    ``is_online`` lets the addresses in briefs be asked, ``has_lengths`` lays each brief out to tell what is too long.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    is_online: bool = False
    has_lengths: bool = False


USUAL_CHOICE = Choice()


def read_choice(
    select: Sequence[str] = (), ignore: Sequence[str] = (), *, online: bool = False, with_lengths: bool = False
) -> Choice:
    """Give what a command asks for. Raises BriefmakerError when a name means no rule."""
    for selector in (*select, *ignore):
        if not is_selector(selector):
            raise BriefmakerError(describe_unknown(selector), suggest_selector(selector))
    return Choice(tuple(select), tuple(ignore), online, with_lengths)


@dataclass(frozen=True, slots=True)
class Asking:
    """What the rules see of a brief, which findings are wanted, and what is known ``beside`` the rules."""

    checked: CheckedBrief
    reading: Reading
    policy: Policy
    beside: tuple[Diagnostic, ...]

    def ask(self) -> tuple[Diagnostic, ...]:
        """Give what is known beside the rules, as far as it is wanted, and what they find, in the order of the file."""
        return self._run(self.checked, self.beside, None)

    def with_answers(self, answers: Mapping[str, Answer] | None) -> "Asking":
        """Give the same with what web addresses answered."""
        return replace(self, checked=replace(self.checked, answers=answers))

    def with_lengths(self, lengths: Lengths | None, beside: Iterable[Diagnostic]) -> "Asking":
        """Give the same for a brief that was rendered: how long it came out, and all that was then known beside the rules."""
        return replace(self, checked=replace(self.checked, lengths=lengths), beside=tuple(beside))

    def ask_rendered(self, lengths: Lengths | None, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Give what could not be told before the brief was rendered: of ``found`` what is new, and what rules say of lengths."""
        new = tuple(each for each in found if each not in self.beside)
        rules = tuple(rule for rule in list_rules() if rule.terms.needs_lengths and lengths is not None)
        return self._run(replace(self.checked, lengths=lengths), new, rules) if new or rules else ()

    def _run(
        self, checked: CheckedBrief, beside: tuple[Diagnostic, ...], rules: tuple[Rule, ...] | None
    ) -> tuple[Diagnostic, ...]:
        reading = self.reading
        return in_order(run_rules(checked, reading.source, reading.places, self.policy, beside=beside, rules=rules))


def prepare_asking(
    reading: Reading, desk: Desk, choice: Choice = USUAL_CHOICE, template: OpenTemplate | None = None
) -> Asking | None:
    """Look at a brief that was read, and make it ready for the rules that are wanted; None where nothing was read.

    ``template`` is that of the brief where it was opened before.
    """
    brief = reading.brief or reading.sound_part
    if brief is None:
        return None
    if template is None and brief.template in desk.templates:
        template = open_template(desk.templates[brief.template])
    description = template.description if template else None
    return Asking(
        gather_checked(brief, reading, desk.settings, description, desk.registers),
        reading,
        choose_wanted(brief, desk, choice),
        (*reading.diagnostics, *_look_beside(brief, reading, template, desk)),
    )


def choose_wanted(brief: Brief, desk: Desk, choice: Choice) -> Policy:
    """Give which findings in a brief are wanted, and how severe each is."""
    is_final = brief.status is Status.FINAL
    return choose_policy(desk.settings.checks, choice.select, choice.ignore, is_final=is_final)


def _look_beside(brief: Brief, reading: Reading, template: OpenTemplate | None, desk: Desk) -> tuple[Diagnostic, ...]:
    """Give what viewing finds wrong with a brief, and what is wrong with its template, or that there is none of that name."""
    if template is None:
        return (report_unknown_template(reading, brief.template, desk),)
    if template.description is None:
        return template.diagnostics
    return (*template.diagnostics, *check_brief(brief, reading.places, desk.settings, template.description))
