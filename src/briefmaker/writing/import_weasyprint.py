"""Imports WeasyPrint without the slow search for libraries that are found by their names."""

import ctypes
import ctypes.util
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

LIBRARIES = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libharfbuzz.so.0",
    "libfontconfig.so.1",
    "libpangoft2-1.0.so.0",
)
"""The names by which WeasyPrint finds each library on Linux, after it has tried those of Windows and macOS."""


def import_weasyprint() -> ModuleType:
    """Give the WeasyPrint package, imported once; raises OSError when Pango or another library is missing."""
    if "weasyprint" not in sys.modules:
        with skip_library_search():
            return importlib.import_module("weasyprint")
    return sys.modules["weasyprint"]


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


def _find_nothing(name: str) -> None:
    """Answer as ``find_library`` does for an unknown library."""


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
