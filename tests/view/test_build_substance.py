"""The substance of a view outside the agenda."""

import json

from tests.briefs import EVERYTHING, loosen, view_text, words_of

SUBSTANCE = """
marking: NATO SECRET
implications:
  - statement: Every ally reaches *2 %*.
    concerns: NATO
    horizon: 2025
    likelihood: very likely
    confidence: high
    basis: An estimate
    so_what: Ask for more.
    marking: NATO RESTRICTED
items:
  - {title: Corridor holds, theme: Black Sea, text: "One.\\n\\nTwo.", likelihood: likely, confidence: low, basis: Reports,
     so_what: Wait., marking: NATO UNCLASSIFIED}
decision:
  ask: Agree to act.
  options:
    - {name: Act now, text: Costly., recommended: true, marking: NATO RESTRICTED}
    - {name: Wait}
  by: 2025-10-28
  because: Papers close.
next_steps:
  - {action: Write., owner: Policy, due: 2025-11-01, marking: NATO RESTRICTED}
  - {action: Call.}
sections: [{heading: Handling, text: "One.\\n\\n- two", marking: NATO RESTRICTED}]
annexes: [{title: Map, text: A map., marking: NATO UNCLASSIFIED}]
"""


def test_a_judgement_has_likelihood_confidence_basis_and_consequence() -> None:
    """The mark stands beside the statement."""
    (each,) = view_text(SUBSTANCE).implications
    assert (loosen(words_of(each.statement)), each.statement.portion) == ("Every ally reaches 2 %.", "(NR)")
    texts = [each.concerns, each.horizon, each.confidence, each.basis, each.so_what]
    assert [words_of(text) for text in texts] == ["NATO", "2025", "high", "An estimate", "Ask for more."]
    assert each.likelihood is not None
    assert words_of(each.likelihood.term) == "very likely"


def test_confidence_is_a_word_of_the_brief_s_language() -> None:
    """Spanish has its own, whatever the field's value."""
    (each,) = view_text("language: es\nimplications: [{statement: Dura., confidence: moderate}]").implications
    assert words_of(each.confidence) == "moderada"


def test_an_entry_of_a_weekly_brief_has_the_same_and_its_theme() -> None:
    """With paragraphs of text."""
    (theme,) = view_text(SUBSTANCE).themes
    (item,) = theme.items
    assert (words_of(item.title), item.title.portion, words_of(item.text)) == ("Corridor holds", "(NU)", "One. | Two.")
    assert [words_of(text) for text in (theme.theme, item.confidence, item.basis, item.so_what)] == [
        "Black Sea",
        "low",
        "Reports",
        "Wait.",
    ]
    assert item.likelihood is not None
    assert item.likelihood.range == "55–80\u00a0%"


def test_a_decision_has_its_options_and_the_day_it_is_needed() -> None:
    """One of them may be recommended."""
    decision = view_text(SUBSTANCE).decision
    assert decision is not None
    assert [loosen(words_of(text)) for text in (decision.ask, decision.by, decision.because)] == [
        "Agree to act.",
        "28 October 2025",
        "Papers close.",
    ]
    assert [(words_of(each.name), words_of(each.text), each.is_recommended) for each in decision.options] == [
        ("Act now", "Costly.", True),
        ("Wait", "", False),
    ]
    assert decision.options[0].name.portion == "(NR)"
    assert view_text("version: 1").decision is None


def test_next_steps_have_owner_and_day() -> None:
    """Where they are given."""
    steps = view_text(SUBSTANCE).next_steps
    assert [[loosen(words_of(text)) for text in (step.action, step.owner, step.due)] for step in steps] == [
        ["Write.", "Policy", "1 Nov 2025"],
        ["Call.", "", ""],
    ]
    assert steps[0].action.portion == "(NR)"


def test_sections_and_annexes_have_heading_and_text() -> None:
    """In order; the mark stands beside the heading."""
    view = view_text(SUBSTANCE)
    parts = [*view.sections, *view.annexes]
    assert [(words_of(each.heading), each.heading.portion, words_of(each.text)) for each in parts] == [
        ("Handling", "(NR)", "One. | two"),
        ("Map", "(NU)", "A map."),
    ]
    assert [each.heading.path for each in parts] == ["sections[0].heading", "annexes[0].title"]


def test_short_entries_are_grouped_by_theme() -> None:
    """Themes in the order in which they first appear, entries in the brief's, numbered as printed; those without a theme last."""
    items = [("One", "Black Sea"), ("Two", None), ("Three", "Energy"), ("Four", " Black  Sea"), ("Five", None)]
    lines = "".join(f"  - {{title: {title}, theme: {json.dumps(theme or '')}}}\n" for title, theme in items)
    themes = view_text(f"items:\n{lines}").themes
    assert [words_of(each.theme) for each in themes] == ["Black Sea", "Energy", ""]
    assert [[(item.number, words_of(item.title)) for item in each.items] for each in themes] == [
        [(1, "One"), (2, "Four")],
        [(3, "Three")],
        [(4, "Two"), (5, "Five")],
    ]
    assert themes[0].theme is not None
    assert themes[0].theme.path == "items[0].theme"


def test_where_themes_are_not_shown_entries_stand_in_the_brief_s_order() -> None:
    """A grouping that nobody sees would only confuse."""
    lines = "items: [{title: One, theme: Sea}, {title: Two, theme: Land}, {title: Three, theme: Sea}]"
    (theme,) = view_text(lines, ("items.title",)).themes
    assert theme.theme is None
    assert [words_of(item.title) for item in theme.items] == ["One", "Two", "Three"]


def test_what_a_template_does_not_show_is_not_there() -> None:
    """Part by part."""
    for name in ("implications", "items", "next_steps", "sections", "annexes", "decision"):
        part = {"items": "themes"}.get(name, name)
        shows = tuple(field for field in EVERYTHING if field != name)
        assert getattr(view_text(SUBSTANCE), part)
        assert not getattr(view_text(SUBSTANCE, shows), part)
