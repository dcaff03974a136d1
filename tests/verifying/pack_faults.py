"""Documents of a pack, each with one fault; made anew from a pack of two briefs and an annex of which one thing was changed."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
from tests.packs import PACK, make_pack_workspace, write_annex
from tests.verifying.planting import change_parts

from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.formats import USUAL_FORMATS, DocumentFormat
from briefmaker.jobs.packs.binding import Bound, bind_pack
from briefmaker.jobs.packs.documents import make_documents
from briefmaker.jobs.packs.word import write_pack_word
from briefmaker.jobs.request import Request
from briefmaker.model.settings import Paper
from briefmaker.reading.annex_file import read_annex
from briefmaker.workspace.workspace import find_workspace

MORE = """\
annexes: [{file: a.pdf, title: Joint declaration}]
programme:
  - {at: "09:00", step: Talks, brief: trade}
"""


# Each is removed when the tests have ended.
_FOLDERS: list[TemporaryDirectory[str]] = []


@cache
def bind(words: str = "Ask for a date.") -> Bound:
    """Give the pack, of which one brief says these words."""
    _FOLDERS.append(TemporaryDirectory(prefix="pack-"))
    folder = Path(_FOLDERS[-1].name)
    file = make_pack_workspace(folder, PACK + MORE)
    write_annex(folder / "packs" / "a.pdf")
    brief = folder / "briefs" / "grain.yaml"
    brief.write_text(brief.read_text("utf-8").replace("Ask for a date.", words), "utf-8")
    bound, found = bind_pack(file, open_desk(find_workspace(folder)), Request(USUAL_FORMATS, Paper.A4))
    assert bound is not None, found
    return bound


def make(
    kind: str, change: Callable[[Bound], Bound] = lambda bound: bound, numbers: tuple[tuple[int, int], ...] = ()
) -> bytes:
    """Give the document of one kind of a pack that was changed."""
    bound = change(bind())
    bound = replace(bound, request=replace(bound.request, formats=(DocumentFormat(kind),)))
    made, _ = make_documents(bound, numbers, "visit")
    [content] = made.values()
    return content


@cache
def make_sound(kind: str) -> bytes:
    """Give a document without a fault."""
    return make(kind)


@dataclass(frozen=True, slots=True)
class PackFault:
    """One planted fault: the check that has to find it, the format, the document, and what it is compared with."""

    check: str
    format: str
    make: Callable[[], bytes]
    sister: Callable[[], bytes] | None = None
    copy: int = 0

    def __str__(self) -> str:
        """Give the name of the fault's test."""
        return f"{self.check}-{self.format}"


def _relabel(bound: Bound, labels: Mapping[str, Any]) -> Bound:
    return replace(bound, view=replace(bound.view, labels={**bound.view.labels, **labels}))


def _mark_lower(bound: Bound) -> Bound:
    """Run another marking at head and foot than the properties have."""
    return replace(bound, view=replace(bound.view, marking=bound.view.entries[0].marking))


def _miscount(bound: Bound) -> Bound:
    return _relabel(bound, {"page_of": "Sheet {page} of {pages}"})


def _rename_brief(bound: Bound) -> Bound:
    grain, trade = bound.briefs
    return replace(bound, briefs=(grain, replace(trade, view=replace(trade.view, title=grain.view.title))))


def _lose_page_of_annex(bound: Bound) -> Bound:
    written = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(written)
    [annex] = bound.annexes
    return replace(bound, annexes=(replace(annex, file=read_annex(written.getvalue(), "a.pdf")),))


def _forget_marking(bound: Bound) -> Bound:
    grain, *others = bound.view.entries
    return replace(bound, view=replace(bound.view, entries=(replace(grain, marking=None), *others)))


def _say_otherwise(_: Bound) -> Bound:
    return bind("Ask for nothing.")


def _lead_astray() -> bytes:
    """Let the bookmark of a tab lead to the cover."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(make_sound("pdf"))) as pdf:
        with pdf.open_outline() as outline:
            entries = [*outline.root, *(each for entry in outline.root for each in entry.children)]
            entry = next(each for each in entries if each.title.startswith("Tab B"))
            entry.destination = pikepdf.make_page_destination(pdf, 0)
        pdf.save(written)
    return written.getvalue()


def _forge_marking_of_pdf() -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(make_sound("pdf"))) as pdf:
        pdf.docinfo["/marking"] = pikepdf.String("NATO UNCLASSIFIED")
        pdf.save(written)
    return written.getvalue()


def _retitle(parts: dict[str, bytes]) -> None:
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(b"Visit to Ankara", b"Visit to Izmir")


def _number_pages(pages: Mapping[str, str]) -> bytes:
    return write_pack_word(bind(), pages, "")


def _of_both(check: str, change: Callable[[Bound], Bound]) -> list[PackFault]:
    return [PackFault(check, kind, lambda kind=kind: make(kind, change)) for kind in ("pdf", "docx")]


PACK_FAULTS: tuple[PackFault, ...] = (
    *_of_both("pack-marking", _mark_lower),
    *_of_both("pack-count", _miscount),
    PackFault("pack-copy", "pdf", lambda: make("pdf", numbers=((2, 3),)), copy=1),
    PackFault("pack-copy", "docx", lambda: make("docx", numbers=((2, 3),))),
    *_of_both("pack-parts", _rename_brief),
    *_of_both("pack-annexes", _lose_page_of_annex),
    *_of_both("pack-contents", _forget_marking),
    PackFault("pack-pages", "pdf", _lead_astray),
    *_of_both("pack-briefs", _say_otherwise),
    PackFault("pack-properties", "pdf", _forge_marking_of_pdf),
    PackFault("pack-properties", "docx", change_parts(_retitle, sound=lambda: make_sound("docx"))),
    PackFault("pack-paragraphs", "pdf", lambda: make_sound("pdf"), lambda: make("docx", _say_otherwise)),
    PackFault("pack-paragraphs", "docx", lambda: make_sound("docx"), lambda: make("pdf", _say_otherwise)),
    PackFault(
        "pack-word-pages",
        "docx",
        lambda: _number_pages({"tab-a": "5", "tab-b": "4", "annex-1": "3"}),
        lambda: make_sound("pdf"),
    ),
)
