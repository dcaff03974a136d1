"""Two versions side by side: what has changed, how it is told, and the documents that show it."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale

from briefmaker.diagnostics import Code, Diagnostic, Severity, has_errors
from briefmaker.jobs.building.edition import withhold_reading
from briefmaker.jobs.building.render import view_brief
from briefmaker.jobs.changes.issued_content import IssuedContent, find_content
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.mailing.enclosed_marking import EnclosedMarking, mark_enclosed_brief
from briefmaker.jobs.request import Request, read_edition, read_paper
from briefmaker.jobs.reviewing.redline_sides import ComparedSide
from briefmaker.model.fields import is_shown
from briefmaker.review.redline.summary import Compared, Told, write_json, write_markdown
from briefmaker.view.build_view import locale_of
from briefmaker.view.calendar import Calendar
from briefmaker.view.carried import join_carried
from briefmaker.view.change_sentences import write_changes
from briefmaker.view.changes import compare_briefs
from briefmaker.view.labels import Labels, load_labels, write_label
from briefmaker.view.marking import NO_SCHEME
from briefmaker.workspace.slug import safe_slug
from briefmaker.writing.template import Template

if TYPE_CHECKING:
    from briefmaker.review.redline.write_word import WordRedline
    from briefmaker.view.shape import View


@dataclass(frozen=True, slots=True)
class Version:
    """One version, ready to be written: its view and template, and what its readers see; None for a document's own text."""

    side: ComparedSide
    view: "View | None" = None
    template: Template | None = None
    content: IssuedContent | None = None
    marking: EnclosedMarking | None = None

    @property
    def fingerprint(self) -> str:
        """Give the fingerprint of the brief's file; empty for an edition."""
        return self.view.properties.source if self.view else ""

    def write_word(self) -> bytes:
        """Give its Word document."""
        if self.side.content is not None:
            return self.side.content
        from briefmaker.writing.word import write_word

        assert self.view is not None and self.template is not None  # noqa: S101, PT018 - one has either a text or a view
        with_fonts = self.side.desk.settings.embed_fonts
        return write_word(self.view, self.template, fingerprint=self.fingerprint, with_fonts=with_fonts)

    @property
    def written_marking(self) -> str:
        """Give its marking as it stands at the head of a page."""
        return self.marking.written if self.marking else self.side.marking


@dataclass(frozen=True, slots=True)
class Versions:
    """Both versions with all that is told of them; ``name`` is what the files are called."""

    old: Version
    new: Version
    name: str
    headline: str
    told: tuple[Told, ...]
    is_same: bool
    diagnostics: tuple[Diagnostic, ...]
    marking: str
    edition: str

    @property
    def is_by_text(self) -> bool:
        """Tell whether one of both is a document whose brief is not to be had."""
        return self.old.view is None or self.new.view is None

    @property
    def _labels(self) -> Labels:
        return _speak(self.new)[0]

    def write_word(self, author: str) -> bytes:
        """Give the new document with tracked changes, at the moment of its own date."""
        return write_tracked(self.old, self.new, author, self.headline, self.marking).content

    def write_pdf(self) -> bytes:
        """Give the new page as a PDF, with what is gone struck through and what is new underlined."""
        from briefmaker.review.redline.change_bars import draw_change_bars
        from briefmaker.review.redline.write_page import PageWords, write_redline_page
        from briefmaker.writing.html import write_html
        from briefmaker.writing.pdf import write_pdf

        old, new, template = self.old.view, self.new.view, self.new.template
        assert old is not None and new is not None  # noqa: S101, PT018 - the caller has looked
        assert template is not None and self.old.template is not None  # noqa: S101, PT018
        labels = {name: str(self._labels[f"redline_{name}"]) for name in ("key", "new", "gone")}
        words = PageWords(self.headline, **labels, marking=self.marking)
        page = write_redline_page(write_html(old, self.old.template), write_html(new, template), words, new.style)
        pictures = {picture.key: picture for picture in (*old.pictures, *new.pictures)}
        writing = write_pdf(page, template, new.style, pictures.values(), None, draw_change_bars)
        if has_errors(writing.diagnostics):
            raise FindingsError("the PDF cannot be made", writing.diagnostics)
        return writing.content

    def write_markdown(self) -> bytes:
        """Give the list of changes as Markdown."""
        return write_markdown(self._describe(), self.told, self._labels).encode()

    def write_json(self) -> bytes:
        """Give the list of changes as JSON."""
        return write_json(self._describe(), self.told).encode()

    def _describe(self) -> Compared:
        title = self.new.view.properties.title if self.new.view else ""
        return Compared(title, self.marking, *name_sides(self.old, self.new), self.edition)


def compare_versions(old: ComparedSide, new: ComparedSide, edition: str | None, paper: str | None) -> Versions:
    """Compare two versions. Raises FindingsError when one of them cannot be made into a document."""
    before, after = _open_version(old, edition, paper), _open_version(new, edition, paper)
    told = tuple(_tell_changes(before, after))
    marking, found = _join_markings(before, after)
    is_same = not told and (_is_one_view(before, after) or not write_tracked(before, after).revisions)
    return Versions(
        before,
        after,
        name_files(before, after, edition),
        write_headline(before, after),
        told,
        is_same,
        (*old.told, *new.told, *found, *_tell_differences(before, after)),
        marking,
        edition or "",
    )


def _is_one_view(old: Version, new: Version) -> bool:
    return old.view is not None and (old.view, old.template) == (new.view, new.template)


