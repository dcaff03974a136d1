"""What makes a Word document sound beyond its schema: all that it names exists, and nothing is named twice."""

import io
import zipfile

from lxml import etree

from briefmaker.verifying.check import Subject
from briefmaker.verifying.read_word import read_word
from briefmaker.verifying.verify_document import verify_document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def open_parts(content: bytes) -> dict[str, bytes]:
    """Give the parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def find_faults(content: bytes) -> list[str]:
    """Give what `briefmaker verify` finds wrong with a document by itself; an empty list for a sound one."""
    results = verify_document(Subject(read_word("document.docx", content)))
    return [f"{result.check.name}: {each}" for result in results for each in result.deviations]


def anchored_texts(content: bytes) -> list[tuple[str, str]]:
    """Give bookmark name and text of every anchor in a document's body, in order."""
    root = etree.fromstring(open_parts(content)["word/document.xml"])
    anchors = [each for each in root.iter(f"{W}bookmarkStart") if each.get(f"{W}name", "").startswith("bf_")]
    return [(each.get(f"{W}name", ""), _text_until(each)) for each in anchors]


def _text_until(start: etree._Element) -> str:
    words: list[str] = []
    for each in start.itersiblings():
        if each.tag == f"{W}bookmarkEnd" and each.get(f"{W}id") == start.get(f"{W}id"):
            break
        words += [text.text or "" for text in each.iter(f"{W}t")]
    return "".join(words)
