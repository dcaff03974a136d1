"""What is wrong with the settings of ``checks``: names that choose nothing."""

from collections.abc import Iterator

from briefmaker.checks.dated_facts import list_registers
from briefmaker.checks.selectors import is_selector, list_selectors
from briefmaker.checks.text_in_brief import fold_word
from briefmaker.checks.words_of_rules import list_word_lists
from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model.check_settings import CheckSettings
from briefmaker.reading.suggest import did_you_mean
from briefmaker.reading.yaml_problems import shorten

_NO_NAME, _NAME_HINT = (
    "a name without letters cannot be looked for",
    "write a name, as in {Kyiv: [Kiev]}, or take the entry out",
)
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
    yield from _check_registers(settings, places)
    known = list_word_lists()
    for name in settings.words:
        if name not in known:
            path = f"checks.words.{name}"
            hint = did_you_mean(name, known, f"there are: {', '.join(known)}")
            yield places.finding(
                Code.SETTINGS, path, f"there is no list of words `{shorten(name)}`", hint, span=places.key(path)
            )
    yield from _check_names(settings, places)


def _check_names(settings: CheckSettings, places: Places) -> Iterator[Diagnostic]:
    """Tell of each spelling that the house both wants and refuses, or refuses for two names."""
    refused: dict[str, str] = {}
    for name, variants in settings.names.items():
        if not _has_word(name):
            path = f"checks.names.{name}"
            yield places.finding(Code.SETTINGS, path, _NO_NAME, _NAME_HINT, span=places.key(path))
        for index, variant in enumerate(variants):
            if not _has_word(variant):
                yield places.finding(Code.SETTINGS, f"checks.names.{name}[{index}]", _NO_NAME, _NAME_HINT)
                continue
            if variant != name and fold_word(variant) == fold_word(name):
                message = f"`{shorten(variant)}` and `{shorten(name)}` differ by capitals alone, and are not told apart"
                hint = "refuse spellings with other letters"
                yield places.finding(Code.SETTINGS, f"checks.names.{name}[{index}]", message, hint)
                continue
            other = variant if variant in settings.names else refused.setdefault(variant, name)
            if other != name or variant in settings.names:
                message = (
                    f"`{shorten(variant)}` is refused for `{shorten(name)}`, and stands with `{shorten(other)}` too"
                )
                hint = "give each spelling once: as the name, or among those refused for one name"
                yield places.finding(Code.SETTINGS, f"checks.names.{name}[{index}]", message, hint)


def _has_word(name: str) -> bool:
    """Tell whether a name has a letter or a digit: one without is found nowhere, and would take out what it stands for."""
    return any(letter.isalnum() for letter in name)


def _check_registers(settings: CheckSettings, places: Places) -> Iterator[Diagnostic]:
    known = list_registers()
    for index, name in enumerate(settings.without_registers):
        if name not in known:
            hint = did_you_mean(name, known, f"there are: {', '.join(known)}")
            message = f"no register `{shorten(name)}` comes with briefmaker"
            yield places.finding(Code.SETTINGS, f"checks.without_registers[{index}]", message, hint)


def describe_unknown(selector: str) -> str:
    """Give the sentence that nothing is called so."""
    return f"there is no rule, code or family `{shorten(selector)}`"


def suggest_selector(selector: str) -> str:
    """Give the hint: what was probably meant, or where to look."""
    return did_you_mean(selector, list_selectors(), HINT)
