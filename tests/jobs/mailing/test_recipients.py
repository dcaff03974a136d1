"""Who gets a document: the people of its lists, each once, those who are to clear it, or the sender alone."""

import pytest
from tests.jobs.mailing_case import mailed_of, settings_of

from briefmaker.diagnostics import BriefmakerError, Code, Severity
from briefmaker.jobs.checking.other_languages import OtherVersion
from briefmaker.jobs.mailing.mailed import mail_pack
from briefmaker.jobs.mailing.recipients import Addressee, Asked, Chosen, RecipientWishes, choose_recipients
from briefmaker.model.pack import Pack
from briefmaker.model.recipients import MailedFormat
from briefmaker.model.settings import Settings

SETTINGS = """
    mail: {sender: {name: Me, email: me@example.int}}
    editions: {press: {shows: [title]}}
    distribution_lists:
      office:
        people:
          - {name: Ann, email: ann@example.int, clearance: NATO SECRET, formats: [pdf]}
          - {name: Ben, email: ben@example.int, clearance: NATO SECRET, caveats: [ATOMAL], edition: press}
      planning:
        people:
          - {name: Ann Example, email: ANN@example.int, clearance: NATO SECRET, formats: [docx], language: en}
          - {name: Cleo, email: cleo@example.int, language: fr}
      wide:
        people: [{name: Ben, email: ben@example.int, clearance: NATO SECRET, caveats: [ATOMAL]}]
      low:
        people: [{name: Ann, email: ann@example.int, clearance: NATO RESTRICTED}, {name: Me, email: me@example.int}]
      empty: {people: []}
    """


def choose(lines: str, *to: str, others: tuple[OtherVersion, ...] = (), settings: Settings | None = None) -> Chosen:
    """Choose by the brief's own lists, or by those that are said."""
    wishes = RecipientWishes(to)
    return choose_recipients(mailed_of(lines, others), wishes, settings or settings_of(SETTINGS))


def addresses(chosen: Chosen) -> list[str]:
    """Give the addresses that were chosen."""
    return [each.recipient.email for each in chosen.addressees]


def codes(chosen: Chosen) -> list[str]:
    """Give the codes of what was told."""
    return [each.code for each in chosen.diagnostics]


def test_the_people_of_the_lists_get_it_each_once() -> None:
    """In the order of the lists; with the formats of all their places."""
    chosen = choose("distribution: [office, planning, office]")
    assert (addresses(chosen), codes(chosen)) == (["ann@example.int", "ben@example.int", "cleo@example.int"], [])
    ann = chosen.addressees[0]
    assert ann.recipient.formats == (MailedFormat.PDF, MailedFormat.DOCX)
    assert ann.recipient.language == "en"
    assert ann.lists_as == ("distribution_lists.office.people[0]", "distribution_lists.planning.people[0]")
    assert [each.recipient.edition for each in chosen.addressees] == [None, "press", None]
    assert all(each.is_listed and not each.is_sender for each in chosen.addressees)


@pytest.mark.parametrize(
    ("lists", "what", "places"),
    [
        ("office, wide", "the edition", ("office.people[1]", "wide.people[0]")),
        ("office, low", "the clearance or caveats", ("office.people[0]", "low.people[0]")),
    ],
)
def test_two_places_that_differ_are_refused(lists: str, what: str, places: tuple[str, str]) -> None:
    """Nobody guesses which of them holds; both are named."""
    (found,) = choose(f"distribution: [{lists}]").diagnostics
    assert (found.code, found.severity, found.path) == (Code.RECIPIENT_TWICE, Severity.ERROR, "distribution")
    assert what in found.message
    assert all(f"distribution_lists.{place}" in found.hint for place in places)


