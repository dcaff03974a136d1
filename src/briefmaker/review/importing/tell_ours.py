"""Says of a document that briefmaker made of a brief, and that somebody imports, what to do instead."""

from collections.abc import Mapping

from briefmaker.writing.word.own_properties import EDITION_PROPERTY, tell_redline


def tell_ours(properties: Mapping[str, str], name: str) -> tuple[str, str]:
    """Give a sentence and what to do, for a document with these properties; ``name`` is what to call it.

    Only what ``build`` wrote whole leads back to its brief: an edition does not, and a redline holds two.
    """
    if redline := tell_redline(properties):
        return (
            f"this document {redline}",
            "bring edits back from the document that `briefmaker build` wrote: `briefmaker pull`",
        )
    message = "briefmaker made this document of a brief, which has its fields already"
    if properties.get(EDITION_PROPERTY):
        return message, "edit that brief instead: an edition holds no way back to it"
    return message, f"bring what was changed in it into that brief with `briefmaker pull {name}`"
