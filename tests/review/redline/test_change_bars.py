"""Tests of the bars in the margin: one beside each line with a mark, and none elsewhere."""

import re

import pikepdf
import pytest
from tests.review.redline.random_briefs import BRIEFS

from briefmaker.jobs.desk import open_desk
from briefmaker.review.redline.change_bars import draw_change_bars, join_lines
from briefmaker.workspace.workspace import find_workspace
from briefmaker.writing.pdf import write_pdf

LINES = "<p>one</p><p>two <ins>new</ins></p><p>three</p>"


def draw(body: str, direction: str = "ltr") -> list[tuple[float, float, float]]:
    """Give the place and the ends of each bar on the first page, in points from its lower left."""
    import io

    template = open_desk(find_workspace(BRIEFS)).templates["meeting"]
    html = f'<!DOCTYPE html><html lang="en" dir="{direction}"><head><title>T</title></head><body>{body}</body></html>'
    content = write_pdf(html, template, finish=draw_change_bars).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        stream = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    artifact = re.search(r"/Artifact BMC q 0\.1 G 1\.5 w (.*?)Q EMC", stream)
    if artifact is None:
        return []
    found = re.findall(r"([\d.]+) ([\d.]+) m [\d.]+ ([\d.]+) l S", artifact[1])
    return [(float(x), float(top), float(bottom)) for x, top, bottom in found]


def test_a_bar_stands_beside_a_changed_line_alone() -> None:
    """In the margin where lines begin, about as high as one line."""
    ((place, top, bottom),) = draw(LINES)
    assert place < 60
    assert 10 < top - bottom < 20
    assert draw("<p>nothing</p>") == []


def test_from_right_to_left_it_stands_on_the_right() -> None:
    """Where lines begin there."""
    ((place, _, _),) = draw(LINES, "rtl")
    assert place > 500


@pytest.mark.parametrize(
    ("lines", "bars"),
    [
        ([], []),
        ([(0.0, 10.0), (12.0, 20.0)], [(0.0, 20.0)]),
        ([(40.0, 50.0), (0.0, 10.0)], [(0.0, 10.0), (40.0, 50.0)]),
    ],
)
def test_lines_that_nearly_touch_have_one_bar(
    lines: list[tuple[float, float]], bars: list[tuple[float, float]]
) -> None:
    """Whatever order they are found in."""
    assert list(join_lines(lines)) == bars
