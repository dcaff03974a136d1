"""Make the documents of one brief, in memory, once the checks have found no error in it."""

from dataclasses import replace

from briefmaker.diagnostics import Diagnostic, Severity, has_errors, in_order
from briefmaker.jobs.building.render import Rendering, render_brief
from briefmaker.jobs.checking.asking import Asking, prepare_asking
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.request import Request
from briefmaker.reading import Reading


def render_checked(reading: Reading, desk: Desk, request: Request) -> Rendering:
    """Check a brief and make its documents: all of them, or none when anything about it is wrong.

    Rules that need to know how long it is are asked of what was rendered. Each finding is told once, as the settings want it.
    Where the request says so no rule is asked; the documents show it.
    """
    if not request.is_checked:
        return render_brief(reading, desk, request)
    asking = prepare_asking(reading, desk)
    if asking is None:
        return Rendering((), in_order(reading.diagnostics))
    if request.edition:
        asking = _leave_out_the_whole(asking)
    found = asking.ask()
    if reading.brief is None or has_errors(found):
        return Rendering((), found)
    rendering = render_brief(reading, desk, request)
    # The fields of an edition stand elsewhere than those of the brief: what rules said of its lengths would miss its place.
    lengths = None if request.edition else rendering.lengths
    found = in_order((*found, *asking.ask_rendered(lengths, rendering.diagnostics)))
    return Rendering(() if has_errors(found) else rendering.documents, found, rendering.marking)


def _leave_out_the_whole(asking: Asking) -> Asking:
    """Leave out what viewing warns of that is true of the whole brief only, such as that it shows every portion."""
    beside = (*asking.reading.diagnostics, *(each for each in asking.beside if _is_error(each)))
    return replace(asking, beside=tuple(dict.fromkeys(beside)))


def _is_error(found: Diagnostic) -> bool:
    return found.severity is Severity.ERROR
