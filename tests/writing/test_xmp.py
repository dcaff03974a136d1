"""What a PDF says of itself in its metadata."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
from lxml import etree

from briefmaker.writing.pdf import write_pdf
from briefmaker.writing.template import Template

PAGE = """<html lang="fr"><title>x</title><meta name="marking" content="EU &amp; R"><meta name="status" content="">
<meta name="two words" content="y"><meta name="Größe" content="z"><body>x</body></html>"""
NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


def test_marking_and_language_stand_beside_the_title(make_template: Callable[..., Template]) -> None:
    """As well-formed XML; what is empty, or has no name that XML allows, is left out."""
    with pikepdf.open(BytesIO(write_pdf(PAGE, make_template(style="")).content)) as pdf:
        tree = etree.fromstring(pdf.Root.Metadata.read_bytes())
    assert tree.xpath("//dc:language//rdf:li/text()", namespaces=NAMES) == ["fr"]
    assert [(each.tag, each.text) for each in tree.xpath("//pdfx:*", namespaces=NAMES)] == [
        (f"{{{NAMES['pdfx']}}}marking", "EU & R")
    ]
    assert tree.xpath("//@pdfuaid:part", namespaces=NAMES) == ["1"]


def test_metadata_can_be_read_without_a_pdf_reader(make_template: Callable[..., Template]) -> None:
    """A registry that looks through files for a marking finds it as text."""
    assert b"<pdfx:marking>EU &amp; R</pdfx:marking>" in write_pdf(PAGE, make_template(style="")).content
