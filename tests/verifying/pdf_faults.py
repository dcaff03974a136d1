"""PDFs that are not sound, or that not everybody can use, each in one way."""

from collections.abc import Callable, Iterator

import pikepdf
from tests.verifying.planting import Fault, change_pdf


def _fault(check: str, what: str, change: Callable[[pikepdf.Pdf], None]) -> Fault:
    return Fault(check, "pdf", what, change_pdf(change))


def iterate_elements(pdf: pikepdf.Pdf, tag: str) -> Iterator[pikepdf.Object]:
    """Give the elements of one tag, in reading order."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop(0)
        kids = element.get("/K", pikepdf.Array())
        waiting[:0] = [
            kid for kid in (kids if isinstance(kids, pikepdf.Array) else [kids]) if isinstance(kid, pikepdf.Dictionary)
        ]
        if element.get("/S") == f"/{tag}":
            yield element


def _forget_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def _show_file_name(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def _declare_nothing(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"pdfuaid:part", b"pdfuaid:party"))


def _title_otherwise(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"Harbour talks", b"Harbor talks"))


def _speak_no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _skip_level(pdf: pikepdf.Pdf) -> None:
    next(iterate_elements(pdf, "H2")).S = pikepdf.Name.H4


def _title_twice(pdf: pikepdf.Pdf) -> None:
    next(iterate_elements(pdf, "H2")).S = pikepdf.Name.H1


def _lose_headers(pdf: pikepdf.Pdf) -> None:
    table = next(iterate_elements(pdf, "Table"))
    for group in table.K:
        for row in group.K:
            for cell in row.K:
                cell.S = pikepdf.Name.TD


def _lose_head(pdf: pikepdf.Pdf) -> None:
    for cell in next(iterate_elements(pdf, "THead")).K[0].K:
        cell.S = pikepdf.Name.TD


def _break_list(pdf: pikepdf.Pdf) -> None:
    next(iterate_elements(pdf, "LI")).S = pikepdf.Name.P


def _silence_picture(pdf: pikepdf.Pdf) -> None:
    del next(iterate_elements(pdf, "Figure")).Alt


def _lose_bookmarks(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Outlines


def _links(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    return (each for page in pdf.pages for each in page.get("/Annots", ()))


def _lead_nowhere(pdf: pikepdf.Pdf) -> None:
    next(each for each in _links(pdf) if "/Dest" in each).Dest = pikepdf.String("nowhere")


def _describe_no_link(pdf: pikepdf.Pdf) -> None:
    del next(_links(pdf)).Contents


def _fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    return (each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Subtype") == "/Type0")


def _lose_font(pdf: pikepdf.Pdf) -> None:
    descriptor = next(_fonts(pdf)).DescendantFonts[0].FontDescriptor
    for key in [key for key in descriptor if str(key).startswith("/FontFile")]:
        del descriptor[key]


def _lose_characters(pdf: pikepdf.Pdf) -> None:
    del next(_fonts(pdf)).ToUnicode


def _lose_paragraph(pdf: pikepdf.Pdf) -> None:
    """Take a paragraph out of the structure; it is still painted."""
    section = next(each for each in iterate_elements(pdf, "Sect") if any(kid.S == "/P" for kid in each.K))
    section.K = pikepdf.Array([kid for kid in section.K if kid.S != "/P"])


def _swap_sections(pdf: pikepdf.Pdf) -> None:
    document = next(iterate_elements(pdf, "Document"))
    places = [place for place, kid in enumerate(document.K) if kid.get("/S") == "/Sect"]
    one, other = document.K[places[0]], document.K[places[1]]
    document.K[places[0]], document.K[places[1]] = other, one


def _start_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


PDF_FAULTS: tuple[Fault, ...] = (
    _fault("pdf-tags", "not marked", _forget_tags),
    _fault("pdf-title", "the file's name is shown", _show_file_name),
    _fault("pdf-declaration", "no PDF/UA", _declare_nothing),
    _fault("pdf-declaration", "another title", _title_otherwise),
    _fault("pdf-language", "none", _speak_no_language),
    _fault("pdf-headings", "a level is skipped", _skip_level),
    _fault("pdf-headings", "two titles", _title_twice),
    _fault("pdf-table-headers", "none", _lose_headers),
    _fault("pdf-table-headers", "plain cells in the head", _lose_head),
    _fault("pdf-lists", "a paragraph for an item", _break_list),
    _fault("pdf-pictures", "no alternative text", _silence_picture),
    _fault("pdf-bookmarks", "none", _lose_bookmarks),
    _fault("pdf-links", "one leads nowhere", _lead_nowhere),
    _fault("pdf-links", "one has no description", _describe_no_link),
    _fault("pdf-fonts", "one is not embedded", _lose_font),
    _fault("pdf-characters", "only shapes", _lose_characters),
    _fault("pdf-tagged-text", "a paragraph outside", _lose_paragraph),
    _fault("pdf-reading-order", "two sections change places", _swap_sections),
    _fault("pdf-active", "a script", _start_script),
)