def write_tracked(old: Version, new: Version, author: str = "", headline: str = "", marking: str = "") -> "WordRedline":
    """Give the new document with what has changed as tracked changes."""
    from briefmaker.review.redline.write_word import write_redline_word

    moment = new.view.properties.modified if new.view else new.side.moment
    assert moment is not None  # noqa: S101 - a document says when it was made
    written = (moment.astimezone(datetime.UTC) if moment.tzinfo else moment).strftime("%Y-%m-%dT%H:%M:%SZ")
    contents = old.write_word(), new.write_word()
    return write_redline_word(*contents, author=author, moment=written, compared=headline, marking=marking)


def _open_version(side: ComparedSide, edition: str | None, paper: str | None) -> Version:
    reading, desk = side.reading, side.desk
    if reading is None:
        return Version(side)
    request = Request((DocumentFormat.DOCX,), read_paper(paper, desk), read_edition(edition, desk))
    view, template, found = view_brief(reading, desk, request)
    if view is None or has_errors(found):
        raise FindingsError(f"{side.shown} cannot be compared", found, "put right what is wrong with it")
    content = find_content(reading, desk, edition or "")
    marking, _ = mark_enclosed_brief(reading, desk, edition)
    kept = replace(side, reading=withhold_reading(reading)) if edition else side
    return Version(kept, view, template, content, marking)


def _tell_changes(old: Version, new: Version) -> Iterator[Told]:
    before, after = old.content, new.content
    if before is None or after is None:
        return
    changes = compare_briefs(
        before.brief, after.brief, old_tables=before.tables, new_tables=after.tables, shows=after.shows
    )
    style = new.side.desk.settings.date_style
    for change in changes:
        yield Told(change, write_changes((change,), after.brief, style)[0].words)


def _join_markings(old: Version, new: Version) -> tuple[str, tuple[Diagnostic, ...]]:
    """Give the marking of both together, since the words of both are in a redline."""
    if old.written_marking == new.written_marking:
        return new.written_marking, ()
    if not old.written_marking or not new.written_marking:
        return old.written_marking or new.written_marking, ()
    if old.marking is None or new.marking is None or not _is_one_scheme(old.marking, new.marking):
        both = " / ".join(filter(None, (old.written_marking, new.written_marking)))
        message = "the two are marked by different schemes, of which none says which marking is higher: both are shown"
        return both, (_warn(Code.REDLINE_MARKINGS, message, new.side.shown),)
    scheme = max((old.marking.scheme, new.marking.scheme), key=lambda each: each is not NO_SCHEME)
    joined = join_carried([old.marking.carried, new.marking.carried], scheme)
    return scheme.write(joined.marking, joined.handling), ()


def _is_one_scheme(old: EnclosedMarking, new: EnclosedMarking) -> bool:
    return old.scheme == new.scheme or NO_SCHEME in (old.scheme, new.scheme)


def _warn(code: Code, message: str, file: str) -> Diagnostic:
    return Diagnostic(code, message, file, severity=Severity.WARNING)


def _tell_differences(old: Version, new: Version) -> Iterator[Diagnostic]:
    """Tell of what makes two versions differ as a whole."""
    if old.template and new.template and old.template.name != new.template.name:
        names = f"`{old.template.name}` and `{new.template.name}`"
        message = f"the two are made with different templates, {names}: compared are the documents as they come out"
        yield _warn(Code.REDLINE_TEMPLATES, message, new.side.shown)
    if old.view and new.view and old.view.language != new.view.language:
        message = f"the two are in different languages, {old.view.language} and {new.view.language}: nearly every word differs"
        yield _warn(Code.REDLINE_LANGUAGES, message, new.side.shown)


def name_side(version: Version, new: Version) -> str:
    """Give what a version is called, in the language of the new one: its number and, where readers may see it, its date."""
    content = version.content
    if content is None:
        return Path(version.side.shown).name  # the folders of whoever compares are no business of readers
    labels, calendar = _speak(new)
    number = content.brief.version
    if content.shows is not None and not is_shown("date", content.shows):
        return write_label(labels, "version", calendar.locale, n=number)
    return write_label(labels, "redline_version", calendar.locale, n=number, date=calendar.day(content.brief.date))


def _speak(new: Version) -> tuple[Labels, Calendar]:
    """Give the words and the calendar of the new version; English ones for a document's own text."""
    brief = new.content.brief if new.content else None
    labels = (load_labels(brief.language) if brief else None) or load_labels("en") or {}
    locale = locale_of(brief) if brief else Locale("en", "GB")
    return labels, Calendar(locale, style=new.side.desk.settings.date_style)


def name_sides(old: Version, new: Version) -> tuple[str, str]:
    """Give what both versions are called; where both have one number and date, by their revisions or files too."""
    names = name_side(old, new), name_side(new, new)
    if names[0] != names[1] or old.content is None or new.content is None:
        return names
    calls = [each.side.revision or each.side.stem for each in (old, new)]
    return f"{names[0]} ({calls[0]})", f"{names[1]} ({calls[1]})"


def write_headline(old: Version, new: Version) -> str:
    """Say what is compared with what."""
    names = name_sides(old, new)
    if old.content is None or new.content is None:
        return " → ".join(names)
    return str(_speak(new)[0]["redline_compared"]).format(old=names[0], new=names[1])


def name_files(old: Version, new: Version, edition: str | None) -> str:
    """Give what the files are called: after both, ``x.v1-v2``, or ``x.v1-y.v2`` for two briefs; an edition says so."""
    before, after = _name_version(old), _name_version(new)
    if before == after and old.side.revision:
        before = f"{before}-{safe_slug(old.side.revision)}"
    stems = safe_slug(old.side.stem), safe_slug(new.side.stem)
    told = f"{stems[1]}.{before}-{after}" if stems[0] == stems[1] else f"{stems[0]}.{before}-{stems[1]}.{after}"
    return f"{told}.{edition}" if edition else told


def _name_version(version: Version) -> str:
    return f"v{version.content.brief.version}" if version.content else "text"
