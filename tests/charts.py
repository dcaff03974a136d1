"""Figures of every kind for tests, as YAML: with gaps, numbers below zero, long names, dates and many points."""

import math

MONTHS = "".join(
    f"      - {{month: {2005 + number // 12}-{number % 12 + 1:02}, Brent: {70 + 30 * math.sin(number / 17):.1f}}}\n"
    for number in range(240)
)

CHARTS = {
    "bars of two years": """
    chart: bar
    x: ally
    y: {"2014": "2014", "2025": "2025 (estimate)"}
    unit: "% of GDP"
    highlight: [United States]
    reference_line: {value: 3.5, label: core defence}
    caption: Spending & more
    rows:
      - {ally: Poland, "2014": 1.88, "2025": 4.48}
      - {ally: United States, "2014": 3.71, "2025": 3.22}
      - {ally: Iceland, "2014": , "2025": }
""",
    "bars of one series": """
    chart: bar
    rows:
      - {country: "Federation of a <very> long name, with its district and several islands", tonnes: 1234567.5}
      - {country: Malta, tonnes: 12}
""",
    "bars of six peers": """
    chart: bar
    rows:
      - {q: One, Northern: 1000000, Southern: 2000000, Eastern: 3000000, Western: 4000000, Middle: 5000000, Other: 6000000}
      - {q: Two, Northern: 1500000, Southern: 2500000, Eastern: 3500000, Western: 4500000, Middle: 5500000, Other: 650000}
""",
    "bars below zero": """
    chart: bar
    reference_line: {value: -1, label: limit}
    rows: [{c: Italy, "2023": -2.1, "2024": 0.7}, {c: Greece, "2023": 1.4, "2024": -1.3}]
""",
    "columns": """
    chart: column
    reference_line: {value: 2, label: guideline}
    highlight: ["2024"]
    rows: [{y: 2022, Share: 1.4}, {y: 2023, Share: 1.9}, {y: 2024, Share: 2.2}]
""",
    "columns of three peers": """
    chart: column
    rows: [{q: Q1, North: -1.5, South: 2.5, East: 1}, {q: Q2, North: -0.5, South: , East: -2}]
""",
    "lines": """
    chart: line
    highlight: [Poland, "2022"]
    reference_line: {value: 110, label: target}
    rows:
      - {year: 2020, Poland: 100, Spain: 100, France: 100}
      - {year: 2021, Poland: 112, Spain: , France: 101}
      - {year: 2022, Poland: 124.5, Spain: 102, France: 102}
""",
    "a line of days": """
    chart: line
    rows: [{day: 2025-01-03, Price: 71.2}, {day: 2025-01-20, Price: 80.1}, {day: 2025-10-21, Price: 61.3}]
""",
    "a line of many months": f"    chart: line\n    rows:\n{MONTHS}",
    "a pie": """
    chart: pie
    unit: million
    highlight: [Spain]
    rows: [{c: Germany, v: 340}, {c: United Kingdom, v: 200}, {c: Spain, v: 12}, {c: Malta, v: 5}, {c: Others, v: 60}]
""",
    "a pie of shares": """
    chart: pie
    rows: [{c: For, v: 62 %}, {c: Against, v: 38 %}]
""",
}


def write_figures(names: tuple[str, ...] = tuple(CHARTS)) -> str:
    """Give the field ``figures`` of a brief with these charts."""
    entries = (f"  f{number}:\n{CHARTS[name].lstrip(chr(10))}" for number, name in enumerate(names))
    return "figures:\n" + "".join(entries)
