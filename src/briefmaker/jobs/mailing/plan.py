"""Plans a send: what is mailed, to whom, in which edition, and all that stands against it; nothing is sent, and nothing kept."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefmaker.delivery.messages import Message
from briefmaker.delivery.postings import Issued
from briefmaker.diagnostics import Diagnostic, has_errors, in_order
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.mailing.circle import Circle, choose_circle
from briefmaker.jobs.mailing.corrections import refuse_other_bytes
from briefmaker.jobs.mailing.enclosed_marking import EnclosedMarking
from briefmaker.jobs.mailing.gate import check_recipients
from briefmaker.jobs.mailing.matter import WHOLE, Enclosed, Matter
from briefmaker.jobs.mailing.message import PlannedMessage, compose_message
from briefmaker.jobs.mailing.occasion import describe_occasion, list_changes
from briefmaker.jobs.mailing.open_matters import open_matters
from briefmaker.jobs.mailing.past import Past, read_past
from briefmaker.jobs.mailing.recipients import Addressee
from briefmaker.jobs.mailing.repeats import Before, Same
from briefmaker.jobs.mailing.wishes import MailWishes, refuse_contradictions


@dataclass(frozen=True, slots=True)
class MailPlan:
    """A send as it would be: its messages, what is issued by them, who has the same already, and all that was found.

    Nothing of it may be sent where any finding is an error.
    """

    desk: Desk
    messages: tuple[PlannedMessage, ...] = ()
    issued: tuple[Issued, ...] = ()
    repeated: tuple[Message, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def is_stopped(self) -> bool:
        """Tell whether something stands against the send, which then sends nothing at all."""
        return has_errors(self.diagnostics)


def plan_mail(path: str | Path, wishes: MailWishes) -> MailPlan:
    """Plan the send of a brief, of the briefs of all rows, or of a pack; ``path`` is its file, or the name of a pack.

    Raises BriefmakerError where nothing can be begun: there is no such file, the settings name
    no sender, wishes exclude one another.
    """
    refuse_contradictions(wishes)
    desk, matters, found = open_matters(path)
    pasts = read_past((matter.facts.key for matter in matters), desk.workspace.records_folder)
    planned: list[_Planned] = []
    for matter in matters:
        each = _plan_matter(matter, wishes, pasts[matter.facts.key])
        planned.append(each)
        found = (*found, *each.diagnostics)
    if has_errors(found):
        return MailPlan(desk, diagnostics=in_order(found))
    return MailPlan(
        desk,
        tuple(message for each in planned for message in each.messages),
        tuple(issued for each in planned for issued in each.issued),
        tuple(message for each in planned for message in each.repeated),
        in_order(found),
    )


@dataclass(frozen=True, slots=True)
class _Planned:
    """What comes of one brief or pack."""

    messages: tuple[PlannedMessage, ...] = ()
    issued: tuple[Issued, ...] = ()
    repeated: tuple[Message, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def _plan_matter(matter: Matter, wishes: MailWishes, past: Past) -> _Planned:
    circle = choose_circle(matter, wishes, past)
    if has_errors(circle.diagnostics):
        return _Planned(diagnostics=circle.diagnostics)
    enclosed, found = _make_editions(matter, circle)
    found = (*circle.diagnostics, *found)
    if has_errors(found):
        return _Planned(diagnostics=found)
    pairs = [_judge_by_former(each, circle, enclosed[_edition_of(each)].marking) for each in circle.addressees]
    found += check_recipients(pairs, matter.mailed, matter.desk.settings)
    if has_errors(found):
        return _Planned(diagnostics=found)
    before = Before(circle.purpose, matter.facts.version, past.messages)
    messages, repeated, told = _compose(matter, circle, enclosed, before, is_again=wishes.again or wishes.to_me)
    found = (*found, *told)
    if not circle.purpose.is_issue:
        return _Planned(messages, (), repeated, found)
    found += tuple(refuse_other_bytes((each.about for each in messages), past.messages, matter.mailed.places))
    return _Planned(messages, tuple(_issue(matter, each) for each in enclosed.values()), repeated, found)


def _judge_by_former(
    addressee: Addressee, circle: Circle, marking: EnclosedMarking
) -> tuple[Addressee, EnclosedMarking]:
    """Give somebody with what is enclosed for them; who left the lists may see what is marked as the version that they have."""
    former = circle.former_of(addressee)
    if addressee.is_listed or former is None or former.marking != marking.written:
        return addressee, marking
    carried = marking.carried
    may_see = addressee.recipient.model_copy(update={"clearance": carried.marking, "caveats": carried.handling})
    return replace(addressee, recipient=may_see, lists_as=(f"version {former.former.version}",)), marking


def _edition_of(addressee: Addressee) -> str:
    return addressee.recipient.edition or WHOLE


def _make_editions(matter: Matter, circle: Circle) -> tuple[dict[str, Enclosed], tuple[Diagnostic, ...]]:
    """Make each edition once, in all formats that somebody gets it in."""
    formats: dict[str, dict[DocumentFormat, None]] = {}
    for each in circle.addressees:
        wanted = formats.setdefault(_edition_of(each), {})
        wanted |= dict.fromkeys(map(DocumentFormat, each.recipient.formats))
    enclosed: dict[str, Enclosed] = {}
    found: tuple[Diagnostic, ...] = ()
    for edition, wanted in formats.items():
        # In one order, so that the same edition is always made in the same way.
        ordered = tuple(each for each in DocumentFormat if each in wanted)
        made, told = matter.make(edition, ordered, circle.replaced.get(edition))
        found = (*found, *told)
        if made is not None:
            enclosed[edition] = made
    return enclosed, tuple(dict.fromkeys(found))


def _compose(
    matter: Matter, circle: Circle, enclosed: Mapping[str, Enclosed], before: Before, *, is_again: bool
) -> tuple[tuple[PlannedMessage, ...], tuple[Message, ...], tuple[Diagnostic, ...]]:
    """Compose a letter to everybody who has not the same already."""
    messages: list[PlannedMessage] = []
    repeated: list[Message] = []
    changes, found = list_changes(matter, circle)
    planned: Counter[Same] = Counter()
    for addressee in circle.addressees:
        made = enclosed[_edition_of(addressee)]
        same = Same(addressee.recipient.email.casefold(), made.edition, made.content)
        had = before.find(same)
        if had is not None and (not is_again or had.is_waiting):
            repeated.append(had)
            continue
        occasion = describe_occasion(matter, circle, addressee, changes)
        # The sender can get the same for several readers, of whom different things are asked.
        message, told = compose_message(matter, circle, made, addressee, occasion, before.count(same) + planned[same])
        planned[same] += 1
        found = (*found, *told)
        messages += [message] if message else []
    return tuple(messages), tuple(repeated), tuple(dict.fromkeys(found))


def _issue(matter: Matter, enclosed: Enclosed) -> Issued:
    facts = matter.facts
    return Issued(facts.key, facts.version, enclosed.edition, facts.date, enclosed.issued)
