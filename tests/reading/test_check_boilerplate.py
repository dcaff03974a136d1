"""Fixed texts are looked at like those of a brief, and may not lack a language of the house."""

from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.reading.check_boilerplate import check_boilerplate, find_missing_texts
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
