"""Find the brief that a document was made from, also when it was changed since, or the document was given another name."""

from pathlib import Path

from briefmaker.diagnostics import BriefmakerError
from briefmaker.workspace.backups import has_been
from briefmaker.workspace.documents import find_namesake, iterate_briefs, iterate_sources
from briefmaker.workspace.slug import safe_slug


def find_brief_of(document: Path, fingerprint: str) -> Path:
    """Give the brief of a document: by the fingerprint that it carries, else by its name, of which reviewers leave the beginning.

    Raises BriefmakerError where none is found, and where several are the same, so that nobody knows which is meant.
    """
    found = _find_source(document, fingerprint) if fingerprint else None
    found = found or _find_former(document, fingerprint)
    found = found or find_namesake(document, document.stem) or _find_by_beginning(document)
    if found is None:
        message = f"no brief in briefs/ is the one that {document.name} was made from, or has its name"
        raise BriefmakerError(message, "name it: briefmaker pull DOCUMENT BRIEF", exit_code=1)
    return found


def _find_source(document: Path, fingerprint: str) -> Path | None:
    sources = list(iterate_sources(document, fingerprint))
    namesake = find_namesake(document, document.stem) or _find_by_beginning(document)
    if len(sources) > 1 and namesake not in sources:
        message = f"{document.name} may be of any of these, which are the same: {', '.join(map(str, sources))}"
        raise BriefmakerError(message, "name one: briefmaker pull DOCUMENT BRIEF", exit_code=1)
    return namesake if namesake in sources else next(iter(sources), None)


def _find_former(document: Path, fingerprint: str) -> Path | None:
    """Give the brief that had this fingerprint before the last pulls."""
    try:
        return next((file for file in iterate_briefs(document) if fingerprint and has_been(file, fingerprint)), None)
    except OSError:
        return None


def _find_by_beginning(document: Path) -> Path | None:
    slugs = {file: safe_slug(file.stem) for file in iterate_briefs(document)}
    fitting = [(len(slug), file) for file, slug in slugs.items() if slug and document.stem.startswith(slug)]
    longest = max((length for length, _ in fitting), default=0)
    best = [file for length, file in fitting if length == longest]
    return best[0] if len(best) == 1 else None
