"""Titles of one person are compared, wherever they stand; those of two people, or of two times, are not."""

from tests.checking import check_text, places_of

from briefmaker.model.check_settings import CheckSettings, WordChoice

RUTTE = "participants:\n  - {name: Mark Rutte, title: Secretary General, role: principal}\n"


def test_a_title_in_a_text_is_compared_with_the_participant_s() -> None:
    """In any field that the reader meets."""
    found = check_text(f"{RUTTE}bottom_line: |\n  Let President Rutte speak.\n", "NAM002")
    assert places_of(found, "NAM002") == [(4, "bottom_line")]
    assert "Secretary General" in found[0].message


def test_one_person_listed_twice_has_one_title() -> None:
    """The second entry is told."""
    twice = "participants:\n  - {name: Ana Silva, title: Minister of Trade}\n  - {name: Ana Silva, title: Ambassador}\n"
    assert places_of(check_text(twice, "NAM002"), "NAM002") == [(3, "participants[1].title")]


def test_two_people_of_one_surname_are_two() -> None:
    """Where two first names are known, a surname alone says nothing."""
    lines = "bottom_line: |\n  President Ana Silva and Ambassador Rui Silva met. Minister Silva was away.\n"
    assert check_text(lines, "NAM002") == ()


def test_a_title_of_another_time_is_no_second_one() -> None:
    """Told by a word before it, or by an earlier year in the sentence."""
    lines = f"{RUTTE}bottom_line: |\n  In 2015 Prime Minister Rutte hosted it. Then Prime Minister Rutte paid.\n"
    assert check_text(lines, "NAM002") == ()


def test_a_house_may_have_titles_of_its_own() -> None:
    """By the settings of words."""
    checks = CheckSettings(words={"titles": WordChoice(add={"Provost": "office provost", "Warden": "office warden"})})
    lines = "bottom_line: |\n  Provost Lund agreed. Warden Lund did not.\n"
    assert [line for line, _ in places_of(check_text(lines, "NAM002", checks=checks), "NAM002")] == [2]
    assert check_text(lines, "NAM002") == ()
