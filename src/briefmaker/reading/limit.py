"""How many findings are told of one file: enough to work on, not so many that nobody reads them."""

from collections.abc import Iterable

from briefmaker.diagnostics import Code, Diagnostic, Severity, in_order

MAX_TOLD = 200


def limit_findings(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Give findings in the order of the file: at most 200 errors and 200 warnings, and a word about the others."""
    ordered = in_order(found)
    kept = [
        one
        for severity in (Severity.ERROR, Severity.WARNING)
        for one in [one for one in ordered if one.severity is severity][:MAX_TOLD]
    ]
    if len(kept) == len(ordered):
        return ordered
    hidden = [one for one in ordered if one not in set(kept)]
    last = hidden[0]
    severity = max((one.severity for one in hidden), key=lambda severity: severity is Severity.ERROR)
    message = f"from here on there are {len(hidden):,} more findings like these"
    more = Diagnostic(Code.YAML_TOO_MANY, message, last.file, last.span, "mend those above first", severity)
    return in_order([*kept, more])
