"""Tests of what a Word document says of its origin, and of files that are none of ours."""

import io
import random
import zipfile
from collections.abc import Callable

import pytest
from tests.review.redline.random_briefs import BRIEFS, make_pair

from briefmaker.jobs.building.render import render
from briefmaker.review.redline.origin import NotOursError, find_origin
from briefmaker.review.redline.write_word import write_redline_word


@pytest.fixture(scope="module")
def document() -> bytes:
    """Give a document of ours."""
    return render(BRIEFS / "haiti-2025-10-16.yaml", "docx", check=False)


def rewrite(content: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Give a package with its parts changed; None leaves one out."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as other:
        for name in package.namelist():
            part = change(name, package.read(name))
            if part is not None:
                other.writestr(name, part)
    return written.getvalue()


def test_a_document_names_its_brief(document: bytes) -> None:
    """By the SHA-256 of its file, with the moment of the brief; nobody has edited it, and nothing in it is tracked."""
    origin = find_origin(document)
    assert len(origin.fingerprint) == 64
    assert origin.moment.year == 2025
    assert (origin.is_untouched, origin.has_revisions, origin.edition) == (True, False, "")


def test_an_edited_document_and_a_redline_say_so(document: bytes) -> None:
    """The one by its seal, the other by what is in it."""
    edited = rewrite(document, lambda name, part: part.replace(b"Haiti", b"Tahiti") if "document" in name else part)
    assert not find_origin(edited).is_untouched
    old, new = make_pair(3)
    redline = write_redline_word(old, new, author="A", moment="2025-01-01T00:00:00Z", compared="")
    assert find_origin(redline.content).has_revisions


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda name, part: None if name == "word/document.xml" else part, "damaged"),
        (lambda name, part: part[:-9] if name == "word/header1.xml" else part, "damaged"),
        (lambda name, part: None if name == "docProps/custom.xml" else part, "did not write it"),
        (
            lambda name, part: part.replace(b"<dcterms:modified", b"<dcterms:modified>x<x") if "core" in name else part,
            "damaged",
        ),
    ],
)
def test_what_is_missing_or_broken_is_told(
    change: Callable[[str, bytes], bytes | None], words: str, document: bytes
) -> None:
    """A part that is not there, or cannot be read, whichever it is."""
    with pytest.raises(NotOursError, match=words):
        find_origin(rewrite(document, change))


def test_a_bomb_is_refused_before_it_is_unpacked(document: bytes) -> None:
    """A few kilobytes that would be a hundred megabytes."""
    bomb = rewrite(document, lambda name, part: bytes(100_000_000) if name == "word/styles.xml" else part)
    assert len(bomb) < 300_000
    with pytest.raises(NotOursError, match="larger than 64 MB"):
        find_origin(bomb)


def test_no_damage_is_a_traceback(document: bytes) -> None:
    """Three hundred times some bytes are others, or the end is missing: it is read, or told as damaged."""
    chance = random.Random(5)  # noqa: S311 - the same damage every time
    told = 0
    for _ in range(300):
        damaged = bytearray(document)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        if chance.random() < 0.3:
            damaged = damaged[: chance.randrange(len(damaged))]
        try:
            find_origin(bytes(damaged))
        except NotOursError:
            told += 1
    assert told > 200
