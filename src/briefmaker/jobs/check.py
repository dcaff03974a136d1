"""Check briefs: what reading and viewing find wrong, and what the rules find, without making any document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefmaker.checks.check_settings import describe_unknown, suggest_selector
from briefmaker.checks.policy import choose_policy
from briefmaker.checks.run_rules import run_rules
from briefmaker.checks.selectors import is_selector
from briefmaker.diagnostics import BriefmakerError, Diagnostic, in_order
from briefmaker.jobs.asking import look_beside
from briefmaker.jobs.build import default_briefs
from briefmaker.jobs.desk import Desk, open_desk
from briefmaker.jobs.gather_checked import gather_checked
from briefmaker.jobs.open_template import OpenTemplate, open_template
from briefmaker.jobs.read import read_at_desk
from briefmaker.model import Brief, Status
from briefmaker.model.lengths import Lengths
from briefmaker.reading import Reading
from briefmaker.workspace.workspace import find_briefs, find_workspace


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """All that was found in one brief, in the order of its file."""

    brief: Path
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What the command asks for: codes, names or families; ``select`` takes the place of the settings' own choice."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def check(
    paths: Sequence[str | Path] = (), *, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[CheckOutcome, ...]:
    """Check briefs, or all of a folder, and give what is wrong with each; without ``paths`` those of ``briefs/`` here.

    ``select`` and ``ignore`` name rules by code, name or family. Raises BriefmakerError when a path is not there, a name
    means no rule, or settings are wrong.
    """
    choice = read_choice(select, ignore)
    return tuple(
        CheckOutcome(brief, desk.check(read_at_desk(brief, desk.desk), choice)) for brief, desk in open_desks(paths)
    )


def read_choice(select: Sequence[str], ignore: Sequence[str]) -> Choice:
    """Give what the command asks for. Raises BriefmakerError when a name means no rule."""
    for selector in (*select, *ignore):
        if not is_selector(selector):
            raise BriefmakerError(describe_unknown(selector), suggest_selector(selector))
    return Choice(tuple(select), tuple(ignore))


def open_desks(paths: Sequence[str | Path]) -> Iterator[tuple[Path, "CheckingDesk"]]:
    """Give each brief of some paths, or without any of ``briefs/`` here, with the desk at which it is checked."""
    desks: dict[Path, CheckingDesk] = {}
    for brief in find_briefs([Path(path) for path in paths] or [default_briefs()]):
        workspace = find_workspace(brief.parent)
        yield brief, desks.get(workspace.root) or desks.setdefault(workspace.root, CheckingDesk(open_desk(workspace)))


def check_reading(
    reading: Reading, desk: Desk, choice: Choice | None = None, lengths: Lengths | None = None
) -> tuple[Diagnostic, ...]:
    """Give all that is wrong with a brief that was read; with ``lengths`` also what can be told once it was rendered."""
    return CheckingDesk(desk).check(reading, choice or Choice(), lengths)


class CheckingDesk:
    """A desk at which many briefs are checked: each template is read once."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._opened: dict[str, OpenTemplate] = {}

    def check(self, reading: Reading, choice: Choice, lengths: Lengths | None = None) -> tuple[Diagnostic, ...]:
        """Give what reading, viewing and the wanted rules find, in the order of the file."""
        brief = reading.brief or reading.sound_part
        if brief is None:
            return in_order(reading.diagnostics)
        is_final = brief.status is Status.FINAL
        policy = choose_policy(self.desk.settings.checks, choice.select, choice.ignore, is_final=is_final)
        template = self._open(brief.template)
        beside = (*reading.diagnostics, *self._view(brief, reading, template))
        description = template.description if template else None
        checked = gather_checked(brief, reading, self.desk.settings, description, lengths, self.desk.registers)
        return in_order(run_rules(checked, reading.source, reading.places, policy, beside=beside))

    def _open(self, name: str) -> OpenTemplate | None:
        if name not in self._opened and name in self.desk.templates:
            self._opened[name] = open_template(self.desk.templates[name])
        return self._opened.get(name)

    def _view(self, brief: Brief, reading: Reading, template: OpenTemplate | None) -> tuple[Diagnostic, ...]:
        return look_beside(brief, reading, template, self.desk)
