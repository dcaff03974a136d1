"""What is to be mailed, as those see it who choose its recipients: a brief, or a pack of briefs."""

from dataclasses import dataclass

from briefmaker.diagnostics import Places
from briefmaker.jobs.checking.other_languages import OtherVersion
from briefmaker.model import Brief, Clearance, Status
from briefmaker.model.pack import Pack
from briefmaker.reading import Reading
from briefmaker.reading.reading import find_void


@dataclass(frozen=True, slots=True)
class Mailed:
    """A document's file and its places, the lists that it names at the field ``names_at``, its language and its clearances.

    ``void`` are the places of clearances that were given to other content; ``others`` the versions in other languages.
    """

    places: Places
    names_at: str
    lists: tuple[str, ...]
    language: str
    status: Status
    clearances: tuple[Clearance, ...] = ()
    void: frozenset[int] = frozenset()
    others: tuple[OtherVersion, ...] = ()


def mail_brief(brief: Brief, reading: Reading, others: tuple[OtherVersion, ...] = ()) -> Mailed:
    """Give a brief as something to be mailed."""
    return Mailed(
        reading.places,
        "distribution",
        brief.distribution,
        brief.language,
        brief.status,
        brief.clearances,
        find_void(brief, reading),
        others,
    )


def mail_pack(pack: Pack, places: Places, lists: tuple[str, ...]) -> Mailed:
    """Give a pack as something to be mailed to these lists; it has neither clearances nor versions in other languages."""
    return Mailed(places, "lists", lists, pack.language, pack.status)
