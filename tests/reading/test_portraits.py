"""Portraits: a brief's own, those of people.yaml, and what is wrong with either told where it is named."""

from pathlib import Path

import pytest
from tests.briefs import read_text
from tests.pictures import LOGO, open_picture, paint, write_png

from briefmaker.diagnostics import Code
from briefmaker.reading import Reading
from briefmaker.workspace.files import BriefFolder

PEOPLE = "rutte: {name: Mark Rutte, portrait: images/rutte.jpg}\nother: {name: Other, portrait: images/none.jpg}\n"


@pytest.fixture
def folder(tmp_path: Path) -> BriefFolder:
    """Give the folder of a workspace's briefs, with some pictures about."""
    (tmp_path / "briefs" / "images").mkdir(parents=True)
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "rutte.jpg").write_bytes(paint(600, 800, "JPEG"))
    for name, content in {
        "own.png": paint(300, 400),
        "drawn.svg": LOGO.encode(),
        "animated.png": paint(form="GIF"),
        "huge.png": write_png(7000, 3000),
        "heavy.png": paint() + bytes(10_000_000),
        "half.jpg": paint(400, 300, "JPEG")[:900],
    }.items():
        (tmp_path / "briefs" / "images" / name).write_bytes(content)
    (tmp_path / "people.yaml").write_text(PEOPLE, "utf-8")
    return BriefFolder(tmp_path / "briefs", tmp_path)


def read(participant: str, folder: BriefFolder) -> Reading:
    """Read a brief with this participant."""
    return read_text(f"participants: [{{{participant}}}]", folder)


def test_a_portrait_is_read_and_kept_by_its_path(folder: BriefFolder) -> None:
    """As plain data, small enough for print."""
    reading = read("name: A, portrait: images/own.png", folder)
    assert reading.diagnostics == ()
    (picture,) = reading.pictures.values()
    assert list(reading.pictures) == ["images/own.png"]
    assert open_picture(picture.content).size == (283, 378)


def test_a_person_brings_a_portrait(folder: BriefFolder) -> None:
    """The participant names the file by which it is kept."""
    reading = read("person: rutte", folder)
    assert reading.diagnostics == ()
    assert reading.brief is not None
    assert list(reading.pictures) == [reading.brief.participants[0].portrait] == ["../images/rutte.jpg"]


def test_a_portrait_in_place_comes_before_that_of_the_person(folder: BriefFolder) -> None:
    """The person's is then not even looked at."""
    reading = read("person: other, portrait: images/own.png", folder)
    assert reading.diagnostics == ()
    assert list(reading.pictures) == ["images/own.png"]


@pytest.mark.parametrize(
    ("file", "code", "words"),
    [
        ("images/none.jpg", Code.PICTURE_UNREADABLE, "no file"),
        ("images", Code.PICTURE_UNREADABLE, "cannot be read"),
        ("images/drawn.svg", Code.PICTURE_UNUSABLE, "only a logo"),
        ("images/animated.png", Code.PICTURE_UNUSABLE, "GIF"),
        ("images/half.jpg", Code.PICTURE_UNUSABLE, "damaged"),
        ("images/huge.png", Code.PICTURE_TOO_LARGE, "20 million pixels (7,000 × 3,000)"),
        ("images/heavy.png", Code.PICTURE_TOO_LARGE, "10 MB"),
        ("../../own.png", Code.PATH_OUTSIDE, "out of the workspace"),
    ],
)
def test_a_portrait_that_cannot_be_used_is_told_at_its_line(
    folder: BriefFolder, file: str, code: Code, words: str
) -> None:
    """And the brief is not made."""
    reading = read(f"name: A, portrait: {file}", folder)
    (found,) = reading.diagnostics
    assert (found.code, found.file, found.span.line, found.span.column) == (code, "brief.yaml", 1, 36)
    assert words in found.message
    assert found.hint
    assert reading.pictures == {}


def test_a_portrait_of_a_person_is_told_in_people_yaml(folder: BriefFolder) -> None:
    """At the line there, since that is what has to be mended."""
    (found,) = read("person: other", folder).diagnostics
    assert (found.code, found.file, found.span.line, found.span.column) == (
        Code.PICTURE_UNREADABLE,
        "people.yaml",
        2,
        32,
    )
    assert "workspace's folder" in found.hint


def test_without_a_folder_nothing_is_read() -> None:
    """As when a text is looked at that is no file yet."""
    assert read_text("participants: [{name: A, portrait: a.jpg}]").pictures == {}
