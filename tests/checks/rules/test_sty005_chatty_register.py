"""Each kind of chat is told once, at its place."""

from tests.checking import check_text


def messages(text: str) -> list[str]:
    """Give what is told of a bottom line."""
    return [each.message for each in check_text(f"bottom_line: |\n  {text}", "STY005")]


def test_each_kind_is_told_once() -> None:
    """A contraction that stands in the list too, signs in a row, a beginning, a picture."""
    assert messages("Let's go.") == ["“Let's” is a contraction"]
    assert messages("It holds!!!") == ["an exclamation mark stands in a sober text"]
    assert messages("Actually, it was actually done.") == ["“Actually,” is a chatty beginning"]
    assert messages("It holds 🎉.") == ["the picture 🎉 stands in a sober text"]
    assert messages("A lot of it is kind of late.") == ["“A lot of” is chatty", "“kind of” is chatty"]


def test_possessives_and_names_are_no_contractions() -> None:
    """Nor are signs within names and sums."""
    assert messages("Kyiv's, the allies' and Sana'a's ports; Yahoo! and 3 != 4.") == []
