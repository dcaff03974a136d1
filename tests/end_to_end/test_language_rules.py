"""Language rules find what they have to, and leave what only looks like it: as often as was promised."""

import pytest
from tests.language import LEAST_PRECISION, LEAST_RECALL, PARTS, list_measured, measure

from briefmaker.checks.all_rules import list_rules

SETS = [(code, language, part) for part in PARTS for code, language in list_measured(part)]
CODES = {rule.code for rule in list_rules()}


@pytest.mark.parametrize(("code", "language", "part"), SETS, ids=lambda each: each)
def test_a_language_rule_is_as_good_as_promised(code: str, language: str, part: str) -> None:
    """With at least 0.9 precision and 0.8 recall, on texts it was written by and on others."""
    found = measure(code, language, part)
    assert found.precision >= LEAST_PRECISION, found.wrongly_found
    assert found.recall >= LEAST_RECALL, found.missed


@pytest.mark.parametrize(("code", "language"), list_measured("open"), ids=lambda each: each)
def test_there_are_enough_texts(code: str, language: str) -> None:
    """Thirty that have to be found and thirty that have not, a third of them set aside."""
    own, aside = measure(code, language, "open"), measure(code, language, "aside")
    assert own.positives + aside.positives >= 30
    assert own.near_misses + aside.near_misses >= 30
    assert min(aside.positives, aside.near_misses) >= 15
