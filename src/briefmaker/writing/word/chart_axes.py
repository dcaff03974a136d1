"""The two axes of a chart in Word, and the hidden pair that carries the reference line of a bar chart."""

from dataclasses import dataclass

from briefmaker.view.chart_shape import ChartScale
from briefmaker.writing.charts.look import LOOK
from briefmaker.writing.word.drawingml import Lettering, number_format, shape, stroke

CATEGORIES, VALUES, REFERENCE, REFERENCE_ROWS = 1001, 1002, 1003, 1004


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: its number and that of the axis which it meets, its side, and what is shown of it."""

    number: int
    meets: int
    side: str
    is_hidden: bool = False
    is_reversed: bool = False


def category_axis(axis: Axis, lettering: Lettering) -> str:
    """Give the axis of names; they stand at its low end, clear of bars that go below zero."""
    look = shape(stroke(lettering.color, 0.75)) + lettering.write()
    return (
        f"<c:catAx>{_start(axis, '')}{number_format('General')}"
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{look}'
        f'<c:crossAx val="{axis.meets}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def line_axis(axis: Axis, value: float, color: str) -> str:
    """Give an axis of names without names, which crosses the axis of values as a dashed line at one value."""
    return (
        f"<c:catAx>{_start(axis, '')}{number_format('General')}"
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'{shape(stroke(color, LOOK.rule, "dash"))}<c:crossAx val="{axis.meets}"/><c:crossesAt val="{value:.15g}"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def value_axis(axis: Axis, scale: ChartScale, lettering: Lettering) -> str:
    """Give the axis of values, without a grid; its ticks are those of the page."""
    ends = f'<c:max val="{scale.high:.15g}"/><c:min val="{scale.low:.15g}"/>'
    look = shape("<a:ln><a:noFill/></a:ln>") + lettering.write()
    return (
        f"<c:valAx>{_start(axis, ends)}{number_format(scale.number_format)}"
        f'<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{look}'
        f'<c:crossAx val="{axis.meets}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{scale.step:.15g}"/></c:valAx>'
    )


def _start(axis: Axis, ends: str) -> str:
    direction = "maxMin" if axis.is_reversed else "minMax"
    return (
        f'<c:axId val="{axis.number}"/><c:scaling><c:orientation val="{direction}"/>{ends}</c:scaling>'
        f'<c:delete val="{int(axis.is_hidden)}"/><c:axPos val="{axis.side}"/>'
    )
