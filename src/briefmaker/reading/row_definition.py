"""A brief's file that is written once for many: ``for_each`` names the rows, and each row makes one brief of it.

What a row makes is the text of a file again, so that all that is done with briefs is done with these; where in it something
stands is led back to the definition.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from briefmaker.diagnostics import Code, Diagnostic, Places, has_errors
from briefmaker.model import Brief
from briefmaker.model.text import TextKind
from briefmaker.reading.exact_places import ExactPlaces
from briefmaker.reading.grids import GridError
from briefmaker.reading.row_data import MAX_BYTES, Row, RowTable, read_rows, rows_of_list
from briefmaker.reading.row_places import Moves, Splice
from briefmaker.reading.row_texts import RowText, RowTextError, has_marker
from briefmaker.reading.suggest import did_you_mean
from briefmaker.reading.text_file import FileText, decode_file
from briefmaker.reading.walk import FoundField, walk_fields
from briefmaker.reading.yaml_data import read_data
from briefmaker.reading.yaml_extent import Extents
from briefmaker.reading.yaml_file import read_tree
from briefmaker.reading.yaml_nodes import Mapping, Node, Scalar
from briefmaker.reading.yaml_scalar import write_scalar
from briefmaker.workspace.files import BriefFolder, PathOutsideError, UnreadableFileError

FOR_EACH, SLUG = "for_each", "slug"


@dataclass(frozen=True, slots=True)
class _Place:
    """A text with something of a row in it: where it stands, and how it is written anew."""

    found: FoundField
    scalar: Scalar
    text: RowText
    indent: int
    is_on_line: bool
    is_flow: bool


@dataclass(frozen=True, slots=True)
class RowBrief:
    """What a row makes of a definition: the bytes of a brief's file, or what kept them from being made."""

    row: Row
    slug: str
    content: bytes
    diagnostics: tuple[Diagnostic, ...]
    moves: Moves


@dataclass
class Definition:
    """A file written for many briefs, its rows, and all that is wrong with either; then it makes nothing.

    ``cleared`` is kept by who worked it out: the fingerprint of what all rows make, and the files that were read for it, each
    with its SHA-256.
    """

    file: str
    text: FileText
    root: Node | None
    table: RowTable = field(default_factory=lambda: RowTable((), ()))
    diagnostics: tuple[Diagnostic, ...] = ()
    cleared: tuple[str, dict[str, str]] | None = None

    @cached_property
    def _places(self) -> tuple[_Place, ...]:
        extents = Extents(self.text.text)
        return tuple(
            _find_place(found, found.node, extents, self.root)
            for found in walk_fields(self.root, Brief)
            if isinstance(found.node, Scalar) and has_marker(found.node.text) and found.path not in (FOR_EACH, SLUG)
        )

    @cached_property
    def _slug(self) -> RowText | None:
        node = _child(self.root, SLUG)
        return RowText(node.text, is_markdown=False) if isinstance(node, Scalar) and not node.is_null else None

    def slug_of(self, row: Row) -> str:
        """Give the name that a row's files have, its number where the definition names none. Raises RowTextError."""
        if self._slug is None:
            return str(row.number).zfill(len(str(len(self.table.rows))))
        return self._slug.fill(row.cells).strip()

    def make(self, row: Row, slug: str) -> RowBrief:
        """Make the file of a row's brief; what the row lacks is told at its place in the definition."""
        splices, told = [], []
        for place in self._places:
            try:
                splices.append(self._splice(place, place.text.fill(row.cells)))
            except RowTextError as broken:
                told.append(self._tell(place.found.path, place.scalar, broken))
        made, moves = _carry_out(self.text, [*splices, *self._leave_out()], self.file)
        return RowBrief(row, slug, made.encode(), tuple(told), moves)

    def _splice(self, place: _Place, filled: str) -> tuple[int, int, str]:
        scalar = place.scalar
        end = Extents(self.text.text).end(scalar)
        newline = "\r\n" if "\r\n" in self.text.text else "\n"
        written = write_scalar(
            filled, scalar, place.indent, newline, is_on_line=place.is_on_line, is_flow=place.is_flow
        )
        return scalar.start, end, written

    def _leave_out(self) -> Iterator[tuple[int, int, str]]:
        """Give what the brief of a row has not; line breaks within stay, so that lines keep their numbers."""
        extents = Extents(self.text.text)
        for entry in self.root.entries if isinstance(self.root, Mapping) else ():
            if entry.key.text in (FOR_EACH, SLUG):
                end = max(entry.key.end, extents.line_end(extents.end(entry.value)))
                gone = self.text.text[entry.key.start : end]
                yield entry.key.start, end, re.sub(r"[^\r\n]+", "", gone)

    def check(self) -> tuple[Diagnostic, ...]:
        """Give what is wrong with the texts for any row: what may not stand in them, columns that the rows have not."""
        told = []
        texts = [(place.found.path, place.scalar, place.text) for place in self._places]
        node = _child(self.root, SLUG)
        if self._slug is not None and isinstance(node, Scalar):
            texts.append((SLUG, node, self._slug))
        for path, scalar, text in texts:
            try:
                unknown = [column for column in text.columns if column not in self.table.columns]
            except RowTextError as broken:
                told.append(self._tell(path, scalar, broken))
                continue
            for column in unknown:
                offset, length = text.find_column(column)
                message = f"the rows have no column `{column}`"
                hint = did_you_mean(column, self.table.columns, f"their columns: {', '.join(self.table.columns)}")
                told.append(
                    self._tell(path, scalar, RowTextError(message, hint, offset, length), code=Code.DATA_COLUMN)
                )
        return tuple(told)

    def _tell(self, path: str, scalar: Scalar, broken: RowTextError, code: Code = Code.ROW_TEXT) -> Diagnostic:
        span = ExactPlaces.of(self.text, scalar).span(broken.offset, broken.offset + broken.length)
        excerpt = self.text.lines[span.line - 1]
        return Diagnostic(code, str(broken), self.file, span, broken.hint, path=path, excerpt=excerpt)


