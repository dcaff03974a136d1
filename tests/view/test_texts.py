"""The maker of texts: read from Markdown, cited, kept together, and told where from."""

from babel import Locale
from tests.briefs import read_text, words_of

from briefmaker.model import Line
from briefmaker.model.rich_text import Paragraph, Run
from briefmaker.view.citations import Citations
from briefmaker.view.marking import load_scheme
from briefmaker.view.portion_marks import PortionMarks
from briefmaker.view.shown_text import Text
from briefmaker.view.texts import TextMaker


def make_texts(*shows: str) -> TextMaker:
    """Give the maker of a brief with a marked objective, whose template shows these fields."""
    marked = "objectives: [Open., {text: Closed., marking: NATO RESTRICTED}]"
    brief = read_text(f"marking: NATO SECRET\n{marked}\nsources: {{report: {{title: Report}}}}").brief
    scheme = load_scheme("nato")
    assert brief is not None
    assert scheme is not None
    return TextMaker(Locale("en", "GB"), Citations(brief, str), PortionMarks(brief, scheme, shows), shows)


def test_a_field_that_is_not_shown_or_not_filled_gives_nothing() -> None:
    """Where a text must not be missing, it is empty and still says where it is from."""
    make = make_texts("title")
    assert make.short("title", "Talks") is not None
    for value in (None, "", "  "):
        assert make.short("title", value) is None
        assert make.rich("title", value) is None
    assert make.words("title", None) is None
    assert make.words("reference", "0007") is None
    assert make.short("objectives[0]", "Listen") is None
    assert make.require_short("agenda[0].topic", "Grain") == Text("agenda[0].topic", ())
    assert make.require_words("status", "draft") == Text("status", ())


def test_words_stay_exactly_as_they_are() -> None:
    """A registry number is no Markdown."""
    text = make_texts("reference").words("reference", "*7* [@report] 5 %")
    assert text == Text("reference", (Paragraph((Run("*7* [@report] 5 %"),)),))


def test_a_short_text_is_one_line_of_markdown() -> None:
    """With emphasis and citations, and unbroken blanks."""
    text = make_texts("title").short("title", "Spend *5 %* [@report]")
    assert text is not None
    assert words_of(text) == "Spend 5\u00a0% [1]"
    assert len(text.blocks) == 1


def test_a_rich_text_has_paragraphs_and_lists() -> None:
    """Each in its own block."""
    text = make_texts("background").rich("background", "One.\n\nTwo.\n\n- three\n")
    assert text is not None
    assert words_of(text) == "One. | Two. | three"
    assert len(text.blocks) == 3


def test_each_line_of_a_list_has_its_own_path_and_mark() -> None:
    """So that a change in a document finds its way back to its line."""
    lines = (Line(text="Open."), Line(text="Closed."))
    texts = make_texts("objectives").lines("objectives", lines)
    assert [(text.path, text.portion) for text in texts] == [("objectives[0]", ""), ("objectives[1]", "(NR)")]
    assert make_texts("title").lines("objectives", lines) == ()


def test_a_part_is_shown_when_anything_under_it_is() -> None:
    """A template may name a whole part, or single fields of it."""
    assert make_texts("meeting").has_shown_part("meeting")
    assert make_texts("meeting").has_shown_part("meeting.programme")
    assert make_texts("meeting.last_met.outcome").has_shown_part("meeting.last_met")
    assert not make_texts("meetings", "agenda").has_shown_part("meeting")


def test_a_text_of_200_000_characters_keeps_all_its_paragraphs() -> None:
    """Long texts are made like short ones: each paragraph with its words and its citation."""
    make = make_texts("background")
    piece = "Allies spend 5 % of GDP by 21 October 2025 [@report, p. 3], under Article 5, *at last*.\n\n"
    text = make.rich("background", piece * (200_000 // len(piece)))
    assert text is not None
    assert len(text.blocks) == 200_000 // len(piece)
    assert len({words_of(Text("background", (block,))) for block in text.blocks}) == 1
