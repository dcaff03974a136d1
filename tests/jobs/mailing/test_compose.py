"""A letter is composed of a brief or pack, its documents, and what the settings say; what stands in the way is told."""

from pathlib import Path
from typing import Any

import pytest
from tests.packs import make_pack_workspace

from briefmaker.delivery.letter import Mailbox
from briefmaker.diagnostics import BriefmakerError, Code
from briefmaker.jobs.building.render import view_brief
from briefmaker.jobs.desk import Desk, open_desk
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.mailing.compose import Attachment, Composition, compose_letter
from briefmaker.jobs.packs.binding import bind_pack
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.jobs.request import Request, WantedEdition
from briefmaker.model.settings import Paper
from briefmaker.workspace.workspace import find_workspace
from briefmaker.writing.letters import Occasion

SENDER = "mail: {sender: {name: Policy Planning, email: planning@example.int}, reply_to: answers@example.int}\n"
PDF = Attachment("grain.pdf", b"%PDF", DocumentFormat.PDF, 3)
DOCX = Attachment("grain.docx", b"PK", DocumentFormat.DOCX)
ANN = Mailbox("Ann Example", "ann@example.int")


def _compose(brief_file: Path, to: Mailbox = ANN, edition: str | None = None, **occasion: Any) -> Composition:
    file, desk = find_desk(brief_file)
    reading = read_at_desk(file, desk)
    wanted = WantedEdition(edition) if edition else None
    view, _, found = view_brief(reading, desk, Request((DocumentFormat.PDF,), Paper.A4, wanted))
    assert view is not None, found
    assert reading.brief is not None
    return compose_letter(desk, view, reading.brief, [PDF, DOCX], to=to, occasion=Occasion(**occasion))


def _set(workspace: Path, settings: str = SENDER) -> None:
    (workspace / "briefmaker.yaml").write_text(settings, "utf-8")


def test_a_letter_has_its_sender_its_reader_and_its_documents(workspace: Path, brief_file: Path) -> None:
    """With the marking of what is enclosed in its subject and by itself."""
    _set(workspace)
    letter = _compose(brief_file).letter
    assert letter is not None
    assert (letter.sender, letter.to) == (Mailbox("Policy Planning", "planning@example.int"), ANN)
    assert letter.subject == "[NATO UNCLASSIFIED] DRAFT: Grain talks in Ankara (version 2)"
    assert letter.marking == "NATO UNCLASSIFIED"
    assert letter.reply_to == "answers@example.int"
    assert [(each.name, each.media_type.rpartition(".")[2]) for each in letter.enclosures] == [
        ("grain.pdf", "application/pdf"),
        ("grain.docx", "document"),
    ]
    assert "- grain.pdf (PDF, 3 pages)" in letter.text


def test_the_house_s_own_text_is_that_of_the_reader_s_language(workspace: Path, brief_file: Path) -> None:
    """A region without a text has that of its language."""
    _set(workspace, SENDER.replace("reply_to", "texts: {fr: {subject: '{{ title }} !'}}, reply_to"))
    letter = _compose(brief_file, language="fr-BE").letter
    assert letter is not None
    assert letter.subject == "[NATO UNCLASSIFIED] PROJET\u00a0: Grain talks in Ankara !"
    assert letter.language == "fr-BE"


def test_a_text_that_cannot_be_worked_out_is_told_at_its_line(workspace: Path, brief_file: Path) -> None:
    """Instead of a letter."""
    texts = (
        "mail:\n  sender: {name: P, email: p@example.int}\n  texts:\n    en:\n      subject: '{{ title | round }}'\n"
    )
    _set(workspace, texts)
    composition = _compose(brief_file)
    assert composition.letter is None
    (found,) = composition.diagnostics
    assert found.code == Code.LETTER_TEXT
    assert found.span.line == 5


def test_only_what_a_schedule_sends_says_that_no_person_did(workspace: Path, brief_file: Path) -> None:
    """So that programs answer no absence to it; what a person sends is a letter like any other."""
    _set(workspace)
    letters = [_compose(brief_file, is_automatic=by_itself).letter for by_itself in (True, False)]
    assert [dict(letter.headers) for letter in letters if letter] == [{"Auto-Submitted": "auto-generated"}, {}]


@pytest.mark.parametrize("address", ["j\u00f6rg@example.int", "nobody"])
def test_an_address_that_no_server_takes_is_told(workspace: Path, brief_file: Path, address: str) -> None:
    """Instead of a letter, and by its name."""
    _set(workspace)
    composition = _compose(brief_file, Mailbox("J", address))
    assert composition.letter is None
    assert [found.code for found in composition.diagnostics] == [Code.LETTER_ADDRESS]
    assert address in composition.diagnostics[0].message


def test_without_a_sender_nothing_is_composed(workspace: Path, brief_file: Path) -> None:
    """And it is said where to name one."""
    _set(workspace, "paper: a4\n")
    with pytest.raises(BriefmakerError, match="who sends"):
        _compose(brief_file)


def test_an_edition_s_letter_holds_no_word_that_its_reader_may_not_see(workspace: Path, brief_file: Path) -> None:
    """Subject, text and HTML, whatever the whole brief has."""
    text = brief_file.read_text("utf-8").replace("Ask for a date.", "SECRETTOKEN at the port.")
    brief_file.write_text(text + "objectives: [HIDDENTOKEN]\n", "utf-8")
    _set(
        workspace,
        SENDER + "editions: {press: {shows: [agenda.topic], ceiling: NATO UNCLASSIFIED, title: For the press}}\n",
    )
    whole, letter = _compose(brief_file).letter, _compose(brief_file, edition="press").letter
    assert whole is not None
    assert letter is not None
    for said, all_said in ((letter.subject, whole.subject), (letter.text, whole.text), (letter.html, whole.html)):
        assert "SECRETTOKEN" not in said
        assert "HIDDENTOKEN" not in said
        assert "version 2" not in said
        assert said != all_said
    assert "SECRETTOKEN" in whole.text


def _bind(tmp_path: Path) -> Desk:
    make_pack_workspace(tmp_path)
    settings = tmp_path / "briefmaker.yaml"
    settings.write_text(settings.read_text("utf-8") + SENDER, "utf-8")
    return open_desk(find_workspace(tmp_path))


def test_a_pack_s_letter_says_what_is_in_it(tmp_path: Path) -> None:
    """Each tab by its letter and title, with what it is marked."""
    desk = _bind(tmp_path)
    bound, found = bind_pack(tmp_path / "packs" / "visit.yaml", desk, Request((DocumentFormat.PDF,), Paper.A4))
    assert bound is not None, found
    letter = compose_letter(desk, bound.view, bound.pack, [PDF], to=ANN, occasion=Occasion()).letter
    assert letter is not None
    assert letter.subject == "[NATO RESTRICTED] DRAFT: Visit to Ankara (PCK-14, version 1)"
    contents = "- Tab A: Grain talks (NATO UNCLASSIFIED)\n- Tab B: If trade is raised (NATO RESTRICTED)\n"
    assert f"Contents:\n{contents}" in letter.text
