"""Find out whether everything is here that briefmaker needs, and say what to install where it is not."""

import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from briefmaker.workspace.files import BriefFolder
from briefmaker.workspace.package import shipped_folder
from briefmaker.workspace.workspace import find_workspace


class State(StrEnum):
    """How it stands with one thing that is needed."""

    GOOD = "good"
    SLOW = "slow"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that is needed, what was found, and what to do about it (empty where nothing is to be done)."""

    what: str
    state: State
    found: str
    advice: str = ""


_PANGO = {
    "Linux": "Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0; Fedora: dnf install pango",
    "Darwin": "brew install pango",
    "Windows": "choco install gtk-runtime (or msys2: pacman -S mingw-w64-x86_64-pango)",
}
_SUBSET = {
    "Linux": "Debian and Ubuntu: apt-get install libharfbuzz-subset0",
    "Darwin": "brew install harfbuzz",
    "Windows": "it comes with GTK: choco install gtk-runtime",
}


def examine() -> tuple[Result, ...]:
    """Look at Python, the packages, Pango, the fonts, the templates, and what schedules name."""
    needed = (_examine_python(), *_examine_packages(), *_examine_libraries(), _examine_fonts())
    return (*needed, *_examine_workspace())


def _advise(advice: dict[str, str]) -> str:
    return advice.get(platform.system(), advice["Linux"])


def _examine_python() -> Result:
    is_good = sys.version_info >= (3, 11)
    advice = "" if is_good else "briefmaker needs Python 3.11 or later"
    return Result("Python", State.GOOD if is_good else State.MISSING, platform.python_version(), advice)


def _examine_packages() -> Iterator[Result]:
    yield Result("briefmaker", State.GOOD, version("briefmaker"))
    for requirement in requires("briefmaker") or ():
        name, *rest = re.split(r"[^\w.-]", requirement, maxsplit=1)
        if rest and "extra ==" in rest[0]:
            continue  # who wants an extra installs it; without it nothing is missing
        try:
            yield Result(name, State.GOOD, version(name))
        except PackageNotFoundError:
            yield Result(name, State.MISSING, "not installed", f"pip install '{requirement}'")


def _examine_libraries() -> Iterator[Result]:
    from briefmaker.writing.import_weasyprint import import_weasyprint

    try:
        import_weasyprint()
    except OSError as failure:
        yield Result("Pango", State.MISSING, str(failure).splitlines()[0], _advise(_PANGO))
        return
    from weasyprint.text import ffi

    number = ffi.pango.pango_version()
    yield Result("Pango", State.GOOD, f"{number // 10000}.{number // 100 % 100}.{number % 100}")
    if ffi.harfbuzz_subset is None:
        yield Result("libharfbuzz-subset", State.SLOW, "not found; PDFs take more than twice as long", _advise(_SUBSET))
    else:
        yield Result("libharfbuzz-subset", State.GOOD, "found")


def _examine_fonts() -> Result:
    fonts = sorted(shipped_folder("fonts").glob("*.ttf"))
    broken = [font.name for font in fonts if not _is_font(font)]
    if not fonts or broken:
        found = f"cannot be read: {', '.join(broken)}" if broken else "none found"
        return Result(
            "fonts", State.MISSING, found, "install briefmaker anew: pip install --force-reinstall briefmaker"
        )
    return Result("fonts", State.GOOD, f"{len(fonts)} files in {fonts[0].parent}")


def _is_font(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return stream.read(4) == b"\x00\x01\x00\x00"
    except OSError:
        return False


def _examine_workspace() -> Iterator[Result]:
    from briefmaker.jobs.desk import open_desk

    desk = open_desk(find_workspace(Path.cwd()))
    yield _examine_templates(list(desk.templates))
    if desk.settings.schedules:
        from briefmaker.jobs.schedules.check_schedules import find_missing_work

        folder = BriefFolder(desk.workspace.root, desk.workspace.root)
        for missing in find_missing_work(desk.settings, folder):
            yield Result(f"schedule {missing.schedule}", State.MISSING, missing.message, missing.hint)


def _examine_templates(names: list[str]) -> Result:
    if not names:
        return Result("templates", State.MISSING, "none found", "install briefmaker anew")
    return Result("templates", State.GOOD, ", ".join(names))
