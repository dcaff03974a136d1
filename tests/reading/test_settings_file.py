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
