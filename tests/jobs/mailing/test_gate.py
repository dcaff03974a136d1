"""Nobody gets what they may not see: by level, caveat and domain, for everybody, and told in whole sentences."""

import random

import pytest
from tests.briefs import read_text
from tests.jobs.mailing_case import carry, mailed_of, make_desk, settings_of

from briefmaker.diagnostics import Code
from briefmaker.jobs.mailing.enclosed_marking import mark_enclosed_brief
from briefmaker.jobs.mailing.gate import check_recipients, find_refusals
from briefmaker.jobs.mailing.recipients import Addressee, Asked
from briefmaker.model.recipients import Recipient
from briefmaker.model.settings import Settings

OPEN = settings_of("mail: {domains: {example.int: COSMIC TOP SECRET}}")
NATO = ("NATO UNCLASSIFIED", "NATO RESTRICTED", "NATO CONFIDENTIAL", "NATO SECRET", "COSMIC TOP SECRET")
PLACE = "distribution_lists.office.people[0]"


def person(clearance: str | None, *caveats: str, email: str = "ann@example.int") -> Addressee:
    """Give somebody on a list."""
    return Addressee(Recipient(name="Ann", email=email, clearance=clearance, caveats=caveats), (PLACE,))


def codes(
    addressee: Addressee, settings: Settings, marking: str | None, *handling: str, scheme: str = "nato"
) -> list[str]:
    """Give the codes of all reasons against somebody."""
    enclosed = carry(marking, *handling, scheme=scheme)
    return [each.code for each in find_refusals(addressee, enclosed, settings)]


@pytest.mark.parametrize(
    ("clearance", "marking", "expected"),
    [
        (None, None, []),
        (None, "NATO UNCLASSIFIED", [Code.RECIPIENT_LEVEL]),
        ("NATO SECRET", "NATO SECRET", []),
        ("NATO SECRET", "NATO RESTRICTED", []),
        ("NATO RESTRICTED", "NATO CONFIDENTIAL", [Code.RECIPIENT_LEVEL]),
        ("SECRET", "NATO RESTRICTED", [Code.RECIPIENT_SCHEME]),
        ("NATO SECRET", "SECRET", [Code.RECIPIENT_SCHEME, Code.RECIPIENT_SCHEME]),
    ],
)
def test_a_level_is_compared_by_the_scheme_of_the_document(
    clearance: str | None, marking: str | None, expected: list[str]
) -> None:
    """What another scheme, or none, ranks is never taken for high enough."""
    assert codes(person(clearance), OPEN, marking) == expected


def test_a_level_of_several_schemes_needs_a_choice() -> None:
    """SECRET is one of the United States and of the United Kingdom; nobody knows which a person is cleared for."""
    lines = "mail: {domains: {example.int: TOP SECRET}}"
    assert codes(person("SECRET"), settings_of(lines), "SECRET", scheme="us") == [Code.RECIPIENT_SCHEME] * 2
    assert codes(person("SECRET"), settings_of(f"marking_scheme: us\n{lines}"), "SECRET", scheme="us") == []


@pytest.mark.parametrize(
    ("held", "carried", "is_refused"),
    [
        ((), ("ATOMAL",), True),
        (("ATOMAL",), ("ATOMAL",), False),
        (("ATOMAL",), ("ATOMAL", "BOHEMIA"), True),
        (("atomal",), ("ATOMAL",), True),
        (("RELEASABLE TO  SWEDEN",), ("RELEASABLE TO SWEDEN",), False),
        (("RELEASABLE TO",), ("RELEASABLE TO SWEDEN",), True),
        (("ATOMAL", "BOHEMIA"), (), False),
    ],
)
def test_a_caveat_is_held_word_for_word(held: tuple[str, ...], carried: tuple[str, ...], is_refused: bool) -> None:
    """One that lets readers in says who they are, and nobody else is."""
    expected = [Code.RECIPIENT_CAVEAT] * is_refused
    assert codes(person("NATO SECRET", *held), OPEN, "NATO SECRET", *carried) == expected


def test_a_caveat_alone_is_a_marking_too() -> None:
    """It keeps out who lacks it, and closes domains that are not named."""
    assert codes(person(None), settings_of(""), None, "EYES ONLY") == [Code.RECIPIENT_CAVEAT, Code.RECIPIENT_DOMAIN]
    assert codes(person(None, "EYES ONLY"), OPEN, None, "EYES ONLY") == []