def test_a_command_may_name_others_instead() -> None:
    """Lists, and addresses that are on some list: what may go to others, nothing says."""
    assert addresses(choose("distribution: [office]", "planning")) == ["ANN@example.int", "cleo@example.int"]
    assert addresses(choose("distribution: [office]", " CLEO@example.int", "planning")) == [
        *("cleo@example.int", "ANN@example.int")
    ]
    assert codes(choose("distribution: []", "ben@example.int")) == [Code.RECIPIENT_TWICE]
    found = choose("distribution: [office]", "clea@example.int", "plannings", "nobody").diagnostics
    assert [each.code for each in found] == [Code.RECIPIENT_UNKNOWN] * 3
    assert "on no distribution list, so nothing says what may go there" in found[0].message
    assert [each.hint for each in found[:2]] == ["did you mean `cleo@example.int`?", "did you mean `planning`?"]
    assert "there are `office`" in found[2].hint


def test_an_unknown_list_of_the_brief_is_told_at_its_place() -> None:
    """And nobody of the others gets anything either: whoever calls looks for errors."""
    chosen = choose("distribution: [office, plannings]")
    assert [(each.code, each.path) for each in chosen.diagnostics] == [(Code.RECIPIENT_UNKNOWN, "distribution[1]")]


@pytest.mark.parametrize("lines", ["title: Talks", "distribution: [empty]"])
def test_a_document_for_nobody_is_refused(lines: str) -> None:
    """Rather than sent to nobody without a word."""
    assert codes(choose(lines)) == [Code.RECIPIENT_NOBODY]


def test_who_reads_another_language_is_left_out_and_told() -> None:
    """Where there is a version in it; who is named by address gets this one all the same."""
    french = (OtherVersion("briefs/talks.fr.yaml", "fr-CA"),)
    chosen = choose("distribution: [planning]", others=french)
    assert addresses(chosen) == ["ANN@example.int"]
    (found,) = chosen.diagnostics
    assert (found.code, found.severity) == (Code.RECIPIENT_OTHER_LANGUAGE, Severity.WARNING)
    assert "Cleo <cleo@example.int> reads `fr`, and is to get briefs/talks.fr.yaml" in found.message
    assert addresses(choose("", "cleo@example.int", others=french)) == ["cleo@example.int"]
    assert addresses(choose("language: fr\ndistribution: [planning]", others=french)) == [
        *("ANN@example.int", "cleo@example.int")
    ]
    assert addresses(choose("distribution: [planning]", others=(OtherVersion("x", "es"),))) == [
        *("ANN@example.int", "cleo@example.int")
    ]


def test_everything_may_go_to_the_sender_alone() -> None:
    """The whole of it; what a list says of the sender's clearance is kept."""
    wishes = RecipientWishes(to_me=True)
    (me,) = choose_recipients(mailed_of("distribution: [office]"), wishes, settings_of(SETTINGS)).addressees
    assert (me.recipient.email, me.is_sender, me.is_listed) == ("me@example.int", True, True)
    settings = settings_of("mail: {sender: {name: Me, email: me@example.int}}")
    (me,) = choose_recipients(mailed_of(""), wishes, settings).addressees
    assert (me.named, me.is_sender, me.is_listed) == ("Me <me@example.int>", True, False)
    settings = settings_of(
        SETTINGS.replace(
            "empty: {people: []}", "up: {people: [{name: M, email: me@example.int, clearance: NATO SECRET}]}"
        )
    )
    assert codes(choose_recipients(mailed_of(""), wishes, settings)) == [Code.RECIPIENT_TWICE]
    with pytest.raises(BriefmakerError, match="no sender"):
        choose_recipients(mailed_of(""), wishes, Settings())


CLEARANCES = """
    clearances:
      - {unit: Legal, by: Ann, email: Ann@example.int, state: requested, due: 2025-10-20}
      - {unit: Budget, email: ann@example.int, state: cleared, of: 0000000000000000}
      - {unit: Trade, by: Zoe, email: zoe@other.org, state: non-concur}
      - {unit: Navy, state: no-response}
      - {unit: Press, by: Ben, email: ben@example.int, state: cleared}
    """


