"""A PDF is read back as a screen reader reads it; one that cannot be read is told in a sentence."""

import io
import random

import pikepdf
import pytest
from tests.verifying.planting import change_pdf, make_pdf, print_page

from briefmaker.verifying.limits import UnreadableDocumentError
from briefmaker.verifying.outline import Kind
from briefmaker.verifying.read_pdf import read_pdf


def test_the_outline_has_what_a_reader_meets() -> None:
    """Headings with levels, lists with depth and numbers, tables with cells, links, heads and feet."""
    outline = read_pdf("brief.pdf", make_pdf()).outline
    headings = [(block.level, block.text) for block in outline.of_kind(Kind.HEADING)]
    assert headings[:2] == [(1, "Harbour talks with the Minister"), (2, "Bottom line")]
    items = [(block.level, block.marker, block.text) for block in outline.of_kind(Kind.ITEM)]
    assert (1, "2.", "yards in the south") in items
    assert (2, "•", "one of them old") in items
    assert ("Piles", "140", "95") in [row.cells for table in outline.tables for row in table.rows]
    assert ("tender", "https://example.int/tender") in [(link.text, link.target) for link in outline.links]
    assert [page.where for page in outline.running] == [
        f"page {number}" for number in range(1, len(outline.running) + 1)
    ]
    assert all("NATO RESTRICTED" in page.head and "NATO RESTRICTED" in page.foot for page in outline.running)
    assert outline.language == "en-GB"
    assert outline.properties["marking"] == "NATO RESTRICTED"
    assert len(outline.properties["source"]) == 64


def test_a_table_that_goes_on_over_pages_is_one_table() -> None:
    """Its header, which stands again on each page, is read once."""
    rows = "".join(f"<tr><td>left {number}</td><td>right {number}</td></tr>" for number in range(150))
    head = "<thead><tr><th scope='col'>Left</th><th scope='col'>Right</th></tr></thead>"
    page = '<html lang="en"><head><title>x</title><meta name="generator" content="briefmaker"></head><body><h1>x</h1>'
    document = read_pdf("long.pdf", print_page(f"{page}<table>{head}<tbody>{rows}</tbody></table></body></html>"))
    assert document.pages > 2
    (table,) = document.outline.tables
    assert len(table.rows) == 151
    assert sum(block.text == "Left" for block in document.outline.blocks) == 1


def test_words_over_a_picture_belong_to_the_picture() -> None:
    """Its alternative text stands for all of it."""
    head = '<html lang="en"><head><title>x</title><meta name="generator" content="briefmaker"></head><body><h1>x</h1>'
    size = 'width="50" height="20" role="img" style="display:block"'
    drawing = f"<svg {size}><title>Goods grow.</title><rect width='9' height='9'/></svg>"
    page = f"{head}<div><div>{drawing}<div>5,000</div><div>10,000</div></div><p>Below it.</p></div></body></html>"
    outline = read_pdf("chart.pdf", print_page(page)).outline
    assert [picture.alt for picture in outline.pictures] == ["Goods grow."]
    assert [block.text for block in outline.blocks] == ["x", "Below it."]


def test_another_s_pdf_is_refused() -> None:
    """Its checks would say nothing of use."""

    def forge(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Creator"] = pikepdf.String("another")

    with pytest.raises(UnreadableDocumentError, match="was not written by briefmaker"):
        read_pdf("brief.pdf", change_pdf(forge)())


def test_an_encrypted_pdf_is_refused() -> None:
    """With what to do."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(make_pdf())) as pdf:
        pdf.save(written, encryption=pikepdf.Encryption(owner="owner", user="user"))
    with pytest.raises(UnreadableDocumentError, match="is encrypted") as raised:
        read_pdf("brief.pdf", written.getvalue())
    assert "without a password" in raised.value.hint


def test_damaged_pdfs_are_told_in_a_sentence() -> None:
    """Cut and flipped at 60 places: each is read or refused, none raises anything else."""
    chance = random.Random(13)  # noqa: S311 - a fixed choice of damages
    refused = 0
    for _ in range(60):
        content = bytearray(make_pdf())
        if chance.random() < 0.5:
            del content[chance.randrange(10, len(content)) :]
        for _ in range(20):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        try:
            read_pdf("brief.pdf", bytes(content))
        except UnreadableDocumentError:
            refused += 1
    assert refused > 0


def test_a_structure_that_leads_into_itself_ends() -> None:
    """Each element is read once."""

    def loop(pdf: pikepdf.Pdf) -> None:
        document = pdf.Root.StructTreeRoot.K[0]
        document.K.append(document)

    assert read_pdf("brief.pdf", change_pdf(loop)()).structure is not None


def test_a_very_deep_structure_is_refused() -> None:
    """Nobody writes one by hand."""

    def nest(pdf: pikepdf.Pdf) -> None:
        inner = pdf.Root.StructTreeRoot.K[0]
        for _ in range(300):
            inner = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Div, K=pikepdf.Array([inner])))
        pdf.Root.StructTreeRoot.K = pikepdf.Array([inner])

    with pytest.raises(UnreadableDocumentError, match="too deep"):
        read_pdf("brief.pdf", change_pdf(nest)())