@pytest.mark.parametrize(
    ("domain", "address", "is_refused"),
    [
        ("example.int", "ann@example.int", False),
        ("Example.INT", "ann@EXAMPLE.int", False),
        ("example.int", "ann@mail.example.int", True),
        ("mail.example.int", "ann@example.int", True),
        ("example.int", "ann@notexample.int", True),
        ("example.int", "ann@example.int.org", True),
        ("münchen.example", "ann@xn--mnchen-3ya.example", False),
        ("xn--mnchen-3ya.example", "ann@MÜNCHEN.example", False),
    ],
)
def test_a_domain_is_the_whole_of_what_stands_behind_the_sign(domain: str, address: str, is_refused: bool) -> None:
    """In any letters and either way of writing it; one below it, above it or like it is another."""
    settings = settings_of(f"mail: {{domains: {{{domain}: NATO SECRET}}}}")
    expected = [Code.RECIPIENT_DOMAIN] * is_refused
    assert codes(person("NATO SECRET", email=address), settings, "NATO SECRET") == expected
    assert codes(person("NATO SECRET", email=address), settings, None) == []


def test_a_domain_has_a_ceiling() -> None:
    """And the lower of two holds, where it is written twice."""
    settings = settings_of("mail: {domains: {example.int: NATO RESTRICTED, EXAMPLE.int: NATO SECRET}}")
    assert codes(person("NATO SECRET"), settings, "NATO RESTRICTED") == []
    assert codes(person("NATO SECRET"), settings, "NATO SECRET") == [Code.RECIPIENT_DOMAIN]


def test_whoever_is_on_no_list_is_cleared_for_nothing() -> None:
    """But for the sender, who holds the file; a list that says otherwise holds, and the rule of domains for everybody."""
    stranger = Addressee(Recipient(name="Zoe", email="zoe@example.int"))
    sender = Addressee(Recipient(name="Me", email="me@example.int"), is_sender=True)
    listed = Addressee(Recipient(name="Me", email="me@example.int"), (PLACE,), is_sender=True)
    assert codes(stranger, OPEN, "NATO RESTRICTED") == [Code.RECIPIENT_LEVEL]
    assert codes(stranger, OPEN, "NATO RESTRICTED", "ATOMAL") == [Code.RECIPIENT_LEVEL, Code.RECIPIENT_CAVEAT]
    assert codes(sender, OPEN, "NATO SECRET", "ATOMAL") == []
    assert codes(listed, OPEN, "NATO RESTRICTED") == [Code.RECIPIENT_LEVEL]
    assert codes(sender, settings_of(""), "NATO RESTRICTED") == [Code.RECIPIENT_DOMAIN]


def test_the_reasons_name_persons_markings_and_places() -> None:
    """In sentences that can be read aloud."""
    (found,) = find_refusals(person("NATO RESTRICTED"), carry("NATO SECRET"), OPEN)
    assert found.message == "Ann <ann@example.int> is cleared for NATO RESTRICTED, and this is marked NATO SECRET"
    (found,) = find_refusals(person("NATO SECRET"), carry("NATO SECRET", "ATOMAL"), OPEN)
    assert found.message == "Ann <ann@example.int> may not see what carries ATOMAL"
    assert PLACE in found.hint


@pytest.mark.parametrize("status", ["draft", "in-clearance", "cleared", "replaced", "final"])
def test_what_is_not_final_goes_to_sender_and_clearers_alone(status: str) -> None:
    """One reader beside them stops all."""
    mailed = mailed_of(f"status: {status}")
    sender = Addressee(Recipient(name="Me", email="me@example.int"), is_sender=True)
    clearer = Addressee(Recipient(name="B", email="b@example.int"), asked=(Asked("Legal"),))
    nothing = carry(None)
    assert check_recipients([(sender, nothing), (clearer, nothing)], mailed, OPEN) == ()
    found = check_recipients([(sender, nothing), (person(None), nothing)], mailed, OPEN)
    assert [each.code for each in found] == [Code.RECIPIENT_OF_DRAFT] * (status != "final")
    assert all("Ann <ann@example.int>" in each.message and "Me" not in each.message for each in found)


def test_every_reason_is_told_at_once() -> None:
    """At the brief's marking."""
    mailed = mailed_of("marking: NATO SECRET")
    secret = carry("NATO SECRET", "ATOMAL")
    found = check_recipients([(person(None), secret), (person("NATO SECRET", email="a@x.org"), secret)], mailed, OPEN)
    assert [(each.code, each.path) for each in found] == [
        (Code.RECIPIENT_OF_DRAFT, "status"),
        (Code.RECIPIENT_LEVEL, "marking"),
        (Code.RECIPIENT_CAVEAT, "marking"),
        (Code.RECIPIENT_CAVEAT, "marking"),
        (Code.RECIPIENT_DOMAIN, "marking"),
    ]


