"""Check briefs: what reading and viewing find wrong, and what the rules find, without making any document."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefmaker.checks.check_settings import describe_unknown, suggest_selector
from briefmaker.checks.links import find_addresses
from briefmaker.checks.list_texts import list_texts
from briefmaker.checks.policy import Policy, choose_policy
from briefmaker.checks.run_rules import run_rules
from briefmaker.checks.selectors import is_selector
from briefmaker.diagnostics import BriefmakerError, Diagnostic, has_errors, in_order
from briefmaker.jobs.build import default_briefs
from briefmaker.jobs.desk import Desk, open_desk
from briefmaker.jobs.gather_checked import gather_checked
from briefmaker.jobs.open_template import OpenTemplate, open_template, report_unknown_template
from briefmaker.jobs.read import read_at_desk
from briefmaker.model import Brief, Status
from briefmaker.model.answers import Answer
from briefmaker.model.lengths import Lengths
from briefmaker.reading import Reading
from briefmaker.view.check_brief import check_brief
from briefmaker.workspace.workspace import find_briefs, find_workspace

_ASKING = "SRC005"
"""The rule for which addresses are asked."""


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """All that was found in one brief, in the order of its file.

    ``answers`` are those of the addresses in it, in their order, where the network was asked.
    """

    brief: Path
    diagnostics: tuple[Diagnostic, ...]
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What the command asks for: codes, names or families; ``select`` takes the place of the settings' own choice.

    ``is_online`` lets the addresses in briefs be asked, ``has_lengths`` lays each brief out to tell what is too long.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    is_online: bool = False
    has_lengths: bool = False


def check(
    paths: Sequence[str | Path] = (),
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    online: bool = False,
    with_lengths: bool = False,
) -> tuple[CheckOutcome, ...]:
    """Check briefs, or all of a folder, and give what is wrong with each; without ``paths`` those of ``briefs/`` here.

    ``select`` and ``ignore`` name rules by code, name or family. ``online`` asks the addresses in briefs whether they still
    answer; nothing else uses the network. ``with_lengths`` lays each brief out in memory, which takes as long as making its
    PDF, and tells what is too long. Raises BriefmakerError when a path is not there, a name means no rule, settings are
    wrong, or the libraries are missing that lay a brief out.
    """
    choice = Choice(tuple(select), tuple(ignore), online, with_lengths)
    _refuse_unknown(choice)
    return tuple(_check_all([Path(path) for path in paths] or [default_briefs()], choice))


def _refuse_unknown(choice: Choice) -> None:
    for selector in (*choice.select, *choice.ignore):
        if not is_selector(selector):
            raise BriefmakerError(describe_unknown(selector), suggest_selector(selector))


def _check_all(paths: list[Path], choice: Choice) -> Iterator[CheckOutcome]:
    read = _read_all(paths)
    if not choice.is_online:
        yield from (CheckOutcome(brief, desk.check(reading, choice)) for brief, desk, reading in read)
        return
    # All are read before any address is asked, so that each is asked once and a few at the same time.
    from briefmaker.jobs.ask_addresses import ask_addresses

    everything = [(brief, desk, reading, desk.list_addresses(reading, choice)) for brief, desk, reading in read]
    answers = ask_addresses(address for *_, addresses in everything for address in addresses)
    for brief, desk, reading, addresses in everything:
        found = desk.check(reading, choice, answers=answers)
        yield CheckOutcome(brief, found, tuple(answers[address] for address in addresses))


def _read_all(paths: list[Path]) -> "Iterator[tuple[Path, _CheckingDesk, Reading]]":
    desks: dict[Path, _CheckingDesk] = {}
    for brief in find_briefs(paths):
        workspace = find_workspace(brief.parent)
        desk = desks.get(workspace.root) or desks.setdefault(workspace.root, _CheckingDesk(open_desk(workspace)))
        yield brief, desk, read_at_desk(brief, desk.desk)


def check_reading(
    reading: Reading,
    desk: Desk,
    choice: Choice | None = None,
    lengths: Lengths | None = None,
    answers: Mapping[str, Answer] | None = None,
) -> tuple[Diagnostic, ...]:
    """Give all that is wrong with a brief that was read.

    With ``lengths`` it is also told what can be told once it was rendered, with ``answers`` what its addresses answered.
    """
    return _CheckingDesk(desk).check(reading, choice or Choice(), lengths, answers)


class _CheckingDesk:
    """A desk at which many briefs are checked: each template is read once."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._opened: dict[str, OpenTemplate] = {}

    def check(
        self,
        reading: Reading,
        choice: Choice,
        lengths: Lengths | None = None,
        answers: Mapping[str, Answer] | None = None,
    ) -> tuple[Diagnostic, ...]:
        """Give what reading, viewing and the wanted rules find, in the order of the file."""
        brief = reading.brief or reading.sound_part
        if brief is None:
            return in_order(reading.diagnostics)
        template = self._open(brief.template)
        beside = (*reading.diagnostics, *self._view(brief, reading, template))
        if choice.has_lengths and lengths is None and not has_errors(beside):
            # Imported here, since it brings in what makes documents.
            from briefmaker.jobs.measure import measure_brief

            lengths, beside = measure_brief(reading, self.desk)
        description = template.description if template else None
        checked = gather_checked(brief, reading, self.desk.settings, description, lengths, answers)
        policy = self._choose_policy(brief, choice)
        return in_order(run_rules(checked, reading.source, reading.places, policy, beside=beside))

    def list_addresses(self, reading: Reading, choice: Choice) -> tuple[str, ...]:
        """Give the addresses in a brief that are to be asked, each once; none where no rule wants their answers."""
        brief = reading.brief or reading.sound_part
        if brief is None or not self._choose_policy(brief, choice).wants(_ASKING):
            return ()
        found = find_addresses(brief, list_texts(reading.source, brief))
        return tuple(dict.fromkeys(each.address for each in found))

    def _choose_policy(self, brief: Brief, choice: Choice) -> Policy:
        is_final = brief.status is Status.FINAL
        return choose_policy(self.desk.settings.checks, choice.select, choice.ignore, is_final=is_final)

    def _open(self, name: str) -> OpenTemplate | None:
        if name not in self._opened and name in self.desk.templates:
            self._opened[name] = open_template(self.desk.templates[name])
        return self._opened.get(name)

    def _view(self, brief: Brief, reading: Reading, template: OpenTemplate | None) -> tuple[Diagnostic, ...]:
        if template is None:
            return (report_unknown_template(reading, brief.template, self.desk),)
        if template.description is None:
            return template.diagnostics
        found = check_brief(brief, reading.places, self.desk.settings, template.description)
        return (*template.diagnostics, *found)
