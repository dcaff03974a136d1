"""How it is told that the making of a brief, or the binding of a pack, did not come to its end."""

from pathlib import Path

from briefmaker.batch.done import Cause, Failure
from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.jobs.building.making import BRIEF, PACK
from briefmaker.jobs.desk import shown_path

_CODES = {
    Cause.DEADLINE: Code.RUN_DEADLINE,
    Cause.MEMORY: Code.RUN_MEMORY,
    Cause.KILLED: Code.RUN_KILLED,
    Cause.RAISED: Code.RUN_RAISED,
}
_HINTS_OF_BRIEFS = {
    Cause.DEADLINE: "look for what takes so long in the brief or its template, such as a very large table;"
    " `--deadline` gives it more seconds",
    Cause.MEMORY: "look for what is so large in the brief or its template, such as a picture; `--memory` gives it more MB",
    Cause.KILLED: "build this brief once more; if it happens again, look for what is very large in it or its template",
    Cause.RAISED: "this is a mistake of briefmaker; please report it with this line, and the brief if you may",
}
_HINTS_OF_PACKS = {
    Cause.DEADLINE: "`briefmaker build` of its briefs tells whether it is one of them, such as one with a very large table;"
    " `--deadline` of `briefmaker pack` gives it more seconds",
    Cause.MEMORY: "look for what is so large in its briefs and annexes, such as a picture; `--memory` of `briefmaker pack`"
    " gives it more MB",
    Cause.KILLED: "bind this pack once more; if it happens again, build its briefs, and look for an annex that is very large",
    Cause.RAISED: "this is a mistake of briefmaker; please report it with this line, and the pack if you may",
}


def tell_mishap(brief: Path, failure: Failure, what: str = BRIEF) -> Diagnostic:
    """Give the finding that a brief, or a pack, was not made, with the cause and what to do."""
    where = f", raised at {_shorten(failure.place)}" if failure.place else ""
    message = f"the {what} was not finished: {failure.sentence}{where}"
    hints = _HINTS_OF_PACKS if what == PACK else _HINTS_OF_BRIEFS
    return Diagnostic(_CODES[failure.cause], message, shown_path(brief), hint=hints[failure.cause])


def _shorten(place: str) -> str:
    """Give a place in the code from the package's folder on."""
    before, found, after = place.rpartition("site-packages/")
    if found:
        return after
    before, found, after = place.rpartition("src/briefmaker/")
    return f"briefmaker/{after}" if found else before + after
