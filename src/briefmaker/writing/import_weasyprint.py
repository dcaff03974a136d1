"""Imports WeasyPrint without the slow search for libraries that are found by their names, and mends what is slow in it."""

import ctypes
import ctypes.util
import importlib
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from types import ModuleType
from typing import Any

LIBRARIES = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libharfbuzz.so.0",
    "libfontconfig.so.1",
    "libpangoft2-1.0.so.0",
)
"""The names by which WeasyPrint finds each library on Linux, after it has tried those of Windows and macOS."""

RARELY_CALLED = ("fontTools.subset", "fontTools.varLib.instancer", "fontTools.ttLib.woff2")
"""What WeasyPrint needs for compressed and variable fonts, and for all where HarfBuzz has no library for subsets."""


def import_weasyprint() -> ModuleType:
    """Give the WeasyPrint package, imported and mended once; raises OSError when Pango or another library is missing."""
    if "weasyprint" not in sys.modules:
        with skip_library_search(), put_off_rare_imports():
            importlib.import_module("weasyprint")
    _mend()
    return sys.modules["weasyprint"]


@cache
def _mend() -> None:
    mend_html_parser()
    importlib.import_module("briefmaker.writing.quick_styles").quicken_styles()
    importlib.import_module("briefmaker.writing.late_styles").make_styles_late()
    importlib.import_module("briefmaker.writing.quick_sizes").quicken_sizes()
    importlib.import_module("briefmaker.writing.kept_lines").keep_lines()


@contextmanager
def skip_library_search() -> Iterator[None]:
    """Keep cffi from searching for libraries, on a Linux that has them all under the names tried directly.

    For each name that is not a Linux one, cffi calls ``ctypes.util.find_library``, which starts ldconfig, gcc and ld:
    22 times, some 150 ms. Where a library does not load by its Linux name, the search stays as it is.
    """
    if not sys.platform.startswith("linux") or not all(_loads(name) for name in LIBRARIES):
        yield
        return
    search = ctypes.util.find_library
    ctypes.util.find_library = _find_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search


@contextmanager
def put_off_rare_imports() -> Iterator[None]:
    """Have what WeasyPrint calls for some fonts only imported when it is called: 60 of the 230 ms that its import takes."""
    put_off = {name: LateModule(name) for name in RARELY_CALLED if name not in sys.modules}
    sys.modules.update(put_off)
    try:
        yield
    finally:
        for name, stand_in in put_off.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


class LateModule(ModuleType):
    """Stands for a module of functions and classes, each of which imports the module when it is called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Give what imports and calls the function of this name."""
        if name.startswith("__"):
            raise AttributeError(name)
        return partial(_import_and_call, self.__name__, name)


def _import_and_call(module: str, name: str, *arguments: Any, **named: Any) -> Any:
    return getattr(importlib.import_module(module), name)(*arguments, **named)


def mend_html_parser() -> None:
    """Let tinyhtml5 keep the patterns that it looks for, as it means to: it builds them anew for each attribute and text.

    tinyhtml5 2.1 stores each pattern under itself in place of its characters, so that it finds none again: 10 of the 25 ms
    that the page of the flagship takes to parse.
    """
    parser: Any = importlib.import_module("tinyhtml5.inputstream")
    parser.characters_until_regex = _Patterns()


class _Patterns(dict[tuple[Iterable[str], bool], re.Pattern[str]]):
    """The patterns of tinyhtml5, each built when it is first looked for: as many letters as are, or are not, of a set."""

    def __missing__(self, key: tuple[Iterable[str], bool]) -> re.Pattern[str]:
        letters, is_of_set = key
        listed = "".join(f"\\x{ord(letter):02x}" for letter in letters)
        pattern = self[key] = re.compile(f"[{'' if is_of_set else '^'}{listed}]+")
        return pattern


def _find_nothing(name: str) -> None:
    """Answer as ``find_library`` does for an unknown library."""


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
