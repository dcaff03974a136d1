"""What one edition of a brief may show: the fields that it and its template name, up to its ceiling, for its readers."""

from briefmaker.model import Brief, Marked
from briefmaker.model.editions import Edition
from briefmaker.model.fields import field_of, is_content, is_shown
from briefmaker.model.markings import MarkingScheme
from briefmaker.view.carried import Carried, Carrying

# Fields that steer how a brief is read: without them what is shown could not be made. Version and status are told by
# every document, since a draft has to say that it is one.
ALWAYS = ("format", "template", "language", "timezone", "home_timezone", "likelihood_scale", "version", "status")

# Fields that no template names, which go with the part they stand in. All others stay behind: a field that is added to the
# model is in no edition until it is listed here, or named by template and edition.
WITH_THEIR_PART = (
    *("participants.side", "decision.options.recommended"),
    *("figures.chart", "figures.highlight", "figures.reference_line.value"),
    *("facts.id", "facts.value", "facts.unit", "facts.as_of", "facts.sources"),
)

# Fields that no template names, which go with another field.
WITH_ANOTHER = {"meeting.end": "meeting.start"}

# Fields that are worked out for the edition, and never taken over as they stand.
STAY_BEHIND = (
    *("editions", "portions", "id", "distribution", "facts.key", "items.carry"),
    *("participants.person", "clearances.email", "clearances.of", "sources.kind", "figures.data"),
    *("translation_of.fingerprint", "for_each", "slug"),
)


class EditionLimits:
    """Tells of each field of one brief whether an edition may show it."""

    def __init__(
        self, brief: Brief, name: str, edition: Edition, scheme: MarkingScheme, template_shows: tuple[str, ...]
    ) -> None:
        self.carrying = Carrying(brief, scheme)
        self.scheme = scheme
        self.shows = intersect(template_shows, edition.shows)
        self._name = name
        self._edition = edition

    def admits(self, path: str) -> bool:
        """Tell whether what a field carries lets the edition's readers see it."""
        carried = self.carrying.at(path)
        is_theirs = carried.editions is None or self._name in carried.editions
        return is_theirs and self._is_below_ceiling(carried) and self._has_known_caveats(carried)

    def admits_all(self, path: str, fields: tuple[str, ...]) -> bool:
        """Tell whether its readers may see a part and these fields of it."""
        return self.admits(path) and all(self.admits(f"{path}.{name}") for name in fields)

    def _is_below_ceiling(self, carried: Carried) -> bool:
        ceiling, portions = self._edition.ceiling, self.scheme.portions
        if ceiling is None:
            return carried.marking is None
        if carried.marking not in portions or ceiling not in portions:
            return False
        return self.scheme.rank(carried.marking) <= self.scheme.rank(ceiling)

    def _has_known_caveats(self, carried: Carried) -> bool:
        known = self._edition.caveats
        return known is None or set(carried.handling) <= set(known)

    def must_be_admitted(self, path: str, value: object) -> bool:
        """Tell whether a part stands or falls whole: an entry does, and whatever states who may see it."""
        return isinstance(value, Marked) or path in self.carrying.statements

    def is_shown(self, path: str) -> bool:
        """Tell whether template and edition show the field at this path, or it goes with the part it stands in."""
        field = field_of(path)
        if field in WITH_ANOTHER:
            other = WITH_ANOTHER[field]
            return self.is_shown(other) and self.admits(other)
        return field in WITH_THEIR_PART or (is_content(field) and is_shown(field, self.shows))


def intersect(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Give the fields that both of two lists show, in the order of the first; a field stands for all that is under it."""
    both: list[str] = []
    for field in one:
        both += [field] if is_shown(field, other) else [each for each in other if is_shown(each, (field,))]
    return tuple(dict.fromkeys(both))
