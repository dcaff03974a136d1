"""Findings about characters that the shipped fonts have not."""

from tests.briefs import read_text, view_text

from briefmaker.diagnostics import Severity
from briefmaker.jobs.building.glyphs import tell_missing_glyphs

YAML = "bottom_line: |\n  Plain words first.\n\n  Then 李强 asks.\n"


def test_the_first_such_character_is_pointed_to() -> None:
    """The finding stands at line and column of the character, within the block of text."""
    [found] = tell_missing_glyphs(view_text(YAML), read_text(YAML).places)
    assert (found.code, found.severity) == ("TXT005", Severity.WARNING)
    assert (found.span.line, found.span.column) == (4, 8)
    assert "`李`, `强`" in found.message


def test_a_brief_in_the_fonts_letters_has_no_finding() -> None:
    """Diacritics, Cyrillic and typographic signs are there."""
    yaml = "bottom_line: Żółć, Київ, «да», ≤ 5 %\n"
    assert list(tell_missing_glyphs(view_text(yaml), read_text(yaml).places)) == []
