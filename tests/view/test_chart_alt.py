"""The alternative text of a chart whose brief gives none."""

import pytest
from tests.briefs import view_text, words_of
from tests.charts import write_figures


def alt_of(name: str, language: str = "en-GB") -> str:
    """Give the alternative text of one of the charts for tests."""
    (figure,) = view_text(f"language: {language}\n{write_figures((name,))}").figures
    return words_of(figure.alt)


def test_a_chart_says_its_kind_its_caption_and_what_stands_out() -> None:
    """With the unit, the extremes by name, and the reference line."""
    assert alt_of("bars of two years") == (
        "Bar chart: Spending & more (% of GDP). 2014: from 1.88 (Poland) to 3.71 (United States). "
        "2025 (estimate): from 3.22 (United States) to 4.48 (Poland). For comparison: core defence: 3.5."
    )


def test_a_line_says_where_it_begins_and_ends() -> None:
    """Besides its lowest and its highest point."""
    assert "Spain: from 100.0 (2020) to 102.0 (2022). From 100.0 (2020) to 102.0 (2022)." in alt_of("lines")


def test_a_pie_says_its_parts() -> None:
    """With their shares."""
    assert alt_of("a pie of shares") == "Pie chart. For 62%; Against 38%."


@pytest.mark.parametrize(("language", "start"), [("fr", "Diagramme à barres :"), ("es", "Gráfico de barras:")])
def test_the_words_are_those_of_the_brief_s_language(language: str, start: str) -> None:
    """Kind, sentence and numbers."""
    assert alt_of("bars of two years", language).startswith(start)
    assert "4,48 (Poland)" in alt_of("bars of two years", language)


def test_the_brief_s_own_text_comes_first() -> None:
    """And it is the whole of it."""
    (figure,) = view_text("figures: {f: {chart: bar, alt: Mine., rows: [{a: b, c: 1}]}}").figures
    assert words_of(figure.alt) == "Mine."
