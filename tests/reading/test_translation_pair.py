"""The other language version of a brief: there, in step, and saying the same."""

import textwrap
from pathlib import Path

import pytest

from briefmaker.diagnostics import Code, Severity
from briefmaker.reading import read_brief
from briefmaker.reading.reading import Reading
from briefmaker.workspace.files import BriefFolder

ENGLISH = """\
format: 1
template: meeting
title: Grain talks
language: en-GB
version: 2
date: 2025-10-21
marking: NATO RESTRICTED
meeting: {start: 2025-10-22 15:00, programme: [{at: "15:00", step: Arrival}]}
agenda:
  - {id: corridor, topic: Corridor, minutes: 15, lines_to_take: [We want a date., We are ready.]}
  - {id: visas, topic: Visas, minutes: 10, lines_to_take: [We hear it.]}
implications: [{statement: It lasts., confidence: high}]
next_steps: [{action: Write., due: 2025-11-01}]
facts: [{id: price, value: 5}]
sources:
  report: {title: Report, date: 2025-10-20}
"""
FRENCH = """\
format: 1
template: meeting
title: Entretien sur les céréales
language: fr
version: 1
date: 2025-10-22
marking: NATO RESTRICTED
translation_of: {brief: grain.en.yaml, version: 2}
meeting: {start: 2025-10-22 15:00, programme: [{at: "15:00", step: Arrivée}]}
agenda:
  - {id: corridor, topic: Couloir, minutes: 15, lines_to_take: [Nous voulons une date., Nous sommes prêts.]}
  - {id: visas, topic: Visas, minutes: 10, lines_to_take: [Nous entendons.]}
implications: [{statement: Cela dure., confidence: high}]
next_steps: [{action: Écrire., due: 2025-11-01}]
facts: [{id: price, value: 5}]
sources:
  report: {title: Rapport, date: 2025-10-20}
"""


def read_french(folder: Path, french: str, english: str | None = ENGLISH) -> Reading:
    """Read the French version beside an English one."""
    if english is not None:
        (folder / "grain.en.yaml").write_text(english, "utf-8")
    (folder / "grain.fr.yaml").write_text(french, "utf-8")
    return read_brief(french.encode(), "briefs/grain.fr.yaml", BriefFolder(folder.resolve(), folder.resolve()))


def tell(reading: Reading) -> list[tuple[Code, str, int]]:
    """Give what was found: code, field and line."""
    assert reading.brief is not None
    assert all(found.severity is Severity.WARNING for found in reading.diagnostics)
    return [(found.code, found.path, found.span.line) for found in reading.diagnostics]


def test_versions_in_step_are_silent(tmp_path: Path) -> None:
    """Other words in another language are no difference; nor is the day on which each was issued."""
    assert tell(read_french(tmp_path, FRENCH)) == []


def test_a_version_that_has_moved_on_is_told(tmp_path: Path) -> None:
    """At the line that says which version this one goes with."""
    reading = read_french(tmp_path, FRENCH, ENGLISH.replace("version: 2", "version: 3"))
    assert tell(reading) == [(Code.TRANSLATION_VERSION, "translation_of.version", 8)]
    (found,) = reading.diagnostics
    assert found.message == "grain.en.yaml is at version 3 now, and this brief goes with its version 2"
    assert "version: 3" in found.hint


def test_a_change_that_kept_the_version_is_told(tmp_path: Path) -> None:
    """By the fingerprint; comments, status and layout of the file do not change that."""
    asked = FRENCH.replace("version: 2}", "version: 2, fingerprint: x}")
    (found,) = read_french(tmp_path, asked).diagnostics
    assert found.code is Code.TRANSLATION_CHANGED
    fingerprint = found.hint.partition("fingerprint: ")[2].rstrip("`")
    known = FRENCH.replace("version: 2}", f"version: 2, fingerprint: {fingerprint}}}")
    assert tell(read_french(tmp_path, known)) == []
    laid_out = "# a comment\n" + ENGLISH.replace("title: Grain talks", "title:   'Grain talks'") + "status: final\n"
    assert tell(read_french(tmp_path, known, laid_out)) == []
    changed = ENGLISH.replace("We are ready.", "We are more than ready.")
    assert tell(read_french(tmp_path, known, changed)) == [(Code.TRANSLATION_CHANGED, "translation_of.fingerprint", 8)]


@pytest.mark.parametrize("name", ["nothing.yaml", "../outside.yaml", "/etc/hosts"])
def test_a_version_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    """Or one that lies outside the workspace."""
    reading = read_french(tmp_path, FRENCH.replace("grain.en.yaml", name))
    assert tell(reading) == [(Code.TRANSLATION_MISSING, "translation_of.brief", 8)]


