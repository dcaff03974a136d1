"""Editions that lead back to the whole brief, and PDFs for the archive that do not carry it as they should, each in one way."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pikepdf
from tests.verifying.planting import EDITION, HOUSE, Fault, change_parts, change_pdf, make_pdf

from briefmaker.jobs.building.render import render, view_brief
from briefmaker.jobs.formats import USUAL_FORMATS
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.jobs.request import Request, WantedEdition
from briefmaker.model.settings import Paper
from briefmaker.reading.office_package import CUSTOM_PART, read_custom_properties
from briefmaker.view.shape import View
from briefmaker.writing.word.properties import write_custom_properties


@cache
def make_edition(form: str) -> bytes:
    """Give a document of the edition, without a fault."""
    return render(HOUSE, form, edition=EDITION)


@cache
def view_edition() -> View:
    """Give the view of the edition."""
    file, desk = find_desk(HOUSE)
    request = Request(USUAL_FORMATS, Paper.A4, WantedEdition(EDITION))
    view = view_brief(read_at_desk(file, desk), desk, request)[0]
    assert view is not None
    return view


@cache
def make_archive() -> bytes:
    """Give a PDF for the archive, without a fault."""
    return render(HOUSE, "pdf", archive=True)


@dataclass(frozen=True, slots=True)
class OriginFault(Fault):
    """A fault in an edition, or in a PDF for the archive; else in an ordinary document."""

    edition: str = ""
    is_archive: bool = False


def _edition_of_word(what: str, change: Callable[[dict[str, bytes]], None], check: str = "edition") -> OriginFault:
    make = change_parts(change, sound=lambda: make_edition("docx"))
    return OriginFault(check, "docx", what, make, HOUSE, edition=EDITION)


def _archive(check: str, what: str, change: Callable[[pikepdf.Pdf], None]) -> OriginFault:
    return OriginFault(check, "pdf", what, change_pdf(change, make_archive), HOUSE, is_archive=True)


def _add_fingerprint(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/source"] = pikepdf.String("0" * 64)


def _add_file(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, b"for us", filename="notes.txt")


def _set_property(name: str, value: str) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        own = read_custom_properties(parts[CUSTOM_PART])
        parts[CUSTOM_PART] = write_custom_properties(own | {name: value})

    return change


def _add_anchor(parts: dict[str, bytes]) -> None:
    _set_property("briefmaker-anchors-0001", "1 bottom_line")(parts)
    anchor = b'<w:bookmarkStart w:id="900001" w:name="bf_0a_1"/><w:bookmarkEnd w:id="900001"/>'
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"</w:p>", anchor + b"</w:p>", 1)


def _show_withheld(parts: dict[str, bytes]) -> None:
    leak = b"<w:p><w:r><w:t>The weir leaks.</w:t></w:r></w:p>"
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr", leak + b"<w:sectPr", 1)


def _specification(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.Root.AF[0]


def _change_kind(pdf: pikepdf.Pdf) -> None:
    _specification(pdf).EF.F.Subtype = pikepdf.Name("/text/plain")


def _change_relationship(pdf: pikepdf.Pdf) -> None:
    _specification(pdf).AFRelationship = pikepdf.Name.Data


def _lose_file(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AF
    del pdf.Root.Names.EmbeddedFiles


def _declare_less(pdf: pikepdf.Pdf) -> None:
    metadata = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(metadata.replace(b'conformance="A"', b'conformance="B"'))


def _change_brief(pdf: pikepdf.Pdf) -> None:
    stream = _specification(pdf).EF.F
    stream.write(stream.read_bytes().replace(b"The weir leaks", b"The weir holds"))


def _keep_comments(pdf: pikepdf.Pdf) -> None:
    _specification(pdf).EF.F.write(HOUSE.read_bytes())


ORIGIN_FAULTS: tuple[OriginFault, ...] = (
    OriginFault(
        "edition",
        "pdf",
        "a fingerprint",
        change_pdf(_add_fingerprint, lambda: make_edition("pdf")),
        HOUSE,
        edition=EDITION,
    ),
    _edition_of_word("a fingerprint", _set_property("briefmaker-source", "0" * 64)),
    _edition_of_word("an anchor", _add_anchor),
    _edition_of_word("what is kept from its readers", _show_withheld, "withheld"),
    _edition_of_word("another edition", _set_property("briefmaker-edition", "others")),
    OriginFault(
        "pdf-attachments", "pdf", "one in an ordinary PDF", change_pdf(_add_file, lambda: make_pdf(HOUSE)), HOUSE
    ),
    OriginFault(
        "pdf-attachments",
        "pdf",
        "one in an edition",
        change_pdf(_add_file, lambda: make_edition("pdf")),
        HOUSE,
        edition=EDITION,
    ),
    _archive("pdf-attachments", "another kind", _change_kind),
    _archive("pdf-attachments", "another relationship", _change_relationship),
    _archive("pdf-attachments", "none", _lose_file),
    _archive("pdf-attachments", "a lower level", _declare_less),
    _archive("archived-brief", "another brief", _change_brief),
    _archive("archived-brief", "with its comments", _keep_comments),
)
