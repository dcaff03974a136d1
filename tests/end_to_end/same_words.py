"""Reads the words of pages and Word documents, for tests that compare them one by one."""

import io
import re
import zipfile
from collections import Counter

import lxml.html
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _paragraph_text(paragraph: etree._Element) -> str:
    pieces = {f"{W}t": lambda each: each.text or "", f"{W}tab": lambda _: "\t", f"{W}br": lambda _: "\n"}
    return "".join(pieces[each.tag](each) for each in paragraph.iter(*pieces))


def count_words(text: str) -> Counter[str]:
    """Give how often each word stands in a text."""
    return Counter(re.findall(r"[^\W_]+|[%&<>≤≥€$]", text))


def read_page_body(html: str) -> str:
    """Give the text of an HTML page without its running lines."""
    body = lxml.html.document_fromstring(html).find("body")
    for running in body.xpath("//*[starts-with(@class, 'running-')]"):
        running.drop_tree()
    for block in body.iter("p", "td", "th", "h1", "h2", "h3", "ul", "ol", "li", "div", "br", "b", "span"):
        block.text, block.tail = f"\n{block.text or ''}", f"\n{block.tail or ''}"
    return body.text_content()


def read_word_body(content: bytes) -> str:
    """Give the text of a Word document's body."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return "\n".join(_paragraph_text(paragraph) for paragraph in root.iter(f"{W}p"))
