"""A brief, or that of a row, as something that is mailed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefmaker.delivery.postings import Issued
from briefmaker.diagnostics import Code, Diagnostic, has_errors
from briefmaker.jobs.building.build import plan_work
from briefmaker.jobs.building.making import Made, Order, make, open_desk_once, read_order
from briefmaker.jobs.building.mishaps import tell_mishap
from briefmaker.jobs.building.render import view_brief
from briefmaker.jobs.building.rows import lead_back
from briefmaker.jobs.building.working import perform
from briefmaker.jobs.changes.issued_content import changes_for, find_content, write_issued
from briefmaker.jobs.checking.other_languages import find_other_languages
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.mailing.compose import Attachment
from briefmaker.jobs.mailing.enclosed_marking import mark_enclosed_brief
from briefmaker.jobs.mailing.mailed import Mailed, mail_brief
from briefmaker.jobs.mailing.matter import Enclosed, Facts, find_place, name_key
from briefmaker.jobs.request import Request, WantedEdition, Wishes
from briefmaker.model import Brief
from briefmaker.model.content_fingerprint import fingerprint_content
from briefmaker.model.replaced import Replaced
from briefmaker.reading import Reading
from briefmaker.view.change_sentences import ChangeLine


@dataclass(frozen=True, slots=True)
class BriefMatter:
    """A brief that was read without errors; its ``order`` says how it is made."""

    order: Order
    reading: Reading
    desk: Desk
    facts: Facts
    mailed: Mailed

    @property
    def source(self) -> Brief:
        """Give the brief."""
        assert self.reading.brief is not None  # noqa: S101 - opened only where there is one
        return self.reading.brief

    def make(
        self, edition: str, formats: tuple[DocumentFormat, ...], replaces: Replaced | None
    ) -> tuple[Enclosed | None, tuple[Diagnostic, ...]]:
        """Make its documents for the readers of an edition, with the limits of a build; rules are asked as by a build."""
        request = self._request(edition, formats, replaces)
        order = replace(self.order, request=request, is_forced=True)
        made, found = _make_within_limits(order)
        if not made.documents:
            return None, found
        if made.fingerprint != self.reading.fingerprint:
            return None, (*found, self._tell_changed())
        view, _, told = view_brief(self.reading, self.desk, request)
        marking, refused = mark_enclosed_brief(self.reading, self.desk, edition or None)
        if view is None or marking is None:
            return None, (*found, *told, *refused)
        documents = {
            each.format: Attachment(request.name_file(made.name, each.format), each.content, each.format, each.pages)
            for each in made.documents
        }
        content = find_content(self.reading, self.desk, edition)
        assert content is not None  # noqa: S101 - documents were made of it
        issued = write_issued(content.brief, content.tables)
        seen = fingerprint_content(content.brief, content.tables, self.reading.pictures)
        return Enclosed(edition, view, marking, documents, issued, seen), found

    def list_changes(
        self, edition: str, version: int, issued: Sequence[Issued]
    ) -> tuple[tuple[ChangeLine, ...], tuple[Diagnostic, ...]]:
        """Give a sentence for each change since ``version`` for the readers of an edition, and what cannot be told of it."""
        content = find_content(self.reading, self.desk, edition)
        if content is None:
            return (), ()
        style = self.desk.settings.date_style
        since = changes_for(edition, version, issued, content, self.mailed.places, style)
        return since.lines, since.diagnostics

    def _request(self, edition: str, formats: tuple[DocumentFormat, ...], replaces: Replaced | None) -> Request:
        wanted = WantedEdition(edition) if edition else None
        return Request(formats, self.desk.settings.paper, wanted, replaces=replaces)

    def _tell_changed(self) -> Diagnostic:
        message = f"{self.facts.name} was changed while it was being mailed"
        return self.mailed.places.finding(Code.MAIL_CHANGED, "", message, "save it, and mail it again")


def open_brief(order: Order) -> tuple[BriefMatter | None, tuple[Diagnostic, ...]]:
    """Read a brief to be mailed; None where it has an error, and all that was found."""
    desk = open_desk_once(order.workspace)
    if has_errors(order.obstacles):
        return None, order.obstacles
    reading = read_order(order, desk)
    found = lead_back(order, reading.diagnostics) if order.row else reading.diagnostics
    brief = reading.brief
    if brief is None or has_errors(found):
        return None, found
    mailed = mail_brief(brief, reading, find_other_languages(brief, order.brief, desk))
    return BriefMatter(order, reading, desk, _gather_facts(order, brief, desk), mailed), found


def _gather_facts(order: Order, brief: Brief, desk: Desk) -> Facts:
    place = find_place(Path(order.brief), desk)
    key = name_key(brief.reference, place, order.slug)
    return Facts(place, key, brief.version, brief.date, order.slug)


def _make_within_limits(order: Order) -> tuple[Made, tuple[Diagnostic, ...]]:
    """Make a brief as a build does: one that hangs or takes all memory harms itself alone. Raises what making raises."""
    (done,) = perform(make, (order,), plan_work(Wishes(), (order,)))
    if done.failure is not None:
        found = (tell_mishap(order.brief, done.failure),)
        return Made("", (), found), found
    if not isinstance(done.result, Made):
        assert done.result is not None  # noqa: S101 - without a failure there is a result
        raise done.result
    return done.result, done.result.diagnostics
