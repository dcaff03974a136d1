"""What is asked for when documents are made of a brief, in one place for every job that makes some."""

from dataclasses import dataclass

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.model.settings import Paper


@dataclass(frozen=True, slots=True)
class Request:
    """The formats that are wanted, and the sheet they are printed on."""

    formats: tuple[DocumentFormat, ...]
    paper: Paper


def read_paper(paper: str | None, desk: Desk) -> Paper:
    """Give the sheet of that name, or that of the settings. Raises BriefmakerError for a name that is none."""
    if paper is None:
        return desk.settings.paper
    try:
        return Paper(paper.lower())
    except ValueError:
        raise BriefmakerError(f"there is no paper `{paper}`", f"known are {', '.join(Paper)}") from None
