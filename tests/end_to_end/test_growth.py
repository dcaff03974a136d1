"""What rules do grows as a brief does, also for texts that were made to be slow: no rule costs the square of one."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from tests.checking import check_text

_SMALL = 8_000
_MOST = 2.5
"""Twice the text may take this many times the calls."""
_START = "likelihood_scale: icd-203\n"


def _fill(piece: str) -> Callable[[int], str]:
    """Give what writes a brief with one text of a length, made of a piece."""
    return lambda length: (
        f"{_START}agenda:\n  - topic: Trade\n    background: >-\n      {piece * (length // len(piece))}\n"
    )


def _spell_out(length: int) -> str:
    names = (f"  T{at}: Union of Farm{at} Trade\n" for at in range(length // 25))
    return f"{_START}bottom_line: Trade grows.\nglossary:\n{''.join(names)}"


def _list_facts(length: int) -> str:
    count = length // 60
    facts = (f"  - {{id: f{at}, value: {at}, unit: tonnes}}\n" for at in range(count))
    cited = " ".join(f"It sells [@f{at}]." for at in range(count))
    return f"{_START}facts:\n{''.join(facts)}bottom_line: {cited}\n"


TEXTS = {
    "a sentence without an end": _fill("Exports grew by 12 % to 34 tonnes and 5 and "),
    "sums without an end": _fill("12 % of 34, i.e. 5 and 6; "),
    "hedges": _fill("probably might could "),
    "names without an end": _fill("Minister Anna Berg of Trade and "),
    "rows of dots": _fill("...--.. "),
    "one row of dots": _fill("...--.."),
    "a glossary": _spell_out,
    "facts": _list_facts,
}


def _count_calls(lines: str) -> int:
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        check_text(lines)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("name", TEXTS)
def test_twice_the_text_takes_about_twice_the_calls(name: str) -> None:
    """Counted, not timed: what Python calls while all rules are asked; what happens within one pattern is not seen."""
    write = TEXTS[name]
    check_text(write(_SMALL // 4))  # what is read and compiled once is no part of it
    small, large = _count_calls(write(_SMALL)), _count_calls(write(2 * _SMALL))
    assert large <= _MOST * small, f"{small} calls became {large}"
