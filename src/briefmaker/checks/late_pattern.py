"""A regular expression that is compiled when it is first asked, so that what a brief has no use for costs no start-up."""

import re
import sys
from collections.abc import Iterator
from functools import cached_property


class LatePattern:
    """A regular expression by its source; asked as one that is compiled."""

    def __init__(self, source: str, flags: re.RegexFlag = re.IGNORECASE) -> None:
        self.source, self.flags = source, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, ready to be asked."""
        return re.compile(self.source, self.flags)

    def search(self, words: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Find the first place between two offsets that fits."""
        return self.compiled.search(words, start, end)

    def match(self, words: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Find what fits at an offset."""
        return self.compiled.match(words, start, end)

    def fullmatch(self, words: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Find out whether all that stands between two offsets fits."""
        return self.compiled.fullmatch(words, start, end)

    def finditer(self, words: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Find each place between two offsets that fits."""
        return self.compiled.finditer(words, start, end)
