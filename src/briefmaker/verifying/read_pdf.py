"""Reopens a PDF: its outline, and what its soundness is judged by."""

import io
from collections.abc import Iterator
from typing import Any

from lxml import etree

from briefmaker.verifying.limits import UnreadableDocumentError, check_streams, refuse_redline
from briefmaker.verifying.outline import Outline
from briefmaker.verifying.pdf_attachments import iterate_attachments
from briefmaker.verifying.pdf_outline import OutlineBuilder, PageTexts
from briefmaker.verifying.pdf_parts import Annotation, Bookmark, Font, PdfDocument
from briefmaker.verifying.pdf_running import read_running, split_running
from briefmaker.verifying.pdf_structure import read_structure, read_target
from briefmaker.verifying.pdf_texts import read_texts
from briefmaker.writing.pack_changes import PAGES_PROPERTY
from briefmaker.writing.word.own_properties import REDLINE_KEY, describe_redline

GENERATOR = "briefmaker"
_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
_UA = "{http://www.aiim.org/pdfua/ns/id/}part"
_ARCHIVE = "{http://www.aiim.org/pdfa/ns/id/}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
# What makes a document do something by itself
_ACTIVE = {"/JavaScript", "/JS", "/Launch", "/SubmitForm", "/ImportData", "/RichMedia", "/Movie", "/Sound", "/GoToR"}
_DAMAGES = (KeyError, IndexError, AttributeError, TypeError, ValueError, OverflowError)
_MOST_XMP = 4 * 1024 * 1024


def read_pdf(name: str, content: bytes) -> PdfDocument:
    """Read a PDF back. Raises UnreadableDocumentError for one that is damaged, locked, too large, or not briefmaker's."""
    import pikepdf

    check_streams(name, content)
    try:
        with pikepdf.open(io.BytesIO(content), suppress_warnings=True) as pdf:
            if str(pdf.docinfo.get("/Creator", "")) != GENERATOR:
                raise UnreadableDocumentError(
                    f"{name} was not written by briefmaker", "verify what `briefmaker build` wrote"
                )
            return _read(name, content, pdf)
    except pikepdf.PasswordError as locked:
        raise UnreadableDocumentError(f"{name} is encrypted", "save it without a password") from locked
    # Where a damaged file has an object of another kind than is meant, pikepdf raises what Python does for wrong types.
    except (*_DAMAGES, pikepdf.PdfError, pikepdf.ForeignObjectError, pikepdf.OutlineStructureError) as broken:
        raise UnreadableDocumentError(f"{name} is not a PDF that can be read", "build the document anew") from broken


