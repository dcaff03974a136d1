"""Writes the YAML that comes with briefmaker as JSON, a file for each package that has any, so that it is read quickly.

python -m tools.shipped_data
"""

import json
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from briefmaker.reading.shipped_yaml import PREPARED, read_texts, read_values

SOURCE = Path(__file__).parents[1] / "src" / "briefmaker"
_READ_AS_TEXTS = ("registers", "word_lists")
"""Folders whose files are asked for as they were typed."""


def main() -> None:
    """Write the files."""
    for package in list_packages():
        (package / PREPARED).write_text(write_prepared(package), "utf-8")


def list_packages() -> list[Path]:
    """Give the packages whose folders hold YAML."""
    return sorted({file.parents[1] for file in SOURCE.glob("*/*/*.yaml")})


def write_prepared(package: Path) -> str:
    """Give a line for each YAML file in the folders of a package, in the order of their names."""
    return "".join(_write_lines(package))


def _write_lines(package: Path) -> Iterator[str]:
    for file in sorted(package.glob("*/*.yaml")):
        content = file.read_bytes()
        is_text = file.parent.name in _READ_AS_TEXTS
        said = read_texts(content) if is_text else read_values(content)
        kind = "texts" if is_text else "values"
        data = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
        yield f"{kind} {file.parent.name}/{file.stem} {crc32(content)}\t{data}\n"


if __name__ == "__main__":
    main()
