"""How it is told that the making of a brief did not come to its end."""

from pathlib import Path

from briefmaker.batch.done import Cause, Failure
from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.jobs.desk import shown_path

_CODES = {
    Cause.DEADLINE: Code.RUN_DEADLINE,
    Cause.MEMORY: Code.RUN_MEMORY,
    Cause.KILLED: Code.RUN_KILLED,
    Cause.RAISED: Code.RUN_RAISED,
}
_HINTS = {
    Cause.DEADLINE: "look for what takes so long in the brief or its template, such as a very large table;"
    " `--deadline` gives it more seconds",
    Cause.MEMORY: "look for what is so large in the brief or its template, such as a picture; `--memory` gives it more MB",
    Cause.KILLED: "build this brief once more; if it happens again, look for what is very large in it or its template",
    Cause.RAISED: "this is a mistake of briefmaker; please report it with this line, and the brief if you may",
}


def tell_mishap(brief: Path, failure: Failure, what: str = "brief") -> Diagnostic:
    """Give the finding that a brief, or a pack, was not made, with the cause and what to do."""
    where = f", raised at {_shorten(failure.place)}" if failure.place else ""
    message = f"the {what} was not finished: {failure.sentence}{where}"
    return Diagnostic(_CODES[failure.cause], message, shown_path(brief), hint=_HINTS[failure.cause])


def _shorten(place: str) -> str:
    """Give a place in the code from the package's folder on."""
    before, found, after = place.rpartition("site-packages/")
    if found:
        return after
    before, found, after = place.rpartition("src/briefmaker/")
    return f"briefmaker/{after}" if found else before + after
