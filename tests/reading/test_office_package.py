"""A Word document from elsewhere is opened with care, and what it is instead is told in one sentence."""

import io

import docx
import pytest
from tests.reading.test_unpacking import pack

from briefmaker.reading.office_package import OfficePackage, Risk, list_risks, open_package, parse_xml
from briefmaker.reading.unpacking import PackageError, Refusal, unpack

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OLD_WORD = b"\xd0\xcf\x11\xe0" + bytes(600)


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    """Give the parts of a document that another program wrote."""
    saved = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("The harbour is closed.")
    document.save(saved)
    return unpack(saved.getvalue())


def lead(*relationships: tuple[str, str, bool]) -> bytes:
    """Give a part of relationships, each a kind, a target, and whether that is outside."""
    written = "".join(
        f'<Relationship Id="r{number}" Type="http://x/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if is_external else ''}/>"
        for number, (kind, target, is_external) in enumerate(relationships)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{written}</Relationships>'.encode()


def refuse(content: bytes, *, reads_all: bool = True) -> tuple[Refusal, str]:
    """Give why a document is not opened."""
    with pytest.raises(PackageError) as refused:
        open_package(content, reads_all=reads_all)
    assert refused.value.hint
    return refused.value.why, str(refused.value)


def test_a_document_is_opened(parts: dict[str, bytes]) -> None:
    """With its text, its styles, and nothing to tell of it."""
    package = open_package(pack(parts))
    assert package.document_part == "word/document.xml"
    assert "".join(package.trees[package.document_part].itertext()).strip() == "The harbour is closed."
    assert [part for part, _ in package.related("styles")] == ["word/styles.xml"]
    assert package.custom_properties == {}
    assert list(list_risks(package)) == []


@pytest.mark.parametrize(
    ("content", "why", "words"),
    [
        (b"", Refusal.DAMAGED, "is empty"),
        (b"PK\x03\x04 and no more", Refusal.DAMAGED, "cannot be unpacked"),
        (b"%PDF-1.7", Refusal.OTHER_FILE, "is a PDF"),
        (b"{\\rtf1", Refusal.OTHER_FILE, ".rtf"),
        (b"hello", Refusal.OTHER_FILE, "is not a Word document"),
        (OLD_WORD, Refusal.OLD_FORMAT, "old format"),
        (OLD_WORD + "EncryptedPackage".encode("utf-16-le"), Refusal.LOCKED, "has a password"),
        (pack({"mimetype": b"application/vnd.oasis.opendocument.text"}), Refusal.OTHER_FILE, "an OpenDocument file"),
        (pack({"xl/workbook.xml": b"<x/>"}), Refusal.OTHER_FILE, "an Excel workbook"),
        (pack({"ppt/presentation.xml": b"<x/>"}), Refusal.OTHER_FILE, "a PowerPoint presentation"),
        (pack({"word/styles.xml": b"<x/>"}), Refusal.DAMAGED, "word/document.xml is missing"),
        (pack({"a": b""}), Refusal.OTHER_FILE, "a package without a document in it"),
    ],
)
def test_what_is_no_document_is_told_by_what_it_is(content: bytes, why: Refusal, words: str) -> None:
    """Whatever its name says."""
    assert refuse(content)[0] is why
    assert words in refuse(content)[1]


def test_a_document_that_holds_too_much_is_to_be_copied_and_a_damaged_one_asked_for(parts: dict[str, bytes]) -> None:
    """Each hint helps with what is wrong: one that is too large comes no smaller when it is sent again."""
    large = pack({**parts, "word/media/a.png": bytes(257 * 1024**2)})
    with pytest.raises(PackageError, match="holds more than 256 MB") as refused:
        open_package(large)
    assert (refused.value.why, refused.value.hint) == (Refusal.TOO_LARGE, "copy what is needed into a new document")
    with pytest.raises(PackageError) as refused:
        open_package(large[:1000])
    assert (refused.value.why, "ask for the file anew" in refused.value.hint) == (Refusal.DAMAGED, True)


def test_a_broken_part_fails_at_once_or_when_it_is_asked_for(parts: dict[str, bytes]) -> None:
    """As the caller wants it: a part that nobody reads does not keep a document from being read."""
    content = pack({**parts, "customXml/item1.xml": b"<broken"})
    assert refuse(content) == (
        Refusal.DAMAGED,
        "is damaged: customXml/item1.xml cannot be read, since it is not XML",
    )
    package = open_package(content, reads_all=False)
    assert package.tree(package.document_part) is not None
    with pytest.raises(PackageError):
        package.tree("customXml/item1.xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("before", ["", "<!--" + "x" * 2000 + "-->"])
def test_a_document_type_is_refused(encoding: str, before: str, parts: dict[str, bytes]) -> None:
    """Also one behind a long comment, or in an encoding in which its name is not to be seen in the bytes."""
    content = f'<?xml version="1.0" encoding="{encoding}"?>{before}<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode(
        encoding
    )
    with pytest.raises(ValueError, match="document type"):
        parse_xml(content)
    assert "document type" in refuse(pack({**parts, "word/styles.xml": content}))[1]


def test_parts_go_by_other_names(parts: dict[str, bytes]) -> None:
    """What leads to them says what they are; a target may be told from the root, or from beside."""
    moved = {name.replace("word/document.xml", "text/body.xml"): content for name, content in parts.items()}
    moved["_rels/.rels"] = lead(("officeDocument", "/text/body.xml", False))
    moved["text/_rels/body.xml.rels"] = lead(("styles", "../word/styles.xml", False), ("header", "gone.xml", False))
    package = open_package(pack(moved))
    assert package.document_part == "text/body.xml"
    assert [part for part, _ in package.related("styles")] == ["word/styles.xml"]
    assert list(package.related("header")) == []


def risks_of(parts: dict[str, bytes]) -> dict[Risk, str]:
    """Give what is told of a document."""
    return {risk: message for risk, message, hint in list_risks(OfficePackage(parts)) if hint}


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "word/vbaData.xml", "VBAPROJECT.BIN"])
def test_macros_are_told(name: str, parts: dict[str, bytes]) -> None:
    """By the part that holds them, or by what the package says of itself."""
    assert risks_of({**parts, name: b"<x/>"}) == {Risk.MACROS: "has macros; they are neither run nor kept"}
    says = parts["[Content_Types].xml"].replace(b"document.main+xml", b"document.macroEnabled.main+xml")
    assert list(risks_of({**parts, "[Content_Types].xml": says})) == [Risk.MACROS]


def test_what_would_be_fetched_is_told_and_a_link_is_not(parts: dict[str, bytes]) -> None:
    """A template, a picture, whatever it is: all but links, which wait until somebody follows them."""
    name = "word/_rels/other.xml.rels"
    assert risks_of({**parts, name: lead(("hyperlink", "https://a.example", True))}) == {}
    fetched = lead(("attachedTemplate", "file:///z:/t.dotm", True), ("image", "https://a.example/pixel.png", True))
    assert risks_of({**parts, name: fetched}) == {
        Risk.FETCHED: "wants to fetch 2 files from outside, such as file:///z:/t.dotm"
    }
