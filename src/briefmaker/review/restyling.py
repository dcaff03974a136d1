"""Makes the looks of a text in a document those that the brief means: a place may make all of it bold, or set tables in."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from briefmaker.model.rich_text import Block, Blocks, Inlines, ItemList, Paragraph, Run, Table


def iterate_runs(blocks: Blocks) -> Iterator[Run]:
    """Give all words of a text with their looks."""
    for block in blocks:
        match block:
            case Paragraph():
                yield from (each for each in block.inlines if isinstance(each, Run))
            case ItemList():
                for item in block.items:
                    yield from iterate_runs(item)
            case Table():
                cells = (cell for row in (block.header, *block.rows) for cell in row)
                yield from (each for cell in cells for each in cell if isinstance(each, Run))


def restyle(blocks: Blocks, is_strong: bool, is_emphasis: bool) -> Blocks:
    """Give a text without the looks that its place gives to all of it."""

    def plain(run: Run) -> Run:
        return replace(run, strong=run.strong and not is_strong, emphasis=run.emphasis and not is_emphasis)

    return map_runs(blocks, plain) if is_strong or is_emphasis else blocks


def map_runs(blocks: Blocks, change: Callable[[Run], Run]) -> Blocks:
    """Give a text with each of its runs changed."""
    return tuple(_map_block(block, change) for block in blocks)


def _map_block(block: Block, change: Callable[[Run], Run]) -> Block:
    def each(inlines: Inlines) -> Inlines:
        return tuple(change(inline) if isinstance(inline, Run) else inline for inline in inlines)

    match block:
        case Paragraph():
            return Paragraph(each(block.inlines))
        case ItemList():
            return replace(block, items=tuple(map_runs(item, change) for item in block.items))
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


def adopt_alignments(blocks: Blocks, shown: Blocks) -> Blocks:
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