def test_those_whose_clearance_is_open_are_asked() -> None:
    """Or void; each once with all that they are asked; what they may see is known by their list, or not at all."""
    settings = settings_of(SETTINGS.replace("low:", "low: {people: []}\n      lower:").replace("RESTRICTED", "SECRET"))
    chosen = choose_recipients(mailed_of(CLEARANCES), RecipientWishes(for_clearance=True), settings)
    assert [(each.named, each.recipient.clearance) for each in chosen.addressees] == [
        ("Ann <ann@example.int>", "NATO SECRET"),
        ("Zoe <zoe@other.org>", None),
    ]
    due = mailed_of(CLEARANCES).clearances[0].due
    assert chosen.addressees[0].asked == (Asked("Legal", due), Asked("Budget", None, is_void=True))
    assert [each.is_listed for each in chosen.addressees] == [True, False]
    (found,) = chosen.diagnostics
    assert (found.code, found.severity, found.path) == (
        *(Code.RECIPIENT_WITHOUT_ADDRESS, Severity.WARNING, "clearances[3].unit"),
    )


def test_an_address_that_is_none_is_an_error() -> None:
    """Somebody meant to ask, and nobody would be."""
    mailed = mailed_of("clearances: [{unit: Legal, email: 'b. clearer'}]")
    chosen = choose_recipients(mailed, RecipientWishes(for_clearance=True), settings_of(SETTINGS))
    assert [(each.code, each.severity, each.path) for each in chosen.diagnostics] == [
        (Code.RECIPIENT_WITHOUT_ADDRESS, Severity.ERROR, "clearances[0].email")
    ]


def test_where_nothing_is_open_nobody_is_asked() -> None:
    """And that is said."""
    mailed = mailed_of("clearances: [{unit: Legal, state: cleared}]")
    chosen = choose_recipients(mailed, RecipientWishes(for_clearance=True), settings_of(SETTINGS))
    assert (chosen.addressees, codes(chosen)) == ((), [Code.RECIPIENT_NOBODY])


def test_where_nobody_is_left_that_is_an_error() -> None:
    """Whoever was left out by language, or cannot be reached, is told beside it."""
    chosen = choose("", "planning", others=(OtherVersion("x", "fr"), OtherVersion("y", "en")))
    assert codes(chosen) == [Code.RECIPIENT_OTHER_LANGUAGE]
    spanish = choose(
        "language: es\ndistribution: [planning]", others=(OtherVersion("x", "fr"), OtherVersion("y", "en"))
    )
    assert codes(spanish) == [*[Code.RECIPIENT_OTHER_LANGUAGE] * 2, Code.RECIPIENT_NOBODY]
    mailed = mailed_of("clearances: [{unit: Navy}]")
    chosen = choose_recipients(mailed, RecipientWishes(for_clearance=True), settings_of(SETTINGS))
    assert codes(chosen) == [Code.RECIPIENT_WITHOUT_ADDRESS, Code.RECIPIENT_NOBODY]


def test_wishes_that_exclude_one_another_are_refused() -> None:
    """By the names of the options."""
    wishes = RecipientWishes(("office",), to_me=True, for_clearance=True)
    with pytest.raises(BriefmakerError, match="--to and --to-me and --for-clearance exclude one another"):
        choose_recipients(mailed_of(""), wishes, settings_of(SETTINGS))


def test_a_pack_goes_to_its_lists() -> None:
    """It has neither clearances nor versions in other languages."""
    pack = Pack.model_validate({"format": 1, "title": "Visit", "date": "2025-10-21"})
    mailed = mail_pack(pack, mailed_of("").places, ("planning",))
    chosen = choose_recipients(mailed, RecipientWishes(), settings_of(SETTINGS))
    assert addresses(chosen) == ["ANN@example.int", "cleo@example.int"]
    assert all(isinstance(each, Addressee) for each in chosen.addressees)
