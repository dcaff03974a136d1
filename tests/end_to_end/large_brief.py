"""Writes a brief far larger than any that should be sent: 45 participants, 40 agenda items, long tables, 120 sources."""

import json

PARTICIPANTS, ITEMS, SOURCES, ROWS = 45, 40, 120, 24
_NAMES = (
    "Þórdís Kolbrún Reykfjörð Gylfadóttir",
    "Nguyễn Phương Trà",
    "Maria-Magdalena von Württemberg-Hohenlohe",
    "Đorđe Šišić",
    "José Manuel Albares Bueno",
)
_WORDS = (
    "The ministers agreed in principle that the corridor stays open through the winter, provided that inspections are "
    "shared, that the costs are met from the common fund, and that either side may ask for a review."
)


def write_large_brief() -> str:
    """Give the brief as YAML (JSON is YAML, so that no text needs care)."""
    brief = {
        "format": 1,
        "template": "meeting",
        "title": "Extraordinary ministerial conference of the riparian states on navigation, inspection and insurance",
        "reference": "LARGE-2026-001",
        "date": "2026-03-02",
        "as_of": "2026-03-01 18:00",
        "timezone": "Europe/Istanbul",
        "marking": "NATO RESTRICTED",
        "handling": ["RELEASABLE TO PARTNERS OF THE CORRIDOR"],
        "to": ["Minister"],
        "bottom_line": "Hold the line on inspection; give way on insurance.",
        "objectives": [f"Objective {number} is met." for number in range(1, 6)],
        "meeting": {
            "start": "2026-03-04 09:00",
            "end": "2026-03-05 18:30",
            "place": "Istanbul",
            "kind": "multilateral",
        },
        "participants": [_participant(number) for number in range(PARTICIPANTS)],
        "agenda": [_item(number) for number in range(ITEMS)],
        "implications": [_implication(number) for number in range(15)],
        "next_steps": [{"action": f"Step {number}: {_WORDS[:90]}", "owner": "Unit"} for number in range(20)],
        "sources": {f"source-{number}": _source(number) for number in range(SOURCES)},
    }
    return json.dumps(brief, ensure_ascii=False, indent=1)


def _participant(number: int) -> dict[str, object]:
    return {
        "id": f"p{number}",
        "name": f"{_NAMES[number % len(_NAMES)]} {number}",
        "title": "Minister for Maritime Affairs, Inland Navigation and Ports",
        "organisation": f"Republic {number}",
        "side": ("ours", "theirs", "other")[number % 3],
        "role": "head of delegation",
        "wants": ["An open corridor", "Shared costs"],
        "approach": _WORDS,
    }


def _item(number: int) -> dict[str, object]:
    cited = [f"[@source-{(3 * number + offset) % SOURCES}]" for offset in range(3)]
    rows = "\n".join(f"| Port {row} | {row * 1000 + number} | {row} % | held {row} days |" for row in range(ROWS))
    return {
        "id": f"item-{number}",
        "topic": f"Point {number + 1} of the agenda, with a title that is long enough to need a second line on the page",
        "lead": f"p{number}",
        "minutes": 10,
        "objective": "The text is agreed.",
        "lines_to_take": [f"Line {line} of item {number}: the corridor stays open." for line in range(4)],
        "issue": _WORDS,
        "our_position": _WORDS,
        "their_position": _WORDS,
        "if_raised": [{"they_say": "Who pays?", "we_say": "The fund pays."} for _ in range(3)],
        "avoid": ["Dates.", "Sums."],
        "background": f"{_WORDS} {cited[0]} {cited[1]}\n\n"
        f"| Port | Tonnes | Share | Delay |\n|---|--:|--:|---|\n{rows}\n\n{_WORDS} {cited[2]}",
    }


def _implication(number: int) -> dict[str, object]:
    return {
        "statement": f"Judgement {number}: the corridor holds.",
        "likelihood": ("likely", "roughly even chance", "almost no chance")[number % 3],
        "confidence": "low",
        "basis": _WORDS,
        "so_what": "Prepare both outcomes.",
    }


def _source(number: int) -> dict[str, object]:
    return {
        "title": f"Report {number} of the joint inspection team on the state of the ports of the northern shore",
        "publisher": "Joint Coordination Centre",
        "date": "2026-01-15",
        "url": f"https://reports.example.org/joint-coordination/2026/{number:04}/full-report-with-annexes.pdf",
        "accessed": "2026-02-28",
        "grade": "B2",
    }