def is_allowed_by_hand(
    clearance: str | None, held: set[str], ceiling: str | None, marking: str | None, carried: set[str]
) -> bool:
    """Say of a pair, with numbers alone, whether mail may go: written without looking at the gate."""
    height = {level: number for number, level in enumerate(NATO, start=1)}
    needed = height[marking] if marking else 0
    seen = height.get(clearance or "", 0)
    let_through = height.get(ceiling or "", 0)
    is_bare = marking is None and not carried
    return is_bare or (seen >= needed and let_through >= needed and carried <= held and ceiling is not None)


def test_a_hundred_random_pairs_are_judged_as_by_hand() -> None:
    """Both ways: nobody too many, nobody too few."""
    chance, judged = random.Random(6), []  # noqa: S311 - the same pairs each time
    for _ in range(100):
        clearance, ceiling, marking = (chance.choice([None, *NATO]) for _ in range(3))
        held, carried = ({each for each in ("ATOMAL", "BOHEMIA") if chance.random() < odds} for odds in (0.7, 0.3))
        settings = settings_of(f"mail: {{domains: {{example.int: {ceiling}}}}}" if ceiling else "")
        found = codes(person(clearance, *sorted(held)), settings, marking, *sorted(carried))
        expected = is_allowed_by_hand(clearance, held, ceiling, marking, carried)
        assert (found == []) == expected, (clearance, held, ceiling, marking, carried, found)
        judged.append(expected)
    assert 15 < sum(judged) < 85


Portion = tuple[str, tuple[str, ...]]


def write_brief(whole: str, portions: list[Portion]) -> str:
    """Write a brief of portions, each with a marking and caveats of its own, under a title that bears the lowest."""
    caveats = sorted({each for _, own in portions for each in own})
    items = "".join(
        f"\n  - {{topic: Point {number}, marking: {marking}, handling: [{', '.join(own)}]}}"
        for number, (marking, own) in enumerate(portions)
    )
    low = f"{{marking: {NATO[0]}, handling: []}}"
    return f"marking: {whole}\nhandling: [{', '.join(caveats)}]\nportions: {{title: {low}}}\nagenda:{items}\n"


def find_shown(ceiling: str, whole: str, portions: list[Portion], edition: str | None) -> Portion | None:
    """Say by hand what the documents carry: all of the brief, or the highest of what an edition leaves, None for nothing."""
    if edition is None:
        return whole, tuple({each for _, own in portions for each in own})
    kept = [each for each in portions if NATO.index(each[0]) <= NATO.index(ceiling)]
    if not kept:
        return None
    return max((each for each, _ in kept), key=NATO.index), tuple({each for _, own in kept for each in own})


def test_a_hundred_random_briefs_and_recipients_are_judged_as_by_hand() -> None:
    """By what their edition carries, which is worked out from the brief's portions as when it is made."""
    chance, judged = random.Random(7), []  # noqa: S311 - the same briefs each time
    while len(judged) < 100:
        count, ceiling, clearance = chance.randint(1, 4), chance.choice(NATO), chance.choice(NATO)
        portions = [(chance.choice(NATO), _draw(chance, 0.2)) for _ in range(count)]
        whole = max((each for each, _ in portions), key=NATO.index)
        held, edition, opened = _draw(chance, 0.8), chance.choice([None, "readers"]), chance.choice(NATO[2:])
        settings = settings_of(
            f"mail: {{domains: {{example.int: {opened}}}}}\neditions: {{readers: {{shows: [title, agenda], ceiling: {ceiling}}}}}"
        )
        enclosed, _ = mark_enclosed_brief(read_text(write_brief(whole, portions)), make_desk(settings), edition)
        shown = find_shown(ceiling, whole, portions, edition)
        assert (enclosed is None) == (shown is None)
        if enclosed is None or shown is None:
            continue
        found = list(find_refusals(person(clearance, *held), enclosed, settings))
        expected = is_allowed_by_hand(clearance, set(held), opened, shown[0], set(shown[1]))
        assert (found == []) == expected, (ceiling, portions, edition, clearance, held, opened, found)
        judged.append(expected)
    assert 15 < sum(judged) < 85


def _draw(chance: random.Random, odds: float) -> tuple[str, ...]:
    return tuple(each for each in ("MINISTERS ALONE", "PALACE") if chance.random() < odds)
