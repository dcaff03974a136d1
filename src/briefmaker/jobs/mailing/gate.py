"""The gate before the mail: whether somebody may get a document, by what it carries, who they are, and where their mail goes.

Any refusal stops the whole send. What is not known counts as refused: a marking of no scheme, a clearance of another one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.jobs.mailing.enclosed_marking import EnclosedMarking
from briefmaker.jobs.mailing.mailed import Mailed
from briefmaker.jobs.mailing.recipients import Addressee
from briefmaker.model import Status
from briefmaker.model.mail_address import find_domain
from briefmaker.model.settings import Settings
from briefmaker.reading.suggest import list_words
from briefmaker.view.marking import list_schemes


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why somebody may not get a document: a whole sentence, and what to do."""

    code: Code
    message: str
    hint: str


def check_recipients(
    addressees: Iterable[tuple[Addressee, EnclosedMarking]], mailed: Mailed, settings: Settings
) -> tuple[Diagnostic, ...]:
    """Give all that stands against a send, each person with what is enclosed for them: empty where everything may go."""
    pairs = tuple(addressees)
    refusals = (each for pair in pairs for each in find_refusals(*pair, settings))
    told = (mailed.places.finding(each.code, "marking", each.message, each.hint) for each in refusals)
    return (*_find_premature((each for each, _ in pairs), mailed), *told)


def find_refusals(addressee: Addressee, enclosed: EnclosedMarking, settings: Settings) -> Iterator[Refusal]:
    """Give every reason why somebody may not get what carries this marking.

    The sender, who holds the file, is asked for a clearance only where a list says one; the rule of domains holds for everybody,
    since a message to oneself travels as far as any.
    """
    if not enclosed.is_marked:
        return
    if addressee.is_listed or not addressee.is_sender:
        yield from _check_level(addressee, enclosed, settings)
        yield from _check_caveats(addressee, enclosed)
    yield from _check_domain(addressee, enclosed, settings)


def _find_premature(addressees: Iterable[Addressee], mailed: Mailed) -> Iterator[Diagnostic]:
    """Tell of everybody who would get what is not final, and neither sends it nor is asked to clear it."""
    if mailed.status is Status.FINAL:
        return
    readers = [each.named for each in addressees if not each.is_sender and not each.asked]
    if readers:
        message = f"the status is `{mailed.status}`, and only what is final goes to {list_words(readers, 5)}"
        hint = "make it final; until then, --to-me mails it to the sender, --for-clearance to those who are to clear it"
        yield mailed.places.finding(Code.RECIPIENT_OF_DRAFT, "status", message, hint)


def _check_level(addressee: Addressee, enclosed: EnclosedMarking, settings: Settings) -> Iterator[Refusal]:
    marking, clearance = enclosed.carried.marking, addressee.recipient.clearance
    if marking is None:
        return
    if marking not in enclosed.scheme.portions:
        yield _refuse_unranked(addressee, marking)
    elif not addressee.is_listed:
        message = f"{addressee.named} is on no distribution list, so nothing says that they may see {marking}"
        hint = "put them on a list in briefmaker.yaml, with their clearance"
        yield Refusal(Code.RECIPIENT_LEVEL, message, hint)
    elif clearance is None:
        message = f"{addressee.named} may see only what bears no marking, and this is marked {marking}"
        yield Refusal(Code.RECIPIENT_LEVEL, message, _hint_at(addressee, "clearance"))
    elif reason := _find_unrankable(clearance, enclosed, settings):
        message = f"{addressee.named} is cleared for {clearance}, and {reason}"
        yield Refusal(Code.RECIPIENT_SCHEME, message, _hint_at(addressee, "clearance"))
    elif enclosed.scheme.rank(clearance) < enclosed.scheme.rank(marking):
        message = f"{addressee.named} is cleared for {clearance}, and this is marked {marking}"
        yield Refusal(
            Code.RECIPIENT_LEVEL, message, "give them an edition that they may see, or take them off the list"
        )


