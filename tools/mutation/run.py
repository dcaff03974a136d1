"""Plants the faults, checks all briefs at once, and tells of each fault whether it was found, and what else was."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefmaker.diagnostics import Diagnostic
from briefmaker.jobs.checking.check import check
from tools.mutation import added, altered, removed
from tools.mutation.brief_text import BriefText
from tools.mutation.fault import Fault, Kind

PROJECT = Path(__file__).parents[2]
KINDS = (*removed.KINDS, *altered.KINDS, *added.KINDS)
MOST_OF_A_KIND = 5
LEAST_FOUND = 0.95

Places = Counter[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one fault: whether it was found on all its lines, and what was found on lines that it left alone."""

    kind: str
    fault: Fault
    is_found: bool
    elsewhere: tuple[tuple[str, int], ...]

    @property
    def place(self) -> str:
        """Give brief and line."""
        return f"{self.fault.brief.name}:{self.fault.lines[0]}"


def is_enough(outcomes: Sequence[Outcome]) -> bool:
    """Tell whether nearly all faults were found, and nothing on lines that were left alone."""
    found = sum(each.is_found for each in outcomes)
    return found >= LEAST_FOUND * len(outcomes) and not any(each.elsewhere for each in outcomes)


def read_briefs() -> tuple[BriefText, ...]:
    """Read the shipped examples."""
    return tuple(BriefText.read(path) for path in sorted((PROJECT / "briefs").glob("*.yaml")))


def plant_all(briefs: tuple[BriefText, ...], kinds: Iterable[Kind] = KINDS) -> list[tuple[str, Fault]]:
    """Give the faults of all kinds, each with its kind's name."""
    return [(kind.name, fault) for kind in kinds for fault in kind.choose(briefs, MOST_OF_A_KIND)]


def run(kinds: Iterable[Kind] = KINDS) -> list[Outcome]:
    """Plant and check; what the unplanted briefs have is not counted."""
    briefs = read_briefs()
    planted = plant_all(briefs, kinds)
    texts = {f"clean-{brief.name}": brief.text for brief in briefs}
    texts |= {f"fault-{number:03}": fault.text for number, (_, fault) in enumerate(planted)}
    found = _check(texts)
    return [
        _judge(kind, fault, found[f"clean-{fault.brief.name}"], found[f"fault-{number:03}"])
        for number, (kind, fault) in enumerate(planted)
    ]


def _check(texts: dict[str, str]) -> dict[str, Places]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "briefs"
        shutil.copytree(PROJECT / "briefs", folder, ignore=shutil.ignore_patterns("*.yaml"))
        shutil.copy(PROJECT / "briefmaker.yaml", name)
        for stem, text in texts.items():
            (folder / f"{stem}.yaml").write_text(text, "utf-8")
        return {outcome.brief.stem: _count(outcome.diagnostics) for outcome in check([folder])}


def _count(diagnostics: Iterable[Diagnostic]) -> Places:
    return Counter((each.code, each.span.line) for each in diagnostics)


def _judge(kind: str, fault: Fault, clean: Places, found: Places) -> Outcome:
    known: Places = Counter()
    for (code, line), count in clean.items():
        known[code, fault.new_line(line)] += count
    new = found - known
    elsewhere = tuple(place for place in new if place[1] not in fault.planted and place not in fault.declared)
    return Outcome(kind, fault, all(new[fault.code, line] for line in fault.lines), tuple(sorted(elsewhere)))
