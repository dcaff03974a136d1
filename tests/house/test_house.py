"""The house stays as it is meant: small files, tests beside what they test, and nothing of one machine in it."""

import re
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
LONGEST_FILE = 350
LONGEST_TEST_FILE = 450
# Places that only the machine of whoever wrote something has.
FOREIGN_PLACE = re.compile(r"(?<![\w.])/(?:home|mnt|root|tmp|Users|work)/\w")
# Tests of the whole belong to no single module.
WHOLE = {"end_to_end", "conformance", "hostile", "house", "golden"}


def list_files(*patterns: str) -> list[Path]:
    """Give the files that belong to the repository, also those not yet added to it."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [PROJECT / name for name in listed if (PROJECT / name).is_file()]


def find_long_files(files: list[Path]) -> list[str]:
    """Give the files that have grown beyond what one reads in one go; a list of cases may be a little longer."""
    lengths = {file: len(file.read_text("utf-8").splitlines()) for file in files}
    limits = {file: LONGEST_TEST_FILE if file.name.startswith("test_") else LONGEST_FILE for file in files}
    return [f"{file.name}: {lengths[file]}" for file in files if lengths[file] > limits[file]]


def find_foreign_places(files: list[Path]) -> list[str]:
    """Give the lines that name a place outside the project."""
    found = []
    for file in files:
        try:
            lines = file.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [
            f"{file.name}:{number}: {line.strip()[:80]}"
            for number, line in enumerate(lines, 1)
            if FOREIGN_PLACE.search(line)
        ]
    return found


def find_strayed_tests(tests: list[Path], sources: Path) -> list[str]:
    """Give the test files that have no module of their name in the room of their folder."""
    strayed = []
    for test in tests:
        place = test.relative_to(PROJECT / "tests").parent
        room = PROJECT / place if place.parts[:1] == ("tools",) else sources / place
        module = room / f"{test.stem.removeprefix('test_')}.py"
        package = room / test.stem.removeprefix("test_")
        if place.parts and place.parts[0] not in WHOLE and not module.is_file() and not package.is_dir():
            strayed.append(str(test.relative_to(PROJECT)))
    return strayed


def test_no_file_has_grown_too_long() -> None:
    """A file over 350 lines holds two things."""
    files = list_files("*.py")
    assert len(files) > 80
    assert find_long_files(files) == []


def test_nothing_names_a_place_on_somebody_s_machine() -> None:
    """Not in code, tests, documents or scripts."""
    files = list_files()
    assert len(files) > 100
    assert find_foreign_places(files) == []


def test_tests_stand_beside_what_they_test() -> None:
    """tests/ mirrors src/, so that each is found from the other."""
    tests = list_files("tests/**/test_*.py", "tests/test_*.py")
    assert len(tests) > 20
    assert find_strayed_tests(tests, PROJECT / "src" / "briefmaker") == []


def test_nothing_built_is_kept() -> None:
    """output/ is for what was built here."""
    assert [file.name for file in list_files("output")] == [".gitkeep"]


@pytest.mark.parametrize("place", ["see /tmp" + "/notes", "/Users" + "/anna/x", "cd /home" + "/anna"])
def test_the_guards_see_planted_faults(place: str, tmp_path: Path) -> None:
    """Each guard above is tried on a fault."""
    planted = tmp_path / "planted.py"
    planted.write_text(f'"""x"""\n# {place}\n' + "x = 1\n" * LONGEST_FILE, "utf-8")
    assert find_long_files([planted]) == ["planted.py: 352"]
    assert [line.split(":")[1] for line in find_foreign_places([planted])] == ["2"]
    assert find_strayed_tests([PROJECT / "tests" / "cli" / "test_nothing.py"], PROJECT / "src" / "briefmaker") == [
        "tests/cli/test_nothing.py"
    ]
