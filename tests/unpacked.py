"""All that can be read out of a document by somebody who takes it apart, and the search for a word in it."""

import base64
import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Iterator

import pikepdf
import pypdfium2

_LEAST_TEXT = 4


def unpack(content: bytes) -> tuple[bytes, ...]:
    """Give the pieces of a document: members of packages, also of packages within; streams of a PDF, inflated, and its texts."""
    pieces = [content]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for name in package.namelist():
                pieces += [name.encode(), *unpack(package.read(name))]
    elif content.startswith(b"%PDF"):
        pieces += _unpack_pdf(content)
    elif content.lstrip()[:1] == b"<":
        pieces.append(re.sub(rb"<[^>]*>", b"", content))
    return tuple(pieces)


def _unpack_pdf(content: bytes) -> Iterator[bytes]:
    with pikepdf.open(io.BytesIO(content)) as document:
        for each in document.objects:
            yield from _read_object(each)
        for name, attachment in document.attachments.items():
            yield name.encode()
            yield from unpack(attachment.get_file().read_bytes())
    pages = pypdfium2.PdfDocument(content)
    for page in pages:
        text = page.get_textpage().get_text_range()
        yield text.encode("utf-8", "surrogatepass")
    pages.close()


def _read_object(value: pikepdf.Object, depth: int = 0) -> Iterator[bytes]:
    """Give the texts of an object and of all that stands in it directly; what it refers to is an object of its own."""
    if isinstance(value, pikepdf.Stream):
        yield value.read_raw_bytes()
        yield from unpack(value.read_bytes()) if not depth else ()
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key, inner in value.items():
            yield key.encode()
            if not inner.is_indirect if isinstance(inner, pikepdf.Object) else True:
                yield from _read_object(inner, depth + 1)
    elif isinstance(value, pikepdf.Array):
        for inner in value:
            if not inner.is_indirect if isinstance(inner, pikepdf.Object) else True:
                yield from _read_object(inner, depth + 1)
    elif isinstance(value, pikepdf.String):
        yield bytes(value)
        yield str(value).encode()
    else:
        yield str(value).encode()


class Search:
    """Looks for words in a document; blanks and hyphens, at which lines break, do not count."""

    def __init__(self, content: bytes) -> None:
        self._pieces = unpack(content)
        self._texts = "\n".join(_squeeze(each) for each in self._pieces)

    def has(self, word: str) -> bool:
        """Tell whether a word stands anywhere in the document, as it is or in another writing."""
        if any(self._has_form(_squeeze(form.encode())) for form in _write_date(word)):
            return True
        return any(form in piece for form in _encode(word) for piece in self._pieces)

    def _has_form(self, form: str) -> bool:
        """Tell whether a form stands in the texts; 1 March does not stand in 11 March."""
        before = "(?<![0-9])" if form[:1].isdigit() else ""
        return form in self._texts and re.search(before + re.escape(form), self._texts) is not None

    def find(self, words: Iterable[str]) -> set[str]:
        """Give those of some words that the document has."""
        return {word for word in words if self.has(word)}


def _squeeze(piece: bytes) -> str:
    text = piece.decode("utf-8", "replace")
    return re.sub(r"[\s\u00a0\u00ad\u202f\ufffe\u0002-]+", "", text).casefold()


def _write_date(word: str) -> tuple[str, ...]:
    """Give a word, and a day also as it is printed."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", word):
        return (word,)
    day = datetime.date.fromisoformat(word)
    return word, f"{day.day} {day:%B} {day.year}", f"{day.day} {day:%b} {day.year}"


def _encode(word: str) -> set[bytes]:
    """Give a word in the writings in which it could hide: UTF-16, hexadecimal, base64 at each of its three places."""
    forms = {word.encode(each) for each in ("utf-16-be", "utf-16-le")}
    for plain in (word.encode(), word.encode("utf-16-be"), word.encode("utf-16-le")):
        forms |= {plain.hex().encode(), plain.hex().upper().encode()}
        forms |= {_middle_of_base64(plain, place) for place in range(3)}
    return {form for form in forms if len(form) >= _LEAST_TEXT}


def _middle_of_base64(plain: bytes, place: int) -> bytes:
    """Give what stands in base64 wherever the bytes do, that many places after a full group of three."""
    written = base64.b64encode(b"\0" * place + plain)
    first = -(-place * 4 // 3)
    last = (place + len(plain)) * 4 // 3
    return written[first:last]
