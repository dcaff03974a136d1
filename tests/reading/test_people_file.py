"""People of the workspace: a brief names one, and says itself what is different this time."""

from pathlib import Path

import pytest
from tests.briefs import read_text
from tests.pictures import paint

from briefmaker.diagnostics import has_errors
from briefmaker.model import Participant
from briefmaker.workspace.files import BriefFolder

DETAILS = {
    "name": "Mark Rutte",
    "title": "Secretary General",
    "organisation": "NATO",
    "address_as": "Mr Secretary General",
    "role": "principal",
    "perspective": "Sees it so.",
    "approach": "Works so.",
    "biography": "Born in The Hague.",
    "portrait": "rutte.png",
}


@pytest.fixture
def folder(tmp_path: Path) -> BriefFolder:
    """Give the folder of a workspace whose people.yaml has all there is to say of one person."""
    lines = "".join(f"  {name}: {value}\n" for name, value in DETAILS.items())
    (tmp_path / "people.yaml").write_text(f"rutte:\n{lines}", "utf-8")
    (tmp_path / "rutte.png").write_bytes(paint())
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "other.png").write_bytes(paint(20, 20))
    return BriefFolder(tmp_path / "briefs", tmp_path)


def read_participant(lines: str, folder: BriefFolder) -> Participant:
    """Read the only participant of a brief without errors."""
    reading = read_text(f"participants:\n  - {lines}", folder)
    assert reading.brief is not None
    assert not has_errors(reading.diagnostics), reading.diagnostics
    return reading.brief.participants[0]


def as_seen_from_the_brief(details: dict[str, str]) -> dict[str, str]:
    """Give a person's details as a participant has them."""
    return details | {"portrait": f"../{details['portrait']}"}


def test_a_person_brings_all_details(folder: BriefFolder) -> None:
    """Name, titles, form of address, texts and portrait; a text under `|` keeps its line end."""
    participant = read_participant("{person: rutte, side: theirs}", folder)
    taken = {name: str(getattr(participant, name)) for name in DETAILS}
    assert taken == as_seen_from_the_brief(DETAILS)
    assert participant.side == "theirs"


@pytest.mark.parametrize("name", DETAILS)
def test_every_detail_can_be_said_otherwise_in_place(folder: BriefFolder, name: str) -> None:
    """And then all others still come from people.yaml."""
    other = "other.png" if name == "portrait" else "Something else"
    participant = read_participant(f"{{person: rutte, {name}: {other}}}", folder)
    expected = as_seen_from_the_brief(DETAILS) | {name: other}
    assert {each: str(getattr(participant, each)) for each in DETAILS} == expected


def test_one_person_may_be_named_twice(folder: BriefFolder) -> None:
    """Each time with what is said there."""
    reading = read_text("participants:\n  - {person: rutte, role: host}\n  - {person: rutte, title: Chair}\n", folder)
    assert reading.brief is not None
    assert [(each.role, each.title) for each in reading.brief.participants] == [
        ("host", "Secretary General"),
        ("principal", "Chair"),
    ]
