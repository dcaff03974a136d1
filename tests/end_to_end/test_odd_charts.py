"""Whatever a figure holds, it is drawn in both formats or told what is wrong with it, and soon."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_hundred_odd_figures_are_drawn_or_told(tmp_path: Path) -> None:
    """Of all kinds, sizes and signs; a drawing that does not end is ended from outside."""
    command = [sys.executable, "-m", "tests.end_to_end.odd_charts", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, done.stderr
    drawn, told, *made = done.stdout.split()
    assert int(drawn) > 40
    assert int(told) > 5
    assert made == ["True", "True"]
