"""What each field of a brief carries: its own marking and caveats, or those of what it stands in, up to the document's."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefmaker.diagnostics import parent_path
from briefmaker.model import Brief, Marked, Part, PortionMark
from briefmaker.model.fields import iterate_parts
from briefmaker.model.markings import MarkingScheme


@dataclass(frozen=True, slots=True)
class Statement:
    """What the brief says of one portion: the portion's path, where it is said, and what."""

    path: str
    said_at: str
    mark: PortionMark


@dataclass(frozen=True, slots=True)
class Carried:
    """What a portion carries; ``editions`` are those that may show it, None for any.

    ``caveats`` are all that were said of it and of what it stands in; ``handling`` those that can stand beside its marking.
    """

    marking: str | None
    handling: tuple[str, ...] = ()
    editions: frozenset[str] | None = None
    caveats: tuple[str, ...] = ()


def list_statements(brief: Brief) -> Iterator[Statement]:
    """Give all that the brief says of its portions, in its order; what it says of itself is not among it."""
    for path, part in iterate_parts(brief):
        if isinstance(part, Marked) and (part.marking, part.handling, part.editions) != (None, None, None):
            own = PortionMark(marking=part.marking, handling=part.handling, editions=part.editions)
            yield Statement(path, path, own)
        for field, mark in portions_of(part).items():
            around = f"{path}." if path else ""
            yield Statement(around + field, f"{around}portions.{field}", mark)


def portions_of(part: Part) -> dict[str, PortionMark]:
    """Give what a part says of its fields."""
    return part.portions if isinstance(part, Brief | Marked) else {}


class Carrying:
    """Knows what each field of one brief carries."""

    def __init__(self, brief: Brief, scheme: MarkingScheme) -> None:
        self._scheme = scheme
        self.statements = {each.path: each for each in list_statements(brief)}
        self._known = {"": Carried(brief.marking, brief.handling, None, brief.handling)}

    def at(self, path: str) -> Carried:
        """Give what the field at this path carries, whether or not it is filled."""
        if path not in self._known:
            around = self.at(parent_path(path))
            stated = self.statements.get(path)
            self._known[path] = self._add(around, stated.mark) if stated else around
        return self._known[path]

    def _add(self, around: Carried, mark: PortionMark) -> Carried:
        """Give what a portion carries by its own words and by those around it.

        A caveat that cannot stand beside a low marking is not lost: what stands inside and is marked higher has it again.
        """
        marking = mark.marking or around.marking
        caveats = around.caveats if mark.handling is None else mark.handling
        handling = tuple(each for each in caveats if mark.handling is not None or self._scheme.suits(each, marking))
        return Carried(marking, handling, _narrow(around.editions, mark.editions), caveats)


def _narrow(around: frozenset[str] | None, own: tuple[str, ...] | None) -> frozenset[str] | None:
    """Give the editions that may show a portion: of those that may show what it stands in, those that it names."""
    if own is None:
        return around
    return frozenset(own) if around is None else around & frozenset(own)


def closing_caveats(carried: Carried, scheme: MarkingScheme) -> tuple[str, ...]:
    """Give the caveats of a portion that keep readers out, which the whole has to carry too."""
    return tuple(each for each in carried.handling if not _permits(each, scheme))


def opening_caveats(carried: Carried, scheme: MarkingScheme) -> tuple[str, ...]:
    """Give the caveats of a document that let readers in, which each of its portions has to carry too."""
    return tuple(each for each in carried.handling if _permits(each, scheme))


def stands_above(portion: Carried, whole: Carried, scheme: MarkingScheme) -> bool:
    """Tell whether a portion's marking is above another; one that the scheme has not is above all."""
    if portion.marking is None or portion.marking == whole.marking:
        return False
    if portion.marking not in scheme.portions or whole.marking not in scheme.portions:
        return True
    return scheme.rank(portion.marking) > scheme.rank(whole.marking)


def list_missing_caveats(portion: Carried, whole: Carried, scheme: MarkingScheme) -> tuple[str, ...]:
    """Give the caveats of a portion that the whole has to carry and does not."""
    return tuple(each for each in closing_caveats(portion, scheme) if each not in whole.handling)


def list_opened_caveats(portion: Carried, whole: Carried, scheme: MarkingScheme) -> tuple[str, ...]:
    """Give the caveats by which the whole lets readers in who may not see the portion."""
    opening = (each for each in opening_caveats(whole, scheme) if scheme.suits(each, portion.marking))
    return tuple(each for each in opening if each not in portion.handling)


def fits_into(portion: Carried, whole: Carried, scheme: MarkingScheme) -> bool:
    """Tell whether a portion can stand in a document that carries this."""
    return not (
        stands_above(portion, whole, scheme)
        or list_missing_caveats(portion, whole, scheme)
        or list_opened_caveats(portion, whole, scheme)
    )


def join_carried(portions: list[Carried], scheme: MarkingScheme) -> Carried:
    """Give what a document made of these portions carries: the highest marking, and all caveats that keep readers out.

    A caveat that lets readers in, such as REL TO, is the document's only where each portion that it can stand beside has it.
    """
    markings = [each.marking for each in portions if each.marking in scheme.portions]
    highest = max(markings, key=scheme.rank, default=None)
    closing = [each for portion in portions for each in closing_caveats(portion, scheme)]
    opening = dict.fromkeys(each for portion in portions for each in opening_caveats(portion, scheme))
    shared = [each for each in opening if all(_lets_in(portion, each, scheme) for portion in portions)]
    return Carried(highest, scheme.sort((*closing, *shared)))


def _lets_in(portion: Carried, caveat: str, scheme: MarkingScheme) -> bool:
    return caveat in portion.handling or not scheme.suits(caveat, portion.marking)


def _permits(written: str, scheme: MarkingScheme) -> bool:
    caveat = scheme.find_caveat(written)
    return caveat is not None and caveat.permits
