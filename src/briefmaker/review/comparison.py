"""A returned document beside the one that was sent: what each field said, what it says now, and whose hands it was in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from briefmaker.model.rich_text import Blocks, Inline, Paragraph, Run
from briefmaker.review.alignment import align
from briefmaker.review.blueprint import make_blueprint
from briefmaker.review.changes import Hand, unite_hands
from briefmaker.review.contents import read_contents
from briefmaker.review.copies import settle_copies
from briefmaker.review.kinds import Kind, kind_of
from briefmaker.review.marks import read_mark, take_mark_off
from briefmaker.review.package import ReturnedDocument
from briefmaker.review.paragraphs import Revision, SourceParagraph
from briefmaker.review.read_paragraphs import read_paragraphs
from briefmaker.review.renumbering import match_anchors, renumber
from briefmaker.review.resolving import resolve_anchors
from briefmaker.review.restyling import adopt_alignments, iterate_runs, map_runs, restyle
from briefmaker.review.said import Contents
from briefmaker.review.showing import Showing
from briefmaker.review.structure import FieldParagraph, build_blocks, read_inlines
from briefmaker.review.tidy import tidy_blocks
from briefmaker.review.versions import Accepts, ReadParagraph, accept_all, read_version, reject_all
from briefmaker.view.blanks import NO_BREAK
from briefmaker.writing.word.anchors import DIGEST_OF_ALL, digest_words

Key = tuple[str, int]
"""A field by its path, and which of the places where it is shown."""


@dataclass(frozen=True)
class Reading:
    """One reading of the returned document: its paragraphs, and what each field says in them."""

    paragraphs: tuple[ReadParagraph, ...]
    contents: Contents


class Comparison:
    """What was sent (``base``), what counts of what came back (``now``), and that without any tracked change (``rejected``).

    ``is_same`` holds when the brief has not changed since the document was made. Where it has, ``base`` is what the brief says
    now in fields that did not change, and what the document says without tracked changes in those that did.
    """

    def __init__(
        self, returned: ReturnedDocument, pristine: ReturnedDocument, showing: Showing, accepts: Accepts
    ) -> None:
        self.returned, self.showing = returned, showing
        self._known: dict[tuple[int, Key], Blocks] = {}
        self.is_same = returned.fingerprint == pristine.fingerprint
        digests = {path: showing.digest(path) for path in showing.texts}
        found = resolve_anchors(returned.anchors, dict(showing.view.ids), digests, is_same=self.is_same)
        self._then = {path: returned.anchors[number].digest for number, path in found.items()}
        self.paths = {number: anchor.path for number, anchor in pristine.anchors.items()}
        self.text = read_paragraphs(returned)
        sent = read_version(read_paragraphs(pristine), accept_all)
        self.blueprint = make_blueprint(sent, self.paths)
        self.sent_anchors = set(self.blueprint.order)
        if not self.is_same:
            numbers = match_anchors(found, self.paths)
            self.text = renumber(self.text, numbers)
            self.sent_anchors = set(numbers.values())
            lost = frozenset(-number for number in returned.anchors if number not in numbers)
            self.blueprint = replace(self.blueprint, lost=lost, is_stale=True)
        self.untouched = read_version(self.text, reject_all)
        sent_now = self._gather(sent)
        self.base = sent_now if self.is_same else self._make_stale_base(sent_now)
        self.now = self._gather(read_version(self.text, accepts))

    @cached_property
    def rejected(self) -> Reading:
        """The reading without any tracked change; it is needed only where something differs."""
        return self._gather(self.untouched)

    def is_alike(self, key: Key) -> bool:
        """Tell whether a field stands in both documents run for run alike, so that nothing need be compared."""
        base, now = (reading.contents.texts.get(key) for reading in (self.base, self.now))
        return base is not None and base == now

    def _make_stale_base(self, now: Reading) -> Reading:
        """Give what each field said that the document was made with: what it says now where that is the same, else what is read.

        What is read, with all revisions rejected, may hold edits that were not tracked; what was taken out so is not in it.
        """
        read = self._gather(self.untouched)
        known = {key: paragraphs for key, paragraphs in now.contents.texts.items() if key[0] in self._then}
        held = {key: held for key, held in read.contents.texts.items() if self.is_stale(key[0]) or key not in known}
        return Reading(read.paragraphs, replace(now.contents, texts={**known, **held}))

    def is_stale(self, path: str) -> bool:
        """Tell whether a field says something else in the brief by now than when the document was made."""
        then, now = (digest[:DIGEST_OF_ALL] for digest in (self._then.get(path, ""), self.showing.digest(path)))
        return not self.is_same and then != now

    def is_touched(self, path: str, blocks: Blocks) -> bool:
        """Tell whether the words of a field are not those that the document was made with, as far as that can be known."""
        then = self._then.get(path, "")[DIGEST_OF_ALL:]
        return bool(then) and digest_words(blocks) != then

    def _gather(self, paragraphs: tuple[ReadParagraph, ...]) -> Reading:
        paragraphs = settle_copies(paragraphs, self.blueprint)
        return Reading(paragraphs, read_contents(align(paragraphs, self.blueprint), self.blueprint))

    def blocks(self, reading: Reading, key: Key) -> Blocks:
        """Give what a field says in a reading, without the looks that its place gives all of its words."""
        known = (id(reading), key)
        if known not in self._known:
            self._known[known] = self._read_blocks(reading, key)
        return self._known[known]

    def _read_blocks(self, reading: Reading, key: Key) -> Blocks:
        paragraphs = self._unmarked(reading.contents.texts.get(key, ()))
        is_rich = kind_of(key[0]) is Kind.RICH
        blocks = build_blocks(paragraphs, self.showing.citing) if is_rich else self._one_line(paragraphs)
        shown = self.showing.blocks(key[0])
        plain = self._own_looks(key, shown)
        if not any(NO_BREAK in run.text for run in iterate_runs(shown)):  # those that are left were briefmaker's own
            blocks = map_runs(blocks, lambda run: replace(run, text=run.text.replace(NO_BREAK, " ")))
        if not any(run.link for run in iterate_runs(shown)) and kind_of(key[0]) is not Kind.RICH:
            blocks = map_runs(blocks, lambda run: replace(run, link=""))  # the template leads somewhere, not the brief
        return adopt_alignments(tidy_blocks(restyle(blocks, *plain), self.showing.citing), shown)

    def read_added(self, path: str, paragraphs: Sequence[FieldParagraph]) -> Blocks:
        """Give what a field of a new entry says; ``path`` tells of which kind it is."""
        said = self._unmarked(paragraphs)
        if kind_of(path) is Kind.RICH:
            return build_blocks(said, self.showing.citing)
        return map_runs(self._one_line(said), lambda run: replace(run, text=run.text.replace(NO_BREAK, " ")))

    def _one_line(self, paragraphs: Sequence[FieldParagraph]) -> Blocks:
        lines = (read_inlines(each.spans, self.showing.citing) for each in paragraphs)
        inlines: tuple[Inline, ...] = ()
        for line in lines:
            inlines = (*inlines, *((Run(" "),) if inlines else ()), *line)
        return tidy_blocks((Paragraph(inlines),), self.showing.citing)

    def _own_looks(self, key: Key, shown: Blocks) -> tuple[bool, bool]:
        """Tell whether the place of a field makes all its words bold, or italic, which are not so in the brief."""
        spans = [span for each in self.base.contents.texts.get(key, ()) for span in each.spans]
        words = [span for span in spans if span.text.strip() and not span.look.link and not span.look.is_mark]
        runs = [run for run in iterate_runs(shown) if not run.link]
        strong = bool(words) and all(span.look.strong for span in words) and not all(run.strong for run in runs)
        emphasis = bool(words) and all(span.look.emphasis for span in words) and not all(run.emphasis for run in runs)
        return strong, emphasis

    def _unmarked(self, paragraphs: Sequence[FieldParagraph]) -> list[FieldParagraph]:
        """Give paragraphs without the portion mark before their words, also where a program took away its style."""
        return [replace(each, spans=take_mark_off(each.spans, self.marks)) for each in paragraphs]

    @cached_property
    def marks(self) -> frozenset[str]:
        """All portion marks of the document as it was sent."""
        return frozenset(mark for key in self.base.contents.texts if (mark := self.mark(self.base, key)))

    def mark(self, reading: Reading, key: Key) -> str:
        """Give the portion mark of a field in a reading; empty for one that bears none."""
        return read_mark(reading.contents.texts.get(key, ()))

    def hands_of(self, key: Key) -> tuple[Hand, ...]:
        """Give who changed a field, and when."""
        anchors = {
            anchor
            for anchor in self.blueprint.order
            if (self.blueprint.paths[anchor], self.blueprint.occurrences[anchor]) == key
        }
        sources = {
            number
            for number, paragraph in enumerate(self.text.paragraphs)
            if anchors.intersection(paragraph.opened) or any(words.anchor in anchors for words in paragraph.words)
        }
        for number in self.now.contents.paragraphs.get(key, ()):
            sources |= set(self.now.paragraphs[number].sources)
        return self.hands_in(sorted(sources), anchors)

    def hands_in(self, sources: Iterable[int], anchors: set[int] | None = None) -> tuple[Hand, ...]:
        """Give who changed paragraphs of the file, by number; with ``anchors`` only words in those, or in none, count."""
        revisions = (each for number in sources for each in _revisions(self.text.paragraphs[number], anchors))
        return unite_hands(Hand(each.author, each.date) for each in revisions)


def _revisions(paragraph: SourceParagraph, anchors: set[int] | None) -> Iterator[Revision]:
    """Give the revisions of a paragraph, or of the words in it that stand in some anchors or in none."""
    if anchors is None:
        yield from paragraph.iterate_revisions()
        return
    yield from (*paragraph.marks_inserted, *paragraph.marks_deleted, *paragraph.row_inserted, *paragraph.row_deleted)
    yield from (paragraph.layout_changed,) if paragraph.layout_changed else ()
    for words in paragraph.words:
        if words.anchor in anchors or not words.anchor:
            yield from (*words.inserted, *words.deleted, *((words.formatted,) if words.formatted else ()))
