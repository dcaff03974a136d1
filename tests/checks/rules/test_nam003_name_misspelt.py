"""Names that are nearly right are told, with what may stand instead where it is surely the same name."""

import pytest
from tests.checking import check_text, lines_of

from briefmaker.model.check_settings import CheckSettings

PEOPLE = "participants:\n  - {name: Volodymyr Zelenskyy, role: principal}\n  - {name: Recep Tayyip Erdoğan, role: principal}\n"


@pytest.mark.parametrize(
    ("words", "fix"),
    [
        ("President Zelensky", "Zelenskyy"),
        ("President Zelensky's plane", "Zelenskyy"),
        ("President Erdogan", "Erdoğan"),
        ("President Zelenksyy", None),
    ],
)
def test_a_fix_is_given_for_another_spelling_and_not_for_a_slip(words: str, fix: str | None) -> None:
    """A slip may after all be somebody else."""
    found = check_text(f"{PEOPLE}bottom_line: |\n  Greet {words}.\n", "NAM003")
    assert lines_of(found, "NAM003") == [5]
    assert (found[0].fix.text if found[0].fix else None) == fix


def test_what_the_house_writes_is_left_to_the_house() -> None:
    """The rule on names in two spellings tells of it then."""
    checks = CheckSettings(names={"Zelenskyy": ("Zelensky",)})
    lines = f"{PEOPLE}bottom_line: |\n  Greet President Zelensky.\n"
    assert lines_of(check_text(lines, "NAM003", "NAM001", checks=checks), "NAM001") == [5]
    assert check_text(lines, "NAM003", checks=checks) == ()


def test_the_two_rules_on_names_do_not_tell_one_thing_twice() -> None:
    """A participant's name in two spellings is one finding."""
    lines = f"{PEOPLE}bottom_line: |\n  Greet President Zelensky. Zelenskyy will answer.\n"
    assert [each.code for each in check_text(lines, "NAM001", "NAM003")] == ["NAM003"]


def test_one_word_of_a_spelled_out_name_may_be_wrong() -> None:
    """In the plural too it is the name."""
    glossary = "glossary: {CBAM: Carbon Border Adjustment Mechanism}\n"
    wrong = "bottom_line: |\n  The Carbon Boarder Adjustment Mechanism starts.\n"
    right = "bottom_line: |\n  Carbon Border Adjustment Mechanisms start.\n"
    assert lines_of(check_text(glossary + wrong, "NAM003"), "NAM003") == [3]
    assert check_text(glossary + right, "NAM003") == ()


def test_a_word_behind_an_article_is_no_surname() -> None:
    """The German plan is not that of Ms Germain."""
    lines = "participants: [{name: Claire Germain, role: principal}]\nbottom_line: |\n  We back the German plan.\n"
    assert check_text(lines, "NAM003") == ()
    assert lines_of(check_text(lines.replace("the German", "Ms German's"), "NAM003"), "NAM003") == [3]


def test_a_person_of_the_workspace_is_known_by_the_name_that_was_filled_in() -> None:
    """A participant without a name of its own breaks nothing."""
    lines = "participants: [{person: nobody, role: principal}]\nbottom_line: |\n  We back Rute.\n"
    assert "CHK001" not in {each.code for each in check_text(lines, "NAM003")}
