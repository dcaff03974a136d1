"""A figure has no alternative text of its own.

Documents then carry one that is made of the numbers; it tells the highest and the lowest, and not what the figure is
there for.

Why: PDF/UA-1 and WCAG 2.0 (1.1.1) ask for a text that serves the same purpose as the picture.

Wrong:

    template: information
    figures:
      grain:   # ACC001
        chart: column
        x: year
        y: {share: "% of exports"}
        rows: [{year: "2024", share: "31"}, {year: "2025", share: "34"}]

Right:

    template: information
    figures:
      grain:
        chart: column
        x: year
        y: {share: "% of exports"}
        rows: [{year: "2024", share: "31"}, {year: "2025", share: "34"}]
        alt: Grain through the corridor grew from 31 to 34 % of exports within a year.
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.model.evidence import Chart


@rule(shows=("figures",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find charts without an alternative text; a table is read as it stands."""
    for name, figure in checked.brief.figures.items():
        if figure.alt is None and figure.chart is not Chart.TABLE:
            hint = "add `alt`: what the figure shows, for readers who cannot see it"
            path = f"figures.{name}"
            yield Finding(path, f"the figure `{name}` has no alternative text of its own", hint, at_name=True)
