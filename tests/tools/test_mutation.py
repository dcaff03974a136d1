"""Faults planted into clean briefs are found where they stand, and nothing else is."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tools.mutation.brief_text import BriefText
from tools.mutation.fault import Edit, Fault
from tools.mutation.page import PAGE, write_page
from tools.mutation.run import KINDS, LEAST_FOUND, PROJECT, Outcome, read_briefs, run

LETTER = BriefText(
    "letter", "title: One\nfacts:\n  - {id: a}\nbackground: |\n  Rice fell. Wheat rose.\nstatus: final\n"
)


@cache
def list_outcomes() -> list[Outcome]:
    """Plant and check once for all tests."""
    return run()


def list_imports(path: Path) -> Iterator[str]:
    """Give the names of what a module imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def test_there_are_enough_faults_of_enough_kinds() -> None:
    """Two hundred faults of thirty kinds, each in the text that it says."""
    outcomes = list_outcomes()
    assert len(outcomes) >= 200
    assert len({each.kind for each in outcomes}) >= 30
    assert len({each.fault.text for each in outcomes}) == len(outcomes)


def test_nearly_all_are_found_at_their_lines() -> None:
    """Of every kind some, and of all together 95 %."""
    outcomes = list_outcomes()
    missed = [f"{each.kind}: {each.place}" for each in outcomes if not each.is_found]
    assert len(missed) <= (1 - LEAST_FOUND) * len(outcomes), missed


def test_nothing_is_found_on_lines_that_were_left_alone() -> None:
    """But for what the fault itself declared."""
    assert [(each.kind, each.place, each.elsewhere) for each in list_outcomes() if each.elsewhere] == []


def test_the_page_is_up_to_date() -> None:
    """`python -m tools.mutation` writes it anew."""
    assert PAGE.read_text("utf-8") == write_page(list_outcomes())


def test_what_plants_imports_no_rule() -> None:
    """The faults are not made of what finds them."""
    modules = sorted((PROJECT / "tools" / "mutation").glob("*.py"))
    assert len(modules) > 5
    assert [module.name for module in modules if any("checks" in name for name in list_imports(module))] == []


def test_every_kind_is_planted_somewhere() -> None:
    """A kind that fits no example would prove nothing."""
    briefs = read_briefs()
    assert [kind.name for kind in KINDS if not kind.choose(briefs, 1)] == []


def test_a_line_behind_an_added_one_moves() -> None:
    """And one before it stays."""
    at = LETTER.offset(4)
    fault = Fault(LETTER, "X", (Edit(at, at, "  - {id: b}\n"),))
    assert fault.text.split("\n")[3] == "  - {id: b}"
    assert (fault.lines, fault.planted) == ((4,), {4})
    assert [fault.new_line(line) for line in (3, 4, 6)] == [3, 5, 7]


def test_a_line_behind_a_removed_one_moves_up() -> None:
    """A fault by removal is told elsewhere, at a place that moves with it."""
    facts = LETTER.find("facts")[0]
    fault = Fault(LETTER, "X", (Edit(facts.key, LETTER.block_end(facts), ""),), at=(LETTER.offset(6),))
    assert "facts" not in fault.text
    assert fault.lines == (4,)


def test_a_sentence_is_put_behind_the_last_one_of_a_text() -> None:
    """On its own line, before the end of the block."""
    [(spot, end)] = LETTER.list_prose("background|title")
    assert spot.path == "background"
    assert LETTER.text[end - 11 : end] == "Wheat rose."
