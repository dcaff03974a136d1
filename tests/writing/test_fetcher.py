"""Tests of what a page may fetch."""

from pathlib import Path

import pytest

from briefmaker.writing.fetcher import BASE_ADDRESS, DATA_LIMIT, TemplateFetcher
from briefmaker.writing.template import Template


@pytest.fixture
def fetcher(tmp_path: Path) -> TemplateFetcher:
    """Give the fetcher of a template that has one picture, beside a secret."""
    (tmp_path / "secret.txt").write_text("secret")
    folder = tmp_path / "own"
    (folder / "images").mkdir(parents=True)
    (folder / "images" / "arms.svg").write_text("<svg/>")
    (folder / "way-out").symlink_to(tmp_path / "secret.txt")
    return TemplateFetcher(Template("own", (folder,)))


def test_files_of_the_template_and_shipped_fonts_are_given(fetcher: TemplateFetcher) -> None:
    """Proves that a page gets what is its own."""
    picture = fetcher.fetch(BASE_ADDRESS + "images/arms.svg")
    assert (picture.read(), picture.content_type) == (b"<svg/>", "image/svg+xml")
    font = fetcher.fetch(BASE_ADDRESS + "fonts/SourceSerif4-Regular.ttf")
    assert font.read()[:4] == b"\0\1\0\0"
    assert fetcher.fetch("data:text/plain,short").read() == b"short"
    assert fetcher.refused == []


def test_what_the_document_brings_is_given_by_its_name(tmp_path: Path) -> None:
    """Pictures that were read already, and fonts of the house; what it does not bring is refused as before."""
    brought = {"pictures/1a.svg": b"<svg/>", "house/2b.ttf": b"font"}
    fetcher = TemplateFetcher(Template("own", (tmp_path,)), brought)
    picture, font = (fetcher.fetch(BASE_ADDRESS + name) for name in brought)
    assert (picture.read(), picture.content_type) == (b"<svg/>", "image/svg+xml")
    assert (font.read(), font.content_type) == (b"font", "font/ttf")
    with pytest.raises(ValueError, match="no file"):
        fetcher.fetch(BASE_ADDRESS + "pictures/2b.ttf")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/pixel.png",
        "http://127.0.0.1:80/",
        "https://assets.invalid.example.org/x",
        "ftp://assets.invalid/images/arms.svg",
        "file:///etc/passwd",
        "file:images/arms.svg",
        BASE_ADDRESS + "../secret.txt",
        BASE_ADDRESS + "%2e%2e/secret.txt",
        BASE_ADDRESS + "images/..%2f..%2fsecret.txt",
        BASE_ADDRESS + "%2Fetc/passwd",
        BASE_ADDRESS + "way-out",
        BASE_ADDRESS + "fonts/../fetcher.py",
        BASE_ADDRESS + "fonts/%2e%2e/writing/fetcher.py",
        BASE_ADDRESS + "missing.png",
        BASE_ADDRESS,
        "data:text/plain",
        "data:text/plain," + "x" * DATA_LIMIT,
        "DATA:text/plain," + "x" * DATA_LIMIT,
    ],
)
def test_everything_else_is_refused_and_kept(fetcher: TemplateFetcher, address: str) -> None:
    """Proves that network, other files, ways out and bombs are refused, and that no refusal is lost."""
    with pytest.raises(ValueError, match="`"):
        fetcher.fetch(address)
    assert len(fetcher.refused) == 1
    assert len(fetcher.refused[0]) < 200


def test_a_refusal_is_kept_once(fetcher: TemplateFetcher) -> None:
    """Proves that a picture used on each page is told once."""
    for _ in range(3):
        with pytest.raises(ValueError, match="outside"):
            fetcher.fetch("https://example.org/pixel.png")
    assert len(fetcher.refused) == 1
