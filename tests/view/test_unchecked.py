"""What nobody checked cannot pass for final, and says so wherever a draft says that it is one."""

import pytest
from tests.briefs import read_text, view_text

from briefmaker.model import Status
from briefmaker.view.unchecked import as_draft, mark_unchecked


@pytest.mark.parametrize(
    ("status", "becomes"),
    [("final", Status.DRAFT), ("draft", Status.DRAFT), ("cleared", Status.CLEARED), ("replaced", Status.REPLACED)],
)
def test_only_a_final_brief_becomes_a_draft(status: str, becomes: Status) -> None:
    """Another says already that it is not final, and goes on saying how far it is."""
    brief = read_text(f"status: {status}").brief
    assert brief is not None
    assert as_draft(brief).status is becomes


@pytest.mark.parametrize(
    ("language", "notice"),
    [("en-US", "DRAFT · version 3 · not checked"), ("fr", "PROJET · version 3 · non vérifié")],
)
def test_page_and_properties_say_that_it_was_not_checked(language: str, notice: str) -> None:
    """In the brief's language; nothing else of the view changes."""
    view = view_text(f"version: 3\nlanguage: {language}")
    marked = mark_unchecked(view)
    assert (marked.draft_notice, marked.properties.status, marked.properties.is_unchecked) == (notice, notice, True)
    assert marked.title == view.title
    assert not view.properties.is_unchecked
