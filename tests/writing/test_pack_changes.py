"""What stayed keeps its name, what came has one that nobody else has, and the note says what to exchange."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefmaker.diagnostics import BriefmakerError
from briefmaker.writing.pack_changes import (
    Changes,
    FormerPack,
    KnownPage,
    PageName,
    add_backs,
    add_front,
    compare_pages,
    name_pages,
    read_pages,
    write_pages,
)


def make_former(letters: str) -> FormerPack:
    """Give a pack with a page a letter, each known by it; a capital F is one of the front."""
    pages = (KnownPage(PageName(number), letter * 8, letter == "F") for number, letter in enumerate(letters, 1))
    return FormerPack(len(letters), tuple(pages))


def compare(old: str, new: str) -> Changes:
    """Compare two packs, a letter a page."""
    return compare_pages(make_former(old), [None if letter == "F" else letter * 8 for letter in new])


def write(changes: Changes) -> tuple[str, list[tuple[str, str]]]:
    """Give the names of pages, a star at those that are new, and what is exchanged."""
    names = [f"{name}{'*' if place in changes.changed else ''}" for place, name in enumerate(changes.names)]
    return " ".join(names), [(each.out, each.into) for each in changes.exchanges]


@pytest.mark.parametrize(
    ("old", "new", "names", "exchanges"),
    [
        ("Fabc", "Fabc", "1 2 3 4", []),
        ("Fabc", "Faxc", "1 2 3* 4", [("3", "3")]),
        ("Fabc", "Faxyc", "1 2 3* 3a* 4", [("3", "3, 3a")]),
        ("Fabc", "Fabxyc", "1 2 3 3a* 3b* 4", [("", "3a, 3b")]),
        ("Fabc", "Fac", "1 2 4", [("3", "")]),
        ("Fabcd", "Faxd", "1 2 3* 5", [("3, 4", "3")]),
        ("FFab", "FFFab", "1 2 2a* 3 4", [("", "2a")]),
    ],
)
def test_pages_are_named_by_what_they_replace(old: str, new: str, names: str, exchanges: list[tuple[str, str]]) -> None:
    """One for one, two for one, none for one, and more."""
    assert write(compare(old, new)) == (names, exchanges)


def test_a_second_change_goes_on_from_the_first() -> None:
    """A page between 3a and 4 is 3b; one between 3 and 3a has no name left."""
    first = compare("Fab", "Faxyb")
    known = zip(first.names, "Faxyb", strict=True)
    former = FormerPack(3, tuple(KnownPage(name, letter * 8, letter == "F") for name, letter in known))
    assert write(compare_pages(former, [None, *(letter * 8 for letter in "axyzb")]))[0] == "1 2 2a 2b 2c* 3"
    with pytest.raises(BriefmakerError, match="no numbers left"):
        compare_pages(former, [None, *(letter * 8 for letter in "axzyb")])


@given(st.text("abcd", min_size=1, max_size=12), st.text("abcdxyz", min_size=1, max_size=12))
@settings(max_examples=200, deadline=None)
def test_no_two_pages_have_one_name(old: str, new: str) -> None:
    """And they stand in order, whatever changed; what is called as before and not new is the same page."""
    changes = compare(old, new)
    assert list(changes.names) == sorted(set(changes.names))
    for place, name in enumerate(changes.names):
        if place not in changes.changed:
            assert old[name.number - 1] == new[place]


def test_the_list_of_pages_is_read_as_it_was_written() -> None:
    """With letters, and with those of the front."""
    pages = (KnownPage(PageName(1), "0a1b2c3d", is_front=True), KnownPage(PageName(12, 6), "ffffffff"))
    written = write_pages(61, pages)
    assert written == "61 1*:0a1b2c3d 12f:ffffffff"
    assert read_pages(written) == FormerPack(61, pages)


@pytest.mark.parametrize("written", ["", "61", "61 x", "x 1:0a1b2c3d", "61 1:0a1b2c3d 2:zz"])
def test_what_is_no_list_of_pages_is_none(written: str) -> None:
    """It is not guessed at."""
    assert read_pages(written) is None


def test_the_front_is_compared_when_it_is_laid_out() -> None:
    """Its own pages change with the numbers in it."""
    former = make_former("FFa")
    changes = add_front(compare("FFa", "FFx"), former, ["FFFFFFFF", "other"])
    assert write(changes) == ("1 2* 3*", [("2", "2"), ("3", "3")])


def test_backs_come_with_their_sheets() -> None:
    """Page 3 with 4, page 6 with 5, and nothing else."""
    changed = Changes(name_pages(8).names, frozenset({2, 5}))
    assert sorted(add_backs(changed).changed) == [2, 3, 4, 5]
