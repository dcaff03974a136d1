"""The words that a reader of a document meets, read back from the document itself."""

import io
import re
import zipfile

import lxml.html
from lxml import etree

_WORD_PARTS = re.compile(r"word/(document|header[0-9]*|footer[0-9]*|footnotes|endnotes)\.xml")
# Words for readers who listen: in HTML and in WordprocessingML
_SPOKEN_ATTRIBUTES = ("alt", "aria-label", "title", "summary", "descr")
# A picture has no words; it is told from another by its key, which both formats give it for a name.
_PICTURES = {"img": "src", "cNvPr": "name"}
_SPOKEN_ELEMENTS = ("tblDescription", "tblCaption")


def list_page_words(html: str) -> list[str]:
    """Give the texts of a page's body in order, with its alternative texts."""
    body = lxml.html.document_fromstring(html).find("body")
    assert body is not None  # noqa: S101 - the parser always makes one
    return [text for element in body.iter() for text in _texts(element)]


def list_word_words(content: bytes) -> list[str]:
    """Give the texts of a Word document with its headers and footers, paragraph by paragraph, and its alternative texts."""
    texts = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in sorted(package.namelist()):
            if _WORD_PARTS.fullmatch(name):
                root = etree.fromstring(package.read(name))
                texts += [text for element in root.iter(etree.Element) for text in _texts(element)]
    return texts


def _texts(element: etree._Element) -> list[str]:
    tag = etree.QName(element).localname if isinstance(element.tag, str) else ""
    spoken = [value for name, value in element.attrib.items() if str(name) in _SPOKEN_ATTRIBUTES]
    if tag in _SPOKEN_ELEMENTS:
        spoken += [str(value) for value in element.attrib.values()]
    if tag in _PICTURES:
        spoken.append(str(element.get(_PICTURES[tag], "")).rpartition("/")[2])
    return [str(text) for text in (element.text, *spoken, element.tail) if text]
