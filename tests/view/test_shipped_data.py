"""The data that come with briefmaker: labels, marking schemes, likelihood scales."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import briefmaker.view
from briefmaker.model import Chart, ClearanceState, Confidence, Side, Status
from briefmaker.view.shipped_data import load_shipped, names_of_shipped

LANGUAGES = ("en", "es", "fr")
VIEW = Path(briefmaker.view.__file__).parent
# Where the key stands among what each is called with.
_KEY_OF = {"label": 0, "labelled": 1}


def placeholders(label: str) -> set[str]:
    """Give the words in braces of a label."""
    return set(re.findall(r"\{(\w*)\}", label))


def test_the_names_of_a_folder_are_those_of_its_files() -> None:
    """Dropping a file in adds a language, a scheme or a scale."""
    assert names_of_shipped("labels") == LANGUAGES
    assert names_of_shipped("marking_schemes") == ("nato", "uk")
    assert names_of_shipped("likelihood_scales") == ("icd-203", "phia")
    assert load_shipped("labels", "xx") is None
    assert load_shipped("labels", "") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_labels(language: str) -> None:
    """With the same words to fill in, none empty, and none that YAML took for something else than text."""
    english, own = load_shipped("labels", "en"), load_shipped("labels", language)
    assert own.keys() == english.keys()
    assert all(isinstance(key, str) and isinstance(label, str) and label.strip() == label for key, label in own.items())
    assert all(own.values())
    assert {key: placeholders(label) for key, label in own.items()} == {
        key: placeholders(label) for key, label in english.items()
    }


def find_keys() -> Iterator[str]:
    """Give the keys that the view's code asks for; one made from a choice ends in an underscore."""
    for file in VIEW.glob("*.py"):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in _KEY_OF:
                key = call.args[_KEY_OF[call.func.attr]]
                part = key.values[0] if isinstance(key, ast.JoinedStr) else key
                if isinstance(part, ast.Constant):
                    yield str(part.value)


def test_every_label_that_the_view_asks_for_exists() -> None:
    """Those asked for by name, and those made from the words of a choice."""
    labels, asked = load_shipped("labels", "en"), set(find_keys())
    assert {"version", "draft_notice", "minutes", "accessed"} <= asked
    made = {key for key in asked if key.endswith("_")}
    assert asked - made <= labels.keys()
    drawn = [chart for chart in Chart if chart is not Chart.TABLE]
    choices = {"status_": Status, "state_": ClearanceState, "side_": Side, "confidence_": Confidence, "chart_": drawn}
    assert made == choices.keys()
    for start, words in choices.items():
        assert {start + word.replace("-", "_") for word in words} <= labels.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_can_be_filled_in(language: str) -> None:
    """Braces are only those of words to fill in."""
    for label in load_shipped("labels", language).values():
        filled = label.format(**dict.fromkeys(placeholders(label), "x"))
        assert "{" not in filled
        assert "}" not in filled
