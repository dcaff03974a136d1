"""How the work of reading and viewing grows with a text: four times the text should take about four times as long.

    python benchmarks/growth.py

Each line is a text made of one piece over and over, such as an author or an attacker might write; the program ends with 1
when four times the text takes more than eight times as long.
"""

import sys
import time

from babel import Locale

from briefmaker.model import TextKind
from briefmaker.reading.markdown import parse_markdown
from briefmaker.reading.text_problems import find_text_problems
from briefmaker.view.blanks import keep_together

PIECES = (
    "Allies spend 5 % of GDP by 21 October [@report, p. 3], *at last*.\n\n",
    "[",
    "*a_ ",
    "[@;",
    "- a\n",
    "|a\n",
    "<a:",
    "`",
)
SHORT, LONG = 10_000, 40_000
LIMIT = 8.0
LEAST = 0.005  # seconds below which nothing can be told of growth
ENGLISH = Locale.parse("en_GB")


def main() -> int:
    """Measure, show, and tell whether every text grew as it should."""
    worst = 0.0
    for piece in PIECES:
        short, long = (min(_measure(piece, length) for _ in range(3)) for length in (SHORT, LONG))
        growth = long / max(short, LEAST)
        worst = max(worst, growth)
        print(f"{piece.strip()[:24]!r:30} {short * 1000:8.1f} ms {long * 1000:8.1f} ms  {growth:5.1f} times")
    return 0 if worst <= LIMIT else 1


def _measure(piece: str, length: int) -> float:
    text = piece * (length // len(piece))
    start = time.process_time()
    if not find_text_problems.__wrapped__(text, TextKind.RICH):
        keep_together(parse_markdown.__wrapped__(text, TextKind.RICH), ENGLISH)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
