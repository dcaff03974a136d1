"""The versions of a brief in other languages, whichever of them names the other under ``translation_of``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefmaker.jobs.desk import Desk, shown_path
from briefmaker.model import Brief
from briefmaker.reading.text_file import MAX_BYTES, decode_file
from briefmaker.reading.yaml_data import read_data
from briefmaker.reading.yaml_file import read_tree
from briefmaker.workspace.files import BriefFolder, PathOutsideError, UnreadableFileError

_NAMES_ANOTHER = re.compile(rb"^(?:\xef\xbb\xbf)?translation_of[ \t]*:", re.MULTILINE)
_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """The file of a version in another language, as it is shown to the user, and its language."""

    file: str
    language: str


def find_other_languages(brief: Brief, file: Path, desk: Desk) -> tuple[OtherVersion, ...]:
    """Give the other versions of a brief: the original that it names, and all that name the same original.

    They are looked for beside it and in briefs/; what cannot be read is no version.
    """
    own = file.resolve()
    original = _find_original(brief.translation_of.brief if brief.translation_of else None, own, desk)
    files = [original, *_list_translations(original, own, desk)]
    found = ((each, _read(each)) for each in dict.fromkeys(files) if each != own)
    return tuple(
        OtherVersion(shown_path(each), _language(data, desk)) for each, data in sorted(found) if data is not None
    )


def _find_original(named: object, file: Path, desk: Desk) -> Path:
    if not isinstance(named, str):
        return file
    try:
        return BriefFolder(file.parent, desk.workspace.root).find(named)
    except (PathOutsideError, UnreadableFileError):
        return file


def _list_translations(original: Path, own: Path, desk: Desk) -> Iterator[Path]:
    for file in _list_briefs(own, desk):
        data = _read(file, only_if=_NAMES_ANOTHER)
        pair = data.get("translation_of") if data else None
        if isinstance(pair, dict) and _find_original(pair.get("brief"), file, desk) == original:
            yield file


def _list_briefs(own: Path, desk: Desk) -> list[Path]:
    folders = dict.fromkeys([own.parent, desk.workspace.briefs_folder.resolve()])
    inside = (each for folder in folders if folder.is_dir() for each in folder.iterdir())
    return sorted(each.resolve() for each in inside if each.suffix.lower() in _ENDINGS and each.is_file())


def _read(file: Path, only_if: re.Pattern[bytes] | None = None) -> dict[str, Any] | None:
    """Give a file's fields; None for what is no brief, or has nothing of what is asked for."""
    try:
        content = BriefFolder(file.parent, file.parent).read(file.name, MAX_BYTES)
    except (PathOutsideError, UnreadableFileError):
        return None
    if only_if is not None and not only_if.search(content):
        return None
    text, _ = decode_file(content, file.name)
    data = read_data(read_tree(text.text).root, text).value
    return data if isinstance(data, dict) else None


def _language(data: dict[str, Any], desk: Desk) -> str:
    usual = desk.settings.languages[0] if desk.settings.languages else Brief.model_fields["language"].default
    return str(data.get("language") or usual)
