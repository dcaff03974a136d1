"""The word that was probably meant, for a hint."""

from collections.abc import Iterable

_MOST_COMPARED = 500
_LONGEST_WORD = 80


def suggest(word: str, known: Iterable[str]) -> str:
    """Give the known word most like ``word``, or nothing when none is near."""
    candidates = list(known)[:_MOST_COMPARED]
    plain = word.strip().lower().replace("-", "_").replace(" ", "_")
    for candidate in candidates:
        if candidate.lower().replace("-", "_").replace(" ", "_") == plain:
            return candidate
    if len(word) > _LONGEST_WORD:
        return ""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, candidates, n=1, cutoff=0.6)), "")


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Give ``did you mean `this`?`` for the nearest known word, else another hint."""
    meant = suggest(word, known)
    return f"did you mean `{meant}`?" if meant else otherwise


def list_words(words: Iterable[str], most: int = 12) -> str:
    """Give words for a sentence: ``a, b or c``; long lists are cut."""
    listed = [f"`{word}`" for word in words]
    if len(listed) > most:
        return ", ".join(listed[:most]) + " ..."
    return " or ".join(filter(None, [", ".join(listed[:-1]), listed[-1] if listed else ""]))
