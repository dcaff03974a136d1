"""Briefs for tests: a few lines of YAML read as a brief, viewed, and its texts as plain words."""

import textwrap

from briefmaker.diagnostics import has_errors
from briefmaker.model import Brief
from briefmaker.model.rich_text import iterate_inlines, plain_text
from briefmaker.model.settings import Paper, Settings
from briefmaker.model.template_description import TemplateDescription
from briefmaker.reading import Reading, read_brief
from briefmaker.view.build_view import Viewing, build_view
from briefmaker.view.shape import View
from briefmaker.view.shown_text import Text, Texts
from briefmaker.workspace.files import BriefFolder

EVERYTHING = tuple(Brief.model_fields)
_REQUIRED = {"format": "1", "template": "meeting", "title": "Grain talks", "date": "2025-10-21"}


def read_text(lines: str, folder: BriefFolder | None = None) -> Reading:
    """Read lines of YAML as a brief; required fields that they lack stand after them."""
    text = textwrap.dedent(lines).strip("\n") + "\n"
    lacking = (name for name in _REQUIRED if not any(line.startswith(f"{name}:") for line in text.splitlines()))
    text += "".join(f"{name}: {_REQUIRED[name]}\n" for name in lacking)
    return read_brief(text.encode(), "brief.yaml", folder)


def look_at(
    lines: str,
    shows: tuple[str, ...] = EVERYTHING,
    settings: Settings | None = None,
    folder: BriefFolder | None = None,
) -> Viewing:
    """View lines of YAML with a template that shows these fields, and give what was found; reading has to go well."""
    reading = read_text(lines, folder)
    assert reading.brief is not None, reading.diagnostics
    assert not has_errors(reading.diagnostics), reading.diagnostics
    description = TemplateDescription(
        name={"en": "Brief", "fr": "Note"}, description="Shows what a test wants.", shows=shows
    )
    return build_view(reading.brief, reading, settings or Settings(), description, Paper.A4)


def view_text(
    lines: str,
    shows: tuple[str, ...] = EVERYTHING,
    settings: Settings | None = None,
    folder: BriefFolder | None = None,
) -> View:
    """View lines of YAML, which has to go well."""
    viewing = look_at(lines, shows, settings, folder)
    assert viewing.view is not None, viewing.diagnostics
    return viewing.view


def words_of(text: Text | None) -> str:
    """Give the words of a text, its paragraphs and cells parted by `` | ``; empty for none."""
    return "" if text is None else " | ".join(plain_text(inlines) for inlines in iterate_inlines(text.blocks))


def words_of_all(texts: Texts) -> list[str]:
    """Give the words of each text."""
    return [words_of(text) for text in texts]


def loosen(words: str) -> str:
    """Give words with plain blanks where lines must not break."""
    return words.replace("\u00a0", " ")
