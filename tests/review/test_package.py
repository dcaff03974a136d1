"""What a returned document may be, and what is said of one that is something else."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from tests.review.returned import Desk

from briefmaker.diagnostics import BriefmakerError
from briefmaker.review.package import UnreadableReviewError, open_returned
from briefmaker.review.redline.write_word import write_redline_word
from briefmaker.writing.word.package import write_package


def parts_of(content: bytes) -> dict[str, bytes]:
    """Unpack a document."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_part(content: bytes, name: str, change: tuple[bytes, bytes] | bytes) -> bytes:
    """Give a document with one part changed, or put in."""
    parts = parts_of(content)
    if isinstance(change, bytes):
        parts[name] = change
    else:
        assert change[0] in parts[name]
        parts[name] = parts[name].replace(*change)
    return write_package(parts)


def bomb() -> bytes:
    """Give a package that is small, and huge once it is unpacked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(3):
            package.writestr(f"word/{number}.xml", bytes(100_000_000))
    return packed.getvalue()


def lying_bomb(content: bytes) -> bytes:
    """Give a package whose table of contents says that a huge part is small."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts_of(content).items():
            package.writestr(name, part)
        package.writestr("word/media/x.bin", bytes(50_000_000))
    size = (50_000_000).to_bytes(4, "little")
    return packed.getvalue().replace(size, (1000).to_bytes(4, "little"))


def code_of(name: str, content: bytes) -> str:
    """Give the code that a document is refused with."""
    with pytest.raises(UnreadableReviewError) as refused:
        open_returned(name, content)
    assert refused.value.message.startswith(refused.value.code.value)
    assert name in refused.value.message
    assert refused.value.hint
    assert isinstance(refused.value, BriefmakerError)
    return refused.value.code.value


def test_a_document_of_briefmaker_is_opened(desk: Desk) -> None:
    """With its fingerprint and its anchors, and nothing to tell."""
    document = open_returned("brief.docx", desk.document)
    assert len(document.fingerprint) == 64
    assert document.anchors[1].path == "title"
    assert document.findings == ()


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("REV001", b"not a document"),
        ("REV001", b""),
        ("REV001", b"PK\x03\x04 and no more"),
        ("REV002", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)),
    ],
)
def test_what_is_no_document_is_refused(code: str, content: bytes) -> None:
    """Text, nothing at all, a cut head, and what a password, or an old Word, makes of a document."""
    assert code_of("some.docx", content) == code


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_document_is_refused(desk: Desk, share: float) -> None:
    """Wherever it was cut."""
    assert code_of("cut.docx", desk.document[: int(len(desk.document) * share)]) == "REV001"


def test_a_zip_bomb_is_not_unpacked(desk: Desk) -> None:
    """Neither one that says how large it is, nor one that lies about it."""
    assert code_of("bomb.docx", bomb()) == "REV003"
    assert code_of("liar.docx", lying_bomb(desk.document)) == "REV001"


def test_a_document_of_another_program_is_refused(desk: Desk) -> None:
    """One without briefmaker's properties, whether it never had them or has lost them."""
    parts = parts_of(desk.document)
    del parts["docProps/custom.xml"]
    assert code_of("other.docx", write_package(parts)) == "REV004"


def test_a_document_of_a_later_version_is_refused(desk: Desk) -> None:
    """Its map may mean something else than this version takes it for."""
    later = (b'name="briefmaker-format"><vt:lpwstr>1<', b'name="briefmaker-format"><vt:lpwstr>2<')
    assert code_of("later.docx", with_part(desk.document, "docProps/custom.xml", later)) == "REV005"


def test_an_edition_is_refused(desk: Desk) -> None:
    """It has no anchors, and must not lead to what it withholds."""
    edition = (b'name="briefmaker-source"', b'name="briefmaker-edition"')
    assert code_of("edition.docx", with_part(desk.document, "docProps/custom.xml", edition)) == "REV006"


def accept_all(content: bytes) -> bytes:
    """Give a redline as Word leaves it when all its changes are accepted: no mark of them is left in the text."""
    text = parts_of(content)["word/document.xml"]
    text = re.sub(rb"<w:del [^>]*>.*?</w:del>", b"", text, flags=re.DOTALL)
    accepted = re.sub(rb"<w:ins [^>]*>|</w:ins>", b"", text)
    assert accepted != text
    return with_part(content, "word/document.xml", accepted)


def test_a_redline_is_refused_whatever_became_of_its_changes(desk: Desk) -> None:
    """It holds two versions; that somebody accepted them all makes no reviewed copy of it."""
    opened = desk.edit()
    opened.replace("objectives[0]", "corridor", "canal", None)
    redline = write_redline_word(
        desk.document, opened.save(), author="A", moment="2026-03-01T00:00:00Z", compared="version 1 to version 2"
    ).content
    for content in (redline, accept_all(redline)):
        assert code_of("redline.docx", content) == "REV014"
        with pytest.raises(UnreadableReviewError, match=r"is a redline, .* \(version 1 to version 2\)") as refused:
            open_returned("redline.docx", content)
        assert "pull the document that `briefmaker build` wrote" in refused.value.hint


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/custom.xml"])
def test_a_part_that_is_no_xml_is_refused(desk: Desk, part: str, tmp_path: Path) -> None:
    """Whichever it is: never a traceback."""
    from tests.review.returned import PullWishes, pull_documents

    file = tmp_path / "broken.docx"
    file.write_bytes(with_part(desk.document, part, b"<w:document"))
    with pytest.raises(BriefmakerError, match="REV001"):
        pull_documents([file], desk.file, PullWishes())


def test_entities_are_not_expanded(desk: Desk) -> None:
    """A document type has no place in a Word document."""
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    document = open_returned("evil.docx", with_part(desk.document, "word/numbering.xml", evil))
    with pytest.raises(UnreadableReviewError, match="REV001"):
        document.tree("word/numbering.xml")


def test_macros_and_what_lies_elsewhere_are_told(desk: Desk) -> None:
    """They are warnings: nothing is run, nothing is fetched, and the words can be read all the same."""
    with_macros = with_part(desk.document, "word/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    relation = (
        b'<Relationship Id="rX" Type="http://x/attachedTemplate" Target="file:///z:/t.dotm" TargetMode="External"/>'
    )
    rels = (b"</Relationships>", relation + b"</Relationships>")
    told = open_returned("x.docm", with_part(with_macros, "word/_rels/document.xml.rels", rels)).findings
    assert [found.code for found in told] == ["REV007", "REV008"]
    assert "file:///z:/t.dotm" in told[1].message
