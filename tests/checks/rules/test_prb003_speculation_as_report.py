"""Guesses in fields that tell facts are found at their words; judgements, reports of views and conditions are left."""

import pytest
from tests.checking import check_text, lines_of

from briefmaker.model.check_settings import CheckSettings, WordChoice

CODE = "PRB003"


def test_a_guess_is_pointed_at_from_its_first_word_to_its_last() -> None:
    """On its line within a folded text, after emphasis."""
    (found,) = check_text(
        "agenda:\n  - topic: One\n    background: >\n      The *two* met.\n      They would also have discussed grain.\n",
        CODE,
    )
    assert (found.span.line, found.span.column, found.span.end_column) == (5, 12, 12 + len("would also have discussed"))
    assert found.fix is None


def test_one_guess_is_told_once() -> None:
    """The adverb within the verb is no second one."""
    found = check_text("issue: x\nagenda: [{topic: One, issue: He would undoubtedly have asked.}]", CODE)
    assert len(found) == 1


def test_a_biography_that_this_template_leaves_out_is_read_too() -> None:
    """Another template prints it."""
    lines = "template: meeting\nparticipants:\n  - name: A. B.\n    biography: She must have felt alone.\n"
    assert lines_of(check_text(lines, CODE), CODE) == [4]


@pytest.mark.parametrize("field", ["so_what", "statement", "basis"])
def test_a_judgement_may_guess(field: str) -> None:
    """Its likelihood and its basis stand beside it."""
    statement = "" if field == "statement" else "statement: One.\n    "
    assert check_text(f"implications:\n  - {statement}{field}: They likely discussed grain.", CODE) == ()


@pytest.mark.parametrize(
    ("sentence", "is_found"),
    [
        ("The two reportedly met.", True),
        ("The two reportedly met [@report].", False),
        ("The two reportedly met. They parted in May [@report].", True),
        ("“They likely met in Doha”, the daily wrote.", False),
        ("According to the daily, they likely met in Doha.", False),
    ],
)
def test_whose_words_they_are_decides(sentence: str, is_found: bool) -> None:
    """A citation in the sentence, quotation marks, or a name for the view make it a report."""
    lines = f"agenda:\n  - topic: One\n    background: '{sentence}'\nsources: {{report: {{title: A}}}}\n"
    assert bool(check_text(lines, CODE)) == is_found


def test_a_workspace_changes_the_words() -> None:
    """By the list ``guesses``."""
    lines = "agenda: [{topic: One, background: Word has it that he left. He possibly stayed.}]"
    words = {"guesses": WordChoice(add={"word has it": ""}, leave=("possibly",))}
    (found,) = check_text(lines, CODE, checks=CheckSettings(words=words))
    assert "Word has it" in found.message
