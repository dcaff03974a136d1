"""Texts that rows fill in: what may stand in them, what a row gives, and what is refused."""

import pytest

from briefmaker.reading.row_texts import LONGEST_TEXT, RowText, RowTextError, has_marker

CELLS = {"name": "Land *1* of [x]", "Member state": "Peru", "seats": "12"}


@pytest.mark.parametrize(
    ("source", "filled"),
    [
        ("{{ row.seats }} seats", "12 seats"),
        ("{{ row['Member state'] | upper }}", "PERU"),
        ("{% if row.note %}{{ row.note }}{% else %}none{% endif %}", "none"),
        ("{{ row.note or '-' }}", "-"),
        ("{{ row.note | default('-') }}", "-"),
        ("{{ row.seats | int - 2 }}", "10"),
        ("{{ row.seats ~ '/' ~ row.seats }}", "12/12"),
        ("*{{ row.seats }}* [@report]\n", "*12* [@report]\n"),
    ],
)
def test_a_row_fills_a_text(source: str, filled: str) -> None:
    """With its cells, filters and conditions; what is around them stays."""
    assert RowText(source).fill(CELLS) == filled


def test_signs_of_markdown_in_a_cell_are_letters() -> None:
    """Unless the text says that they are meant, or is no Markdown at all."""
    assert RowText("{{ row.name }}").fill(CELLS) == r"Land \*1\* of \[x\]"
    assert RowText("{{ row.name | markdown }}").fill(CELLS) == CELLS["name"]
    assert RowText("{{ row.name }}", is_markdown=False).fill(CELLS) == CELLS["name"]
    assert RowText("{{ row.a }}").fill({"a": "- one\n2. two\n# x"}) == "\\- one\n\\2. two\n\\# x"


@pytest.mark.parametrize(
    "source",
    [
        "{% for x in row %}{% endfor %}",
        "{{ row.items() }}",
        "{{ 'x' * 1000000000 }}",
        "{{ row.seats ** 9 }}",
        "{% include 'x' %}",
        "{% set x = 1 %}",
        "{{ range(9) }}",
        "{{ '%999999999d' | format(1) }}",
        "{{ self }}",
        "{{ row.seats | attr('join') }}",
        "{{ [1, 2] }}",
        "{{ open",
        "{% if row.seats %}",
        "{{ }}",
    ],
)
def test_anything_else_is_refused(source: str) -> None:
    """With a sentence, a hint and a place, before any row is filled in."""
    with pytest.raises(RowTextError) as refused:
        _ = RowText(f"a {source}").columns
    assert refused.value.hint
    assert refused.value.offset <= 2


@pytest.mark.parametrize(
    "source", ["{{ row.__class__ }}", "{{ ''.__class__ }}", "{{ row.name.upper }}", "{{ row.get }}"]
)
def test_nothing_but_cells_can_be_reached(source: str) -> None:
    """Neither attributes nor methods."""
    with pytest.raises(RowTextError):
        RowText(source).fill(CELLS)


@pytest.mark.parametrize("source", ["x {{ row.note }}", "x {{ row.note ~ 'a' }}", "x {{ row.note | upper }}"])
def test_an_empty_cell_is_never_printed(source: str) -> None:
    """It is told, with its place in the text."""
    with pytest.raises(RowTextError, match="nothing under `note`") as told:
        RowText(source).fill(CELLS)
    assert (told.value.offset, told.value.length) == (5, 8)


def test_columns_are_known_without_a_row() -> None:
    """Each once."""
    assert RowText("{{ row.b }}{% if row['A b'] %}{{ row.b }}{% endif %}").columns == ("b", "A b")


def test_a_text_cannot_be_made_to_grow_without_end() -> None:
    """By no chain of replacements, and by no cell."""
    chain = "{{ row.a" + " | replace('x', 'xxxxxxxxxx')" * 9 + " }}"
    with pytest.raises(RowTextError, match="too long"):
        RowText(chain).fill({"a": "x"})
    with pytest.raises(RowTextError, match="letters"):
        RowText("{{ row.a }}").fill({"a": "x" * (LONGEST_TEXT + 1)})


def test_a_text_without_markers_is_none() -> None:
    """Braces alone are text."""
    assert not has_marker("a {b} c")
    assert has_marker("{{ row.a }}")
    assert has_marker("{% if row.a %}{% endif %}")


@pytest.mark.parametrize("depth", [60, 5000])
@pytest.mark.parametrize(
    "signs", [("", "not ", ""), ("", "-", ""), ("", "", "|upper"), ("", "", " + row.name"), ("(", "", ")")]
)
def test_an_expression_that_goes_too_deep_is_told(depth: int, signs: tuple[str, str, str]) -> None:
    """Before seconds are spent on it, and instead of what Python would raise."""
    before, sign, after = signs
    text = RowText(f"{{{{ {before * depth}{sign * depth}row.name{after * depth} }}}}")
    if before and depth == 60:
        assert text.fill({"name": "a"}) == RowText("{{ row.name }}").fill({"name": "a"}), "brackets alone are no levels"
        return
    with pytest.raises(RowTextError, match="goes too deep"):
        text.fill({"name": "a"})
