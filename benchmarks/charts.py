"""What a chart adds to a warm build, beside what it adds to WeasyPrint's bare ``write_pdf`` of the same page.

    python benchmarks/charts.py

The flagship is built to both formats with its chart and with no figure at all. The picture, its table, the chart in Word and
its data sheet are all in the difference. Processor time is counted, round by round, since the difference is small beside what
else a machine does. At most 30 ms; the program ends with 1 when it is more.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from side_by_side import FLAGSHIP, Work, lay_out_page

from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.formats import USUAL_FORMATS
from briefmaker.jobs.read import read_at_desk
from briefmaker.jobs.render import render_brief
from briefmaker.jobs.request import Request
from briefmaker.workspace.workspace import find_workspace
from briefmaker.writing.import_weasyprint import import_weasyprint

ROUNDS = 25
LIMIT = 0.030
VARIANT = "pdf/ua-1"


def main() -> int:
    """Measure, show, and tell whether the limit was kept."""
    with tempfile.TemporaryDirectory() as name:
        without = _leave_out_figure(Path(name))
        added = measure_added(_build(FLAGSHIP), _build(without))
        bare = measure_added(_lay_out(FLAGSHIP, Path(name, "with")), _lay_out(without, Path(name, "without")))
    print("What the chart of the flagship adds to a warm build (medians of processor time)")
    print(f"  to both formats          {1000 * added:5.1f} ms")
    print(f"  to WeasyPrint's own time {1000 * bare:5.1f} ms")
    return 0 if added <= LIMIT else 1


def measure_added(more: Work, less: Work) -> float:
    """Give the median seconds by which one work takes longer than another; they take turns."""
    differences = []
    for number in range(ROUNDS + 1):
        times = []
        for work in (more, less):
            before = time.process_time()
            work()
            times.append(time.process_time() - before)
        if number:  # the first round warms up
            differences.append(times[0] - times[1])
    return statistics.median(differences)


def _leave_out_figure(folder: Path) -> Path:
    """Give the flagship without its figure, in a workspace of its own."""
    lines = FLAGSHIP.read_text("utf-8").splitlines(keepends=True)
    start = lines.index("figures:\n")
    end = next(number for number in range(start + 1, len(lines)) if lines[number][0] not in " #\n")
    kept = [line for line in (*lines[:start], *lines[end:]) if not line.startswith("    figures: [")]
    file = folder / FLAGSHIP.name
    file.write_text("".join(kept), "utf-8")
    return file


def _build(brief: Path) -> Work:
    def build() -> object:
        desk = open_desk(find_workspace(brief.parent))
        rendering = render_brief(read_at_desk(brief, desk), desk, Request(USUAL_FORMATS, desk.settings.paper))
        if len(rendering.documents) != len(USUAL_FORMATS):
            raise SystemExit(f"{brief.name} cannot be built: {rendering.diagnostics}")
        return rendering

    return build


def _lay_out(brief: Path, folder: Path) -> Work:
    weasyprint = import_weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    folder.mkdir()
    page, styles = lay_out_page(brief, folder)
    fonts = FontConfiguration()
    sheets = [weasyprint.CSS(filename=style, font_config=fonts) for style in styles]

    def write() -> object:
        return weasyprint.HTML(filename=page).write_pdf(stylesheets=sheets, font_config=fonts, pdf_variant=VARIANT)

    return write


if __name__ == "__main__":
    sys.exit(main())
