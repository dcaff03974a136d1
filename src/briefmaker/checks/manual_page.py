"""The page of a rule in the manual, read from the docstring of its file."""

import re
from dataclasses import dataclass

_PART = re.compile(r"^(Why|Wrong|Right):[ \t]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ManualPage:
    """What a rule finds, in one sentence and at length; why, with its reference; lines of a brief that are wrong, and right.

    ``wrong`` and ``right`` are parts of a brief's file that can be read as such once what every brief must have is added.
    """

    summary: str
    what: str
    why: str
    wrong: str
    right: str


def read_manual_page(docstring: str) -> ManualPage:
    """Give the page that a docstring is: a sentence, paragraphs, ``Why:``, ``Wrong:`` and ``Right:``, the last two indented.

    Raises ValueError when one of these parts is not there, which is a mistake of whoever wrote the rule.
    """
    what, *parts = _PART.split(docstring.strip())
    found = dict(zip(parts[::2], parts[1::2], strict=True))
    summary, _, rest = what.strip().partition("\n\n")
    page = ManualPage(
        " ".join(summary.split()),
        rest.strip(),
        found.get("Why", "").strip(),
        _outdent(found.get("Wrong", "")),
        _outdent(found.get("Right", "")),
    )
    missing = [name for name in ("summary", "why", "wrong", "right") if not getattr(page, name).strip()]
    if missing:
        raise ValueError(f"the page of a rule lacks: {', '.join(missing)}")
    return page


def _outdent(example: str) -> str:
    lines = example.strip("\n").rstrip().split("\n")
    indentation = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "".join(f"{line[indentation:]}\n" for line in lines)
