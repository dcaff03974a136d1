"""A cold build of the flagship to both formats, beside pandoc making both from equivalent Markdown.

    python benchmarks/cold_build.py

The same build without its checks shows what those cost. pandoc gets the same words in the same order, as Markdown, and sets its
PDF through WeasyPrint; WeasyPrint's own command, making only the PDF of briefmaker's page, stands beside them. At most 1.0 of
pandoc's time; the program ends with 1 when it is more.
"""

import sys
import tempfile
from pathlib import Path

from side_by_side import FLAGSHIP, Work, as_process, lay_out_page, measure, show

ROUNDS = 7
LIMIT = 1.0


def main() -> int:
    """Measure, show, and tell whether the limit was kept."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        medians = measure(_prepare(folder), ROUNDS)
    medians["pandoc, both"] = medians["pandoc, Word"] + medians["pandoc, PDF through WeasyPrint"]
    show("Cold build of the flagship", medians, "pandoc, both")
    return 0 if medians["briefmaker build, both"] <= LIMIT * medians["pandoc, both"] else 1


def _prepare(folder: Path) -> dict[str, Work]:
    page, styles = lay_out_page(FLAGSHIP, folder)
    as_process(["pandoc", page, "--from", "html", "--to", "markdown", "--standalone", "--output", "brief.md"], folder)()
    programs = Path(sys.executable).parent
    weasyprint = programs / "weasyprint"
    given = [part for style in styles for part in ("--stylesheet", style)]
    pandoc = ["pandoc", "brief.md", "--standalone"]
    return {
        "briefmaker build, both": as_process(
            [programs / "briefmaker", "build", "--force", FLAGSHIP, "--output", "ours"], folder
        ),
        "the same without checks": as_process(
            [programs / "briefmaker", "build", "--force", "--no-check", FLAGSHIP, "--output", "unchecked"], folder
        ),
        "pandoc, Word": as_process([*pandoc, "--output", "brief.docx"], folder),
        "pandoc, PDF through WeasyPrint": as_process(
            [*pandoc, f"--pdf-engine={weasyprint}", "--output", "brief.pdf"], folder
        ),
        "WeasyPrint's command, PDF only": as_process(
            [weasyprint, "--pdf-variant", "pdf/ua-1", *given, page, "page.pdf"], folder
        ),
    }


if __name__ == "__main__":
    sys.exit(main())
