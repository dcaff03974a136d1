"""A workspace with a pack in it, and what its documents say."""

import io
from pathlib import Path

import pikepdf
import pypdfium2

BRIEF = """\
format: 1
template: information
title: {title}
date: 2026-03-02
language: {language}
marking: {marking}
status: draft
bottom_line: |
  {words}
sections:
  - heading: Detail
    text: |
      The port is open.
"""

PACK = """\
format: 1
title: Visit to Ankara
reference: PCK-14
date: 2026-03-02
distribution: [Private Office, Registry]
tabs:
  - grain
  - {brief: trade, title: If trade is raised}
"""

WITHOUT_RULES = "checks: {ignore: [SRC, STR, STY, DAT, NUM, PRB, NAM, CLR, ACC, LEN]}\n"


def make_pack_workspace(folder: Path, pack: str = PACK) -> Path:
    """Write a workspace of two briefs and a pack of them; gives the file of the pack."""
    (folder / "briefs").mkdir(exist_ok=True)
    (folder / "packs").mkdir()
    (folder / "briefmaker.yaml").write_text(WITHOUT_RULES, "utf-8")
    write_brief(folder, "grain", "Grain talks", "NATO UNCLASSIFIED", "Ask for a date.")
    write_brief(folder, "trade", "Négociations", "NATO RESTRICTED", "Demandez une date.", "fr")
    (folder / "packs" / "visit.yaml").write_text(pack, "utf-8")
    return folder / "packs" / "visit.yaml"


def write_brief(folder: Path, name: str, title: str, marking: str, words: str, language: str = "en-GB") -> None:
    """Write a short brief."""
    text = BRIEF.format(title=title, marking=marking, words=words, language=language)
    (folder / "briefs" / f"{name}.yaml").write_text(text, "utf-8")


def write_annex(file: Path, pages: int = 2, **options: object) -> None:
    """Write a PDF file of empty pages, the second of which is turned."""
    with pikepdf.new() as pdf:
        for number in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
            if number == 1:
                pdf.pages[number].obj.Rotate = 90
        pdf.save(file, **options)


def read_page_texts(content: bytes) -> list[str]:
    """Give the text of each page; blanks that do not break are blanks."""
    with pypdfium2.PdfDocument(content) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    return [text.replace("\r\n", "\n").replace("\u00a0", " ") for text in texts]


def read_outline(content: bytes) -> list[tuple[int, str, int]]:
    """Give the bookmarks of a PDF: level, words, page from 1."""
    with pypdfium2.PdfDocument(content) as pdf:
        return [(each.level, each.get_title(), each.get_dest().get_index() + 1) for each in pdf.get_toc()]


def list_structure(content: bytes) -> list[str]:
    """Give the kinds of elements at the top of a PDF's tree."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [str(each.S) for each in pdf.Root.StructTreeRoot.K[0].K]


def list_alternatives(content: bytes) -> list[str]:
    """Give the words in the stead of each figure."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        elements = (
            each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        )
        return sorted(str(each.Alt) for each in elements)
