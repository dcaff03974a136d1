"""The wheel works elsewhere: in an empty environment and an empty folder."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the project as it lies here."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, PROJECT]
    subprocess.run(build, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def _install(wheel: Path, folder: Path, *options: str) -> Path:
    """Install the wheel into a new environment; gives the folder of its programs."""
    venv.create(folder, symlinks=os.name == "posix")
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    python = str(programs / "python")
    install = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", *options, str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    return programs


def _build_a_new_brief(programs: Path, folder: Path) -> set[str]:
    folder.mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    for arguments in (["new", "Grain talks"], ["build"], ["templates"], ["doctor"]):
        command = [programs / "briefmaker", *arguments]
        ended = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stdout + ended.stderr
    return {file.name for file in (folder / "output").iterdir()} - {"manifest.json", ".briefmaker"}


def test_the_wheel_carries_what_it_needs(wheel: Path) -> None:
    """Templates, fonts with their licences, the shipped data and the examples; no tests and no output."""
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "briefmaker/templates/meeting/word.docx",
        "briefmaker/templates/meeting/scaffold.yaml",
        "briefmaker/templates/shared/brief.css",
        "briefmaker/examples/nato-us-2025-10-22.yaml",
        "briefmaker/examples/brief.schema.json",
        "briefmaker/fonts/SourceSerif4-Regular.ttf",
        "briefmaker/fonts/OFL-SourceSerif4.txt",
        "briefmaker/view/labels/en.yaml",
        "briefmaker/view/marking_schemes/nato.yaml",
        "briefmaker/view/likelihood_scales/icd-203.yaml",
        "briefmaker/py.typed",
    ):
        assert needed in names
    assert not [name for name in names if "test" in name.lower() or name.startswith("output")]


def test_a_brief_is_made_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    """The package comes from the wheel; its dependencies from the environment of these tests, to save the network."""
    programs = _install(wheel, tmp_path / "environment", "--no-deps")
    (packages,) = (tmp_path / "environment").rglob("site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"], "utf-8")
    where = "import briefmaker; print(briefmaker.__file__)"
    found = subprocess.run([programs / "python", "-c", where], capture_output=True, text=True, check=True).stdout
    assert Path(found.strip()).is_relative_to(packages)
    names = _build_a_new_brief(programs, tmp_path / "empty")
    assert names == {"grain-talks-DRAFT-v1.pdf", "grain-talks-DRAFT-v1.docx"}


@pytest.mark.conformance
def test_a_brief_is_made_with_what_the_wheel_asks_for(wheel: Path, tmp_path: Path) -> None:
    """In an empty environment into which pip brings the dependencies that the wheel names, and nothing else."""
    programs = _install(wheel, tmp_path / "environment")
    names = _build_a_new_brief(programs, tmp_path / "empty")
    assert names == {"grain-talks-DRAFT-v1.pdf", "grain-talks-DRAFT-v1.docx"}
