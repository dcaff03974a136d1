"""Drafts are files of their own names, all of them or none, the same for the same letters."""

from pathlib import Path

import pytest
from tests.delivery.letters import make_letter

from briefmaker.delivery.letter import Mailbox
from briefmaker.delivery.write_message import write_draft
from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.mailing.drafts import Draft, name_drafts, write_drafts


def _draft(name: str = "Ann Example", document: str = "grain", version: int = 2) -> Draft:
    return Draft(make_letter(to=Mailbox(name, "a@example.int")), document, version)


def _name(*drafts: Draft) -> list[str]:
    return [name for name, _ in name_drafts(drafts)]


def test_a_draft_is_named_after_document_version_and_reader() -> None:
    """Documents that are no final ones say their version already."""
    assert _name(_draft()) == ["grain-v2.Ann-Example.eml"]
    assert _name(_draft(document="grain-DRAFT-v2.press")) == ["grain-DRAFT-v2.press.Ann-Example.eml"]


def test_no_two_drafts_share_a_name() -> None:
    """Not even where capital letters are small ones, or where a name looks numbered."""
    drafts = [_draft("Ann"), _draft("ann"), _draft("Ann-2"), _draft("ANN"), _draft("", "grain"), _draft("Ann/..")]
    names = _name(*drafts)
    assert len({name.casefold() for name in names}) == len(drafts)
    assert _name(*drafts) == names
    assert not [name for name in names if "/" in name or name.startswith(".")]


def test_a_long_name_keeps_the_file_s_name_short() -> None:
    """255 bytes are what systems take."""
    (name,) = _name(_draft("\u0416" * 300, "\u0416" * 80))
    assert len(name) < 200


def test_drafts_are_written_as_they_are(tmp_path: Path) -> None:
    """In their order, the same bytes every time."""
    drafts = [_draft("Ann"), _draft("Bob")]
    paths = write_drafts(tmp_path / "new", drafts)
    assert [path.name for path in paths] == ["grain-v2.Ann.eml", "grain-v2.Bob.eml"]
    assert [path.read_bytes() for path in paths] == [write_draft(draft.letter) for draft in drafts]
    assert write_drafts(tmp_path / "new", drafts) == paths


def test_one_that_cannot_be_written_leaves_none(tmp_path: Path) -> None:
    """A bad address among them stops all."""
    bad = Draft(make_letter(to=Mailbox("J", "j\u00f6rg@example.int")), "grain", 2)
    with pytest.raises(BriefmakerError):
        write_drafts(tmp_path / "new", [_draft(), bad])
    assert not (tmp_path / "new").exists()


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    """With what to do, and no traceback."""
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(BriefmakerError, match="cannot be written") as raised:
        write_drafts(tmp_path / "file", [_draft()])
    assert raised.value.exit_code == 1
    assert [file.name for file in tmp_path.iterdir()] == ["file"]
