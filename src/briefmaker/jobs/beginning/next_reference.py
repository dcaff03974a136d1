"""The registry number that follows another: its last number raised, its year that of the new issue."""

import re

_NUMBER = re.compile(r"[0-9]+")
_LONGEST_COUNT = 20  # digits; what is longer counts nothing, and Python refuses to read thousands of them


def next_reference(reference: str, year: int, new_year: int) -> str:
    """Give the next registry number: ``PBN-2025-117`` -> ``PBN-2025-118``, and ``PBN-2026-118`` for an issue of the next year.

    ``year`` is that of the old issue. The first number that is this year is a year and no count; the last of the others is
    raised, its width kept: ``007`` -> ``008``. A reference without a count changes its year only.
    """
    numbers = list(_NUMBER.finditer(reference))
    issued = next((each for each in numbers if each.group() == str(year)), None)
    count = next((each for each in reversed(numbers) if each is not issued and _counts(each.group())), None)
    raised = {count.start(): _raise(count.group())} if count else {}
    moved = {issued.start(): str(new_year)} if issued else {}
    return _NUMBER.sub(lambda each: {**raised, **moved}.get(each.start(), each.group()), reference)


def _counts(number: str) -> bool:
    return len(number) <= _LONGEST_COUNT


def _raise(number: str) -> str:
    return str(int(number) + 1).zfill(len(number))
