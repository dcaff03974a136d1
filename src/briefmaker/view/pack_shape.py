"""What the pages of a pack that are no brief's may show: cover, contents, programme, dividers; all already worked out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefmaker.model.picture import Picture, PlacedPicture
from briefmaker.model.style import PLAIN_STYLE, Style
from briefmaker.view.shape import ContactView, HouseView, Properties
from briefmaker.view.shown_text import Text, Texts


@dataclass(frozen=True, slots=True)
class EntryView:
    """One tab or annex: ``key`` names the place in the file, ``name`` is what stands on the tab: ``Tab A``, ``Annex 1``.

    ``page`` is the number of its first page, empty where none is known.
    """

    key: str
    letter: str
    name: str
    title: Text
    kind: str
    reference: Text | None
    status: Text | None
    marking: Text | None
    direction: str = "ltr"
    language: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class PackStepView:
    """One step of the programme; ``key`` and ``tab`` are those of its brief, empty where it has none."""

    at: Text | None
    step: Text
    place: Text | None
    key: str
    tab: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class ExchangeView:
    """Pages of a former pack that new ones take the place of; ``out`` or ``into`` may be empty."""

    out: str
    into: str


@dataclass(frozen=True, slots=True)
class SheetView:
    """One page of its own: ``divider``, ``annex``, ``blank``, or ``exchange``, which says what new pages replace.

    ``picture`` stands where an annex's page is put.
    """

    kind: str
    entry: EntryView | None = None
    alt: str = ""
    picture: str = ""
    width: float = 0
    height: float = 0
    exchanges: tuple[ExchangeView, ...] = ()

    @property
    def placed(self) -> PlacedPicture | None:
        """Give the picture of an annex's page as Word places it."""
        return PlacedPicture(self.picture, self.width, self.height, self.alt) if self.picture else None


@dataclass(frozen=True, slots=True)
class PackView:
    """A whole pack, but for what its briefs say themselves; it has what ``brief.html.j2`` asks of a brief's view."""

    properties: Properties
    language: str
    direction: str
    labels: Mapping[str, str]
    kind: str
    paper: str
    title: Text
    reference: Text | None
    version: Text
    status: Text
    date: Text
    marking: Text | None
    draft_notice: str
    to: Texts
    prepared_by: ContactView | None
    distribution: Texts
    entries: tuple[EntryView, ...]
    programme: tuple[PackStepView, ...]
    sheets: tuple[SheetView, ...] = ()
    as_of: Text | None = None
    house: HouseView = field(default_factory=HouseView)
    style: Style = PLAIN_STYLE
    pictures: tuple[Picture, ...] = ()
    replaces_notice: str = ""
