"""What a portion carries: its own marking, or that of what it stands in."""

import pytest
from tests.briefs import read_text

from briefmaker.view.carried import Carried, Carrying, fits_into, join_carried, list_statements
from briefmaker.view.marking import load_scheme

US = load_scheme("us")
assert US is not None
LINES = """
    marking: SECRET
    handling: [NOFORN]
    portions:
      title: UNCLASSIFIED
      meeting: CUI
      meeting.place: {marking: CONFIDENTIAL, handling: []}
      agenda: {editions: [chair, press]}
    agenda:
      - topic: Grain
        marking: UNCLASSIFIED
        editions: [chair]
        portions: {background: CONFIDENTIAL}
        lines_to_take: [Open., {text: Closed., marking: SECRET, handling: [ORCON]}]
"""


def make_carrying() -> Carrying:
    """Give what the fields of a brief with markings at every depth carry."""
    brief = read_text(LINES).brief
    assert brief is not None
    assert US is not None
    return Carrying(brief, US)


@pytest.mark.parametrize(
    ("path", "marking", "handling"),
    [
        ("bottom_line", "SECRET", ("NOFORN",)),
        ("title", "UNCLASSIFIED", ()),
        ("meeting.purpose", "CUI", ("NOFORN",)),
        ("meeting.place", "CONFIDENTIAL", ()),
        ("agenda[0].topic", "UNCLASSIFIED", ()),
        ("agenda[0].lines_to_take[0]", "UNCLASSIFIED", ()),
        ("agenda[0].background", "CONFIDENTIAL", ("NOFORN",)),
        ("agenda[0].lines_to_take[1]", "SECRET", ("ORCON",)),
    ],
)
def test_a_field_carries_its_own_or_the_nearest_around_it(path: str, marking: str, handling: tuple[str, ...]) -> None:
    """A caveat rests where the marking is too low for it, and is there again where it is not."""
    carried = make_carrying().at(path)
    assert (carried.marking, carried.handling) == (marking, handling)


def test_editions_only_ever_narrow() -> None:
    """An entry cannot give to an edition what the part around it keeps from that edition."""
    carrying = make_carrying()
    assert carrying.at("title").editions is None
    assert carrying.at("agenda").editions == {"chair", "press"}
    assert carrying.at("agenda[0].lines_to_take[1]").editions == {"chair"}


def test_every_statement_knows_where_it_is_said() -> None:
    """So that a finding points to it."""
    brief = read_text(LINES).brief
    assert brief is not None
    assert [(each.path, each.said_at) for each in list_statements(brief)] == [
        ("title", "portions.title"),
        ("meeting", "portions.meeting"),
        ("meeting.place", "portions.meeting.place"),
        ("agenda", "portions.agenda"),
        ("agenda[0]", "agenda[0]"),
        ("agenda[0].background", "agenda[0].portions.background"),
        ("agenda[0].lines_to_take[1]", "agenda[0].lines_to_take[1]"),
    ]


@pytest.mark.parametrize(
    ("portions", "whole"),
    [
        ([Carried("SECRET", ("NOFORN",)), Carried("TOP SECRET", ("SI",))], ("TOP SECRET", ("SI", "NOFORN"))),
        ([Carried("SECRET", ("REL TO USA",)), Carried("UNCLASSIFIED")], ("SECRET", ("REL TO USA",))),
        ([Carried("SECRET", ("REL TO USA",)), Carried("CUI")], ("SECRET", ())),
        ([Carried("SECRET", ("REL TO USA",)), Carried("SECRET", ("NOFORN",))], ("SECRET", ("NOFORN",))),
        ([Carried(None, ("A",)), Carried(None, ("B", "A"))], (None, ("A", "B"))),
        ([], (None, ())),
    ],
)
def test_a_whole_carries_the_highest_marking_and_the_caveats_joined(
    portions: list[Carried], whole: tuple[str | None, tuple[str, ...]]
) -> None:
    """What keeps readers out is kept from any portion, what lets them in only where every portion does; and each one fits."""
    assert US is not None
    joined = join_carried(portions, US)
    assert (joined.marking, joined.handling) == whole
    assert all(fits_into(portion, joined, US) for portion in portions)


def test_a_portion_that_is_above_a_whole_does_not_fit() -> None:
    """By its marking or by a caveat; nor does one that a release of the whole would open."""
    assert US is not None
    whole = Carried("CONFIDENTIAL", ("REL TO USA",))
    for portion in (Carried("SECRET", ("REL TO USA",)), Carried("CUI", ("NOFORN", "REL TO USA")), Carried("CUI")):
        assert not fits_into(portion, whole, US)
    assert fits_into(Carried("UNCLASSIFIED"), whole, US)
