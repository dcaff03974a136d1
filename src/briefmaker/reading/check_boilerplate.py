"""Tells of fixed texts that could not be printed as they stand, or that a language of the house lacks."""

from collections.abc import Iterator

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model.house_style import Boilerplate, find_text
from briefmaker.model.settings import Settings
from briefmaker.reading.citations import find_references
from briefmaker.reading.read_model import ModelReading
from briefmaker.reading.suggest import list_words
from briefmaker.reading.text_checks import TextChecker
from briefmaker.reading.walk import walk_fields
from briefmaker.reading.yaml_nodes import Scalar


def check_boilerplate(read: ModelReading[Settings]) -> Iterator[Diagnostic]:
    """Give what is wrong with the texts of all languages; they cite nothing, since each brief has sources of its own."""
    checker = TextChecker(read.text, read.places, citable=None)
    for found in walk_fields(read.root, Settings):
        if found.part is Boilerplate and isinstance(found.node, Scalar):
            yield from checker.check(found)
            if next(iter(find_references(found.node.text)), None):
                message = "a fixed text cannot cite a source: each brief has sources of its own"
                yield read.places.finding(Code.SETTINGS_BOILERPLATE, found.path, message, "take the citation out")


def find_missing_texts(settings: Settings, places: Places) -> Iterator[Diagnostic]:
    """Give an error for each fixed text that is not there in one of the languages that the house issues in."""
    for name in Boilerplate.model_fields:
        texts = getattr(settings.boilerplate, name)
        missing = [each for each in settings.languages if texts and find_text(texts, each) is None]
        if missing:
            message = f"`{name}` has no text in {list_words(missing)}, in which the house issues"
            hint = "add it, or take the language out of `languages`"
            yield places.finding(Code.SETTINGS_BOILERPLATE, f"boilerplate.{name}", message, hint)
