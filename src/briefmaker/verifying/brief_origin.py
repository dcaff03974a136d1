"""Checks of what a document carries of its brief's file: an edition nothing, an archived PDF all but the comments."""

from collections.abc import Iterator

from briefmaker.verifying.check import Deviation, Kept, Needs, NotRunError, Subject, check, pdf_of, view_of
from briefmaker.verifying.expected import list_all_words
from briefmaker.verifying.read_word import WordDocument
from briefmaker.verifying.squeezing import shorten, squeeze
from briefmaker.verifying.word_names import is_anchor, iterate_text_parts
from briefmaker.writing.word.anchors import read_anchor_map
from briefmaker.writing.word.own_properties import EDITION_PROPERTY
from briefmaker.writing.word.wordml import W

MEDIA_TYPE = "application/yaml"
"""Of the attached brief: RFC 9512."""
_ARCHIVE = "3A"
_TELLING = 12  # characters
_COMPARED = 60  # characters: where two files part


@check(Needs.NOTHING, kept=Kept.EDITION)
def edition(subject: Subject) -> Iterator[Deviation]:
    """The file of an edition says which it is and carries nothing that leads to the whole brief: no fingerprint, no anchors."""
    document = subject.document
    if document.outline.properties["source"]:
        yield Deviation("no fingerprint of the brief", document.outline.properties["source"][:12])
    if isinstance(document, WordDocument):
        yield from _find_anchors(document, subject)


def _find_anchors(document: WordDocument, subject: Subject) -> Iterator[Deviation]:
    own = document.own.get(EDITION_PROPERTY, "")
    if own != subject.edition:
        yield Deviation(f"the edition {subject.edition}", own or "none")
    for name, root in iterate_text_parts(subject):
        labels = (str(each.get(f"{W}name", "")) for each in root.iter(f"{W}bookmarkStart"))
        yield from (Deviation("no anchors", each, name) for each in labels if is_anchor(each))
    yield from (Deviation("no anchors", path, "properties") for path in read_anchor_map(document.own, "bf_").values())


@check(Needs.BRIEF, kept=Kept.EDITION)
def withheld(subject: Subject) -> Iterator[Deviation]:
    """Nothing that the edition withholds stands in its text, at head and foot of its pages, in its properties or unseen texts."""
    if subject.whole is None:
        raise NotRunError("the whole brief cannot be viewed")
    shown = "\n".join(map(squeeze, list_all_words(view_of(subject))))
    outline = subject.document.outline
    beside = [*(f"{page.head} {page.foot}" for page in outline.running), *outline.properties.values()]
    beside += [*(each.alt for each in outline.pictures), *(each.description for each in outline.tables)]
    unseen = "\n".join(map(squeeze, beside))
    for words in dict.fromkeys(list_all_words(subject.whole)):
        squeezed = squeeze(words)
        # A short passage, such as a name or a number, may stand there for another reason.
        is_held = len(squeezed) >= _TELLING and squeezed not in shown
        if is_held and (squeezed in subject.flow.text or squeezed in unseen):
            yield Deviation("what the edition shows", f"what it withholds: {shorten(words)}")


@check(Needs.NOTHING, ("pdf",))
def pdf_attachments(subject: Subject) -> Iterator[Deviation]:
    """A PDF for the archive says that it is PDF/A-3a and carries one file, a brief in YAML; any other PDF carries none."""
    document = pdf_of(subject)
    if subject.edition or not subject.is_archive:
        yield from (Deviation("no attachment", shorten(each.name)) for each in document.attachments)
        return
    if document.archive != _ARCHIVE:
        yield Deviation("PDF/A-3a in the metadata", document.archive or "none")
    if len(document.attachments) != 1:
        yield Deviation("one attached file", str(len(document.attachments)))
    for each in document.attachments:
        if not each.name.endswith(".yaml") or each.media_type != MEDIA_TYPE:
            yield Deviation(f"a .yaml file as {MEDIA_TYPE}", f"{shorten(each.name)} as {each.media_type or 'nothing'}")
        if each.relationship != "Source" or not each.is_associated:
            yield Deviation("the file as the document's Source", each.relationship or "no relationship")


@check(Needs.BRIEF, ("pdf",), kept=Kept.ARCHIVE)
def archived_brief(subject: Subject) -> Iterator[Deviation]:
    """The file in a PDF for the archive is the brief's own without its comments, byte for byte."""
    wanted = subject.archived
    if wanted is None:
        raise NotRunError(subject.why_no_view or "the brief's file is not there")
    for each in pdf_of(subject).attachments:
        if each.content != wanted:
            place = next((n for n, (a, b) in enumerate(zip(wanted, each.content, strict=False)) if a != b), -1)
            place = min(len(wanted), len(each.content)) if place < 0 else place
            one, other = (
                content[place : place + _COMPARED].decode("utf-8", "replace") for content in (wanted, each.content)
            )
            yield Deviation(shorten(one) or "its end", shorten(other) or "its end", f"byte {place + 1}")


CHECKS = (withheld, edition, archived_brief)
PDF_CHECKS = (pdf_attachments,)
