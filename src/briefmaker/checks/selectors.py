"""Names by which findings are chosen: a code (``SRC002``), the name of a rule (``incomplete-source``) or a family (``SRC``)."""

from collections.abc import Iterator

from briefmaker.checks.all_rules import list_rules
from briefmaker.diagnostics import Code

ALL = "ALL"


def means(selector: str, code: str) -> bool:
    """Tell whether a selector chooses findings of a code."""
    wanted = selector.strip()
    if wanted.upper() in (ALL, code, code[:3]):
        return True
    return _name_of(code) == wanted.lower() != ""


def is_selector(selector: str) -> bool:
    """Tell whether a selector can choose anything."""
    return selector.strip().lower() in {each.lower() for each in list_selectors()}


def list_selectors() -> Iterator[str]:
    """Give all that can be chosen: families, codes, names of rules."""
    codes = [*(code.value for code in Code), *(rule.code for rule in list_rules())]
    yield ALL
    yield from dict.fromkeys(code[:3] for code in codes)
    yield from codes
    yield from (rule.name for rule in list_rules())


def closest(selectors: Iterator[str] | tuple[str, ...], code: str) -> str | None:
    """Give the selector that means a code most closely: the code or name itself before the family before all."""
    fitting = [each for each in selectors if means(each, code)]
    return min(fitting, key=_width, default=None)


def _width(selector: str) -> int:
    written = selector.strip().upper()
    return 2 if written == ALL else 1 if len(written) == len("SRC") else 0


def _name_of(code: str) -> str:
    return next((rule.name for rule in list_rules() if rule.code == code), "")
