"""Which findings are told, and how severely: as the settings, the command and the brief's status say."""

from dataclasses import dataclass, field, replace

from briefmaker.checks.rule import Rule
from briefmaker.checks.selectors import ALL, closest, means
from briefmaker.diagnostics import Diagnostic, Severity
from briefmaker.model.check_settings import CheckSettings


@dataclass(frozen=True, slots=True)
class Policy:
    """What is chosen; ``select`` and ``ignore`` hold codes, names or families."""

    select: tuple[str, ...] = (ALL,)
    ignore: tuple[str, ...] = ()
    settings: CheckSettings = field(default_factory=CheckSettings)
    is_final: bool = False

    def wants(self, code: str) -> bool:
        """Tell whether findings of a code are to be told: chosen, and not ignored."""
        return any(means(each, code) for each in self.select) and not any(means(each, code) for each in self.ignore)

    def severity_of(self, rule: Rule) -> Severity:
        """Give how severe a rule is for this brief."""
        return self._stated(rule.code) or rule.severity(is_final=self.is_final)

    def judge(self, found: Diagnostic) -> Diagnostic | None:
        """Give a finding that is told beside the rules as the settings want it; None for a warning that is not wanted.

        An error keeps the brief from being made, whatever anybody wishes, so it is always told.
        """
        if found.severity is Severity.ERROR:
            return found
        stated = self._stated(found.code)
        return (replace(found, severity=stated) if stated else found) if self.wants(found.code) else None

    def _stated(self, code: str) -> Severity | None:
        selector = closest(tuple(self.settings.severities), code)
        if selector is None:
            return None
        choice = self.settings.severities[selector]
        return choice.final if self.is_final else choice.draft


def choose_policy(
    settings: CheckSettings, select: tuple[str, ...] = (), ignore: tuple[str, ...] = (), *, is_final: bool = False
) -> Policy:
    """Give what is told where the command asks for something itself: its ``select`` replaces the settings' choice."""
    if select:
        return Policy(select, ignore, settings, is_final)
    return Policy(settings.select or (ALL,), (*settings.ignore, *ignore), settings, is_final)
