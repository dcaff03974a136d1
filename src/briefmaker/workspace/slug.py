"""File names that every system takes: letters, digits, dots, hyphens and underscores."""

import re
import unicodedata

_LONGEST = 100
# Windows keeps these names for devices, with any ending.
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


def safe_slug(text: str) -> str:
    """Give a file name without ending for a text: ``Übersicht: 1. Fassung`` -> ``Ubersicht-1.Fassung``.

    Latin letters lose their accents and letters of other scripts stay; all else becomes a hyphen. Never empty, never hidden,
    never a path, 100 characters at most.
    """
    letters = "".join(_plain_letter(letter) for letter in unicodedata.normalize("NFC", text))
    slug = re.sub(r"[^\w.-]+", "-", letters)
    slug = re.sub(r"-*\.[.-]*", ".", slug)
    slug = re.sub(r"--+", "-", slug)[:_LONGEST].strip("-.")
    if not slug:
        return "brief"
    return f"{slug}-brief" if _DEVICES.fullmatch(slug) else slug


def _plain_letter(letter: str) -> str:
    base = unicodedata.normalize("NFKD", letter)[0]
    return base if base.isascii() else letter
