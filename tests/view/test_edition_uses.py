"""Sources, facts and terms stay in an edition where something shown uses them."""

from tests.view.editions import HIGH, LOW, make

LINES = f"""
    marking: {HIGH}
    portions: {{summary: {LOW}, sources: {LOW}, facts: {LOW}, glossary: {LOW}, issue: {HIGH}, figures: {LOW}}}
    summary: |
      The EU-27 says [@share], and the WHO too.
    issue: |
      Only here: [@hidden], [@unused], NATO.
    facts:
      - {{id: share, value: 3, sources: [report]}}
      - {{id: unused, value: 4, sources: [other]}}
    figures:
      lone: {{rows: [{{GDP: 1}}], source: figures}}
      named: {{rows: [{{a: 1}}]}}
    agenda: [{{topic: A, figures: [named]}}]
    sources:
      report: {{title: "Report of the OECD [@older]"}}
      older: {{title: Older}}
      other: {{title: Other}}
      hidden: {{title: Hidden}}
      figures: {{title: Figures}}
    glossary: {{EU: Union, EU-27: "All of the UN", WHO: Health, NATO: Alliance, OECD: Club, UN: Nations, GDP: Product, WH: Whale}}
"""


def test_only_what_is_used_stays_also_by_what_is_used_itself() -> None:
    """A source by a fact or by another source's title, a term by a meaning or a cell; the longest term is meant."""
    brief = make(LINES).brief
    assert brief is not None
    assert [fact.id for fact in brief.facts] == ["share"]
    assert list(brief.sources) == ["report", "older", "figures"]
    assert list(brief.glossary) == ["EU-27", "WHO", "OECD", "UN", "GDP"]


def test_a_figure_that_only_a_withheld_item_names_goes_with_it() -> None:
    """One that no item names stands for itself."""
    making = make(LINES)
    assert making.brief is not None
    assert list(making.brief.figures) == list(making.tables) == ["lone"]
    shown = make(LINES.replace("topic: A,", f"topic: A, marking: {LOW},")).brief
    assert shown is not None
    assert list(shown.figures) == ["lone", "named"]
    assert shown.agenda[0].figures == ("named",)