def test_a_version_with_mistakes_is_not_compared(tmp_path: Path) -> None:
    """Its mistakes are told when it is built."""
    reading = read_french(tmp_path, FRENCH, "format: 1\n")
    assert tell(reading) == [(Code.TRANSLATION_MISSING, "translation_of.brief", 8)]


def test_two_versions_in_one_language_are_told(tmp_path: Path) -> None:
    """Whatever their regions."""
    reading = read_french(tmp_path, FRENCH, ENGLISH.replace("en-GB", "fr-CA"))
    assert tell(reading) == [(Code.TRANSLATION_LANGUAGE, "translation_of.brief", 8)]


@pytest.mark.parametrize(
    ("back", "found"),
    [
        ("grain.fr.yaml", []),
        ("grain.de.yaml", [(Code.TRANSLATION_THIRD, "translation_of.brief", 8)]),
        ("../x/grain.fr.yaml", [(Code.TRANSLATION_THIRD, "translation_of.brief", 8)]),
    ],
)
def test_a_version_that_is_paired_with_a_third_is_told(
    tmp_path: Path, back: str, found: list[tuple[Code, str, int]]
) -> None:
    """Two may name each other."""
    english = ENGLISH + f"translation_of: {{brief: {back}, version: 1}}\n"
    assert tell(read_french(tmp_path, FRENCH, english)) == found


def test_the_original_is_told_of_its_translation_too(tmp_path: Path) -> None:
    """Where it names it."""
    (tmp_path / "grain.fr.yaml").write_text(FRENCH, "utf-8")
    english = ENGLISH + "translation_of: {brief: grain.fr.yaml, version: 3}\n"
    (tmp_path / "grain.en.yaml").write_text(english, "utf-8")
    reading = read_brief(english.encode(), "grain.en.yaml", BriefFolder(tmp_path.resolve(), tmp_path.resolve()))
    assert tell(reading) == [(Code.TRANSLATION_VERSION, "translation_of.version", 17)]


def test_without_a_folder_nothing_is_compared() -> None:
    """A brief that is read by itself."""
    assert read_brief(FRENCH.encode(), "x.yaml", None).diagnostics == ()


@pytest.mark.parametrize(
    ("before", "after", "path", "message"),
    [
        ("  - {id: visas", "  - {topic: Drei}\n  - {id: visas", "agenda", "agenda items: 2 here, 3 in grain.en.yaml"),
        ("id: visas", "id: permits", "agenda", "`visas` only here, `permits` only in grain.en.yaml"),
        (", We are ready.", "", "agenda[0].lines_to_take", "lines to take: 2 here, 1 in grain.en.yaml"),
        ("minutes: 10", "minutes: 20", "agenda[1].minutes", "minutes: 10 here, 20 in grain.en.yaml"),
        ("  report:", "  other: {title: X}\n  report:", "sources", "`other` only in grain.en.yaml"),
        ("NATO RESTRICTED", "NATO UNCLASSIFIED", "marking", "`NATO UNCLASSIFIED` in grain.en.yaml"),
        ("10-22 15:00", "10-23 15:00", "meeting.start", "`2025-10-22 15:00` stands here, and `2025-10-23 15:00`"),
        ('at: "15:00"', 'at: "16:00"', "meeting.programme[0].at", "`16:00` in grain.en.yaml"),
        ("confidence: high", "confidence: low", "implications[0].confidence", "`low` in grain.en.yaml"),
        ("due: 2025-11-01", "due: 2025-11-02", "next_steps[0].due", "`2025-11-02` in grain.en.yaml"),
        ("date: 2025-10-20", "date: 2025-10-19", "sources.report.date", "`2025-10-19` in grain.en.yaml"),
        ("value: 5", "value: 6", "facts[0].value", "`5` stands here, and `6` in grain.en.yaml"),
    ],
)
def test_what_differs_in_every_language_is_told(
    tmp_path: Path, before: str, after: str, path: str, message: str
) -> None:
    """Numbers of entries, names, markings, dates and key figures, each at its field."""
    assert before in ENGLISH
    reading = read_french(tmp_path, FRENCH, ENGLISH.replace(before, after))
    found = [each for each in reading.diagnostics if each.code is Code.TRANSLATION_DRIFT]
    assert [each.path for each in found] == [path]
    assert message in found[0].message
    assert found[0].hint


def test_items_in_another_order_are_told(tmp_path: Path) -> None:
    """Where both versions name their items."""
    lines = textwrap.dedent(ENGLISH).splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if "id: corridor" in line)
    lines[place], lines[place + 1] = lines[place + 1], lines[place]
    messages = [found.message for found in read_french(tmp_path, FRENCH, "".join(lines)).diagnostics]
    assert "the agenda items stand in another order than in grain.en.yaml" in messages
