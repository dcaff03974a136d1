"""Cuts two long texts down to what differs between them, with a few words around."""

import re

from briefmaker.view.compare_words import RunKind, compare_words

_SHORT = 90
"""Characters up to which a text is shown whole."""
_LONG = 180
"""Characters to which what is shown of one is cut at last."""
_AROUND = 3
"""Words shown beside a change."""
_GAP = 9
"""So many words that stayed between two changes are cut to those beside them."""


def cut_to_changes(before: str, after: str) -> tuple[str, str]:
    """Give both texts on one line each; long ones as the words that changed, with dots for those left out."""
    before, after = " ".join(before.split()), " ".join(after.split())
    if max(len(before), len(after)) <= _SHORT:
        return before, after
    shown = {RunKind.GONE: "", RunKind.NEW: ""}
    runs = compare_words(before, after)
    for index, run in enumerate(runs):
        if run.kind is RunKind.SAME:
            words = _cut(run.words, is_first=index == 0, is_last=index == len(runs) - 1)
            shown = {kind: text + words for kind, text in shown.items()}
        else:
            shown[run.kind] += run.words
    return shorten(shown[RunKind.GONE].strip()), shorten(shown[RunKind.NEW].strip())


def shorten(text: str, most: int = _LONG) -> str:
    """Give a text on one line, cut between words where it is longer than so many characters."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    head, blank, _ = text[:most].rpartition(" ")
    return f"{head if blank else text[: most - 1]}…"


def _cut(same: str, *, is_first: bool, is_last: bool) -> str:
    """Give the words of a stretch that stayed, only those beside what changed where there are many."""
    words = re.findall(r"\s*\S+\s*", same)
    if len(words) < (_AROUND + 2 if is_first or is_last else _GAP):
        return same
    head = "" if is_first else "".join(words[:_AROUND]).rstrip() + " "
    tail = "" if is_last else " " + "".join(words[-_AROUND:]).lstrip()
    return f"{head}…{tail}"
