"""Check briefs: what reading and viewing find wrong, and what the rules find, without writing any document."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefmaker.checks.links import find_addresses
from briefmaker.checks.list_texts import list_texts
from briefmaker.diagnostics import Diagnostic, has_errors, in_order
from briefmaker.jobs.building.cleared_rows import read_row_content
from briefmaker.jobs.building.rows import check_rows, find_definition
from briefmaker.jobs.checking.asking import USUAL_CHOICE, Asking, Choice, choose_wanted, prepare_asking, read_choice
from briefmaker.jobs.desk import Desk, open_desk
from briefmaker.jobs.read import read_at_desk
from briefmaker.jobs.templates.open_template import OpenTemplate, open_template
from briefmaker.model import Brief
from briefmaker.model.answers import Answer
from briefmaker.model.lengths import Lengths
from briefmaker.reading import Reading
from briefmaker.workspace.workspace import find_briefs, find_default_briefs, find_workspace

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
    return check_briefs(paths, read_choice(select, ignore, online=online, with_lengths=with_lengths))


def check_briefs(
    paths: Sequence[str | Path], choice: Choice, *, in_workers_from: int | None = None
) -> tuple[CheckOutcome, ...]:
    """Check briefs as ``check`` does, by a choice that was read; so many of them, or more, in worker processes."""
    if in_workers_from is not None and not choice.is_online:
        files = _find_briefs(paths)
        if len(files) >= in_workers_from:
            # Imported here, since it is built upon this module.
            from briefmaker.jobs.checking.check_many import check_many

            return tuple(check_many(files, choice))
    briefs = open_desks(paths)
    if choice.is_online:
        return tuple(_check_online(briefs, choice))
    return tuple(CheckOutcome(brief, desk.check_file(brief, choice)) for brief, desk in briefs)


def _check_online(briefs: "Iterator[tuple[Path, CheckingDesk]]", choice: Choice) -> Iterator[CheckOutcome]:
    """Read all briefs before any address is asked, so that each is asked once and a few at the same time."""
    from briefmaker.jobs.checking.ask_addresses import ask_addresses

    read = [(brief, desk, read_at_desk(brief, desk.desk)) for brief, desk in briefs]
    addresses = [desk.list_addresses(reading, choice) for _, desk, reading in read]
    answers = ask_addresses(address for those in addresses for address in those)
    for (brief, desk, reading), own in zip(read, addresses, strict=True):
        found = desk.check(reading, choice, answers=answers)
        yield CheckOutcome(brief, found, tuple(answers[address] for address in own))


def open_desks(paths: Sequence[str | Path]) -> "Iterator[tuple[Path, CheckingDesk]]":
    """Give each brief of some paths, or without any of ``briefs/`` here, with the desk at which it is checked."""
    desks: dict[Path, CheckingDesk] = {}
    for brief in _find_briefs(paths):
        workspace = find_workspace(brief.parent)
        yield brief, desks.get(workspace.root) or desks.setdefault(workspace.root, CheckingDesk(open_desk(workspace)))


def _find_briefs(paths: Sequence[str | Path]) -> tuple[Path, ...]:
    return find_briefs([Path(path) for path in paths] or [find_default_briefs()])


class CheckingDesk:
    """A desk at which many briefs are checked: each template is read once."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._opened: dict[str, OpenTemplate] = {}

    def check_file(self, brief: Path, choice: Choice = USUAL_CHOICE) -> tuple[Diagnostic, ...]:
        """Give all that is wrong with a brief's file, or with the briefs that are made of its rows."""
        definition = find_definition(brief, self.desk.workspace.root)
        if definition is None:
            return self.check(read_at_desk(brief, self.desk), choice)
        return check_rows(
            definition, lambda made: self.check(read_row_content(made.content, brief, self.desk, definition), choice)
        )

    def check(
        self,
        reading: Reading,
        choice: Choice = USUAL_CHOICE,
        lengths: Lengths | None = None,
        answers: Mapping[str, Answer] | None = None,
    ) -> tuple[Diagnostic, ...]:
        """Give what reading, viewing and the wanted rules find, in the order of the file."""
        brief = reading.brief or reading.sound_part
        asking = prepare_asking(reading, self.desk, choice, self._open(brief)) if brief else None
        if asking is None:
            return in_order(reading.diagnostics)
        asking = asking.with_answers(answers)
        if lengths is not None:
            asking = asking.with_lengths(lengths, asking.beside)
        elif choice.has_lengths and not has_errors(asking.beside):
            asking = self._lay_out(reading, asking)
        return asking.ask()

    def _lay_out(self, reading: Reading, asking: Asking) -> Asking:
        """Make a brief's PDF in memory to learn how long it comes out. Raises BriefmakerError when libraries are missing."""
        # Imported here, since most checks make no document.
        from briefmaker.jobs.building.render import render_brief
        from briefmaker.jobs.formats import DocumentFormat
        from briefmaker.jobs.request import Request

        rendering = render_brief(reading, self.desk, Request((DocumentFormat.PDF,), self.desk.settings.paper))
        return asking.with_lengths(rendering.lengths, rendering.diagnostics)

    def list_addresses(self, reading: Reading, choice: Choice) -> tuple[str, ...]:
        """Give the addresses in a brief that are to be asked, each once; none where no rule wants their answers."""
        brief = reading.brief or reading.sound_part
        if brief is None or not choose_wanted(brief, self.desk, choice).wants(_ASKING):
            return ()
        found = find_addresses(brief, list_texts(reading.source, brief))
        return tuple(dict.fromkeys(each.address for each in found))

    def _open(self, brief: Brief) -> OpenTemplate | None:
        name = brief.template
        if name not in self._opened and name in self.desk.templates:
            self._opened[name] = open_template(self.desk.templates[name])
        return self._opened.get(name)
