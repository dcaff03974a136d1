"""What is asked for when documents are made of a brief, in one place for every job that makes some."""

from dataclasses import dataclass

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.model.settings import Paper
from briefmaker.reading.suggest import did_you_mean, list_words
from briefmaker.view.check_settings import ALL_EDITIONS


@dataclass(frozen=True, slots=True)
class WantedEdition:
    """An edition that is asked for; ``is_one_of_all`` where all are, and a brief need not have something for each."""

    name: str
    is_one_of_all: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """The formats that are wanted, the sheet they are printed on, and the edition, None for the whole brief."""

    formats: tuple[DocumentFormat, ...]
    paper: Paper
    edition: WantedEdition | None = None


def read_paper(paper: str | None, desk: Desk) -> Paper:
    """Give the sheet of that name, or that of the settings. Raises BriefmakerError for a name that is none."""
    if paper is None:
        return desk.settings.paper
    try:
        return Paper(paper.lower())
    except ValueError:
        raise BriefmakerError(f"there is no paper `{paper}`", f"known are {', '.join(Paper)}") from None


def read_editions(edition: str | None, desk: Desk) -> tuple[WantedEdition | None, ...]:
    """Give the edition of that name, each of them for ``all``, or None, the whole brief, where none is asked for.

    Raises BriefmakerError for an edition that the workspace does not define.
    """
    if edition is None:
        return (None,)
    defined = desk.settings.editions
    if edition == ALL_EDITIONS and defined:
        return tuple(WantedEdition(name, is_one_of_all=True) for name in defined)
    if edition in defined:
        return (WantedEdition(edition),)
    if not defined:
        raise BriefmakerError("no editions are defined here", "define them under `editions:` in briefmaker.yaml")
    hint = did_you_mean(edition, (*defined, ALL_EDITIONS), f"briefmaker.yaml defines {list_words(defined)}")
    raise BriefmakerError(f"there is no edition `{edition}`", hint)


def read_edition(edition: str | None, desk: Desk) -> WantedEdition | None:
    """Give one edition, or None where none is asked for. Raises as ``read_editions`` does, and for ``all``."""
    if edition == ALL_EDITIONS:
        raise BriefmakerError("one document is of one edition", f"choose {list_words(desk.settings.editions)}")
    return read_editions(edition, desk)[0]
