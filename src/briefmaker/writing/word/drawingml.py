"""The vocabulary of DrawingML charts: the elements that all kinds of charts share, as text (ECMA-376 part 1, 21.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from briefmaker.writing.word.workbook import SHEET, name_column

CHART_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
EMU_PER_POINT = 12_700


def solid(color: str) -> str:
    """Give a fill of one colour."""
    return f'<a:solidFill><a:srgbClr val="{color.lstrip("#").upper()}"/></a:solidFill>'


def stroke(color: str, width: float, dash: str = "solid") -> str:
    """Give a line of a colour and a width in points."""
    return (
        f'<a:ln w="{round(width * EMU_PER_POINT)}" cap="flat">{solid(color)}<a:prstDash val="{dash}"/><a:round/></a:ln>'
    )


NO_STROKE = "<a:ln><a:noFill/></a:ln>"


def shape(*properties: str) -> str:
    """Give how something is filled and outlined."""
    return f"<c:spPr>{''.join(properties)}</c:spPr>"


TRANSPARENT = shape("<a:noFill/>", NO_STROKE)
AUTOMATIC = "<c:layout/>"


def drawn_in(x: float, y: float, width: float, height: float) -> str:
    """Give the area in which marks are drawn, without its axes, as shares of the whole chart."""
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/><c:w val="{width:.4f}"/><c:h val="{height:.4f}"/></c:manualLayout></c:layout>'
    )


def moved(x: float, y: float) -> str:
    """Give how far a label is moved from where it would stand, as shares of the whole chart; nothing for not at all."""
    if not x and not y:
        return ""
    return f'<c:layout><c:manualLayout><c:x val="{x:.4f}"/><c:y val="{y:.4f}"/></c:manualLayout></c:layout>'


@dataclass(frozen=True, slots=True)
class Lettering:
    """The look of a chart's words: their colour, their font, and their size in points."""

    color: str
    font: str
    size: float

    def write(self, *, is_strong: bool = False, is_label: bool = False) -> str:
        """Give how words look. Labels of points stay on one line."""
        strong, body = int(is_strong), '<a:bodyPr wrap="none"/>' if is_label else "<a:bodyPr/>"
        font = quoteattr(self.font)
        return (
            f'<c:txPr>{body}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(self.size * 100)}" b="{strong}">{solid(self.color)}'
            f'<a:latin typeface={font}/><a:cs typeface={font}/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
        )


def cell_range(column: int, first: int, last: int) -> str:
    """Give a range of one column of the sheet, its rows counted from 1."""
    letter = name_column(column)
    return f"{SHEET}!${letter}${first}" if first == last else f"{SHEET}!${letter}${first}:${letter}${last}"


def series_name(column: int, name: str) -> str:
    """Give the name of a series, which stands at the head of its column."""
    return f"<c:tx>{_strings(cell_range(column, 1, 1), [name])}</c:tx>"


def categories(names: Sequence[str]) -> str:
    """Give the names along the axis, which stand in the first column."""
    return f"<c:cat>{_strings(cell_range(0, 2, len(names) + 1), names)}</c:cat>"


def _strings(place: str, texts: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{index}"><c:v>{escape(text)}</c:v></c:pt>' for index, text in enumerate(texts))
    return f'<c:strRef><c:f>{place}</c:f><c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'


def numbers(tag: str, column: int, values: Sequence[float | None], number_format: str) -> str:
    """Give the numbers of a series as ``val``, ``xVal`` or ``yVal``; where there is none, there is no point."""
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{value:.15g}</c:v></c:pt>' for index, value in enumerate(values) if value is not None
    )
    cache = f'<c:formatCode>{escape(number_format)}</c:formatCode><c:ptCount val="{len(values)}"/>{points}'
    place = cell_range(column, 2, len(values) + 1)
    return f"<c:{tag}><c:numRef><c:f>{place}</c:f><c:numCache>{cache}</c:numCache></c:numRef></c:{tag}>"


def shown(*, value: bool = False, category: bool = False, series: bool = False, percent: bool = False) -> str:
    """Give what a data label shows."""
    switches = (("LegendKey", False), ("Val", value), ("CatName", category), ("SerName", series), ("Percent", percent))
    return (
        "".join(f'<c:show{name} val="{int(is_shown)}"/>' for name, is_shown in switches) + '<c:showBubbleSize val="0"/>'
    )


NO_LABELS = f"<c:dLbls>{shown()}</c:dLbls>"


def number_format(code: str) -> str:
    """Give a format for numbers that does not follow the sheet."""
    return f'<c:numFmt formatCode={quoteattr(code)} sourceLinked="0"/>'
