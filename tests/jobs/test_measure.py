"""A brief is laid out to learn its lengths, and what keeps it from being laid out is told instead."""

from pathlib import Path

from briefmaker.jobs.measure import measure_brief
from briefmaker.jobs.read import find_desk, read_at_desk


def test_lengths_are_those_of_the_printed_page(workspace: Path, brief_file: Path) -> None:
    """Pages, and lines by path; nothing is written."""
    file, desk = find_desk(brief_file)
    lengths, found = measure_brief(read_at_desk(file, desk), desk)
    assert lengths is not None
    assert (lengths.pages, lengths.lines["bottom_line"], found) == (1, 1, ())
    assert [each.name for each in workspace.iterdir()] == ["briefs"]


def test_a_brief_with_errors_has_no_lengths(brief_file: Path) -> None:
    """They are told."""
    brief_file.write_text(brief_file.read_text("utf-8") + "bottomline: x\n", "utf-8")
    file, desk = find_desk(brief_file)
    lengths, found = measure_brief(read_at_desk(file, desk), desk)
    assert lengths is None
    assert [each.code for each in found] == ["FLD001"]


def test_a_template_that_breaks_is_told(workspace: Path, brief_file: Path) -> None:
    """At its own file, and nothing is raised."""
    own = workspace / "templates" / "own"
    own.mkdir(parents=True)
    (own / "template.yaml").write_text("name: {en: Own}\ndescription: Own.\nshows: [title]\n", "utf-8")
    (own / "page.html.j2").write_text("{{ view.nothing.there }}", "utf-8")
    (own / "page.css").write_text("", "utf-8")
    brief_file.write_text(brief_file.read_text("utf-8").replace("template: meeting", "template: own"), "utf-8")
    file, desk = find_desk(brief_file)
    lengths, found = measure_brief(read_at_desk(file, desk), desk)
    assert lengths is None
    assert any(each.code.startswith("TPL") and each.severity == "error" for each in found), found
