"""Reads a page of HTML into the tree that WeasyPrint lays out, quickly where the page's shape is known.

WeasyPrint has tinyhtml5 read a page, letter by letter in Python, which takes a twenty-fifth of the time of a brief. Pages of the
templates that ship with briefmaker leave nothing out that a reader of HTML would have to put in, so that libxml2 gives the same
tree; a test holds every one of them to that. A workspace's own templates, and pages with drawings in them, whose names are not
all in small letters, go the longer way.
"""

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from briefmaker.workspace.package import shipped_folder
from briefmaker.writing.fetcher import BASE_ADDRESS
from briefmaker.writing.import_weasyprint import import_weasyprint
from briefmaker.writing.template import Template


def open_page(html: str, template: Template, fetcher: Any) -> Any:
    """Give a page as WeasyPrint's ``HTML``, ready to be laid out; ``fetcher`` gives what the page names."""
    weasyprint = import_weasyprint()
    if not is_plain(html, template):
        return weasyprint.HTML(string=html, base_url=BASE_ADDRESS, url_fetcher=fetcher)
    from cssselect2 import ElementWrapper

    page = weasyprint.HTML.__new__(weasyprint.HTML)
    page.base_url, page.url_fetcher, page.media_type = BASE_ADDRESS, fetcher, "print"
    page.wrapper_element = ElementWrapper.from_html_root(read_plain_page(html), content_language=None)
    page.etree_element = page.wrapper_element.etree_element
    return page


def is_plain(html: str, template: Template) -> bool:
    """Tell whether a page is known to be read the same by libxml2: all of it ours, and nothing drawn in it."""
    shipped = shipped_folder("templates").resolve()
    return all(folder.resolve().parent == shipped for folder in template.folders) and "<svg" not in html


def read_plain_page(html: str) -> ElementTree.Element:
    """Give the tree of a page in which every element is opened and closed as it should be."""
    from lxml.html import HTMLParser, document_fromstring

    return _copy(document_fromstring(html.encode(), parser=HTMLParser(encoding="utf-8", remove_comments=True)))


def _copy(element: Any) -> ElementTree.Element:
    copied = ElementTree.Element(element.tag, dict(element.attrib))
    copied.text, copied.tail = element.text, element.tail
    copied.extend(_copy_all(element))
    return copied


def _copy_all(elements: Any) -> Iterator[ElementTree.Element]:
    for element in elements:
        yield _copy(element)
