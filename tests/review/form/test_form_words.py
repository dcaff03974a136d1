"""Forms say the same in every language."""

import pytest

from briefmaker.reading.shipped_yaml import load_shipped_yaml
from briefmaker.review.form.form_words import FormWords, languages_with_forms, list_placeholders
from briefmaker.view.labels import languages_with_labels

ENGLISH = load_shipped_yaml("briefmaker.review", "form_words", "en")


def test_every_language_with_labels_has_forms() -> None:
    """A house that issues briefs in a language can ask for them in it."""
    assert languages_with_forms() == languages_with_labels()


@pytest.mark.parametrize("language", languages_with_forms())
def test_a_language_has_all_labels_and_hints_for_known_places(language: str) -> None:
    """Where a hint is missing the label says enough; none is for a place that there is not."""
    words = load_shipped_yaml("briefmaker.review", "form_words", language)
    assert words.keys() == ENGLISH.keys()
    assert words["labels"].keys() == ENGLISH["labels"].keys()
    assert words["hints"].keys() <= ENGLISH["hints"].keys()
    assert len(words["hints"]) > 40
    assert len(words["intro"]) == len(ENGLISH["intro"])


def test_what_stands_in_a_place_is_nothing_that_a_brief_would_say() -> None:
    """It is taken out wherever it stands: it has brackets, and no two languages share it."""
    placeholders = list_placeholders()
    assert len(set(placeholders)) == len(placeholders)
    assert all(each.startswith("[") and each.endswith("]") and len(each) > 8 for each in placeholders)


@pytest.mark.parametrize("language", [each for each in languages_with_forms() if each != "en"])
def test_what_somebody_is_is_not_called_as_the_heading_of_a_brief(language: str) -> None:
    """In English both are a title; elsewhere a column of that name would be filled in with something else."""
    words = FormWords(language)
    assert words.label("participants.title") not in (words.label("title"), words.label("participants.role"))
