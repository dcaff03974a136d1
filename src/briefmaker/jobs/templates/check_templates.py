"""Prove that page and Word document of a template show exactly the fields that its template.yaml names, and limit no others.

A specimen brief is written once, and once more with another value in each field in turn: where a document's words change,
it shows that field. And whatever Word shows of a text must lead back to its field, so that edits can come home.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic
from briefmaker.jobs.checking.visible_words import list_page_words, list_word_words
from briefmaker.jobs.desk import Desk, open_desk
from briefmaker.jobs.templates.check_limit_names import check_limit_names
from briefmaker.jobs.templates.check_traces import check_traces
from briefmaker.jobs.templates.open_template import OpenTemplate, open_template, report_broken_template
from briefmaker.jobs.templates.specimen import SPECIMEN_PICTURES, Specimen, SpecimenField, make_specimen, write_data
from briefmaker.model.fields import is_content, is_shown
from briefmaker.model.replaced import Replaced
from briefmaker.model.rich_text import Paragraph, Run
from briefmaker.reading import read_brief
from briefmaker.view.build_view import build_view
from briefmaker.view.replaced import mark_replaced
from briefmaker.view.shape import ChangesView, View
from briefmaker.view.shown_text import Text
from briefmaker.workspace.workspace import find_workspace
from briefmaker.writing.html import PAGE_FILE, write_html
from briefmaker.writing.word import write_word

WORD_FILE = "word.docx"
_FINGERPRINT = "0" * 64


@dataclass(frozen=True, slots=True)
class TemplateCheck:
    """What the check of one template found; ``fields`` is the number of fields that it shows."""

    name: str
    fields: int
    diagnostics: tuple[Diagnostic, ...]


def check_templates(name: str | None = None) -> tuple[TemplateCheck, ...]:
    """Check the template of this name, or all. Raises BriefmakerError when there is no such template."""
    desk = open_desk(find_workspace(Path.cwd()))
    templates = desk.templates.values() if name is None else (desk.find_template(name),)
    return tuple(_check(open_template(template), desk) for template in templates)


def _check(opened: OpenTemplate, desk: Desk) -> TemplateCheck:
    if opened.description is None:
        return TemplateCheck(opened.template.name, 0, opened.diagnostics)
    specimen = make_specimen(opened.template.name)
    named = {field.field for field in specimen.fields if is_shown(field.field, opened.description.shows)}
    try:
        shown = _Shown(opened, desk, specimen)
        found = (
            *_check_names(opened, specimen),
            *check_limit_names(opened, specimen, shown.page),
            *_compare(opened, specimen, shown),
            *_check_notice(opened, shown),
            *check_traces(opened, specimen, shown.word),
            *_check_changes(opened, shown),
        )
    except BriefmakerError as broken:
        found = (report_broken_template(opened.template, broken),)
    return TemplateCheck(opened.template.name, len(named), (*opened.diagnostics, *found))


def _check_names(opened: OpenTemplate, specimen: Specimen) -> Iterator[Diagnostic]:
    """Tell of each entry under `shows` that is no field."""
    assert opened.description is not None  # noqa: S101 - the caller has seen to it
    known = {field.field for field in specimen.fields}
    for index, shown in enumerate(opened.description.shows):
        if is_content(shown) and not any(is_shown(field, (shown,)) for field in known):
            yield opened.places.finding(Code.TEMPLATE_CONTRACT, f"shows[{index}]", f"a brief has no field `{shown}`")


class _Shown:
    """Writes the specimen, and variants of it, with one template, and keeps their words."""

    def __init__(self, opened: OpenTemplate, desk: Desk, specimen: Specimen) -> None:
        self._opened = opened
        self._desk = desk
        self._specimen = specimen
        self._view = self._build_view(write_data(specimen.data))
        self.page = write_html(self._view, opened.template)
        self.word = write_word(self._view, opened.template, fingerprint=_FINGERPRINT)
        self._words = self._write(self._view)

    def by(self, field: SpecimenField) -> tuple[bool, bool]:
        """Tell whether the page and whether the Word document shows a field."""
        view = self._build_view(write_data(self._specimen.with_other(field)))
        if view == self._view:
            return False, False
        page, word = self._write(view)
        return page != self._words[0], word != self._words[1]

    def notice(self) -> tuple[bool, bool]:
        """Tell whether the page and whether the Word document shows that a version replaces another."""
        page, word = self._write(mark_replaced(self._view, Replaced(1)))
        return page != self._words[0], word != self._words[1]

    def changes(self) -> Iterator[tuple[str, bool, bool]]:
        """Give each thing that is told of changes, and whether the page and whether the Word document shows it."""
        text = Text("", (Paragraph((Run("specimen change"),)),))
        empty = ChangesView(None, (), None)
        before = self._write(replace(self._view, changes=empty))
        of_items = tuple(
            replace(each, items=tuple(replace(item, change=text, has_changed=True) for item in each.items))
            for each in self._view.themes
        )
        told = {
            "view.changes.since": replace(self._view, changes=replace(empty, since=text)),
            "view.changes.lines": replace(self._view, changes=replace(empty, lines=(text,))),
        }
        if of_items:
            told["item.change"] = replace(self._view, changes=empty, themes=of_items)
        for name, view in told.items():
            page, word = self._write(view)
            yield name, page != before[0], word != before[1]

    def _build_view(self, content: bytes) -> View:
        assert self._opened.description is not None  # noqa: S101 - the caller has seen to it
        reading = read_brief(content, "specimen", None)
        brief = reading.brief
        if brief is None:
            raise AssertionError(f"the specimen cannot be read: {reading.diagnostics}")
        settings = self._desk.settings
        reading = replace(reading, pictures=SPECIMEN_PICTURES)
        viewing = build_view(brief, reading, settings, self._opened.description, settings.paper)
        if viewing.view is None:
            raise AssertionError(f"the specimen cannot be viewed: {viewing.diagnostics}")
        return viewing.view

    def _write(self, view: View) -> tuple[list[str], list[str]]:
        template = self._opened.template
        page = list_page_words(write_html(view, template))
        return page, list_word_words(write_word(view, template, fingerprint=_FINGERPRINT))


def _check_notice(opened: OpenTemplate, shown: _Shown) -> Iterator[Diagnostic]:
    """Tell of a file that does not show what a corrected version has to say on every page."""
    for file, is_in_file in zip((PAGE_FILE, WORD_FILE), shown.notice(), strict=True):
        if not is_in_file:
            message = f"{file} does not say which version a corrected one replaces"
            hint = "place `view.replaces_notice` at the head of every page, where it is not empty"
            yield opened.places.finding(Code.TEMPLATE_CONTRACT, "shows", message, hint)


def _check_changes(opened: OpenTemplate, shown: _Shown) -> Iterator[Diagnostic]:
    """Tell of a file that does not show what is told of changes, in a template that names `changes`."""
    assert opened.description is not None  # noqa: S101 - the caller has seen to it
    if not is_shown("changes", opened.description.shows):
        return
    index = next(number for number, name in enumerate(opened.description.shows) if is_shown("changes", (name,)))
    for name, *is_in in shown.changes():
        for file, is_in_file in zip((PAGE_FILE, WORD_FILE), is_in, strict=True):
            if not is_in_file:
                message = f"`shows` names `changes`, and {file} does not show `{name}`"
                hint = "place it where it is not empty, or take `changes` from `shows`"
                yield opened.places.finding(Code.TEMPLATE_CONTRACT, f"shows[{index}]", message, hint)


def _compare(opened: OpenTemplate, specimen: Specimen, shown: _Shown) -> Iterator[Diagnostic]:
    assert opened.description is not None  # noqa: S101 - the caller has seen to it
    shows = opened.description.shows
    for field in specimen.fields:
        is_named = is_shown(field.field, shows)
        for file, is_in_file in zip((PAGE_FILE, WORD_FILE), shown.by(field), strict=True):
            if is_in_file == is_named:
                continue
            at = next(
                (f"shows[{index}]" for index, name in enumerate(shows) if is_shown(field.field, (name,))), "shows"
            )
            does = "does not show it" if is_named else "shows it"
            names = "names" if is_named else "does not name"
            message = f"`shows` {names} `{field.field}`, and {file} {does}"
            yield opened.places.finding(Code.TEMPLATE_CONTRACT, at, message, "change the one or the other")
