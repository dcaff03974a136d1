"""Other bytes under a version that was sent are refused; a correction goes to everyone who has an earlier version, once."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pytest

from briefmaker.delivery.letter import Mailbox
from briefmaker.delivery.messages import Message, State
from briefmaker.delivery.postings import About, Issued
from briefmaker.diagnostics import Code, Places, Severity, Span
from briefmaker.jobs.mailing.corrections import CorrectionPlan, find_replaced, plan_correction, refuse_other_bytes
from briefmaker.model.mail_purpose import Purpose
from briefmaker.model.replaced import Replaced

PLACES = Places("briefs/grain.yaml", ("format: 1", "version: 3"), {"": Span(), "version": Span(2, 10, 2, 11)})
DAY = datetime.date(2025, 10, 24)
MOMENT = datetime.datetime(2025, 10, 24, 12, tzinfo=datetime.UTC)
DOCUMENTS = {"grain.pdf": "aaa", "grain.docx": "bbb"}


def about(
    version: int = 2, purpose: Purpose = Purpose.ISSUE, documents: Mapping[str, str] = DOCUMENTS, **more: str
) -> About:
    """Give what a message is about."""
    return replace(About("PBN-1", "briefs/grain.yaml", purpose, version, "Grain", documents=documents), **more)


def make_message(number: int, to: Mailbox, told: About, state: str = "sent") -> Message:
    """Give a message as the outbox tells of it."""
    return Message(number, "p@x.example", to, f"<{number}@x.example>", told, State(state), 1, 1, MOMENT, MOMENT)


@dataclass
class Outbox:
    """Messages in the order in which they were queued, and what was issued."""

    messages: list[Message] = field(default_factory=list)
    issued: list[Issued] = field(default_factory=list)

    def put(
        self, who: str, version: int = 2, state: str = "sent", purpose: Purpose = Purpose.ISSUE, edition: str = ""
    ) -> None:
        """Add a message to one reader, and what was issued with it."""
        number = len(self.messages) + 1
        told = about(version, purpose, edition=edition)
        mailbox = Mailbox(who.title(), f"{who}@x.example")
        self.messages.append(make_message(number, mailbox, told, state))
        if purpose is not Purpose.DRAFT and (version, edition) not in {
            (each.version, each.edition) for each in self.issued
        }:
            self.issued.append(Issued("PBN-1", version, edition, DAY + datetime.timedelta(version), "{}"))

    def plan(self, version: int, *listed: str) -> CorrectionPlan:
        """Plan a correction, with these on the lists now."""
        addresses = [f"{who}@x.example" for who in listed]
        return plan_correction("PBN-1", version, self.messages, self.issued, addresses, PLACES)


def codes(plan: CorrectionPlan) -> list[str]:
    """Give the codes of what is told."""
    return [each.code for each in plan.diagnostics]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (about(), []),
        (about(documents={"grain.pdf": "other", "grain.docx": "bbb"}), ["grain.pdf"]),
        (about(documents={"grain.pdf": "other", "grain.docx": "others"}), ["grain.pdf", "grain.docx"]),
        (about(documents={"renamed.pdf": "aaa"}), []),
        (about(documents={"renamed.PDF": "other"}), ["renamed.PDF"]),
        (about(documents={"grain.html": "ccc"}), []),
        (about(3, documents={"grain.pdf": "other"}), []),
        (about(documents={"grain.pdf": "other"}, edition="public"), []),
        (replace(about(documents={"grain.pdf": "other"}), key="PBN-2"), []),
    ],
)
def test_other_bytes_under_a_key_and_version_that_were_sent_are_told(wanted: About, told: list[str]) -> None:
    """By name, or by format under a new name; another version, edition or reference is another document."""
    past = [make_message(1, Mailbox("Ann", "ann@x.example"), about())]
    found = list(refuse_other_bytes([wanted, wanted], past, PLACES))
    assert [each.message.split("`")[1] for each in found] == told
    assert all(
        (each.code, each.severity, each.span.line) == (Code.CORRECTION_OTHER_BYTES, Severity.ERROR, 2) for each in found
    )
    assert all('`version: 3`, then send it with `briefmaker mail --correct "REASON"`' in each.hint for each in found)


@pytest.mark.parametrize(
    ("state", "purpose", "is_refused"),
    [
        ("sent", Purpose.ISSUE, True),
        ("unknown", Purpose.CORRECTION, True),
        ("queued", Purpose.ISSUE, True),
        ("sending", Purpose.ISSUE, True),
        ("failed", Purpose.ISSUE, False),
        ("dropped", Purpose.ISSUE, False),
        ("sent", Purpose.DRAFT, False),
        ("sent", Purpose.CLEARANCE, False),
    ],
)
def test_only_what_readers_have_or_will_have_counts(state: str, purpose: Purpose, is_refused: bool) -> None:
    """A draft is no version that was issued; what failed never reached anybody."""
    past = [make_message(1, Mailbox("Ann", "ann@x.example"), about(purpose=purpose), state)]
    found = list(refuse_other_bytes([about(documents={"grain.pdf": "other"})], past, PLACES))
    assert bool(found) is is_refused


def test_other_bytes_of_the_same_content_are_told_with_their_reason() -> None:
    """The author looks for a change in the brief in vain."""
    past = [make_message(1, Mailbox("Ann", "ann@x.example"), about(content="f1"))]
    (found,) = refuse_other_bytes([about(documents={"grain.pdf": "other"}, content="f1")], past, PLACES)
    assert "the brief says the same, so settings, templates or briefmaker differ" in found.hint


def test_everyone_who_has_an_earlier_version_gets_it_once_in_reply_to_their_last() -> None:
    """In the edition in which they had it, with the version that they have; drafts and what failed do not count."""
    outbox = Outbox()
    outbox.put("ann", 1)
    outbox.put("ben", 1, edition="public")
    outbox.put("ann", 2, purpose=Purpose.CORRECTION)
    outbox.put("cem", 2, state="unknown")
    outbox.put("dan", 2, state="failed")
    outbox.put("eve", 2, purpose=Purpose.DRAFT)
    outbox.put("flo", 2, state="dropped")
    plan = outbox.plan(3, "ann", "ben", "cem")
    assert plan.diagnostics == ()
    assert [(each.to.name, each.edition, each.in_reply_to) for each in plan.recipients] == [
        ("Ann", "", "<3@x.example>"),
        ("Ben", "public", "<2@x.example>"),
        ("Cem", "", "<4@x.example>"),
    ]
    second = Replaced(2, DAY + datetime.timedelta(2))
    assert [each.former for each in plan.recipients] == [second, Replaced(1, DAY + datetime.timedelta(1)), second]
    assert [each.is_certain for each in plan.recipients] == [True, True, False]
    assert {each.formats for each in plan.recipients} == {("pdf", "docx")}
    assert plan.replaced == {"": second, "public": Replaced(1, DAY + datetime.timedelta(1))}


def test_an_address_is_one_however_it_is_written() -> None:
    """And the version that somebody has is the highest, though an older one was sent once more."""
    outbox = Outbox()
    outbox.put("ann", 2)
    outbox.put("ANN", 1)
    outbox.messages[0] = replace(outbox.messages[0], about=about(marking="NATO RESTRICTED"))
    (only,) = outbox.plan(3, "Ann").recipients
    assert only.marking == "NATO RESTRICTED"
    assert (only.in_reply_to, only.former.version, only.is_listed) == ("<1@x.example>", 2, True)


def test_who_left_gets_it_and_who_is_new_does_not_and_both_are_told() -> None:
    """The one has a version that is wrong; the other has nothing to correct."""
    outbox = Outbox()
    outbox.put("ann")
    outbox.put("ben")
    plan = outbox.plan(3, "ann", "zoe")
    assert [(each.to.name, each.is_listed) for each in plan.recipients] == [("Ann", True), ("Ben", False)]
    assert codes(plan) == [Code.CORRECTION_LISTS, Code.CORRECTION_LISTS]
    assert {each.severity for each in plan.diagnostics} == {Severity.WARNING}
    left, new = (each.message for each in plan.diagnostics)
    assert left == "Ben <ben@x.example> has left the lists, and gets the correction all the same"
    assert new.startswith("zoe@x.example is on the lists and never received an earlier version")


def test_a_version_that_is_not_raised_is_refused() -> None:
    """Whether it was sent, waits, or may have been received; with the version to set."""
    for state in ("sent", "unknown"):
        outbox = Outbox()
        outbox.put("ann", 3, state=state)
        outbox.put("ben", 1)
        plan = outbox.plan(3, "ann")
        assert codes(plan) == [Code.CORRECTION_VERSION]
        assert plan.recipients == ()
        assert plan.diagnostics[0].hint == "set `version: 4`"


def test_what_still_waits_is_sent_or_dropped_first() -> None:
    """Otherwise the wrong version would arrive after its correction."""
    outbox = Outbox()
    outbox.put("ann")
    outbox.put("ben", state="queued")
    plan = outbox.plan(3, "ann", "ben")
    assert codes(plan) == [Code.CORRECTION_UNRECEIVED]
    assert plan.diagnostics[0].message == "one message still waits to be sent of an earlier version of PBN-1"
    assert plan.recipients == ()


def test_what_nobody_received_needs_no_correction() -> None:
    """It is sent for the first time."""
    outbox = Outbox()
    outbox.put("ann", state="failed")
    plan = outbox.plan(3, "ann")
    assert codes(plan) == [Code.CORRECTION_UNRECEIVED]
    assert "`briefmaker mail --send`" in plan.diagnostics[0].hint
    assert outbox.plan(3).recipients == Outbox().plan(1).recipients == ()


def test_messages_of_another_key_are_no_concern() -> None:
    """A brief's reference is what its versions are counted under."""
    outbox = Outbox()
    outbox.put("ann")
    other = replace(
        outbox.messages[0], about=replace(about(9), key="PBN-2"), number=2, to=Mailbox("Zoe", "zoe@x.example")
    )
    outbox.messages.append(other)
    assert [each.to.name for each in outbox.plan(3, "ann").recipients] == ["Ann"]


def test_every_document_of_a_version_says_the_same_of_what_it_replaces() -> None:
    """For who is new on the lists, too: one version of an edition has one set of bytes; a day that is not kept is left out."""
    outbox = Outbox()
    outbox.put("ann", 1)
    outbox.put("ben", 2)
    outbox.put("cem", 3)
    assert find_replaced("PBN-1", 3, outbox.messages, {}) == {"": Replaced(2)}
    assert find_replaced("PBN-1", 3, outbox.messages, {(2, ""): DAY}) == {"": Replaced(2, DAY)}
    assert find_replaced("PBN-1", 1, outbox.messages, {}) == {}


@pytest.mark.parametrize(("state", "said"), [("queued", "waits in the outbox already"), ("sent", "was sent already")])
def test_whether_the_version_waits_or_was_sent_is_told(state: str, said: str) -> None:
    """Who called it twice while the server was away raises no version for that."""
    outbox = Outbox()
    outbox.put("ann", 1)
    outbox.put("ann", 2, state, Purpose.CORRECTION)
    (told,) = outbox.plan(2, "ann").diagnostics
    assert told.code is Code.CORRECTION_VERSION
    assert said in told.message
