"""A late pattern answers as one that is compiled, and is compiled once."""

from briefmaker.checks.late_pattern import LatePattern


def test_it_is_compiled_when_it_is_first_asked() -> None:
    """Not before: what a brief has no use for costs nothing."""
    pattern = LatePattern("a+")
    assert "compiled" not in vars(pattern)
    assert pattern.search("bAa")
    assert "compiled" in vars(pattern)


def test_it_is_asked_as_a_compiled_one() -> None:
    """Between offsets too, capitals or not."""
    pattern = LatePattern("a+")
    assert pattern.match("ba") is None
    assert pattern.match("ba", 1)
    assert pattern.fullmatch("aab", 0, 2)
    assert pattern.search("baab", 0, 1) is None
    assert [found[0] for found in pattern.finditer("a b aa")] == ["a", "aa"]
