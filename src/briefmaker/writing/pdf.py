"""Writes a page of HTML as an accessible PDF (PDF/UA-1), or as one for the archive too: the same page, the same bytes."""

import atexit
import gc
import logging
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from briefmaker.diagnostics import Code, Diagnostic, MissingLibraryError, Severity
from briefmaker.model.lengths import Lengths
from briefmaker.model.picture import Picture
from briefmaker.model.style import PLAIN_STYLE, Style
from briefmaker.workspace.garbage import without_garbage_collector
from briefmaker.writing import archive
from briefmaker.writing.archive import Source
from briefmaker.writing.house_css import fill_in_style, list_font_files, write_font_faces
from briefmaker.writing.html import PICTURE_FOLDER, list_styles
from briefmaker.writing.import_weasyprint import import_weasyprint
from briefmaker.writing.lengths import measure_lengths
from briefmaker.writing.template import FileRefusedError, Template, tell_refused
from briefmaker.writing.xmp import complete_metadata

VARIANT = "pdf/ua-1"
FONT_FACES = "fonts of the house style"
MANY_PAGES = 20
"""From here on what layout leaves behind is cleared away before painting: of 60 pages 45 MB, for a twentieth of the time."""

_ATTRIBUTE = re.compile(r'\b(data-paper|dir)="([a-z0-9]+)"')


@dataclass(frozen=True, slots=True)
class PdfWriting:
    """What came of writing one PDF: its bytes, how long it is, and what there is to tell."""

    content: bytes
    lengths: Lengths
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Styles:
    """The stylesheets of one template and paper, parsed, and the fonts they name."""

    sheets: tuple[Any, ...]
    fonts: Any
    refused: tuple[str, ...]
    warnings: tuple[str, ...]


def write_pdf(
    html: str,
    template: Template,
    style: Style = PLAIN_STYLE,
    pictures: Iterable[Picture] = (),
    source: Source | None = None,
    finish: Callable[[Any, Any], None] | None = None,
) -> PdfWriting:
    """Give a page of HTML, as ``write_html`` makes it, as a PDF; the paper stands in its ``html`` element.

    ``style`` and ``pictures`` are those of the view: its colours and fonts, and what the page shows. With a ``source`` it is
    one for the archive, PDF/A-3a as well as PDF/UA-1, and carries that file. ``finish`` may add to the pages at last; it is
    given WeasyPrint's document and pydyf's PDF.

    Diagnostics: an error for each address that the page asked for in vain, a warning for each mistake in HTML or CSS.
    Raises BriefmakerError when WeasyPrint's libraries are missing.
    """
    load_weasyprint()
    from briefmaker.writing.fetcher import TemplateFetcher
    from briefmaker.writing.page_tree import open_page
    from briefmaker.writing.tags import recorded_tags

    styles = read_styles(template, *find_paper_and_direction(html), style)
    brought = {f"{PICTURE_FOLDER}/{picture.key}": picture.content for picture in pictures}
    fetcher = TemplateFetcher(template, brought)
    variant = archive.VARIANT if source else VARIANT
    # The search takes a sixth of the time: thousands of boxes are made, and none is dropped.
    with collected_warnings() as warnings, without_garbage_collector(), recorded_tags():
        page = open_page(html, template, fetcher)
        document = page.render(stylesheets=list(styles.sheets), font_config=styles.fonts, pdf_variant=variant)
        if len(document.pages) > MANY_PAGES:
            gc.collect()
        content = document.write_pdf(
            finisher=partial(_finish, is_archive=source is not None, finish=finish),
            pdf_variant=variant,
            custom_metadata=True,
            attachments=[archive.attach(source)] if source else [],
        )
    told = tell_faults(template, [*styles.refused, *fetcher.refused], [*styles.warnings, *warnings])
    return PdfWriting(content, measure_lengths(document), told)


