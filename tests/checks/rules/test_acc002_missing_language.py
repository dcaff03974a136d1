"""The house may name the language for all its briefs."""

from tests.checking import check_text, lines_of

from briefmaker.model.settings import Settings


def test_a_house_s_language_is_enough() -> None:
    """Without one it is told."""
    assert lines_of(check_text("title: x", "ACC002"), "ACC002") == [1]
    assert check_text("title: x", "ACC002", settings=Settings(languages=("fr",))) == ()
