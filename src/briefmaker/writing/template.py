"""A template: a folder that holds a kind of document, and the shared folders it builds on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError

DESCRIPTION_FILE = "template.yaml"
SHARED_FOLDER = "shared"
FILE_LIMIT = 10_000_000


class FileRefusedError(Exception):
    """A file is not in the template's folders, or may not be read from there; carries a sentence."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template by its name; ``folders`` are searched in order: its own first, then the shared ones."""

    name: str
    folders: tuple[Path, ...]

    def find(self, name: str) -> Path:
        """Give the file with this name (``page.css``, ``images/arms.svg``) from the first folder that has it.

        Raises FileRefusedError when no folder has it, or when it lies outside its folder once links are followed.
        """
        return find_inside(self.folders, name)

    def has(self, name: str) -> bool:
        """Tell whether one of the folders has a file with this name, be it one that may not be read."""
        return any((folder / name).is_file() for folder in self.folders)

    def read(self, name: str) -> bytes:
        """Give the content of a file; raises FileRefusedError as ``find`` does, and for more than 10 MB."""
        return read_limited(self.find(name), name)

    def read_text(self, name: str) -> str:
        """Give the content of a text file; raises FileRefusedError as ``read`` does, and for one that is not UTF-8."""
        try:
            return self.read(name).decode()
        except UnicodeDecodeError as foreign:
            raise FileRefusedError(f"`{name}` is not text in UTF-8") from foreign


def find_template(name: str, collections: Sequence[Path]) -> Template | None:
    """Give the template with this name from the first collection that has it, or None.

    A collection is a folder of templates: the workspace's own come before the built-in ones. The shared folders of all
    collections belong to every template, in the same order.
    """
    return next((template for template in iterate_templates(collections) if template.name == name), None)


def iterate_templates(collections: Sequence[Path]) -> Iterator[Template]:
    """Give every template of these collections, each name once, sorted within its collection."""
    shared = tuple(folder / SHARED_FOLDER for folder in collections if (folder / SHARED_FOLDER).is_dir())
    seen: set[str] = set()
    for collection in collections:
        for description in sorted(collection.glob(f"*/{DESCRIPTION_FILE}")):
            folder = description.parent
            if folder.name not in seen:
                seen.add(folder.name)
                yield Template(folder.name, (folder, *shared))


def find_inside(folders: Sequence[Path], name: str) -> Path:
    """Give the file with this relative name from the first of the folders that has it.

    Raises FileRefusedError for a name that leads out of its folder, by ``..``, from the root or through a link.
    """
    if not name or "\\" in name or "\0" in name or any(part in ("", ".", "..") for part in name.split("/")):
        raise FileRefusedError(f"`{name}` is not the name of a file inside the template")
    for folder in folders:
        file = folder / name
        if file.is_file():
            if not file.resolve().is_relative_to(folder.resolve()):
                raise FileRefusedError(f"`{name}` leads out of the template's folder")
            return file
    raise FileRefusedError(f"the template has no file `{name}`")


def read_limited(file: Path, name: str) -> bytes:
    """Give the content of a file; raises FileRefusedError when it is larger than 10 MB or cannot be read."""
    try:
        if file.stat().st_size > FILE_LIMIT:
            raise FileRefusedError(f"`{name}` is larger than {FILE_LIMIT // 1_000_000} MB")
        return file.read_bytes()
    except OSError as unreadable:
        raise FileRefusedError(f"`{name}` cannot be read: {unreadable.strerror}") from unreadable


def tell_refused(template: Template, refused: FileRefusedError) -> BriefmakerError:
    """Give the error for a file that a template needs and does not give."""
    hint = "a template is made of the files in its folder: text in UTF-8, and no links that lead out of it"
    return BriefmakerError(f"templates/{template.name}: {refused}", hint, exit_code=1)


def say_plainly(mistake: str) -> str:
    """Give what Jinja says of a mistake in a tag in words for somebody who does not know Python."""
    for pattern, words in _PLAIN_WORDS:
        mistake = pattern.sub(words, mistake)
    return mistake.rstrip(".")


_PLAIN_WORDS = (
    (re.compile(r"'(?:briefmaker\.[\w.]+\.)(\w+) object' has no attribute '(\w+)'"), r"there is no `\2` in a \1"),
    (re.compile(r"'None' has no attribute '(\w+)'"), r"nothing stands there that could have a `\1`"),
    (re.compile(r"'(\w+)' is undefined"), r"there is no `\1`"),
    (re.compile(r"No filter named '(\w+)'(?: found)?"), r"there is no filter `\1`"),
    (re.compile(r"'dict object' has no attribute '(\w+)'"), r"there is no label `\1`"),
)
