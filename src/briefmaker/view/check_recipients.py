"""What is wrong with the people of distribution lists: what they may see, what they get, and who stands there twice."""

from collections.abc import Iterator

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model.recipients import DistributionList, Recipient
from briefmaker.model.settings import Settings
from briefmaker.reading.suggest import did_you_mean, list_words
from briefmaker.reading.yaml_problems import shorten
from briefmaker.view.check_mail_settings import check_language
from briefmaker.view.check_settings import check_marking, list_usable_schemes


def check_recipients(settings: Settings, places: Places) -> Iterator[Diagnostic]:
    """Give all that is wrong with ``distribution_lists``."""
    for name, each in settings.distribution_lists.items():
        path = f"distribution_lists.{name}"
        if not each.people:
            message = f"nobody is on the list `{shorten(name)}`"
            yield _find(places, f"{path}.people", message, "add somebody: `- {name: ..., email: ...}`")
        for index, recipient in enumerate(each.people):
            yield from _check_recipient(f"{path}.people[{index}]", recipient, settings, places)
        yield from _tell_twice(f"{path}.people", each, places)
    yield from _tell_contradictions(settings, places)


def _find(places: Places, path: str, message: str, hint: str) -> Diagnostic:
    return places.finding(Code.SETTINGS_MAIL, path, message, hint)


def _check_recipient(path: str, recipient: Recipient, settings: Settings, places: Places) -> Iterator[Diagnostic]:
    if recipient.clearance is not None:
        yield from check_marking(f"{path}.clearance", recipient.clearance, settings, places, Code.SETTINGS_MAIL)
    yield from _check_caveats(path, recipient, settings, places)
    # An edition that is written and wrong is told of where it stands.
    is_written = f"editions.{recipient.edition}" in places.values
    if recipient.edition is not None and recipient.edition not in settings.editions and not is_written:
        message = f"the edition `{shorten(recipient.edition)}` is not defined"
        known = list(settings.editions)
        hint = did_you_mean(
            recipient.edition, known, f"choose {list_words(known)}" if known else "define it under `editions`"
        )
        yield _find(places, f"{path}.edition", message, hint)
    if recipient.language is not None:
        yield from check_language(f"{path}.language", recipient.language, places)
    if not recipient.formats:
        yield _find(places, f"{path}.formats", "no format is named", "write [pdf], [docx] or [pdf, docx]")
    elif len(set(recipient.formats)) < len(recipient.formats):
        yield _find(places, f"{path}.formats", "a format is named twice", "name each once")


def _check_caveats(path: str, recipient: Recipient, settings: Settings, places: Places) -> Iterator[Diagnostic]:
    """Tell of caveats that no scheme has by which this person's briefs can be marked."""
    if "marking_schemes" in places.values and not settings.marking_schemes:
        return  # told of already, as in check_marking
    _, schemes = list_usable_schemes(settings)
    schemes = tuple(each for each in schemes if recipient.clearance in each.portions) or schemes
    known = [each.caveat for scheme in schemes for each in scheme.caveats]
    for index, caveat in enumerate(recipient.caveats):
        if not any(scheme.other_caveats or scheme.find_caveat(caveat) for scheme in schemes):
            message = (
                f"there is no caveat `{shorten(caveat)}` in the scheme {list_words(each.name for each in schemes)}"
            )
            hint = did_you_mean(caveat.upper(), known, f"choose {list_words(known)}" if known else "take it out")
            yield _find(places, f"{path}.caveats[{index}]", message, hint)


def _tell_twice(path: str, listed: DistributionList, places: Places) -> Iterator[Diagnostic]:
    known: dict[str, Recipient] = {}
    for index, recipient in enumerate(listed.people):
        first = known.setdefault(recipient.email.casefold(), recipient)
        if first is not recipient:
            message = f"`{shorten(recipient.email)}` is on this list already, as {shorten(first.name)}"
            yield _find(places, f"{path}[{index}].email", message, "give each person an address, or take one out")


def _tell_contradictions(settings: Settings, places: Places) -> Iterator[Diagnostic]:
    """Tell of somebody who may see one thing by one list and another by the next: nobody could know which holds."""
    first: dict[str, tuple[str, Recipient]] = {}
    for name, each in settings.distribution_lists.items():
        for index, recipient in enumerate(each.people):
            other, known = first.setdefault(recipient.email.casefold(), (name, recipient))
            if other != name and _rights(known) != _rights(recipient):
                message = f"`{shorten(recipient.email)}` may see something else by the list `{shorten(other)}`"
                hint = "give the same clearance and caveats in both"
                where = f"distribution_lists.{name}.people[{index}]"
                yield _find(places, f"{where}.clearance", message, hint)


def _rights(recipient: Recipient) -> tuple[str | None, frozenset[str]]:
    return recipient.clearance, frozenset(recipient.caveats)