def _finish(document: Any, pdf: Any, *, is_archive: bool, finish: Callable[[Any, Any], None] | None = None) -> None:
    """Mend what WeasyPrint has made, before it is written; each fault stands in docs/decisions/0012."""
    from briefmaker.writing.characters import mend_characters
    from briefmaker.writing.compression import compress_streams
    from briefmaker.writing.tags import finish_tags

    finish_tags(pdf)
    mend_characters(document.fonts.values(), pdf)
    complete_metadata(pdf, document.metadata.lang or "", document.metadata.custom, is_archive=is_archive)
    if is_archive:
        archive.finish_archive(pdf)
    if finish is not None:
        finish(document, pdf)
    compress_streams(pdf)


def read_styles(template: Template, paper: str, direction: str = "ltr", style: Style = PLAIN_STYLE) -> Styles:
    """Give the template's stylesheets for ``a4`` or ``letter``, parsed once as long as files and style stay the same."""
    names = list_styles(template, paper, direction)
    return _read_styles(template, names, style, tuple(_state(template.find(name)) for name in names))


@lru_cache(maxsize=32)
def _read_styles(
    template: Template, names: tuple[str, ...], style: Style, _states: tuple[tuple[int, int], ...]
) -> Styles:
    weasyprint = load_weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    from briefmaker.writing.fetcher import BASE_ADDRESS, TemplateFetcher

    fonts, fetcher, sheets = FontConfiguration(), TemplateFetcher(template, list_font_files(style)), []
    told: list[str] = []

    def parse(text: str) -> Any:
        return weasyprint.CSS(string=text, base_url=BASE_ADDRESS, url_fetcher=fetcher, font_config=fonts)

    for name in (FONT_FACES, *names):
        with collected_warnings() as warnings:
            try:
                text = write_font_faces(style) if name == FONT_FACES else fill_in_style(template.read_text(name), style)
            except FileRefusedError as refused:
                raise tell_refused(template, refused) from refused
            sheets.append(parse(text))
        told += [f"{name}: {warning}" for warning in warnings]
    return Styles(tuple(sheets), fonts, tuple(fetcher.refused), tuple(told))


# WeasyPrint keeps fonts in a temporary folder until the configuration dies; at Python's own end it is too late for that.
atexit.register(_read_styles.cache_clear)


def _state(file: Path) -> tuple[int, int]:
    status = file.stat()
    return status.st_mtime_ns, status.st_size


def find_paper_and_direction(html: str) -> tuple[str, str]:
    """Give what the page's ``html`` element says of itself; A4 and left to right where it says nothing."""
    start = html.find("<html")
    said = dict(_ATTRIBUTE.findall(html[start : html.find(">", start)])) if start >= 0 else {}
    return said.get("data-paper", "a4"), said.get("dir", "ltr")


def load_weasyprint() -> Any:
    """Give the WeasyPrint package. Raises BriefmakerError when one of its libraries is missing."""
    try:
        return import_weasyprint()
    except OSError as missing:
        raise MissingLibraryError(
            f"a PDF cannot be made here, a library is missing: {missing}",
            "install Pango (Debian: libpango-1.0-0 libpangoft2-1.0-0); `briefmaker doctor` says what is missing",
        ) from missing


@contextmanager
def collected_warnings() -> Iterator[list[str]]:
    """Give a list that fills with what WeasyPrint warns of in this thread."""
    collector = _Collector()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(collector)
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)


_MISSING_GLYPH = ".notdef glyph"  # told at the character's own place, see writing/glyphs.py


class _Collector(logging.Handler):
    """Keeps the messages of one thread, each once."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        message = record.getMessage()
        if message.startswith(_MISSING_GLYPH):
            return
        if record.thread == self._thread and message not in self.messages:
            self.messages.append(message)


def tell_faults(template: Template, refused: list[str], warnings: list[str]) -> tuple[Diagnostic, ...]:
    """Give an error for each address that was refused, and a warning for each other message of WeasyPrint."""
    file = f"templates/{template.name}"
    others = [message for message in warnings if not any(sentence in message for sentence in refused)]
    errors = [
        Diagnostic(Code.TEMPLATE_REFUSED, sentence, file, hint="a page uses files of its template's folders only")
        for sentence in dict.fromkeys(refused)
    ]
    return (
        *errors,
        *(Diagnostic(Code.TEMPLATE_BROKEN, message, file, severity=Severity.WARNING) for message in others),
    )