def read_definition(content: bytes, file: str, folder: BriefFolder) -> Definition:
    """Read a file written for many briefs and its rows, with all that is wrong before any brief is made; never raises.

    What is wrong with its YAML is left to the reading of a brief: such a definition makes nothing.
    """
    text, refused = decode_file(content, file)
    if has_errors(refused):
        return Definition(file, text, None, diagnostics=refused)
    tree = read_tree(text.text)
    data = read_data(tree.root, text)
    definition = Definition(file, text, tree.root)
    try:
        definition.table = _read_table(_child(tree.root, FOR_EACH), data.value, folder)
    except (GridError, PathOutsideError, UnreadableFileError) as broken:
        hint = getattr(broken, "hint", "the path is seen from the brief's folder; capitals and small letters differ")
        code = Code.PATH_OUTSIDE if isinstance(broken, PathOutsideError) else Code.DATA_UNREADABLE
        definition.diagnostics = (data.places.finding(code, FOR_EACH, str(broken), hint),)
        return definition
    definition.diagnostics = (*definition.check(), *_tell_slugs(definition, data.places))
    return definition


def _read_table(node: Node | None, value: object, folder: BriefFolder) -> RowTable:
    rows = value.get(FOR_EACH) if isinstance(value, dict) else None
    if isinstance(node, Scalar) and not node.is_null:
        return read_rows(folder.read(node.text, MAX_BYTES), node.text)
    return rows_of_list(rows, FOR_EACH)


def _tell_slugs(definition: Definition, places: Places) -> Iterator[Diagnostic]:
    """Tell of rows whose files would have one name, or none."""
    first: dict[str, int] = {}
    for row in definition.table.rows:
        try:
            slug = definition.slug_of(row)
        except RowTextError as broken:
            yield places.finding(Code.ROW_TEXT, SLUG, f"{broken} (row {row.number})", broken.hint)
            continue
        if not slug:
            yield places.finding(Code.ROW_SLUG, SLUG, f"row {row.number} has no name for its files", "fill the cell in")
        elif first.setdefault(slug.casefold(), row.number) != row.number:
            message = f"rows {first[slug.casefold()]} and {row.number} both name their files `{slug}`"
            yield places.finding(Code.ROW_SLUG, SLUG, message, "make the name of each row its own, with another column")


def _find_place(found: FoundField, scalar: Scalar, extents: Extents, root: Node | None) -> _Place:
    end = extents.end(scalar)
    is_flow = _is_in_flow(root, scalar.start)
    behind = extents.text[end : extents.line_end(end)]
    line = extents.line_start(scalar.start)
    lead = extents.text[line : scalar.start]
    indent = extents.block_indent(scalar) if scalar.style in ("|", ">") else len(lead) - len(lead.lstrip(" -")) + 2
    is_markdown = found.kind is not TextKind.WORDS
    return _Place(found, scalar, RowText(scalar.text, is_markdown), indent, is_flow or bool(behind.strip()), is_flow)


def _is_in_flow(node: Node | None, offset: int) -> bool:
    """Tell whether a place stands within braces or brackets."""
    while node is not None and not isinstance(node, Scalar):
        if getattr(node, "is_flow", False):
            return True
        entries = [each.value for each in node.entries] if isinstance(node, Mapping) else getattr(node, "entries", ())
        node = next((each for each in entries if each.start <= offset < max(each.end, each.start + 1)), None)
    return False


def _child(node: Node | None, name: str) -> Node | None:
    entries = node.entries if isinstance(node, Mapping) else ()
    return next((entry.value for entry in entries if entry.key.text == name), None)


def _carry_out(text: FileText, splices: list[tuple[int, int, str]], file: str) -> tuple[str, Moves]:
    """Give the text with all splices made, and how its places are led back."""
    parts, behind = [], 0
    ordered = sorted(splices)
    for start, end, written in ordered:
        parts += [text.text[behind:start], written]
        behind = end
    made = "".join([*parts, text.text[behind:]])
    grown = [0, *accumulate(len(written) - (end - start) for start, end, written in ordered)]
    moved = tuple(
        Splice(start, end, start + by, start + by + len(written))
        for (start, end, written), by in zip(ordered, grown, strict=False)
    )
    return made, Moves(text, FileText(file, made), tuple(each.made_start for each in moved), moved)
