"""The versions of a brief in other languages, whichever of them names the other."""

from pathlib import Path

import pytest

from briefmaker.jobs.checking.other_languages import find_other_languages
from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.read import read
from briefmaker.workspace.workspace import find_workspace

HEAD = "format: 1\ntemplate: meeting\ntitle: Talks\ndate: 2025-10-21\n"


@pytest.fixture
def versions(workspace: Path) -> Path:
    """Give the folder of a brief in English, with versions in French and Spanish that name it."""
    folder = workspace / "briefs"
    (folder / "talks.yaml").write_text(HEAD, "utf-8")
    for language in ("fr", "es"):
        pair = "translation_of: {brief: talks.yaml, version: 1}\n"
        (folder / f"talks.{language}.yaml").write_text(f"{HEAD}language: {language}\n{pair}", "utf-8")
    return folder


def others_of(file: Path) -> list[tuple[str, str]]:
    """Give the names and languages of the other versions of a brief."""
    reading = read(file)
    assert reading.brief is not None, reading.diagnostics
    desk = open_desk(find_workspace(file.parent))
    return [(Path(each.file).name, each.language) for each in find_other_languages(reading.brief, file, desk)]


def test_versions_find_one_another_in_either_direction(versions: Path) -> None:
    """The original those that name it, each of these the original and one another."""
    assert others_of(versions / "talks.yaml") == [("talks.es.yaml", "es"), ("talks.fr.yaml", "fr")]
    assert others_of(versions / "talks.fr.yaml") == [("talks.es.yaml", "es"), ("talks.yaml", "en-GB")]
    assert others_of(versions / "grain.yaml") == []


def test_a_language_that_is_not_named_is_the_house_s(versions: Path) -> None:
    """As when the brief is made."""
    (versions.parent / "briefmaker.yaml").write_text("languages: [de, fr, es]\n", "utf-8")
    assert ("talks.yaml", "de") in others_of(versions / "talks.fr.yaml")


@pytest.mark.parametrize(
    "broken", ["translation_of: {brief: [talks.yaml]}\n", "translation_of: talks.yaml\n", "\ttranslation_of:\n"]
)
def test_what_cannot_be_read_is_no_version(versions: Path, broken: str) -> None:
    """And stands in nobody's way."""
    (versions / "talks.fr.yaml").write_text(f"{HEAD}{broken}", "utf-8")
    assert others_of(versions / "talks.yaml") == [("talks.es.yaml", "es")]


def test_an_original_that_is_not_there_or_outside_is_none(versions: Path) -> None:
    """The brief then stands for itself."""
    lone = versions / "lone.yaml"
    lone.write_text(f"{HEAD}translation_of: {{brief: ../../other.yaml, version: 1}}\n", "utf-8")
    assert others_of(lone) == []
    lone.write_text(f"{HEAD}translation_of: {{brief: gone.yaml, version: 1}}\n", "utf-8")
    assert others_of(lone) == []
