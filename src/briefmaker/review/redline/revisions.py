"""Writes tracked changes as Word keeps them: words, paragraph marks and rows that are new or gone, and former looks."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from lxml import etree

from briefmaker.reading.office_package import parse_xml
from briefmaker.review.redline.carrying import Carrier
from briefmaker.review.redline.merging import Marker, Merged
from briefmaker.review.redline.stretches import Look, Stretch
from briefmaker.view.compare_words import RunKind
from briefmaker.writing.word.wordml import R, W

FIRST_REVISION = 900_001
_TAGS = {RunKind.NEW: f"{W}ins", RunKind.GONE: f"{W}del"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LEFT_OUT = {f"{W}rPr", f"{W}sectPr", f"{W}pPrChange"}


@dataclass(slots=True)
class Reviser:
    """Writes revisions of one author and one moment, each with a number of its own."""

    author: str
    moment: str
    count: int = 0
    """How many revisions there are."""

    def revise(self, tag: str) -> Any:
        """Give the element of one revision."""
        number = str(FIRST_REVISION + self.count)
        self.count += 1
        return etree.Element(tag, {f"{W}id": number, f"{W}author": self.author, f"{W}date": self.moment})

    def write_content(self, pieces: Iterable[Merged | Marker], carrier: Carrier) -> Iterator[Any]:
        """Give the children of a paragraph: runs that stayed, and revisions, those that lead somewhere within their link."""
        for (address, bookmark), together in groupby(_with_links(pieces), lambda piece: piece[0]):
            written = self._write_runs([piece for _, piece in together], carrier)
            if address or bookmark:
                link = etree.Element(f"{W}hyperlink")
                if address:
                    link.set(f"{R}id", carrier.new.link_to(address))
                if bookmark:
                    link.set(f"{W}anchor", bookmark)
                link.extend(written)
                yield link
            else:
                yield from written

    def _write_runs(self, pieces: list[Merged | Marker], carrier: Carrier) -> Iterator[Any]:
        for kind, together in groupby(pieces, lambda piece: piece.kind if isinstance(piece, Merged) else None):
            if kind is None:
                yield from (deepcopy(piece.element) for piece in together if isinstance(piece, Marker))
                continue
            runs = [run for each in together if isinstance(each, Merged) for run in self._write_run(each, carrier)]
            if kind is RunKind.SAME:
                yield from runs
            elif runs:
                revision = self.revise(_TAGS[kind])
                revision.extend(runs)
                yield revision

    def _write_run(self, merged: Merged, carrier: Carrier) -> Iterator[Any]:
        if merged.stretch.thing is not None:
            # LibreOffice keeps a chart whose deletion is accepted: one that is gone is left out.
            is_gone = merged.kind is RunKind.GONE
            runs = () if is_gone and merged.stretch.thing.is_picture else merged.stretch.thing.runs
            yield from (_delete(carrier.fit(run)) if is_gone else _copy(run) for run in runs)
            return
        run = etree.Element(f"{W}r")
        properties = _read_properties(merged.stretch.look)
        if merged.former is not None:
            properties = etree.Element(f"{W}rPr") if properties is None else properties
            change = self.revise(f"{W}rPrChange")
            before = _read_properties(merged.former)
            change.append(etree.Element(f"{W}rPr") if before is None else before)
            properties.append(change)
        if properties is not None:
            run.append(properties)
        run.extend(_write_text(merged.stretch, is_gone=merged.kind is RunKind.GONE))
        yield run

    def mark_paragraph(self, properties: Any, kind: RunKind) -> None:
        """Say in a paragraph's properties that its mark is new or gone."""
        if kind is RunKind.SAME:
            return
        runs = properties.find(f"{W}rPr")
        if runs is None:
            runs = etree.Element(f"{W}rPr")
            properties.append(runs)
        runs.insert(0, self.revise(_TAGS[kind]))

    def tell_former(self, properties: Any, former: Any) -> None:
        """Say in a paragraph's properties what they were before; ``former`` are those, of an old paragraph made fit."""
        change = self.revise(f"{W}pPrChange")
        before = etree.SubElement(change, f"{W}pPr")
        before.extend([each for each in former if each.tag not in _LEFT_OUT])
        properties.append(change)

    def mark_row(self, row: Any, kind: RunKind) -> None:
        """Say of a row of a table that it is new or gone."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            row.insert(int(row.find(f"{W}tblPrEx") is not None), properties)
        properties.append(self.revise(_TAGS[kind]))


def _with_links(pieces: Iterable[Merged | Marker]) -> Iterator[tuple[tuple[str, str], Merged | Marker]]:
    for piece in pieces:
        if isinstance(piece, Marker):
            yield ("", ""), piece
        elif piece.stretch.text:
            yield (piece.stretch.look.address, piece.stretch.look.bookmark), piece


def _read_properties(look: Look) -> Any:
    return parse_xml(look.properties.encode()) if look.properties else None


def _copy(element: Any) -> Any:
    copied = deepcopy(element)
    copied.tail = None
    return copied


def _delete(run: Any) -> Any:
    """Make a run one that is gone: its words, and what its fields say, have names of their own."""
    for each in run.iter():
        if each.tag == f"{W}t":
            each.tag = f"{W}delText"
        elif each.tag == f"{W}instrText":
            each.tag = f"{W}delInstrText"
    return run


def _write_text(stretch: Stretch, *, is_gone: bool) -> Iterator[Any]:
    """Give the elements of a run's text; tabs and line ends are elements of their own."""
    words = ""
    for character in (*stretch.text, ""):
        if character and character not in "\t\n":
            words += character
            continue
        if words:
            text = etree.Element(f"{W}delText" if is_gone else f"{W}t")
            text.text, words = words, ""
            text.set(_SPACE, "preserve")
            yield text
        if character:
            yield etree.Element(f"{W}tab" if character == "\t" else f"{W}br")
