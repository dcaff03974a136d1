"""Blanks at which no line may break."""

import pytest
from babel import Locale

from briefmaker.model.rich_text import Cited, CitedSource, Inlines, Paragraph, Run
from briefmaker.model.text import TextKind
from briefmaker.reading.markdown import parse_markdown
from briefmaker.view.blanks import NO_BREAK, keep_together

ENGLISH, SPANISH, FRENCH = Locale("en", "GB"), Locale("es"), Locale("fr")


def keep(words: str, locale: Locale = ENGLISH) -> str:
    """Give words with ``~`` for each unbreakable blank."""
    (paragraph,) = keep_together((Paragraph((Run(words),)),), locale)
    assert isinstance(paragraph, Paragraph)
    (run,) = paragraph.inlines
    assert isinstance(run, Run)
    assert run.text.replace(NO_BREAK, " ") == words
    return run.text.replace(NO_BREAK, "~")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("spend 5 % of GDP", "spend 5~% of GDP"),
        ("a gap of 12 million euros", "a gap of 12~million euros"),
        ("USD 90 billion by 2030", "USD 90~billion by 2030"),
        ("€ 90 or 90 €", "€~90 or 90~€"),
        ("on 21 October 2025", "on 21~October 2025"),
        ("on October 21, 2025", "on October~21, 2025"),
        ("on 21 Oct 2025", "on 21~Oct 2025"),
        ("under Article 5 of the Treaty", "under Article~5 of the Treaty"),
        ("see p. 3 and pp. 4-5, No. 7, art. 8", "see p.~3 and pp.~4-5, No.~7, art.~8"),
        ("for 15 min", "for 15~min"),
    ],
)
def test_a_number_stays_with_what_it_counts(words: str, kept: str) -> None:
    """Units, months, articles and pages; the words are those that were typed."""
    assert keep(words) == kept


@pytest.mark.parametrize(
    "words",
    [
        "in October 2025",
        "5 minutes",
        "15 ministers",
        "3 Mays",
        "particle 5 is",
        "Marching 21 men",
        "the article said 5 times",
        "% 5",
    ],
)
def test_other_blanks_stay_loose(words: str) -> None:
    """What only looks like a unit or a month is left alone."""
    assert keep(words) == words


def test_months_are_those_of_the_language() -> None:
    """Spanish puts a word between day and month."""
    assert keep("el 21 de octubre de 2025", SPANISH) == "el 21~de~octubre de 2025"
    assert keep("el artículo 5, 12 millones", SPANISH) == "el artículo~5, 12~millones"
    assert keep("le 21 octobre, article 5", FRENCH) == "le 21~octobre, article~5"
    assert keep("le 21 October", FRENCH) == "le 21 October"


def test_styles_links_lists_and_tables_are_kept() -> None:
    """Only blanks change, wherever in the text they stand."""
    source = "**5 %** and [5 %](https://a.example)\n\n1. 5 %\n   - 5 %\n\n| 5 % | b |\n|:--|--:|\n| 5 % | c |\n"
    blocks = parse_markdown(source, TextKind.RICH)
    kept = keep_together(blocks, ENGLISH)
    assert repr(kept).replace("\\xa0", " ") == repr(blocks)
    assert repr(kept).count("5\\xa0%") == repr(blocks).count("5 %") == 6


def test_the_place_in_a_citation_does_not_break() -> None:
    """Its text and its place stay the same as each other."""
    inlines: Inlines = (Cited((CitedSource(1, "p. 3"),), "[1, p. 3]"),)
    assert keep_together((Paragraph(inlines),), ENGLISH) == (
        Paragraph((Cited((CitedSource(1, "p.\u00a03"),), "[1, p.\u00a03]"),)),
    )


@pytest.mark.parametrize("piece", ["5 % ", "21 October ", "Article 5 ", "a ", "     ", "1"])
def test_a_text_of_100_000_characters_keeps_its_words(piece: str) -> None:
    """Only blanks change, whatever the length."""
    text = piece * (100_000 // len(piece))
    [kept] = keep_together((Paragraph((Run(text),)),), ENGLISH)
    assert kept.inlines[0].text.replace(NO_BREAK, " ") == text  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("locale", "words", "kept"),
    [
        (FRENCH, "Ils disent : « non » ; vrai ? Oui !", "Ils disent~: «~non~»~; vrai~? Oui~!"),
        (FRENCH, "à 15:00 ou: non", "à 15:00 ou: non"),
        (ENGLISH, "They say : no ; or « yes »", "They say : no ; or « yes »"),
        (Locale("de"), "am 21. Oktober, Art. 5, S. 3, Nr. 7", "am 21.~Oktober, Art.~5, S.~3, Nr.~7"),
        (Locale("de"), "3 Mio. Euro, 4 Prozent", "3~Mio. Euro, 4~Prozent"),
        (Locale("pl"), "w Warszawie i z nami, 5 mln zł", "w~Warszawie i~z~nami, 5~mln zł"),
        (Locale("pl"), "dwaj i trzej; ów dom", "dwaj i~trzej; ów dom"),
        (Locale("uk"), "у Києві та з ним, 3 млн", "у~Києві та з~ним, 3~млн"),
        (Locale("nl"), "artikel 5, 3 miljoen", "artikel~5, 3~miljoen"),
        (Locale("ar"), "نحو 5 مليون طن", "نحو 5~مليون طن"),
    ],
)
def test_each_language_keeps_together_what_it_does_not_break(locale: Locale, words: str, kept: str) -> None:
    """French its tall marks, where a blank was typed before them; German its ordinal days; Polish its words of one letter."""
    assert keep(words, locale) == kept
