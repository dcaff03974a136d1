"""What is wrong with the settings of ``checks``: names that choose nothing."""

from collections.abc import Iterator

from briefmaker.checks.selectors import is_selector, list_selectors
from briefmaker.checks.words_of_rules import list_word_lists
from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model.check_settings import CheckSettings
from briefmaker.reading.suggest import did_you_mean
from briefmaker.reading.yaml_problems import shorten

HINT = "name a code, a rule or a family; `briefmaker rule` lists them"


def check_rule_settings(settings: CheckSettings, places: Places) -> Iterator[Diagnostic]:
    """Tell of each code, name or family that there is not, at its line."""
    for name in ("select", "ignore"):
        for index, selector in enumerate(getattr(settings, name)):
            if not is_selector(selector):
                path = f"checks.{name}[{index}]"
                yield places.finding(Code.SETTINGS, path, describe_unknown(selector), suggest_selector(selector))
    for selector in settings.severities:
        if not is_selector(selector):
            path = f"checks.severities.{selector}"
            message, hint = describe_unknown(selector), suggest_selector(selector)
            yield places.finding(Code.SETTINGS, path, message, hint, span=places.key(path))
    known = list_word_lists()
    for name in settings.words:
        if name not in known:
            path = f"checks.words.{name}"
            hint = did_you_mean(name, known, f"there are: {', '.join(known)}")
            yield places.finding(
                Code.SETTINGS, path, f"there is no list of words `{shorten(name)}`", hint, span=places.key(path)
            )


def describe_unknown(selector: str) -> str:
    """Give the sentence that nothing is called so."""
    return f"there is no rule, code or family `{shorten(selector)}`"


def suggest_selector(selector: str) -> str:
    """Give the hint: what was probably meant, or where to look."""
    return did_you_mean(selector, list_selectors(), HINT)
