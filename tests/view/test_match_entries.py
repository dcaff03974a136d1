"""Entries of two lists are matched by id, by words, by likeness; and as few as can be have moved."""

from hypothesis import given
from hypothesis import strategies as st

from briefmaker.view.match_entries import Entry, Matching, find_moved, match_entries


def line(words: str, own_id: str | None = None) -> Entry:
    """Give an entry that is one text."""
    return Entry(own_id, words, words, is_line=True)


def part(name: str, words: str, own_id: str | None = None) -> Entry:
    """Give an entry with a name and more to say."""
    return Entry(own_id, name, f"{name} {words}")


def test_an_id_counts_before_words() -> None:
    """An entry that changed its words wholly and its place is still the one with that id."""
    old = [part("Grain", "by sea", "one"), part("Steel", "by rail", "two")]
    new = [part("Grain", "by sea", "two"), part("Fish", "on ice", "one")]
    assert match_entries(old, new) == Matching(((1, 0), (0, 1)), frozenset({1}))


def test_entries_of_different_ids_are_one_only_where_they_say_the_same() -> None:
    """A reader who sees no ids finds nothing changed; one without an id may be any that is alike."""
    assert match_entries([part("Grain", "by sea", "one")], [part("Grain", "by air", "two")]).pairs == ()
    assert match_entries([part("Grain", "by sea", "one")], [part("Grain", "by sea", "two")]).pairs == ((0, 0),)
    assert match_entries([part("Grain", "by sea", "one")], [part("Grain", "by air")]).pairs == ((0, 0),)


def test_the_likest_are_matched_and_what_is_not_alike_is_not() -> None:
    """Half of the words in common is enough; a wholly other entry is dropped and added."""
    old = [part("Grain corridor", "opened in May and closed"), part("Steel", "tariffs rise")]
    new = [part("Grain route", "opened in May and closed again"), part("Fish", "quota talks")]
    matching = match_entries(old, new)
    assert matching.pairs == ((0, 0),)
    assert (matching.list_dropped(2), matching.list_added(2)) == ([1], [1])


def test_a_name_that_stayed_is_enough() -> None:
    """An agenda item whose every word below its topic was written anew is the same item."""
    assert match_entries([part("Grain", "one two three")], [part("Grain", "four five six")]).pairs == ((0, 0),)


def test_a_line_that_was_written_anew_in_its_place_is_the_same_line() -> None:
    """Only where as many are left on both sides; otherwise nobody knows which is which."""
    old, new = [line("a"), line("b"), line("c")], [line("a"), line("x"), line("c")]
    assert match_entries(old, new).pairs == ((0, 0), (1, 1), (2, 2))
    assert match_entries(old, [line("a"), line("x"), line("y"), line("c")]).pairs == ((0, 0), (2, 3))


@given(st.permutations(range(7)))
def test_the_fewest_move_and_the_rest_stays_in_order(order: list[int]) -> None:
    """What is left when those that moved are taken out rises, and no larger rest does."""
    pairs = [(old, new) for new, old in enumerate(order)]
    moved = find_moved(pairs)
    rest = [old for old, new in pairs if new not in moved]
    assert rest == sorted(rest)
    longest = [0] * len(order)
    for index, value in enumerate(order):
        longest[index] = 1 + max((longest[i] for i in range(index) if order[i] < value), default=0)
    assert len(rest) == max(longest)


def test_in_a_list_turned_round_the_middle_one_has_not_moved() -> None:
    """It stands where it stood; nobody is told that it went from place 2 to place 2."""
    assert find_moved([(2, 0), (1, 1), (0, 2)]) == {0, 2}


@given(st.lists(st.integers(0, 4), max_size=8), st.lists(st.integers(0, 4), max_size=8))
def test_every_entry_is_matched_once_at_most(old: list[int], new: list[int]) -> None:
    """Also among entries that say the same; of those as many are matched as there can be."""
    entries = [line(f"{each} {each}") for each in old], [line(f"{each} {each}") for each in new]
    matching = match_entries(*entries)
    assert len({i for i, _ in matching.pairs}) == len({j for _, j in matching.pairs}) == len(matching.pairs)
    for each in set(old) & set(new):
        equal = sum(old[i] == new[j] == each for i, j in matching.pairs)
        assert equal == min(old.count(each), new.count(each))
