"""Documents are made of briefs in which the checks find no error; warnings are told, each once, as the settings want it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import Rule, rule
from briefmaker.diagnostics import Severity
from briefmaker.jobs.building.render import Rendering
from briefmaker.jobs.building.render_checked import render_checked
from briefmaker.jobs.checking.check import check
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.jobs.request import Request, WantedEdition
from briefmaker.model.settings import Paper

LONG = "objectives:\n" + "".join(f"  - Objective {number} is reached.\n" for number in range(100))


def make(brief: Path, *formats: DocumentFormat, edition: str | None = None, is_checked: bool = True) -> Rendering:
    """Make documents of a brief, HTML where nothing else is said."""
    file, desk = find_desk(brief)
    wanted = WantedEdition(edition) if edition else None
    request = Request(formats or (DocumentFormat.HTML,), Paper.A4, wanted, is_checked=is_checked)
    return render_checked(read_at_desk(file, desk), desk, request)


def count(rendering: Rendering) -> Counter[tuple[str, Severity]]:
    """Give how often each code was told, and how severely."""
    return Counter((str(each.code), each.severity) for each in rendering.diagnostics)


def write(brief: Path, added: str, settings: str = "") -> None:
    """Add lines to the brief, and write the workspace's settings."""
    brief.write_text(brief.read_text("utf-8") + added, "utf-8")
    (brief.parent.parent / "briefmaker.yaml").write_text(settings, "utf-8")


def test_all_that_check_tells_is_told_once(brief_file: Path) -> None:
    """Findings of reading, viewing and rules alike, although making the documents tells some of them again."""
    write(brief_file, "considerations: Told by the view.\n")
    rendering = make(brief_file)
    assert rendering.documents
    assert rendering.diagnostics == check([brief_file])[0].diagnostics
    assert {"TPL002", "STR005"} <= {str(each.code) for each in rendering.diagnostics}


def test_an_error_of_a_rule_leaves_no_document(brief_file: Path) -> None:
    """In a final brief some are; --no-check makes one all the same, and asks no rule."""
    brief_file.write_text(brief_file.read_text("utf-8").replace("status: draft", "status: final"), "utf-8")
    rendering = make(brief_file)
    assert rendering.documents == ()
    assert count(rendering)["STR002", Severity.ERROR] == 1
    unchecked = make(brief_file, is_checked=False)
    assert b"DRAFT \xc2\xb7 version 2 \xc2\xb7 not checked" in unchecked.documents[0].content
    assert unchecked.diagnostics == ()


def test_what_reading_and_viewing_tell_is_as_severe_as_the_settings_say(brief_file: Path) -> None:
    """A warning that was made an error stops the brief; one that is not wanted, or ignored in place, is not told."""
    write(brief_file, "considerations: x\n", "checks: {severities: {TPL002: error}}\n")
    rendering = make(brief_file)
    assert (rendering.documents, count(rendering)["TPL002", Severity.ERROR]) == ((), 1)
    write(brief_file, "", "checks: {ignore: [TPL002]}\n")
    assert "TPL002" not in {code for code, _ in count(make(brief_file))}
    write(brief_file, "recommendation: y # briefmaker: ignore[TPL002] because it is kept for later\n")
    told = [each.path for each in make(brief_file).diagnostics if each.code == "TPL002"]
    assert told == ["considerations"]


def test_what_only_the_rendered_document_tells_is_judged_too(brief_file: Path) -> None:
    """Too many pages are a warning, or an error that stops the brief, or ignored where it stands."""
    limits = "limits: {meeting: {pages: 1}}\n"
    write(brief_file, LONG, limits)
    told = make(brief_file, DocumentFormat.PDF)
    assert (len(told.documents), count(told)["LEN001", Severity.WARNING]) == (1, 1)
    write(brief_file, "", f"{limits}checks: {{severities: {{LEN: error}}}}\n")
    assert make(brief_file, DocumentFormat.PDF).documents == ()
    ignored = "template: meeting # briefmaker: ignore[LEN001] because nobody prints it"
    brief_file.write_text(brief_file.read_text("utf-8").replace("template: meeting", ignored), "utf-8")
    assert "LEN001" not in {code for code, _ in count(make(brief_file, DocumentFormat.PDF))}


def test_rules_that_need_lengths_are_asked_once_the_brief_is_rendered(
    brief_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With pages and lines, of a PDF alone; their errors leave no document, and the other rules are not asked again."""
    seen = []

    @rule(draft=Severity.ERROR, needs_lengths=True)
    def look(checked: CheckedBrief) -> Iterator[Finding]:
        seen.append(checked.lengths)
        yield Finding("bottom_line", "too long")

    long = Rule("LEN099", "much-too-long", look, "")
    monkeypatch.setattr("briefmaker.jobs.checking.asking.list_rules", lambda: (long,))
    rendering = make(brief_file, DocumentFormat.PDF)
    assert [each.pages for each in seen if each] == [1]
    assert (rendering.documents, count(rendering)["LEN099", Severity.ERROR]) == ((), 1)
    assert max(count(rendering).values()) == 1
    assert make(brief_file, DocumentFormat.DOCX).documents
    assert len(seen) == 1


def test_of_an_edition_nothing_is_told_that_is_true_of_the_whole_only(brief_file: Path) -> None:
    """That a portion is for some readers, and that the template does not show a field; what rules find is told."""
    write(
        brief_file,
        "considerations: x\nobjectives: [{text: A date., editions: [chair]}]\n",
        "editions: {chair: {shows: [title, objectives, agenda], ceiling: NATO SECRET}}\n",
    )
    whole, edition = make(brief_file), make(brief_file, edition="chair")
    assert {"EDN001", "REF005", "TPL002"} & {code for code, _ in count(whole)}
    assert not {"REF005", "TPL002"} & {code for code, _ in count(edition)}
    assert count(edition)["STR005", Severity.WARNING] == 1
    assert edition.documents


def test_a_file_that_is_no_brief_is_told(brief_file: Path) -> None:
    """Nothing can be asked of it."""
    brief_file.write_bytes(b"- x\n")
    rendering = make(brief_file)
    assert (rendering.documents, [str(each.code) for each in rendering.diagnostics]) == ((), ["YML010"])
