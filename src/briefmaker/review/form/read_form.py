"""A form that was filled in becomes a draft: every word in its field, and what stands outside of the places kept and told."""

from briefmaker.review.importing.blocks import WordDocument
from briefmaker.review.importing.make_draft import DraftMade, Wishes


def is_form(document: WordDocument) -> bool:
    """Tell whether a document is a form of briefmaker."""
    return "briefmaker-form" in document.properties


def make_form_draft(document: WordDocument, wishes: Wishes, name: str) -> DraftMade:
    """Give the draft of a form that was filled in."""
    raise NotImplementedError
