"""What a document that is to be mailed carries: its marking and caveats, and the scheme by which they are ranked."""

from dataclasses import dataclass

from briefmaker.diagnostics import Diagnostic
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.packs.binding import Bound, list_enclosed
from briefmaker.jobs.templates.open_template import open_template
from briefmaker.model.markings import MarkingScheme
from briefmaker.reading import Reading
from briefmaker.view.carried import Carried
from briefmaker.view.marking import NO_SCHEME, choose_scheme


@dataclass(frozen=True, slots=True)
class EnclosedMarking:
    """The marking and caveats of a document, and their scheme."""

    carried: Carried
    scheme: MarkingScheme

    @property
    def is_marked(self) -> bool:
        """Tell whether it bears a marking, or a caveat alone."""
        return self.carried.marking is not None or bool(self.carried.handling)

    @property
    def written(self) -> str:
        """Give marking and caveats as they stand at the head of a page; empty where there are none."""
        return self.scheme.write(self.carried.marking, self.carried.handling)


def mark_enclosed_brief(
    reading: Reading, desk: Desk, edition: str | None = None
) -> tuple[EnclosedMarking | None, tuple[Diagnostic, ...]]:
    """Give what the documents of a brief without errors carry, or of an edition of it; None for one that cannot be made.

    An edition is marked by what it shows, which is worked out as when it is made.
    """
    brief = reading.brief
    if brief is None:
        return None, reading.diagnostics
    scheme = choose_scheme(brief, desk.settings)
    if edition is None:
        return EnclosedMarking(Carried(brief.marking, brief.handling), scheme), ()
    opened = open_template(desk.find_template(brief.template))
    if opened.description is None:
        return None, opened.diagnostics
    # Imported here, since few briefs are mailed as an edition.
    from briefmaker.view.edition import make_edition

    making = make_edition(brief, reading.tables, reading.places, desk.settings, opened.description, edition)
    if making.brief is None:
        return None, making.diagnostics
    return EnclosedMarking(Carried(making.brief.marking, making.brief.handling), scheme), ()


def mark_enclosed_pack(bound: Bound) -> EnclosedMarking:
    """Give what every page of a pack carries."""
    from briefmaker.view.pack_marking import choose_pack_scheme, mark_pack

    settings = bound.shelf.desk.settings
    enclosed = list_enclosed(bound.briefs, bound.annexes, settings)
    carried, _ = mark_pack(bound.pack, enclosed, settings, bound.shelf.places)
    return EnclosedMarking(carried, choose_pack_scheme(bound.pack, enclosed, settings) or NO_SCHEME)
