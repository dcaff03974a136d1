"""Tells of texts of messages that could not be filled in, or that would say something else than they seem to."""

from collections.abc import Iterator

from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.model.mail_settings import MailTexts
from briefmaker.model.settings import Settings
from briefmaker.reading.citations import find_references
from briefmaker.reading.read_model import ModelReading
from briefmaker.reading.text_checks import TextChecker
from briefmaker.reading.text_places import place_in_text
from briefmaker.reading.walk import FoundField, walk_fields
from briefmaker.reading.yaml_nodes import Scalar

_BODY = "body"


def check_mail_texts(read: ModelReading[Settings]) -> Iterator[Diagnostic]:
    """Give what is wrong with the subjects and bodies of all languages, each at its place within the text."""
    checker = TextChecker(read.text, read.places, citable=None)
    for found in walk_fields(read.root, Settings):
        if found.part is MailTexts and isinstance(found.node, Scalar) and not found.node.is_null:
            yield from _check(found, found.node, read)
            if found.name == _BODY:
                yield from checker.check(found)
                yield from _tell_citation(found, found.node, read)


def _check(field: FoundField, scalar: Scalar, read: ModelReading[Settings]) -> Iterator[Diagnostic]:
    # Imported here, since it brings in jinja2, and few workspaces have texts of their own.
    from briefmaker.reading.mail_texts import MailText, MailTextError

    try:
        MailText(scalar.text, is_markdown=field.name == _BODY).check()
    except MailTextError as wrong:
        span = place_in_text(read.text, scalar, wrong.offset, wrong.length)
        yield read.places.finding(Code.SETTINGS_MAIL_TEXT, field.path, str(wrong), wrong.hint, span=span)


def _tell_citation(field: FoundField, scalar: Scalar, read: ModelReading[Settings]) -> Iterator[Diagnostic]:
    cited = next(iter(find_references(scalar.text)), None)
    if cited is not None:
        span = place_in_text(read.text, scalar, cited.offset, len(cited.id) + 1)
        message = "a text of a message cannot cite a source: each brief has sources of its own"
        yield read.places.finding(Code.SETTINGS_MAIL_TEXT, field.path, message, "take the citation out", span=span)