def _refuse_unranked(addressee: Addressee, marking: str) -> Refusal:
    message = (
        f"{marking} is a marking of no scheme that is known here, so nobody can say that {addressee.named} may see it"
    )
    return Refusal(Code.RECIPIENT_SCHEME, message, "choose the scheme in briefmaker.yaml: `marking_scheme`")


def _find_unrankable(level: str, enclosed: EnclosedMarking, settings: Settings) -> str:
    """Give why a level of the settings cannot be compared with what is enclosed; empty where it can."""
    if level not in enclosed.scheme.portions:
        return f"the scheme {enclosed.scheme.name}, by which this is marked, has no such marking"
    if settings.marking_scheme is None:
        schemes = [name for name, each in list_schemes(settings).items() if level in each.portions]
        if len(schemes) > 1:
            return f"that is a marking of several schemes, {list_words(schemes)}: the settings choose none as `marking_scheme`"
    return ""


def _check_caveats(addressee: Addressee, enclosed: EnclosedMarking) -> Iterator[Refusal]:
    """Refuse who lacks a caveat, word for word; one that lets readers in has its readers too."""
    known = {" ".join(each.split()) for each in addressee.recipient.caveats}
    missing = [each for each in enclosed.carried.handling if " ".join(each.split()) not in known]
    if missing:
        message = f"{addressee.named} may not see what carries {' and '.join(dict.fromkeys(missing))}"
        yield Refusal(Code.RECIPIENT_CAVEAT, message, _hint_at(addressee, "caveats"))


def _hint_at(addressee: Addressee, field: str) -> str:
    where = addressee.lists_as[0] if addressee.lists_as else "a distribution list"
    return f"if they may, say so under `{field}` at {where} in briefmaker.yaml; else give them an edition, or take them off"


def _check_domain(addressee: Addressee, enclosed: EnclosedMarking, settings: Settings) -> Iterator[Refusal]:
    """Refuse an address whose domain, in full and in any way of writing it, is not open for what is enclosed."""
    written = addressee.recipient.email.rpartition("@")[2]
    domain = _even_out(written)
    ceilings = [each for name, each in settings.mail.domains.items() if _even_out(name) == domain]
    marked = enclosed.written
    if not ceilings:
        message = (
            f"{addressee.named}: addresses of {written} get only what bears no marking, and this is marked {marked}"
        )
        yield Refusal(
            Code.RECIPIENT_DOMAIN, message, "open the domain under `mail.domains` in briefmaker.yaml, if it may be"
        )
    for ceiling in ceilings if enclosed.carried.marking is not None else ():
        yield from _check_ceiling(addressee, written, ceiling, enclosed, settings)


def _check_ceiling(
    addressee: Addressee, domain: str, ceiling: str, enclosed: EnclosedMarking, settings: Settings
) -> Iterator[Refusal]:
    marking = enclosed.carried.marking or ""
    hint = "see `mail.domains` in briefmaker.yaml"
    if marking not in enclosed.scheme.portions:
        yield _refuse_unranked(addressee, marking)
    elif reason := _find_unrankable(ceiling, enclosed, settings):
        message = f"{addressee.named}: addresses of {domain} get up to {ceiling}, and {reason}"
        yield Refusal(Code.RECIPIENT_SCHEME, message, hint)
    elif enclosed.scheme.rank(ceiling) < enclosed.scheme.rank(marking):
        message = f"{addressee.named}: addresses of {domain} get up to {ceiling}, and this is marked {marking}"
        yield Refusal(Code.RECIPIENT_DOMAIN, message, hint)


@lru_cache(maxsize=1000)
def _even_out(domain: str) -> str:
    """Give a domain as it is compared: in small letters, and in its own script however it was written."""
    return find_domain(domain.strip()).casefold() or domain.strip().casefold()
