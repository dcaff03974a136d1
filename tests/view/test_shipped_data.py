"""The data that come with briefmaker: labels, marking schemes, likelihood scales."""

from briefmaker.view.shipped_data import load_shipped, names_of_shipped


def test_the_names_of_a_folder_are_those_of_its_files() -> None:
    """Dropping a file in adds a language, a scheme or a scale."""
    assert {"ar", "de", "en", "en-US", "es", "fr", "he", "it", "nl", "pl", "tr", "uk"} <= set(
        names_of_shipped("labels")
    )
    assert {"nato", "uk"} <= set(names_of_shipped("marking_schemes"))
    assert names_of_shipped("likelihood_scales") == ("icd-203", "phia")
    assert load_shipped("labels", "xx") is None
    assert load_shipped("labels", "") is None
