"""How each scheme writes a marking with its caveats, at the head of a page and beside a portion."""

import pytest

from briefmaker.model.markings import Caveat, Joiner, Level, MarkingScheme
from briefmaker.view.marking import load_scheme


@pytest.mark.parametrize(
    ("scheme", "marking", "handling", "banner", "portion"),
    [
        ("us", "SECRET", (), "SECRET", "(S)"),
        ("us", "SECRET", ("NOFORN",), "SECRET//NOFORN", "(S//NF)"),
        ("us", "TOP SECRET", ("NOFORN", "TK", "ORCON", "SI"), "TOP SECRET//SI/TK//ORCON/NOFORN", "(TS//SI/TK//OC/NF)"),
        ("us", "SECRET", ("REL TO USA, GBR",), "SECRET//REL TO USA, GBR", "(S//REL TO USA, GBR)"),
        ("us", "CUI", ("SP-TAX", "FED ONLY"), "CUI//SP-TAX//FED ONLY", "(CUI//SP-TAX//FED ONLY)"),
        ("uk", "SECRET", ("UK EYES ONLY", "FOR THE MINISTER"), "SECRET – UK EYES ONLY – FOR THE MINISTER", None),
        ("nato", "COSMIC TOP SECRET", ("ATOMAL",), "COSMIC TOP SECRET ATOMAL", "(CTS A)"),
        ("eu", "SECRET UE/EU SECRET", (), "SECRET UE/EU SECRET", "(S-UE/EU-S)"),
        ("tlp", "TLP:AMBER+STRICT", ("DESK 4",), "TLP:AMBER+STRICT – DESK 4", "(TLP:AMBER+STRICT – DESK 4)"),
    ],
)
def test_each_scheme_joins_caveats_its_own_way(
    scheme: str, marking: str, handling: tuple[str, ...], banner: str, portion: str | None
) -> None:
    """A register that joins by slashes also has an order, and groups within it."""
    loaded = load_scheme(scheme)
    assert loaded is not None
    assert loaded.write(marking, handling) == banner
    assert portion is None or loaded.write_portion(marking, handling) == portion


def test_caveats_stand_once_and_alone_where_there_is_no_marking() -> None:
    """Nothing that was typed is lost; a portion without a marking of the scheme has no mark."""
    scheme = MarkingScheme(name="Ours", levels=(Level(marking="HOUSE", portion="H"),))
    assert scheme.write("HOUSE", ("A", "B", "A")) == "HOUSE – A – B"
    assert scheme.write(None, ("A", "B")) == "A – B"
    assert scheme.write_portion(None, ("A",)) == scheme.write_portion("HUSH", ()) == ""


def test_a_caveat_that_takes_words_needs_some() -> None:
    """The words are part of it; another one is not begun by chance."""
    caveat = Caveat(caveat="REL TO", portion="R", takes_words=True, lowest="HOUSE")
    levels = (Level(marking="OPEN", portion="O"), Level(marking="HOUSE", portion="H"))
    scheme = MarkingScheme(name="Ours", levels=levels, caveats=(caveat,), joined_by=Joiner.BLANK)
    assert scheme.find_caveat("REL TO") is None
    assert scheme.find_caveat("REL TO A, B") == caveat
    assert scheme.write_portion("HOUSE", ("REL TO A, B",)) == "(H R A, B)"
    assert [scheme.suits("REL TO A", marking) for marking in ("OPEN", "HOUSE", "HUSH", None)] == [
        False,
        True,
        False,
        False,
    ]
    assert scheme.suits("ANYTHING", "OPEN")
