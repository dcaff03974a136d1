"""Writes docs/mutations.md: of each kind of fault how many were planted and found, and what was found on lines left alone.

    python -m tools.mutation

Ends with 1 when fewer than 95 % were found at their lines, or anything was found elsewhere.
"""

import sys

from tools.mutation.page import PAGE, write_page
from tools.mutation.run import is_enough, run


def main() -> int:
    """Plant, check, write the page, and tell whether it is enough."""
    outcomes = run()
    PAGE.write_text(write_page(outcomes), "utf-8")
    return 0 if is_enough(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
