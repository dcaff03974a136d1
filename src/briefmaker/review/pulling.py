"""Compares a returned document with a pristine one: what each field said, what it says now, by whom and when."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from briefmaker.diagnostics import Code, Diagnostic, Severity
from briefmaker.model.rich_text import Block, Blocks, Inline, Inlines, ItemList, Paragraph, Run, Table
from briefmaker.model.text import TextKind
from briefmaker.review.alignment import align
from briefmaker.review.blueprint import Blueprint, Sent, make_blueprint, squeeze
from briefmaker.review.changes import Change, Hand, Leftover, Remark, Review, What, unite_hands
from briefmaker.review.contents import Added, Contents, read_contents
from briefmaker.review.kinds import Kind, kind_of, list_of, lists_around
from briefmaker.review.markdown import write_markdown
from briefmaker.review.package import ReturnedDocument
from briefmaker.review.paragraphs import SourceParagraph
from briefmaker.review.read_paragraphs import PICTURE, read_paragraphs
from briefmaker.review.resolving import resolve_anchors
from briefmaker.review.showing import Showing
from briefmaker.review.structure import FieldParagraph, build_blocks, read_inlines
from briefmaker.review.tidy import tidy_blocks
from briefmaker.review.versions import Accepts, ReadParagraph, Span, accept_all, read_version, reject_all
from briefmaker.view.blanks import NO_BREAK

_MARK = re.compile(r"\([^()]{1,60}\)")
_FEW = 0.5
"""Of the anchors that were sent, so many at least have to be there for nothing to be told."""


@dataclass(frozen=True)
class _Reading:
    """One reading of the returned document: its paragraphs, and what each field says in them."""

    paragraphs: tuple[ReadParagraph, ...]
    contents: Contents


def pull_document(
    returned: ReturnedDocument, pristine: ReturnedDocument, showing: Showing, accepts: Accepts = accept_all
) -> Review:
    """Give what came back with a document; ``pristine`` is what the brief is made into now.

    ``accepts`` tells which revisions count; those that do not are read as if they were rejected.
    """
    return _Puller(returned, pristine, showing, accepts).pull()


class _Puller:
    def __init__(
        self, returned: ReturnedDocument, pristine: ReturnedDocument, showing: Showing, accepts: Accepts
    ) -> None:
        self._returned, self._showing = returned, showing
        self._text = read_paragraphs(returned)
        self._is_same = returned.fingerprint == pristine.fingerprint
        digests = {path: showing.digest(path) for path in showing.texts}
        self._paths = resolve_anchors(returned.anchors, dict(showing.view.ids), digests, is_same=self._is_same)
        sent = read_version(read_paragraphs(pristine), accept_all)
        pristine_paths = {number: anchor.path for number, anchor in pristine.anchors.items()}
        self._pristine = make_blueprint(sent, pristine_paths)
        self._untouched = read_version(self._text, reject_all)
        self._blueprint = self._pristine if self._is_same else self._make_stale_blueprint()
        self._base = self._gather(self._blueprint.paragraphs)
        self._now = self._gather(read_version(self._text, accepts))
        self._rejected = self._gather(self._untouched)

    def _make_stale_blueprint(self) -> Blueprint:
        """Give the blueprint of a document whose brief has changed since: as it is with all revisions rejected.

        What is printed around anchors is that of the pristine document, where that has the same paragraph: the returned one
        may hold edits that were not tracked.
        """
        made = make_blueprint(self._untouched, self._paths)
        known: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for each in self._pristine.sent:
            known.setdefault(_list_paths(self._pristine, each), []).append(each.fixed)
        sent = []
        for each in made.sent:
            same = known.get(_list_paths(made, each), [])
            sent.append(replace(each, fixed=same.pop(0)) if same else each)
        fixed = {text: count for text, count in made.fixed.items() if text in self._pristine.fixed}
        return Blueprint(made.paragraphs, made.paths, tuple(sent), fixed)

    def _gather(self, paragraphs: tuple[ReadParagraph, ...]) -> _Reading:
        return _Reading(paragraphs, read_contents(align(paragraphs, self._blueprint), self._blueprint))

    def pull(self) -> Review:
        changes = [*self._removals(), *self._edits(), *self._additions(), *self._moves()]
        return Review(
            self._returned.name,
            tuple(change for change in changes if isinstance(change, Change)),
            (*(change for change in changes if isinstance(change, Leftover)), *self._leftovers()),
            tuple(self._remarks()),
            (*self._returned.findings, *self._look_at_anchors()),
        )

    # --- texts -------------------------------------------------------------------------------------------------------

    def _edits(self) -> Iterator[Change | Leftover]:
        keys = [key for key in self._base.contents.texts if not self._is_removed(key[0])]
        told: dict[str, Blocks] = {}
        for key in keys:
            base, now = self._blocks(self._base, key), self._blocks(self._now, key)
            yield from self._look_at_marks(key)
            if base == now:
                continue
            path = key[0]
            if path in told and told[path] == now:
                continue
            if path in told:
                yield self._leave(now, key, "the field was changed in two places, and not in the same way")
                continue
            told[path] = now
            if self._is_same or now != self._showing.blocks(path):  # otherwise the brief says so by now
                yield self._edit(key, base, now)

    def _edit(self, key: tuple[str, int], base: Blocks, now: Blocks) -> Change | Leftover:
        path = key[0]
        if kind_of(path) is Kind.WORKED_OUT:
            return self._leave(now, key, "what is shown here is worked out from the brief, or looked up")
        if not now and any(other[0] == path and other != key for other in self._now.contents.texts):
            return self._leave(base, key, "it was taken away here, and still stands elsewhere")
        kind = kind_of(path).text
        shown = self._showing.blocks(path)
        is_stale = not self._is_same and shown != base
        return Change(
            What.EDITED if now else What.EMPTIED,
            path,
            self._returned.name,
            write_markdown(base, kind, self._showing.citing),
            write_markdown(now, kind, self._showing.citing),
            self._hands_of(key),
            self._blocks(self._rejected, key) == base,
            blocks=now,
            is_exact=base == shown,
            is_stale=is_stale,
        )

    def _leave(self, blocks: Blocks, key: tuple[str, int], why: str) -> Leftover:
        text = write_markdown(blocks, TextKind.RICH, self._showing.citing)
        return Leftover(text, key[0], why, self._returned.name, self._hands_of(key))

    def _blocks(self, reading: _Reading, key: tuple[str, int]) -> Blocks:
        """Give what a field says in a reading, without the looks that its place gives all of its words."""
        paragraphs = self._unmarked(reading.contents.texts.get(key, ()))
        if kind_of(key[0]) is Kind.RICH:
            blocks = build_blocks(paragraphs, self._showing.citing)
        else:
            blocks = self._one_line(paragraphs)
        shown = self._showing.blocks(key[0])
        plain = self._own_looks(key, shown)
        if not any(NO_BREAK in run.text for run in _iterate_runs(shown)):  # those that are left were briefmaker's own
            blocks = _map_runs(blocks, lambda run: replace(run, text=run.text.replace(NO_BREAK, " ")))
        if not any(run.link for run in _iterate_runs(shown)) and kind_of(key[0]) is not Kind.RICH:
            blocks = _map_runs(blocks, lambda run: replace(run, link=""))  # the template leads somewhere, not the brief
        return _adopt_alignments(tidy_blocks(_restyle(blocks, *plain), self._showing.citing), shown)

    def _one_line(self, paragraphs: Sequence[FieldParagraph]) -> Blocks:
        lines = (read_inlines(each.spans, self._showing.citing) for each in paragraphs)
        inlines: tuple[Inline, ...] = ()
        for line in lines:
            inlines = (*inlines, *((Run(" "),) if inlines else ()), *line)
        return tidy_blocks((Paragraph(inlines),), self._showing.citing)

    def _own_looks(self, key: tuple[str, int], shown: Blocks) -> tuple[bool, bool]:
        """Tell whether the place of a field makes all its words bold, or italic, which are not so in the brief."""
        spans = [span for each in self._base.contents.texts.get(key, ()) for span in each.spans]
        words = [span for span in spans if span.text.strip() and not span.look.link and not span.look.is_mark]
        runs = [run for run in _iterate_runs(shown) if not run.link]
        strong = bool(words) and all(span.look.strong for span in words) and not all(run.strong for run in runs)
        emphasis = bool(words) and all(span.look.emphasis for span in words) and not all(run.emphasis for run in runs)
        return strong, emphasis

    def _unmarked(self, paragraphs: Sequence[FieldParagraph]) -> list[FieldParagraph]:
        """Give paragraphs without the portion mark before their words, also where a program took away its style."""
        return [replace(each, spans=_take_mark_off(each.spans, self._marks)) for each in paragraphs]

    @cached_property
    def _marks(self) -> frozenset[str]:
        """All portion marks of the document as it was sent."""
        marks = (self._mark(self._base, key).strip() for key in self._base.contents.texts)
        return frozenset(mark for mark in marks if mark)

    def _mark(self, reading: _Reading, key: tuple[str, int]) -> str:
        spans = (span for each in reading.contents.texts.get(key, ())[:1] for span in each.spans)
        return "".join(span.text for span in takewhile(lambda span: span.look.is_mark, spans))

    def _look_at_marks(self, key: tuple[str, int]) -> Iterator[Leftover]:
        before, after = self._mark(self._base, key).strip(), self._mark(self._now, key).strip()
        if key in self._now.contents.texts and after and before != after:
            why = f"the portion mark was {before or 'none'}: markings are set in the brief"
            yield Leftover(after, key[0], why, self._returned.name, self._hands_of(key))

    # --- entries -----------------------------------------------------------------------------------------------------

    @cached_property
    def _gone(self) -> set[str]:
        """Give the entries of lists of which nothing is left."""
        there: dict[str, bool] = {}
        for path, number in self._base.contents.texts:
            for container, entry in lists_around(path):
                is_there = (path, number) in self._now.contents.texts
                there[f"{container}[{entry}]"] = there.get(f"{container}[{entry}]", False) or is_there
        return {entry for entry, is_there in there.items() if not is_there}

    def _is_removed(self, path: str) -> bool:
        return (path.startswith(("figures.", "sources.")) and self._is_gone_whole(path)) or any(
            f"{container}[{entry}]" in self._gone for container, entry in lists_around(path)
        )

    def _is_gone_whole(self, path: str) -> bool:
        """Tell whether nothing is left of a figure or a source."""
        name = _named(path)
        return not any(_named(each) == name for each, _ in self._now.contents.texts)

    def _removals(self) -> Iterator[Change | Leftover]:
        names = dict.fromkeys(
            _named(path) for path, _ in self._base.contents.texts if path.startswith(("figures.", "sources."))
        )
        for name in names:
            if self._is_gone_whole(name) and not self._is_in_removed(name):
                yield Leftover("", name, "it was taken out of the document: take it out of the brief by hand", self._returned.name)
        for entry in sorted(self._gone, key=self._position):
            around = [f"{container}[{number}]" for container, number in lists_around(entry)[1:]]
            if not any(each in self._gone for each in around) and not entry.startswith(("figures.", "sources.")):
                yield self._removal(entry)

    def _is_in_removed(self, name: str) -> bool:
        """Tell whether a figure went with the entry that shows it."""
        keys = list(self._base.contents.texts)
        places = [place for place, key in enumerate(keys) if _named(key[0]) == name]
        before = keys[places[0] - 1][0] if places and places[0] else ""
        return any(f"{container}[{number}]" in self._gone for container, number in lists_around(before))

    def _position(self, entry: str) -> int:
        return next(place for place, key in enumerate(self._base.contents.texts) if key[0].startswith(entry))

    def _removal(self, entry: str) -> Change:
        keys = [key for key in self._base.contents.texts if key[0] == entry or key[0].startswith(f"{entry}.")]
        said = " / ".join(write_markdown(self._blocks(self._base, key), TextKind.RICH, self._showing.citing) for key in keys)
        hands = unite_hands(hand for key in keys for hand in self._hands_of(key))
        is_tracked = any(key in self._rejected.contents.texts for key in keys)
        shown = [self._showing.blocks(key[0]) for key in keys]
        is_stale = not self._is_same and shown != [self._blocks(self._base, key) for key in keys]
        return Change(What.REMOVED, entry, self._returned.name, said, "", hands, is_tracked, is_stale=is_stale)

    def _additions(self) -> Iterator[Change]:
        rejected = {tuple(_words(spans) for _, spans in each.texts) for each in self._rejected.contents.added}
        for added in self._now.contents.added:
            fields = tuple((name, self._write_added(added, name, spans)) for name, spans in added.texts)
            fields = tuple((name, text) for name, text in fields if text)
            if not fields or (not self._is_same and self._is_there(added)):
                continue
            hands = self._hands_in(self._now.paragraphs[added.paragraph].sources, None)
            is_tracked = tuple(_words(spans) for _, spans in added.texts) not in rejected
            said = " / ".join(text for _, text in fields)
            yield Change(
                What.ADDED,
                added.list,
                self._returned.name,
                after=said,
                hands=hands,
                is_tracked=is_tracked,
                fields=fields,
                after_entry=added.before,
                before_entry=added.behind,
            )

    def _is_there(self, added: Added) -> bool:
        """Tell whether a list of the brief has an entry that says the same by now."""
        said = [
            (name, tidy_blocks((Paragraph(read_inlines(spans, self._showing.citing)),), self._showing.citing))
            for name, spans in added.texts
        ]
        entries = {f"{added.list}[{around[1]}]" for path in self._showing.texts if (around := list_of(path))}
        return any(
            all(self._showing.blocks(f"{entry}.{name}" if name else entry) == blocks for name, blocks in said)
            for entry in entries
        )

    def _write_added(self, added: Added, name: str, spans: Iterable) -> str:  # type: ignore[type-arg]  # spans
        entry = f"{added.list}[0]"
        kind = kind_of(f"{entry}.{name}" if name else entry)
        said = _take_mark_off(tuple(spans), self._marks)
        blocks = tidy_blocks((Paragraph(read_inlines(said, self._showing.citing)),), self._showing.citing)
        return write_markdown(blocks, kind.text, self._showing.citing)

    def _moves(self) -> Iterator[Change]:
        told: set[str] = set()
        for (container, suffix, occurrence), order in self._base.contents.orders.items():
            now = self._now.contents.orders.get((container, suffix, occurrence), [])
            before = [each for each in order if each in now]
            after = [each for each in now if each in before]
            if before == after or container in told or container.startswith("figures."):
                continue
            told.add(container)
            moved = tuple(_find_moved(before, after))
            hands = unite_hands(
                hand for entry, _ in moved for hand in self._hands_of((f"{container}[{entry}]{suffix}", occurrence))
            )
            rejected = self._rejected.contents.orders.get((container, suffix, occurrence), [])
            is_tracked = [each for each in rejected if each in now] == before
            shown = ", ".join(f"entry {entry + 1} behind {behind + 1}" if behind is not None else f"entry {entry + 1} to the front" for entry, behind in moved)
            yield Change(What.MOVED, container, self._returned.name, "", shown, hands, is_tracked, order=moved)

    # --- what is left ------------------------------------------------------------------------------------------------

    def _leftovers(self) -> Iterator[Leftover]:
        for each in self._now.contents.unplaced:
            sources = self._now.paragraphs[each.paragraph].sources if each.paragraph >= 0 else ()
            yield Leftover(squeeze(each.text).replace(PICTURE, "(a picture)"), each.near, each.why, self._returned.name, self._hands_in(sources, None))
        lost = self._lost_paths()
        for path, number in lost:
            yield self._leave_lost(path, number)
        yield from self._find_new_pictures()

    def _lost_paths(self) -> list[tuple[str, int]]:
        """Give the anchors of entries that the brief no longer has, with the first paragraph of each."""
        found: dict[str, int] = {}
        for number, paragraph in enumerate(self._now.paragraphs):
            for anchor in paragraph.opened:
                known = self._returned.anchors.get(anchor)
                if known is not None and anchor not in self._paths:
                    found.setdefault(known.path, number)
        return list(found.items())

    def _leave_lost(self, path: str, number: int) -> Leftover:
        paragraph = self._now.paragraphs[number]
        why = f"the brief no longer has `{path}`"
        return Leftover(squeeze(paragraph.text), path, why, self._returned.name, self._hands_in(paragraph.sources, None))

    def _find_new_pictures(self) -> Iterator[Leftover]:
        """Tell of pictures among the words of fields, which no text of a brief can hold."""
        for (path, _), paragraphs in self._now.contents.texts.items():
            if any(PICTURE in span.text for each in paragraphs for span in each.spans):
                yield Leftover("(a picture)", path, "a text of a brief holds no pictures", self._returned.name)

    def _look_at_anchors(self) -> Iterator[Diagnostic]:
        there = {anchor for paragraph in self._untouched for anchor in paragraph.opened if anchor in self._paths}
        sent = len(set(self._blueprint.order)) if self._is_same else len(self._returned.anchors)
        if sent and len(there) < sent * _FEW:
            message = f"{sent - len(there)} of {sent} anchors are gone: texts were found by their words, as far as they could be"
            hint = "look through what is shown before it is applied"
            yield Diagnostic(Code.REVIEW_ANCHORS_LOST, message, self._returned.name, hint=hint, severity=Severity.WARNING)

    # --- who and when ------------------------------------------------------------------------------------------------

    def _hands_of(self, key: tuple[str, int]) -> tuple[Hand, ...]:
        anchors = {
            anchor
            for anchor in self._blueprint.order
            if (self._blueprint.paths[anchor], self._blueprint.occurrences[anchor]) == key
        }
        sources = {
            number
            for number, paragraph in enumerate(self._text.paragraphs)
            if anchors.intersection(paragraph.opened) or any(words.anchor in anchors for words in paragraph.words)
        }
        for number in self._now.contents.paragraphs.get(key, ()):
            sources |= set(self._now.paragraphs[number].sources)
        return self._hands_in(sorted(sources), anchors)

    def _hands_in(self, sources: Iterable[int], anchors: set[int] | None) -> tuple[Hand, ...]:
        revisions = (each for number in sources for each in _revisions(self._text.paragraphs[number], anchors))
        return unite_hands(Hand(each.author, each.date) for each in revisions)

    # --- comments ----------------------------------------------------------------------------------------------------

    def _remarks(self) -> Iterator[Remark]:
        for comment in self._text.comments:
            if comment.text:
                path = self._path_of_comment(comment.id)
                yield Remark(path, comment.author, comment.date, comment.text, squeeze(comment.about), self._returned.name)

    def _path_of_comment(self, id_: str) -> str:
        last = ""
        for paragraph in self._text.paragraphs:
            here = [words.anchor for words in paragraph.words if id_ in words.comments and words.anchor in self._paths]
            known = [anchor for anchor in (*paragraph.opened, *(w.anchor for w in paragraph.words)) if anchor in self._paths]
            if here:
                return self._paths[here[0]]
            if id_ in paragraph.comments:
                return self._paths[known[0]] if known else last
            last = self._paths[known[-1]] if known else last
        return ""


def _take_mark_off(spans: tuple[Span, ...], marks: frozenset[str]) -> tuple[Span, ...]:
    """Give words without the portion mark that they begin with; all else that only looks like one is words like others."""
    first = next((place for place, span in enumerate(spans) if span.text.strip()), None)
    if first is None:
        return spans
    opening = spans[first]
    mark = next((each for each in marks if opening.text.lstrip().startswith(each)), "")
    if mark:
        rest = opening.text.lstrip().removeprefix(mark)
        opening = replace(opening, text=rest.lstrip() if opening.look.is_mark else rest)
    elif opening.look.is_mark and _MARK.fullmatch(opening.text.strip()):
        opening = replace(opening, text="")
    plain = (opening, *spans[first + 1 :])
    return tuple(replace(span, look=replace(span.look, is_mark=False)) for span in plain)


def _list_paths(blueprint: Blueprint, sent: Sent) -> tuple[str, ...]:
    return tuple(blueprint.paths[anchor] for anchor in sent.anchors)


def _words(spans: Iterable) -> str:  # type: ignore[type-arg]  # spans
    return squeeze("".join(span.text for span in spans))


def _revisions(paragraph: SourceParagraph, anchors: set[int] | None) -> Iterator:  # type: ignore[type-arg]  # revisions
    """Give the revisions of a paragraph, or of the words in it that stand in some anchors or in none."""
    if anchors is None:
        yield from paragraph.iterate_revisions()
        return
    yield from (*paragraph.marks_inserted, *paragraph.marks_deleted, *paragraph.row_inserted, *paragraph.row_deleted)
    yield from (paragraph.layout_changed,) if paragraph.layout_changed else ()
    for words in paragraph.words:
        if words.anchor in anchors or not words.anchor:
            yield from (*words.inserted, *words.deleted, *((words.formatted,) if words.formatted else ()))


def _named(path: str) -> str:
    """Give the figure or source that a path stands in: ``figures.spending.caption`` -> ``figures.spending``."""
    return ".".join(path.split(".")[:2])


def _find_moved(before: Sequence[int], after: Sequence[int]) -> Iterator[tuple[int, int | None]]:
    """Give the entries that were moved, the fewest that explain the new order, each with the one that it comes behind."""
    kept = _longest_rising([before.index(each) for each in after])
    still = {before[place] for place in kept}
    for place, each in enumerate(after):
        if each not in still:
            yield each, after[place - 1] if place else None


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """Give the longest row of numbers that rise from one to the next."""
    best: list[list[int]] = []
    for number in numbers:
        longest = max((row for row in best if row[-1] < number), key=len, default=[])
        best.append([*longest, number])
    return max(best, key=len, default=[])


def _iterate_runs(blocks: Blocks) -> Iterator[Run]:
    for block in blocks:
        match block:
            case Paragraph():
                yield from (each for each in block.inlines if isinstance(each, Run))
            case ItemList():
                for item in block.items:
                    yield from _iterate_runs(item)
            case Table():
                cells = (cell for row in (block.header, *block.rows) for cell in row)
                yield from (each for cell in cells for each in cell if isinstance(each, Run))


def _restyle(blocks: Blocks, is_strong: bool, is_emphasis: bool) -> Blocks:
    """Give a text without the looks that its place gives to all of it."""

    def plain(run: Run) -> Run:
        return replace(run, strong=run.strong and not is_strong, emphasis=run.emphasis and not is_emphasis)

    return _map_runs(blocks, plain) if is_strong or is_emphasis else blocks


def _map_runs(blocks: Blocks, change: Callable[[Run], Run]) -> Blocks:
    return tuple(_map_block(block, change) for block in blocks)


def _map_block(block: Block, change: Callable[[Run], Run]) -> Block:
    def each(inlines: Inlines) -> Inlines:
        return tuple(change(inline) if isinstance(inline, Run) else inline for inline in inlines)

    match block:
        case Paragraph():
            return Paragraph(each(block.inlines))
        case ItemList():
            return replace(block, items=tuple(_map_runs(item, change) for item in block.items))
        case Table():
            rows = tuple(tuple(each(cell) for cell in row) for row in block.rows)
            return replace(block, header=tuple(each(cell) for cell in block.header), rows=rows)


def _without_spacer(table: Table, like: Table | None) -> Table:
    """Give a table without the empty column by which it is set in, which the brief's own does not have."""
    rows = (table.header, *table.rows)
    if like is None or len(table.header) != len(like.header) + 1:
        return table
    place = next((place for place in (0, -1) if not any(row[place] for row in rows)), None)
    if place is None:
        return table
    cut = slice(1, None) if place == 0 else slice(0, -1)
    return Table(table.header[cut], tuple(row[cut] for row in table.rows), table.alignments[cut])


def _adopt_alignments(blocks: Blocks, shown: Blocks) -> Blocks:
    """Give tables the alignments of those that the brief has in their place, which other programs may write otherwise."""
    own = iter([block for block in shown if isinstance(block, Table)])
    adopted = []
    for block in blocks:
        if isinstance(block, Table):
            like = next(own, None)
            block = _without_spacer(block, like)  # noqa: PLW2901 - the block as it is compared
            if like is not None and len(like.header) == len(block.header):
                block = replace(block, alignments=like.alignments)  # noqa: PLW2901 - the block as it is compared
        adopted.append(block)
    return tuple(adopted)


