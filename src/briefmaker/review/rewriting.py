"""What a field of a brief has to hold so that it shows what a reviewer made of it, as close as can be to how it was typed."""

from briefmaker.diagnostics import Fix
from briefmaker.model.rich_text import Blocks
from briefmaker.reading.yaml_edit import replace_stretches
from briefmaker.review.changes import Change
from briefmaker.review.kinds import Kind, kind_of
from briefmaker.review.merging import carry_over
from briefmaker.review.showing import Showing
from briefmaker.review.tidy import list_words


def rewrite(typed: str, change: Change, showing: Showing) -> tuple[Fix, ...] | None:
    """Give what to replace in a field's text, as it was typed; None where no text would show what was wanted.

    What was not changed keeps its line breaks, its facts and its way of writing emphasis; only where that cannot be, the whole
    is written anew.
    """
    if not change.is_stale:
        fixes = carry_over(typed, change.before, change.after)
        if fixes is not None and _is_shown(replace_stretches(typed, fixes), change, showing):
            return fixes
    whole = change.after + ("\n" if typed.endswith("\n") and "\n" not in change.after[-1:] else "")
    if not _is_shown(whole, change, showing):
        return None
    return (Fix(0, len(typed), whole),)


def _is_shown(value: str, change: Change, showing: Showing) -> bool:
    """Tell whether a value shows what was wanted; where the document shows the field otherwise, all its words at least."""
    if kind_of(change.path) is not Kind.RICH and "\n" in value.strip():
        return False
    shown = showing.show(change.path, value)
    return shown == change.blocks if change.is_exact or change.is_stale else _has_words(shown, change.blocks)


def _has_words(shown: Blocks, wanted: Blocks) -> bool:
    return list_words(shown) == list_words(wanted)
