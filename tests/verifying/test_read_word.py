"""A Word document is read back as Word shows it; one that cannot be read is told in a sentence."""

import random

import pytest
from tests.verifying.planting import change_tree, find_paragraph, make_word, pack, unpack
from tests.writing.word.desk import open_brief

from briefmaker.reading.office_package import CUSTOM_PART, read_custom_properties
from briefmaker.verifying.limits import UnreadableDocumentError
from briefmaker.verifying.outline import Kind
from briefmaker.verifying.read_word import read_word
from briefmaker.writing.word.own_properties import REDLINE_PROPERTY
from briefmaker.writing.word.properties import write_custom_properties
from briefmaker.writing.word.wordml import W


def test_the_outline_has_what_a_reader_meets() -> None:
    """Headings with levels, lists with depth and numbers, tables with cells, links, heads and feet."""
    outline = read_word("brief.docx", make_word()).outline
    headings = [(block.level, block.text) for block in outline.of_kind(Kind.HEADING)]
    assert headings[0] == (1, "Harbour talks with the Minister")
    assert (2, "Handling") in headings
    items = [(block.level, block.marker, block.text) for block in outline.of_kind(Kind.ITEM)]
    assert (1, "2.", "yards in the south") in items
    assert (2, "•", "one of them old") in items
    assert ("Piles", "140", "95") in [row.cells for table in outline.tables for row in table.rows]
    assert ("tender", "https://example.int/tender") in [(link.text, link.target) for link in outline.links]
    assert [page.where for page in outline.running] == ["section 1, first page", "section 1, further pages"]
    assert all("NATO RESTRICTED" in page.head and "{NUMPAGES}" in page.foot for page in outline.running)
    assert outline.language == "en-GB"
    assert outline.properties["marking"] == "NATO RESTRICTED"


def test_a_tracked_deletion_is_not_read_and_an_insertion_is() -> None:
    """The text is read as it would be with all changes accepted."""

    def track(root: object) -> None:
        for words, tag in (("closed to large ships", "del"), ("built before the war", "ins")):
            paragraph = find_paragraph(root, words)  # type: ignore[arg-type]  # lxml's stubs have no public tree
            for run in list(paragraph.iter(f"{W}r")):
                tracked = paragraph.makeelement(f"{W}{tag}", {})
                run.addprevious(tracked)
                tracked.append(run)

    words = [block.text for block in read_word("brief.docx", change_tree(track)()).outline.blocks]
    assert not any("closed to large ships" in each for each in words)
    assert any("built before the war" in each for each in words)


def test_another_s_word_document_is_refused() -> None:
    """A template is one; it has no seal."""
    _, _, template, _ = open_brief(next(iter((__import__("pathlib").Path("briefs")).glob("*.yaml"))))
    with pytest.raises(UnreadableDocumentError, match="was not written by briefmaker"):
        read_word("word.docx", template.read("word.docx"))


def test_a_redline_is_told_as_one() -> None:
    """It holds two versions of a brief, so that nothing could be said of it; its property stays when it is edited."""
    parts = unpack(make_word())
    own = {**read_custom_properties(parts[CUSTOM_PART]), REDLINE_PROPERTY: "Changes from version 1 to version\u00a02"}
    redline = pack({**parts, CUSTOM_PART: write_custom_properties(own)})
    with pytest.raises(
        UnreadableDocumentError, match=r"is a redline, .* \(Changes from version 1 to version 2\)"
    ) as told:
        read_word("brief.docx", redline)
    assert "verify the documents that `briefmaker build` wrote" in told.value.hint


def test_an_old_or_encrypted_document_is_refused() -> None:
    """Both are files of the kind that Word's old format was; which of them it is can be told."""
    old = b"\xd0\xcf\x11\xe0" + bytes(600)
    with pytest.raises(UnreadableDocumentError, match="in Word's old format"):
        read_word("brief.docx", old)
    with pytest.raises(UnreadableDocumentError, match="has a password"):
        read_word("brief.docx", old + "EncryptedPackage".encode("utf-16-le"))


def test_entities_are_refused() -> None:
    """A document type is where they would be defined."""
    parts = unpack(make_word())
    entity = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:document", entity + b"<w:document", 1)
    with pytest.raises(UnreadableDocumentError, match="document type"):
        read_word("brief.docx", pack(parts))


def test_damaged_documents_are_told_in_a_sentence() -> None:
    """Cut and flipped at 60 places, and with broken parts: each is read or refused, none raises anything else."""
    chance = random.Random(13)  # noqa: S311 - a fixed choice of damages
    refused = 0
    for number in range(60):
        content = bytearray(make_word())
        if number % 3 == 0:
            del content[chance.randrange(10, len(content)) :]
        elif number % 3 == 1:
            for _ in range(5):
                content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        else:
            parts = unpack(make_word())
            name = chance.choice(sorted(parts))
            parts[name] = parts[name][: chance.randrange(len(parts[name]))]
            content = bytearray(pack(parts))
        try:
            read_word("brief.docx", bytes(content))
        except UnreadableDocumentError:
            refused += 1
    assert refused > 20
