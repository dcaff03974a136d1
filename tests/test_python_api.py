"""The Python API is small, typed, and there by name."""

from pathlib import Path

import pytest

import briefmaker


def test_every_name_can_be_imported() -> None:
    """Each is fetched when it is first used, and kept."""
    for name in briefmaker.__all__:
        assert getattr(briefmaker, name) is getattr(briefmaker, name) or name == "__version__"
    assert dir(briefmaker) == sorted(briefmaker.__all__)
    assert briefmaker.__version__.count(".") == 2


def test_another_name_is_refused_as_python_does() -> None:
    """A typing mistake is not an empty value."""
    with pytest.raises(AttributeError, match="biuld"):
        briefmaker.biuld  # noqa: B018 - asking is the test


def test_the_lines_of_the_manual_work(workspace: Path) -> None:
    """Read, render and build, as the manual shows it."""
    reading = briefmaker.read("briefs/grain.yaml")
    assert reading.brief is not None
    assert briefmaker.render("briefs/grain.yaml", "html").startswith(b"<!DOCTYPE html>")
    (outcome,) = briefmaker.build(["briefs"], formats=["html"], output="elsewhere")
    assert outcome.is_built
    assert [document.path for document in outcome.documents] == [Path("elsewhere") / "grain-DRAFT-v2.html"]


def test_the_package_says_that_it_has_types() -> None:
    """py.typed tells type checkers to look."""
    assert (Path(briefmaker.__file__).parent / "py.typed").is_file()
