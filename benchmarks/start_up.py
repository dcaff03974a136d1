"""How much processor time an answer takes that needs no writer: --help, and the errors of a wrong brief.

    python benchmarks/start_up.py

The limits are 0.15 s and 0.35 s; the program ends with 1 when one is missed.
"""

import sys
import tempfile
from pathlib import Path

from side_by_side import as_process, measure_cpu

LIMITS = {"--help": 0.15, "build wrong.yaml": 0.35}


def main() -> int:
    """Measure both and tell."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "wrong.yaml").write_text("format: 1\ntemplate: meeting\ntitel: x\n", "utf-8")
        missed = [arguments for arguments, limit in LIMITS.items() if _measure(arguments, folder) > limit]
    return 1 if missed else 0


def _measure(arguments: str, folder: Path) -> float:
    command = [sys.executable, "-m", "briefmaker", *arguments.split()]
    seconds = measure_cpu(as_process(command, folder, expected=1 if "wrong" in arguments else 0), rounds=15)
    print(f"briefmaker {arguments:<18} {seconds:.3f} s of CPU, at most {LIMITS[arguments]}")
    return seconds


if __name__ == "__main__":
    sys.exit(main())
