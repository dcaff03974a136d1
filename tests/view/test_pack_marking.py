"""The marking of a pack is the highest of what is in it, with all that closes and only what all open."""

import pytest

from briefmaker.diagnostics import Places
from briefmaker.model.pack import Pack
from briefmaker.model.settings import Settings
from briefmaker.view.carried import Carried
from briefmaker.view.marking import load_scheme
from briefmaker.view.pack_marking import Enclosed, mark_pack


def enclose(marking: str | None, *handling: str, scheme: str = "us") -> Enclosed:
    """Give something bound that carries this."""
    found = load_scheme(scheme)
    assert found is not None
    return Enclosed("tabs[0]", "it", Carried(marking, handling), found)


def make_pack(**fields: object) -> Pack:
    """Give a pack with these fields."""
    return Pack.model_validate({"format": 1, "title": "x", "date": "2026-03-02", **fields})


@pytest.mark.parametrize(
    ("enclosed", "marking", "handling"),
    [
        ([enclose("CONFIDENTIAL"), enclose("SECRET")], "SECRET", ()),
        ([enclose("SECRET", "NOFORN"), enclose("UNCLASSIFIED")], "SECRET", ("NOFORN",)),
        ([enclose("SECRET", "REL TO USA, GBR"), enclose("SECRET")], "SECRET", ()),
        ([enclose("SECRET", "REL TO USA, GBR")] * 2, "SECRET", ("REL TO USA, GBR",)),
    ],
)
def test_the_highest_marking_and_the_narrowest_caveats(
    enclosed: list[Enclosed], marking: str, handling: tuple[str, ...]
) -> None:
    """As a banner stands over its portions."""
    carried, found = mark_pack(make_pack(), enclosed, Settings(), Places("x"))
    assert (carried.marking, carried.handling, found) == (marking, handling, ())


def test_a_pack_may_be_marked_higher_and_never_lower() -> None:
    """And a caveat that closes has to be its own too."""
    enclosed = [enclose("CONFIDENTIAL", "NOFORN")]
    higher = make_pack(marking="SECRET", handling=["NOFORN"])
    assert mark_pack(higher, enclosed, Settings(), Places("x"))[0].marking == "SECRET"
    for lower in (make_pack(marking="UNCLASSIFIED", handling=["NOFORN"]), make_pack(marking="SECRET")):
        _, found = mark_pack(lower, enclosed, Settings(), Places("x"))
        assert [each.code for each in found] == ["PCK004"]


def test_nothing_marked_gives_no_marking() -> None:
    """A pack of briefs without any has none."""
    carried, found = mark_pack(make_pack(), [Enclosed("tabs[0]", "it", Carried(None))], Settings(), Places("x"))
    assert (carried.marking, found) == (None, ())