def _read(name: str, content: bytes, pdf: Any) -> PdfDocument:
    if f"/{REDLINE_KEY}" in pdf.docinfo:
        raise refuse_redline(name, describe_redline(str(pdf.docinfo[f"/{REDLINE_KEY}"])))
    texts, root, catalog = read_texts(name, content), read_structure(name, pdf), pdf.Root
    structure, running = (None, ()) if root is None else split_running(root, texts)
    language = str(catalog.get("/Lang", ""))
    builder = OutlineBuilder(
        PageTexts(texts, is_right_to_left=language.split("-", maxsplit=1)[0].lower() in _RIGHT_TO_LEFT)
    )
    if structure is not None:
        builder.walk(structure)
    outline = Outline(
        blocks=tuple(builder.blocks),
        tables=tuple(builder.tables),
        links=tuple(builder.links),
        pictures=tuple(builder.pictures),
        running=read_running(texts, structure, len(pdf.pages)),
        language=language,
        properties=_read_properties(pdf),
    )
    metadata = _read_xmp(catalog)
    return PdfDocument(
        outline=outline,
        structure=structure,
        running=running,
        texts=texts,
        pages=len(pdf.pages),
        is_marked=bool(catalog.get("/MarkInfo", {}).get("/Marked", False)),
        shows_title=bool(catalog.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
        language=language,
        declares_ua=bool(_declared(metadata, _UA)),
        declared_title=_find_title(metadata),
        fonts=tuple(_iterate_fonts(pdf)),
        bookmarks=tuple(_iterate_bookmarks(pdf)),
        annotations=tuple(_iterate_annotations(pdf)),
        active=tuple(dict.fromkeys(_iterate_active(pdf))),
        archive="".join(_declared(metadata, f"{_ARCHIVE}{name}") for name in ("part", "conformance")),
        attachments=tuple(iterate_attachments(pdf)),
    )


def _read_properties(pdf: Any) -> dict[str, str]:
    """Give what the document says of itself, by the names that both formats share."""
    names = {"Title": "title", "Author": "author", "Subject": "subject", "Keywords": "keywords"}
    own = {name: name for name in ("marking", "status", "checked", "source", "replaces")}
    said = {new: str(pdf.docinfo.get(f"/{old}", "")) for old, new in (names | own).items()}
    return said | {"pack": "yes" if f"/{PAGES_PROPERTY}" in pdf.docinfo else ""}


def _read_xmp(catalog: Any) -> etree._Element | None:
    """Give the metadata; None where there are none that can be read."""
    stream = catalog.get("/Metadata")
    if stream is None:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(stream.read_bytes()[:_MOST_XMP], parser)
    except etree.XMLSyntaxError:
        return None


def _declared(metadata: etree._Element | None, name: str) -> str:
    """Give what the metadata declare under a name, as an attribute or an element; empty for nothing."""
    elements = () if metadata is None else metadata.iter(etree.Element)
    found = (each.get(name) or ("".join(map(str, each.itertext())) if each.tag == name else "") for each in elements)
    return next((str(each).strip() for each in found if each), "")


def _find_title(metadata: etree._Element | None) -> str:
    titles = () if metadata is None else metadata.iter(_TITLE)
    return next(("".join(map(str, each.itertext())).strip() for each in titles), "")


def _iterate_dictionaries(pdf: Any) -> Iterator[Any]:
    """Give every dictionary and stream of the file."""
    import pikepdf

    return (each for each in pdf.objects if isinstance(each, pikepdf.Dictionary | pikepdf.Stream))


def _iterate_fonts(pdf: Any) -> Iterator[Font]:
    """Give each font that pages draw on, once; a composite font's letters are in its descendant."""
    for each in _iterate_dictionaries(pdf):
        if each.get("/Type") == "/Font" and each.get("/Subtype") not in ("/CIDFontType0", "/CIDFontType2"):
            descendants = each.get("/DescendantFonts")
            described = descendants[0] if descendants is not None and len(descendants) else each
            descriptor = described.get("/FontDescriptor", {})
            is_embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            name = str(each.get("/BaseFont", "")).removeprefix("/")
            is_drawn = each.get("/Subtype") == "/Type3"  # its letters are drawings in the file itself
            yield Font(name.partition("+")[2] or name, is_embedded or is_drawn, "/ToUnicode" in each)


def _iterate_bookmarks(pdf: Any) -> Iterator[Bookmark]:
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    with pdf.open_outline() as outline:
        waiting = list(outline.root)
        while waiting:
            entry = waiting.pop(0)
            waiting[:0] = list(entry.children)
            leads = entry.destination is not None or entry.action is not None
            yield Bookmark(str(entry.title), leads, _find_page(entry.destination, numbers))


def _find_page(destination: Any, numbers: dict[tuple[int, int], int]) -> int:
    """Give the number of the page that a place names itself, 0 for one that is named by words."""
    import pikepdf

    is_place = isinstance(destination, pikepdf.Array) and len(destination) > 0
    return numbers.get(destination[0].objgen, 0) if is_place and isinstance(destination[0], pikepdf.Dictionary) else 0


def _iterate_annotations(pdf: Any) -> Iterator[Annotation]:
    names = _read_destinations(pdf)
    for number, page in enumerate(pdf.pages, start=1):
        for each in page.get("/Annots", ()):
            if each.get("/Subtype") == "/Link":
                target = read_target(each)
                leads = bool(target) and (not target.startswith("#") or target[1:] in names)
                yield Annotation(number, target, leads, "/Contents" in each, "/StructParent" in each)


def _read_destinations(pdf: Any) -> set[str]:
    """Give the names of all places that links may lead to."""
    import pikepdf

    names = pdf.Root.get("/Names", {}).get("/Dests")
    old = {str(name).removeprefix("/") for name in pdf.Root.get("/Dests", {})}
    return old if names is None else old | {str(name) for name in pikepdf.NameTree(names)}


def _iterate_active(pdf: Any) -> Iterator[str]:
    """Give what makes the document act by itself; a brief has nothing of the kind."""
    import pikepdf

    if isinstance(pdf.Root.get("/OpenAction"), pikepdf.Dictionary):
        yield "OpenAction"
    for each in _iterate_dictionaries(pdf):
        yield from (key.removeprefix("/") for key in each.keys() if key in _ACTIVE)  # noqa: SIM118 - not a dict of Python's
        if each.get("/S") in _ACTIVE:
            yield str(each.get("/S")).removeprefix("/")
