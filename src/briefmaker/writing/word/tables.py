"""Tables in Word: fixed widths, a header row that repeats, rows that are not cut in two."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from briefmaker.writing.columns import weigh_columns
from briefmaker.writing.word.places import RunFormats
from briefmaker.writing.word.wordml import mm, write_paragraph

CELL_GAP = mm(2.1)  # 6 pt between columns
_NARROWEST = 5
_LETTER = mm(1.65)  # of 8.5 pt
LONGEST_WHOLE_TABLE = 15  # rows, the header among them; a longer one may go on over the page


@dataclass(frozen=True, slots=True)
class TableStyles:
    """The style ids of a table's paragraphs, the formats of its words, and the colours of its rules.

    ``number_side`` is the side that figures stand on: the trailing one, in tables from right to left the leading one, so that
    they stand below one another by their last digit.
    """

    head: str
    text: str
    runs: RunFormats
    small: RunFormats
    rule: str
    hairline: str
    number_side: str = "right"


@dataclass(frozen=True, slots=True)
class TableContent:
    """A table's rows, the header first: the runs of each cell, and each cell's number of characters.

    ``alignments`` holds ``left``, ``right`` or ``center`` for each column; ``description`` is the text for readers who cannot
    see the table; ``has_note`` holds for one that a note follows. ``columns`` is 0 for a table whose columns are as
    wide as their texts; a table of many numbers has columns alike, with room for so many.
    """

    cells: Sequence[Sequence[str]]
    lengths: Sequence[Sequence[int]]
    alignments: Sequence[str]
    description: str = ""
    has_note: bool = False
    columns: int = 0


def write_table(content: TableContent, indent: int, width: int, styles: TableStyles) -> str:
    """Give a table of that width, its left edge at the indent, both in twips; columns share the width by their longest text."""
    columns = share_evenly(content, width) if content.columns else share_width(content.lengths, width)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    rows = "".join(
        _row(row, columns, content.alignments, styles, is_header=number == 0, keep=_is_kept(content, number))
        for number, row in enumerate(content.cells)
    )
    properties = _table_properties(indent, sum(columns), content, styles.hairline)
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def write_side_by_side(label: str, content: str, indent: int, width: int) -> str:
    """Give a label and what it belongs to beside each other, without rules; indent and width in twips.

    The row may go on over the page, since it is no row of data.
    """
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{each}" w:type="dxa"/></w:tcPr>{inner}</w:tc>'
        for each, inner in ((indent, label), (width - indent, content))
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0080" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'</w:tblPr><w:tblGrid><w:gridCol w:w="{indent}"/><w:gridCol w:w="{width - indent}"/></w:tblGrid>'
        f"<w:tr>{cells}</w:tr></w:tbl>"
    )


def _is_kept(content: TableContent, row: int) -> bool:
    """Tell whether a row stays on one page with what follows it: all of a short table, the header and end of a long one."""
    last = len(content.cells) - 1
    if row == last:
        return content.has_note
    return len(content.cells) <= LONGEST_WHOLE_TABLE or row in (0, last - 1)


def _table_properties(indent: int, width: int, content: TableContent, hairline: str) -> str:
    described = f"<w:tblDescription w:val={quoteattr(content.description)}/>" if content.description else ""
    gap = CELL_GAP // 3 if content.columns else CELL_GAP
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblInd w:w="{indent}" w:type="dxa"/>'
        f'<w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{hairline}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{hairline}"/></w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        f'<w:right w:w="{gap}" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
        f'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{described}</w:tblPr>'
    )


def share_width(lengths: Sequence[Sequence[int]], width: int) -> list[int]:
    """Share a width among columns by the longest text of each, so that none starves and none takes all."""
    weights = weigh_columns(lengths)
    columns = [width * weight // sum(weights) for weight in weights]
    columns[-1] += width - sum(columns)
    return columns


def share_evenly(content: TableContent, width: int) -> list[int]:
    """Share a width so that the first column has room for its names, up to a third, and the others are alike."""
    longest = max(row[0] for row in content.lengths)
    first = min(max(longest, _NARROWEST) * _LETTER + CELL_GAP, width // 3)
    return [first, *[(width - first) // (content.columns - 1)] * (len(content.lengths[0]) - 1)]


def _row(
    row: Sequence[str],
    columns: Sequence[int],
    alignments: Sequence[str],
    styles: TableStyles,
    *,
    is_header: bool,
    keep: bool,
) -> str:
    header = "<w:tblHeader/>" if is_header else ""
    cells = "".join(
        _cell(content, width, alignment, styles, is_header=is_header, keep=keep)
        for content, width, alignment in zip(row, columns, alignments, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"


def _cell(content: str, width: int, alignment: str, styles: TableStyles, *, is_header: bool, keep: bool) -> str:
    rule = (
        f'<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="{styles.rule}"/></w:tcBorders>'
        if is_header
        else ""
    )
    side = styles.number_side if alignment == "right" else alignment
    side = "" if side == "left" else f'<w:jc w:val="{side}"/>'
    style = styles.head if is_header else styles.text
    paragraph = f'<w:pPr><w:pStyle w:val="{style}"/>{"<w:keepNext/>" if keep else ""}{side}</w:pPr>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{rule}</w:tcPr>{write_paragraph(paragraph, content)}</w:tc>'
    )
