"""Runs works in turn, several times, and shows their medians beside one another."""

import os
import platform
import resource
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from briefmaker.jobs.building.render import view_brief
from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.formats import USUAL_FORMATS
from briefmaker.jobs.read import read_at_desk
from briefmaker.jobs.request import Request, read_paper
from briefmaker.workspace.package import shipped_folder
from briefmaker.workspace.workspace import find_workspace
from briefmaker.writing.house_css import fill_in_style, write_font_faces
from briefmaker.writing.html import list_styles, write_html

PROJECT = Path(__file__).resolve().parent.parent
FLAGSHIP = PROJECT / "briefs" / "nato-us-2025-10-22.yaml"

AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment of what is measured: modules are compiled once and kept, as installing does for every program compared."""

Work = Callable[[], object]


def as_process(command: Sequence[str | Path], folder: Path, expected: int = 0) -> Work:
    """Give the work of running one command to its end; another exit code ends the benchmark with what it said."""

    def run() -> None:
        ended = subprocess.run(command, cwd=folder, env=AS_INSTALLED, capture_output=True, text=True, check=False)
        if ended.returncode != expected:
            raise SystemExit(f"{' '.join(map(str, command))} ended with {ended.returncode}\n{ended.stderr}")

    return run


def measure(works: Mapping[str, Work], rounds: int) -> dict[str, float]:
    """Give the median seconds of each work; they take turns, so that what else the machine does hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        work()
    for _ in range(rounds):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(each) for name, each in times.items()}


def measure_cpu(work: Work, rounds: int) -> float:
    """Give the median seconds of processor time that the processes of a work use."""
    used = []
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        work()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(used)


def show(title: str, medians: Mapping[str, float], against: str) -> None:
    """Print a table: each work with its median and its share of one of them."""
    print(f"{title} ({platform.machine()}, Python {platform.python_version()}; medians; share of: {against})")
    longest = max(map(len, medians))
    for name, seconds in medians.items():
        print(f"  {name:<{longest}}  {seconds * 1000:7.0f} ms  {seconds / medians[against]:5.2f}")


def lay_out_page(brief: Path, folder: Path) -> tuple[Path, list[Path]]:
    """Write a brief's HTML, the stylesheets it is set with, and the fonts into a folder; gives the page and the stylesheets."""
    (page,), styles = lay_out_pages([brief], folder)
    return page, styles


def lay_out_pages(briefs: Sequence[Path], folder: Path) -> tuple[list[Path], list[Path]]:
    """Write the HTML of briefs that share template, paper and style, as ``lay_out_page`` does, each under its brief's name."""
    desk = open_desk(find_workspace(briefs[0].parent))
    paper = read_paper(None, desk)
    shutil.copytree(shipped_folder("fonts"), folder / "fonts")
    pages = []
    for brief in briefs:
        view, template, _ = view_brief(read_at_desk(brief, desk), desk, Request(USUAL_FORMATS, paper))
        if view is None or template is None:
            raise SystemExit(f"{brief} cannot be viewed")
        pages.append(folder / f"{brief.stem}.html")
        pages[-1].write_text(write_html(view, template), "utf-8")
    sheets = {"fonts.css": write_font_faces(view.style)}
    sheets |= {
        name: fill_in_style(template.read_text(name), view.style)
        for name in list_styles(template, paper, view.direction)
    }
    for name, sheet in sheets.items():
        (folder / name).write_text(sheet, "utf-8")
    return pages, [folder / name for name in sheets]
