"""What a source must have, on paper and on the web."""

import pytest
from tests.checking import check_text

SOURCE = "sources:\n  one: {{title: One{rest}}}"


@pytest.mark.parametrize(
    ("rest", "missing"),
    [
        (", publisher: P, date: 2025", None),
        (", publisher: P, date: 2025, url: https://x.int, accessed: 2025-10-01", None),
        (", publisher: P, date: 2025, url: https://x.int", "`accessed`"),
        (", publisher: P, date: 2025, accessed: 2025-10-01", "`url`"),
        (", date: 2025", "`publisher`"),
        (", url: https://x.int", "`publisher`, `date`, `accessed`"),
    ],
)
def test_what_is_missing_is_named(rest: str, missing: str | None) -> None:
    """In one finding a source."""
    found = check_text(SOURCE.format(rest=rest), "SRC002")
    assert [each.hint for each in found] == ([f"add {missing}"] if missing else [])
