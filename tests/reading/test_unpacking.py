"""No more of a package is unpacked than it may hold, whatever it says of itself."""

import io
import tracemalloc
import zipfile

import pytest

from briefmaker.reading.unpacking import LARGEST_XML, PackageError, Refusal, unpack


def pack(parts: dict[str, bytes]) -> bytes:
    """Give a package of these parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return written.getvalue()


def refuse(content: bytes, *, largest: int | None = None, most_parts: int | None = None) -> tuple[Refusal, str]:
    """Give why a package is refused."""
    with pytest.raises(PackageError) as refused:
        unpack(content, largest=largest, most_parts=most_parts)
    assert refused.value.hint
    return refused.value.why, str(refused.value)


def test_a_package_gives_its_parts() -> None:
    """As they were put in, folders and empty parts too."""
    parts = {"a/": b"", "a/b.xml": b"<b/>", "c.bin": bytes(3_000_000), "d": b""}
    assert unpack(pack(parts)) == parts


@pytest.mark.parametrize("share", [0, 0.3, 0.7, 0.99])
def test_a_package_that_was_cut_off_is_damaged(share: float) -> None:
    """Wherever it was cut; a file that is none is damaged too."""
    content = pack({"a": bytes(range(256)) * 50, "b": b"b"})
    assert refuse(content[: int(len(content) * share)])[0] is Refusal.DAMAGED


def test_what_a_package_says_to_hold_is_looked_at_first() -> None:
    """Its size in all, how many parts there are, and how long one is that is text."""
    content = pack({"a": bytes(2_000_001), "b": b""})
    assert refuse(content, largest=2_000_000) == (
        Refusal.TOO_LARGE,
        "holds more than 1 MB once it is unpacked, and is not opened",
    )
    assert refuse(content, most_parts=1) == (Refusal.TOO_LARGE, "holds more than 1 parts, and is not opened")
    assert "a part of text that is larger than 64 MB" in refuse(pack({"a.xml": bytes(LARGEST_XML + 1)}))[1]
    assert len(unpack(pack({"a.png": bytes(LARGEST_XML + 1)}))) == 1


def test_a_package_that_lies_about_its_size_does_not_fill_the_memory() -> None:
    """A part that says it has a thousand bytes and has fifty million is damaged, and is never held whole."""
    size = 50_000_000
    content = pack({"a.bin": bytes(size)}).replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    tracemalloc.start()
    try:
        assert refuse(content)[0] is Refusal.DAMAGED
        assert tracemalloc.get_traced_memory()[1] < size / 5
    finally:
        tracemalloc.stop()
