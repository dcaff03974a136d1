"""Settings are read with the same care as briefs."""

from briefmaker.diagnostics import Code
from briefmaker.model.settings import Paper
from briefmaker.reading import read_settings


def test_settings_are_read() -> None:
    """Proves that settings have their defaults, and mistakes their place."""
    reading = read_settings(b"organisation: Ministry\npaper: letter\n", "briefmaker.yaml")
    assert reading.diagnostics == ()
    assert reading.value is not None
    assert (reading.value.paper, reading.value.organisation) == (Paper.LETTER, "Ministry")
    (found,) = read_settings(b"papier: a4\n", "briefmaker.yaml").diagnostics
    assert (found.file, found.code, found.hint) == ("briefmaker.yaml", Code.FIELD_UNKNOWN, "did you mean `paper`?")


def test_limits_are_read_by_template() -> None:
    """With every mistake at its place."""
    reading = read_settings(b"limits:\n  summary: {pages: 2, lines: {bottom_line: 5}}\n", "briefmaker.yaml")
    assert reading.value is not None
    assert (reading.value.limits["summary"].pages, reading.value.limits["summary"].lines) == (2, {"bottom_line": 5})
    content = b"limits:\n  summary:\n    pages: none\n    lines: {bottom_line: 0}\n    sheets: 2\n"
    told = [(found.span.line, found.code) for found in read_settings(content, "briefmaker.yaml").diagnostics]
    assert told == [(3, Code.FIELD_NUMBER), (4, Code.FIELD_NUMBER), (5, Code.FIELD_UNKNOWN)]


def test_one_word_for_several_fields_is_told_by_the_name_that_was_written() -> None:
    """Nobody wrote `draft` where one severity stands for a draft and for a final brief."""
    content = b"checks:\n  severities: {SRC: fatal}\n"
    (found,) = read_settings(content, "briefmaker.yaml").diagnostics
    assert (found.span.line, found.message) == (2, "`fatal` is not a word for `SRC`")
    content = b"checks:\n  severities:\n    SRC: {draft: fatal}\n"
    (found,) = read_settings(content, "briefmaker.yaml").diagnostics
    assert (found.span.line, found.message) == (3, "`fatal` is not a word for `draft`")
