"""Gives WeasyPrint the files of a template, the shipped fonts, and what a document brings itself; refuses everything else.

Import it after ``import_weasyprint()``, which makes that quick.
"""

import mimetypes
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from briefmaker.writing.template import FileRefusedError, Template, find_inside, read_limited

BASE_ADDRESS = "https://assets.invalid/"
FONT_FOLDER = Path(__file__).parent.parent / "fonts"
DATA_LIMIT = 200_000
"""Longest ``data:`` address, in characters: enough for a coat of arms."""

LONGEST_TOLD = 80
"""Most characters of an address that a finding repeats."""

_TYPES = {".css": "text/css", ".ttf": "font/ttf", ".otf": "font/otf", ".svg": "image/svg+xml"}


class TemplateFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Fetches ``https://assets.invalid/NAME`` from the template's folders, ``fonts/NAME`` also from the shipped fonts.

    ``brought`` are files that the document brings, by name: pictures that were read already, fonts of the house.

    ``refused`` holds a sentence for each address that was not given: WeasyPrint itself only logs a failure, and inside
    an SVG image not even that.
    """

    def __init__(self, template: Template, brought: Mapping[str, bytes] | None = None) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self._template = template
        self._brought = brought or {}
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 - WeasyPrint gives it
        """Give the file behind an address; raises ValueError, and keeps a sentence in ``refused``, for any other."""
        try:
            return self._fetch(url)
        except FileRefusedError as refused:
            if str(refused) not in self.refused:
                self.refused.append(str(refused))
            raise ValueError(str(refused)) from refused

    def _fetch(self, url: str) -> URLFetcherResponse:
        if url[:5].lower() == "data:":
            return self._fetch_data(url)
        if not url.startswith(BASE_ADDRESS):
            raise FileRefusedError(f"`{_shorten(url)}` lies outside the template")
        name = unquote(urlsplit(url).path).removeprefix("/")
        content = self._read(name)
        kind = _TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, content, {"Content-Type": kind})

    def _fetch_data(self, url: str) -> URLFetcherResponse:
        if len(url) > DATA_LIMIT:
            raise FileRefusedError(f"`{_shorten(url)}` is longer than {DATA_LIMIT} characters")
        try:
            return super().fetch(url)
        except (ValueError, OSError) as unreadable:
            raise FileRefusedError(f"`{_shorten(url)}` cannot be read") from unreadable

    def _read(self, name: str) -> bytes:
        if name in self._brought:
            return self._brought[name]
        if name.startswith("fonts/") and not self._template.has(name):
            shipped = name.removeprefix("fonts/")
            return read_limited(find_inside((FONT_FOLDER,), shipped), name)
        return self._template.read(name)


def _shorten(address: str) -> str:
    return address if len(address) <= LONGEST_TOLD else f"{address[: LONGEST_TOLD - 3]}..."
