"""What each field says in one reading of a document, what was added to lists, and what no field can be found for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefmaker.review.blueprint import Blueprint
from briefmaker.review.gaps import cut_spans
from briefmaker.review.kinds import Kind, kind_of, list_of
from briefmaker.review.likeness import liken
from briefmaker.review.new_entries import NewEntries
from briefmaker.review.paragraphs import Layout
from briefmaker.review.said import Added, Contents, Unplaced
from briefmaker.review.stretches import Alignment, Stray, Stretch
from briefmaker.review.structure import FieldParagraph
from briefmaker.review.versions import Span

_MOST_STRAYS = 500
_COUNT = re.compile(r"[0-9]+[.)]?|[^\w\s]")


def read_contents(alignment: Alignment, blueprint: Blueprint) -> Contents:
    """Give what each field says by an alignment."""
    return _Gatherer(alignment, blueprint).gather()


@dataclass(slots=True)
class _Here:
    """A stretch or stray on its way into a field; ``anchor`` is the field's, ``is_added`` for what is new in it.

    ``origin`` is the field that it was moved from.
    """

    anchor: int
    spans: tuple[Span, ...]
    source: Stretch | Stray
    is_added: bool = False
    origin: str = ""


class _Gatherer:
    def __init__(self, alignment: Alignment, blueprint: Blueprint) -> None:
        self._alignment = alignment
        self._blueprint = blueprint
        self._contents = Contents()
        self._entries = NewEntries(alignment, blueprint)

    def gather(self) -> Contents:
        entries = self._entries
        here = list(self._melt(self._alignment.stretches))
        here = self._settle_moved(here)
        here = self._merge_entries(here)
        strays = [each for each in self._alignment.strays if each.paragraph not in entries.taken]
        here = sorted([*here, *self._place_strays(here, strays)], key=lambda each: each.source.paragraph)
        self._choose_originals(here)
        for each in here:
            self._take(each, here)
        for old, new, number in self._alignment.altered:
            self._tell_altered(old, new, number, here)
        self._contents.added += entries.added()
        self._contents.unplaced += entries.unplaced()
        self._contents.gone = {
            (self._blueprint.paths[anchor], self._blueprint.occurrences[anchor]) for anchor in self._blueprint.order
        } - set(self._contents.texts)
        return self._contents

    # --- what stands where -------------------------------------------------------------------------------------------

    def _melt(self, stretches: Sequence[Stretch]) -> Iterator[_Here]:
        """Join the stretches of one anchor in one paragraph."""
        last: _Here | None = None
        for each in stretches:
            if last is not None and (last.anchor, last.source.paragraph) == (each.anchor, each.paragraph):
                last.spans = (*last.spans, *each.spans)
                continue
            if last is not None:
                yield last
            last = _Here(each.anchor, each.spans, each)
        if last is not None:
            yield last

    def _container(self, anchor: int) -> str:
        """Give the longer text, or the list of lines, that an anchor's field is or is an entry of; empty for another."""
        path = self._blueprint.paths[anchor]
        kind = kind_of(path)
        if kind is Kind.RICH:
            return path
        around = list_of(path) if kind is Kind.LINE else None
        return f"{around[0]}[]" if around else ""

    def _stands_alone(self, anchor: int) -> bool:
        return len(self._blueprint.place[anchor][0].anchors) == 1

    def _settle_moved(self, here: list[_Here]) -> list[_Here]:
        """Take a paragraph that was moved into another text or list for a part of that one."""
        settled = []
        for before, each, behind in zip([None, *here], here, [*here[1:], None], strict=False):
            home = self._container(each.anchor)
            around = {self._container(one.anchor) for one in (before, behind) if one is not None}
            target = next(iter(around)) if len(around) == 1 and before and behind else ""
            moves = home and target and target != home and self._stands_alone(each.anchor)
            origin = self._blueprint.paths[each.anchor]
            moved = replace(each, anchor=before.anchor, is_added=True, origin=origin) if moves and before else each
            settled.append(moved)
        return settled

    def _merge_entries(self, here: list[_Here]) -> list[_Here]:
        """Make one entry of those that were joined into one paragraph."""
        merged: list[_Here] = []
        for each in here:
            last = merged[-1] if merged else None
            if last is not None and self._are_joined(last, each):
                last.spans = (*last.spans, *each.spans)
            else:
                merged.append(each)
        return merged

    def _are_joined(self, one: _Here, other: _Here) -> bool:
        if one.source.paragraph != other.source.paragraph or one.anchor == other.anchor:
            return False
        sent, sent_other = self._blueprint.place[one.anchor][0], self._blueprint.place[other.anchor][0]
        container = self._container(one.anchor)
        return bool(container) and container == self._container(other.anchor) and sent is not sent_other

    def _place_strays(self, here: list[_Here], strays: Sequence[Stray]) -> Iterator[_Here]:
        """Give strays that a text or list before them, or right behind, can take; the others cannot be placed."""
        placed: list[_Here] = []
        for number, stray in enumerate(strays):
            if number >= _MOST_STRAYS:
                why = f"more than {_MOST_STRAYS} paragraphs were added"
                self._contents.unplaced.append(Unplaced(stray.text, "", why, stray.paragraph))
                continue
            known = [*here, *placed]
            anchor = self._find_home(stray, known)
            if anchor is None and self._entries.is_shown_twice(stray):
                continue
            if anchor is None:
                near = self._path_before(stray.paragraph, known)
                self._contents.unplaced.append(
                    Unplaced(stray.text, near, "it stands beside no text that it could be part of", stray.paragraph)
                )
                continue
            spans = stray.spans if self._is_rich(anchor) else self._uncount(anchor, stray.spans)
            placed.append(_Here(anchor, spans, stray, is_added=True))
        yield from placed

    def _find_home(self, stray: Stray, known: Sequence[_Here]) -> int | None:
        before = max((each for each in known if each.source.paragraph < stray.paragraph), key=_number, default=None)
        behind = min((each for each in known if each.source.paragraph > stray.paragraph), key=_number, default=None)
        is_parted = before is not None and any(
            before.source.paragraph < number < stray.paragraph for number in self._alignment.fixed
        )
        is_parted_behind = behind is not None and any(
            stray.paragraph < number < behind.source.paragraph for number in self._alignment.fixed
        )
        fits_before = before is not None and self._takes(before, stray) and not is_parted
        fits_behind = behind is not None and self._takes(behind, stray) and not is_parted_behind
        if fits_before and before is not None:
            return before.anchor
        if fits_behind and behind is not None:
            return behind.anchor
        return before.anchor if before is not None and self._takes(before, stray) else None

    def _takes(self, each: _Here, stray: Stray) -> bool:
        """Tell whether a paragraph beside this one can be more of its text, or of its list."""
        if not self._container(each.anchor) or each.source.layout.story != stray.layout.story:
            return False
        if stray.layout.style in self._entries.patterns.headings and stray.layout.style != each.source.layout.style:
            return False
        here, there = each.source.layout.cell, stray.layout.cell
        if self._is_rich(each.anchor):
            is_new_table = there is not None and (here is None or (each.is_added and here.table == there.table))
            is_behind_table = here is not None and here.table in self._blueprint.tables
            return here == there or is_new_table or is_behind_table
        return self._stands_alone(each.anchor) and here == there

    def _uncount(self, anchor: int, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Give the words of an added entry without what entries of its list have before them, which was typed: 4, or –."""
        fixed = self._blueprint.place[anchor][0].fixed[0].split()[-1:]
        sign = _COUNT.fullmatch(fixed[0]) if fixed else None
        if sign is None:
            return spans
        text = "".join(span.text for span in spans)
        number = re.match("[0-9]+", fixed[0])
        count = f"{int(number[0]) + 1}{re.escape(fixed[0][number.end() :])}" if number else re.escape(fixed[0])
        pattern = rf"\s*{count}\s+"
        found = re.match(pattern, text)
        return cut_spans(spans, found.end(), len(text)) if found else spans

    def _is_rich(self, anchor: int) -> bool:
        return kind_of(self._blueprint.paths[anchor]) is Kind.RICH

    def _path_before(self, paragraph: int, known: Sequence[_Here]) -> str:
        before = [each for each in known if each.source.paragraph <= paragraph]
        return self._blueprint.paths[max(before, key=_number).anchor] if before else ""

    # --- into fields -------------------------------------------------------------------------------------------------

    def _choose_originals(self, here: list[_Here]) -> None:
        """Of an entry that was split, take the part that is most like what was sent for the entry itself."""
        parts: dict[int, list[_Here]] = {}
        for each in here:
            if not each.is_added and self._container(each.anchor).endswith("[]"):
                parts.setdefault(each.anchor, []).append(each)
        for anchor, those in parts.items():
            if len(those) > 1:
                sent = self._blueprint.place[anchor][0].text
                best = max(those, key=lambda each: liken(sent, "".join(span.text for span in each.spans)))
                for each in those:
                    each.is_added = each is not best

    def _take(self, each: _Here, here: Sequence[_Here]) -> None:
        path = self._blueprint.paths[each.anchor]
        key = (path, self._blueprint.occurrences[each.anchor])
        layout = each.source.layout
        if each.is_added and self._container(each.anchor).endswith("[]"):
            self._add_line(each, here)
            return
        is_new = each.is_added or getattr(each.source, "is_recovered", False)
        cell = layout.cell
        is_table = cell is not None and self._is_rich(each.anchor) and self._is_own_table(each)
        listed = self._as_listed(each, layout)
        self._contents.texts.setdefault(key, []).append(FieldParagraph(each.spans, listed, is_new, is_table))
        self._contents.paragraphs.setdefault(key, []).append(each.source.paragraph)
        around = list_of(path)
        if around and not each.is_added:
            suffix = path[len(f"{around[0]}[{around[1]}]") :]
            order = self._contents.orders.setdefault((around[0], suffix, key[1]), [])
            if around[1] not in order:
                order.append(around[1])

    def _as_listed(self, each: _Here, layout: Layout) -> Layout:
        """Give the layout of a paragraph in the list that it was sent in: other programs give one list several numbers."""
        sent = self._blueprint.paragraphs[self._blueprint.place[each.anchor][0].number].layout.numbering
        now = layout.numbering
        if each.is_added or sent is None or now is None or sent.is_ordered != now.is_ordered:
            return layout
        return replace(layout, numbering=replace(now, list=sent.list, start=sent.start))

    def _is_own_table(self, each: _Here) -> bool:
        """Tell whether the table that a paragraph stands in is one of the field's own."""
        sent = self._blueprint.paragraphs[self._blueprint.place[each.anchor][0].number].layout.cell
        if each.is_added:
            return sent is None or sent.table in self._blueprint.tables or each.source.layout.cell != sent
        return sent is not None and sent.table in self._blueprint.tables

    def _add_line(self, each: _Here, here: Sequence[_Here]) -> None:
        container = self._container(each.anchor)
        known = [one for one in here if self._container(one.anchor) == container and not one.is_added]
        before = [one for one in known if here.index(one) < here.index(each)]
        behind = [one for one in known if here.index(one) > here.index(each)]
        self._contents.added.append(
            Added(
                container.removesuffix("[]"),
                self._entry(before[-1]) if before else None,
                self._entry(behind[0]) if behind else None,
                (("", (FieldParagraph(each.spans, each.source.layout, is_new=True),)),),
                (each.source.paragraph,),
                each.origin,
            )
        )

    def _entry(self, each: _Here) -> int:
        around = list_of(self._blueprint.paths[each.anchor])
        return around[1] if around else 0

    def _tell_altered(self, old: str, new: str, number: int, here: Sequence[_Here]) -> None:
        why = f"it stands in place of `{old}`, which no field holds" if old and new else "no field holds it"
        if not new:
            why = "it was taken away, but no field holds it"
        self._contents.unplaced.append(Unplaced(new or old, self._path_before(number, here), why, number))


def _number(each: _Here) -> int:
    return each.source.paragraph
