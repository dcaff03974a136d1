"""The registry number that follows another."""

import pytest

from briefmaker.jobs.beginning.next_reference import next_reference


@pytest.mark.parametrize(
    ("before", "year", "new_year", "after"),
    [
        ("PBN-2025-117", 2025, 2025, "PBN-2025-118"),
        ("PBN-2025-117", 2025, 2026, "PBN-2026-118"),
        ("PBN-2025-009", 2025, 2025, "PBN-2025-010"),
        ("PBN-2025-999", 2025, 2025, "PBN-2025-1000"),
        ("117/2025", 2025, 2026, "118/2026"),
        ("PBN-2025-2025", 2025, 2026, "PBN-2026-2026"),
        ("PBN-2025-2025", 2025, 2025, "PBN-2025-2026"),
        ("0007", 2025, 2026, "0008"),
        ("12.3/A-4b", 2025, 2026, "12.3/A-5b"),
        ("PBN-2024-117", 2025, 2026, "PBN-2024-118"),
        ("Note 2025", 2025, 2026, "Note 2026"),
        ("Note A", 2025, 2026, "Note A"),
        (f"A-1-{'9' * 5000}", 2025, 2026, f"A-2-{'9' * 5000}"),
        ("ملف 12", 2025, 2026, "ملف 13"),
    ],
)
def test_the_last_number_is_raised_and_the_year_follows(before: str, year: int, new_year: int, after: str) -> None:
    """Its width is kept; a year that is not that of the issue is no year to be moved."""
    assert next_reference(before, year, new_year) == after
