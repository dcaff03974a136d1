"""Prove that whatever a Word template shows of a brief's texts can be traced back to its field."""

import re
from collections.abc import Iterator

from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.jobs.templates.open_template import OpenTemplate
from briefmaker.jobs.templates.specimen import Specimen, SpecimenField
from briefmaker.model.fields import is_shown
from briefmaker.review.package import open_returned
from briefmaker.review.read_paragraphs import read_paragraphs

_OWN_WORD = re.compile(r"specimen[0-9]+")
_HINT = "place the text itself, such as {{ view.title }}: what is taken out of it has no anchor"


def check_traces(opened: OpenTemplate, specimen: Specimen, document: bytes) -> Iterator[Diagnostic]:
    """Tell of each field whose words stand in the specimen's Word document where no anchor leads back to a field.

    Only texts are looked for, each of which is a word of its own in the specimen; a day or a choice is shown in other words.
    """
    assert opened.description is not None  # noqa: S101 - the caller has seen to it
    loose = _list_loose_words(document)
    for field in specimen.fields:
        if _is_text(field) and field.value in loose and is_shown(field.field, opened.description.shows):
            at = next(
                f"shows[{place}]"
                for place, name in enumerate(opened.description.shows)
                if is_shown(field.field, (name,))
            )
            message = f"word.docx shows `{field.field}` in a way that edits of it could not be brought back from Word"
            yield opened.places.finding(Code.TEMPLATE_UNTRACED, at, message, _HINT)


def _is_text(field: SpecimenField) -> bool:
    # The name of an acronym is a key of the brief's file, and no value that could be written anew.
    return isinstance(field.value, str) and _OWN_WORD.fullmatch(field.value) is not None and field.keys[-1] != "id"


def _list_loose_words(document: bytes) -> set[str]:
    """Give the words of a document that stand in no anchor."""
    text = read_paragraphs(open_returned("word.docx", document))
    loose = (
        "".join(words.text if not words.anchor else "\n" for words in paragraph.words) for paragraph in text.paragraphs
    )
    return {word for line in loose for word in _OWN_WORD.findall(line)}
