"""One brief that is about to be made into documents, ready to be asked: before they are made, and once more after."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefmaker.checks.all_rules import list_rules
from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.policy import Policy, choose_policy
from briefmaker.checks.rule import Rule
from briefmaker.checks.run_rules import run_rules
from briefmaker.diagnostics import Diagnostic, in_order
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.gather_checked import gather_checked
from briefmaker.jobs.open_template import OpenTemplate, open_template, report_unknown_template
from briefmaker.model import Brief, Status
from briefmaker.model.lengths import Lengths
from briefmaker.reading import Reading
from briefmaker.view.check_brief import check_brief


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


def prepare_asking(reading: Reading, desk: Desk) -> Asking | None:
    """Look at a brief that was read, and make it ready for the rules that the settings choose; None where nothing was read."""
    brief = reading.brief or reading.sound_part
    if brief is None:
        return None
    template = open_template(desk.templates[brief.template]) if brief.template in desk.templates else None
    description = template.description if template else None
    return Asking(
        gather_checked(brief, reading, desk.settings, description),
        reading,
        choose_policy(desk.settings.checks, is_final=brief.status is Status.FINAL),
        (*reading.diagnostics, *look_beside(brief, reading, template, desk)),
    )


def look_beside(brief: Brief, reading: Reading, template: OpenTemplate | None, desk: Desk) -> tuple[Diagnostic, ...]:
    """Give what viewing finds wrong with a brief, and what is wrong with its template, or that there is none of that name."""
    if template is None:
        return (report_unknown_template(reading, brief.template, desk),)
    if template.description is None:
        return template.diagnostics
    return (*template.diagnostics, *check_brief(brief, reading.places, desk.settings, template.description))
