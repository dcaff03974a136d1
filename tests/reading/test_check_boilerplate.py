"""Fixed texts are looked at like those of a brief, and may not lack a language of the house."""

import json

import pytest

from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.reading.check_boilerplate import MOST_LINES_AT_FOOT, check_boilerplate, find_missing_texts
from briefmaker.reading.settings_file import read_settings, sound_settings


def check(yaml: str) -> list[Diagnostic]:
    """Give what is wrong with the fixed texts of these settings."""
    read = read_settings(yaml.encode(), "briefmaker.yaml")
    return [*check_boilerplate(read), *find_missing_texts(sound_settings(read), read.places)]


def test_honest_texts_pass() -> None:
    """A text in a language serves all its regions."""
    assert check("languages: [en-GB, en-US, fr]\nboilerplate:\n  end: {en: See *this*., fr: Voir.}") == []


def test_a_missing_language_is_told_at_the_text_that_lacks_it() -> None:
    """A text that is set in no language at all lacks nothing."""
    (found,) = check("languages: [en-GB, fr]\nboilerplate:\n  first_page: {}\n  end: {en: Hello.}")
    assert (found.code, found.path, found.span.line) == (Code.SETTINGS_BOILERPLATE, "boilerplate.end", 4)
    assert "`fr`" in found.message


def test_a_citation_is_told_since_no_source_belongs_to_all_briefs() -> None:
    """At the text."""
    (found,) = check("boilerplate:\n  end: {en: 'See [@report].'}")
    assert (found.code, found.span.line, found.span.column) == (Code.SETTINGS_BOILERPLATE, 2, 13)


def test_markup_that_texts_do_not_have_is_told_as_in_a_brief() -> None:
    """HTML, for one."""
    (found,) = check("boilerplate:\n  end: {en: 'a <b>c</b>'}")[:1]
    assert found.code is Code.TEXT_UNSUPPORTED


@pytest.mark.parametrize(
    "lines",
    [["word " * 18, ""], ["- word"], ["1. word", "   - word"], ["word\\"]],
)
def test_a_text_that_would_not_fit_at_the_foot_of_page_one_is_told(lines: list[str]) -> None:
    """What has no room there would be lost; at the end, and a little shorter, it stands."""
    texts = ["\n".join(lines * times) for times in (MOST_LINES_AT_FOOT // len(lines) // 2, 2 * MOST_LINES_AT_FOOT)]
    short, long = (json.dumps(text) for text in texts)
    (found,) = check(f"boilerplate:\n  end: {{en: {long}}}\n  first_page:\n    fr: {short}\n    en: {long}")
    assert (found.code, found.span.line) == (Code.SETTINGS_BOILERPLATE, 5)
    assert "20 lines" in found.message


def test_a_table_counts_its_rows_at_the_foot_of_page_one() -> None:
    """And a cell the lines that its column has room for."""
    head = "| A | B |\n|---|---|\n"
    fits, rows, cells = (
        json.dumps(head + row) for row in ("| a | b |\n" * 9, "| a | b |\n" * 25, f"| {'b ' * 600}| c |")
    )
    found = check(f"boilerplate:\n  first_page:\n    en: {fits}\n    fr: {rows}\n    de: {cells}")
    assert [each.span.line for each in found] == [4, 5]
