"""Tests of the quicker import of WeasyPrint."""

import ctypes.util
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from briefmaker.writing import import_weasyprint
from briefmaker.writing.import_weasyprint import LIBRARIES, skip_library_search
from briefmaker.writing.import_weasyprint import import_weasyprint as import_it

LINUX = sys.platform.startswith("linux")


@pytest.mark.skipif(not LINUX, reason="libraries have other names elsewhere")
def test_the_search_is_skipped_while_weasyprint_is_imported_and_works_again_after() -> None:
    """Proves that nothing else in the process notices: the search is back, also after an error."""
    search = ctypes.util.find_library
    with skip_library_search():
        assert ctypes.util.find_library("c") is None
    assert ctypes.util.find_library is search
    with pytest.raises(RuntimeError), skip_library_search():
        raise RuntimeError
    assert ctypes.util.find_library is search


def test_the_search_stays_where_a_library_has_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proves that a system with other names for Pango still finds it the slow way."""
    monkeypatch.setattr(import_weasyprint, "LIBRARIES", (*LIBRARIES, "libnothing-at-all.so.7"))
    search = ctypes.util.find_library
    with skip_library_search():
        assert ctypes.util.find_library is search


@pytest.mark.skipif(not LINUX, reason="libraries have other names elsewhere")
def test_importing_starts_no_other_programs() -> None:
    """Proves that the import runs neither ldconfig nor a compiler, in a fresh process, and finds all libraries."""
    code = (
        "import subprocess\n"
        "def refuse(*arguments, **named): raise SystemExit('started ' + str(arguments))\n"
        "subprocess.Popen = refuse\n"
        "from briefmaker.writing.import_weasyprint import import_weasyprint\n"
        "print(import_weasyprint().VERSION)\n"
        "from weasyprint.text import ffi\n"
        "assert ffi.pango and ffi.harfbuzz and ffi.fontconfig and ffi.gobject and ffi.pangoft2\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("70")


def test_the_parser_of_html_keeps_its_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proves that a page is parsed as before, and that a second one builds none anew."""
    import_it()
    from tinyhtml5 import inputstream, parse

    page = '<!doctype html><p class="a" lang=en title=\'b "c"\'>One &amp; <b>two<!-- three --></b>\x00<svg viewBox="0 0 1 1"/>'
    mended, patterns = ElementTree.tostring(parse(page)), dict(inputstream.characters_until_regex)
    assert len(patterns) > 3
    assert ElementTree.tostring(parse(page)) == mended
    assert inputstream.characters_until_regex == patterns
    monkeypatch.setattr(inputstream, "characters_until_regex", {})
    assert ElementTree.tostring(parse(page)) == mended


def test_what_is_rarely_called_is_imported_when_it_is_called() -> None:
    """Proves, in a fresh process, that a page of usual fonts does without, and that a call reaches the real function."""
    code = (
        "import sys\n"
        "from briefmaker.writing.import_weasyprint import RARELY_CALLED, import_weasyprint\n"
        "weasyprint = import_weasyprint()\n"
        "assert not set(RARELY_CALLED) & set(sys.modules), 'imported'\n"
        "from weasyprint.pdf.fonts import instantiateVariableFont, subset\n"
        "options = subset.Options(hinting=True)\n"
        "from fontTools.subset import Options\n"
        "assert type(options) is Options\n"
        "try: instantiateVariableFont(None, {})\n"
        "except Exception as error: print(error.__traceback__.tb_next.tb_next.tb_frame.f_globals['__name__'])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("fontTools.varLib.instancer"), done.stdout + done.stderr
