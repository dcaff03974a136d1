"""Tests of writing a view as a page of HTML."""

import os
from collections.abc import Callable
from itertools import pairwise

import pytest

from briefmaker.diagnostics import BriefmakerError
from briefmaker.view.shape import View
from briefmaker.writing.html import write_html, write_whole_html
from briefmaker.writing.template import Template

MakeView = Callable[..., View]
MakeTemplate = Callable[..., Template]


def test_the_page_says_its_language_title_and_paper(make_view: MakeView, meeting: Template) -> None:
    """Proves that what a PDF says of itself is on the page."""
    page = write_html(make_view("reference: 0007\n"), meeting)
    assert '<html lang="en-GB" dir="ltr" data-paper="a4">' in page
    assert "<title>Grain talks</title>" in page
    assert '<meta name="dcterms.modified" content="2026-03-02T00:00:00+00:00">' in page


def test_the_briefs_words_are_escaped_everywhere(make_view: MakeView, meeting: Template) -> None:
    """Proves that text of a brief cannot become markup in a body, an attribute or the title."""
    head = 'format: 1\ntemplate: meeting\ntitle: "<script>alert(1)</script> & \\"x\\""\ndate: 2026-03-02\n'
    page = write_html(make_view("reference: '\"><img src=x>'\n", head=head), meeting)
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in page


def test_a_brief_with_nothing_but_title_and_date_has_no_empty_parts(make_view: MakeView, meeting: Template) -> None:
    """Proves that no heading, table or list stands on the page without content."""
    page = write_html(make_view(), meeting)
    assert page.count("<h1") == 1
    for element in ("<h2", "<h3", "<table", "<ul", "<ol", "<section"):
        assert element not in page


def test_the_draft_notice_stands_until_the_brief_is_final(make_view: MakeView, meeting: Template) -> None:
    """Proves that the notice goes with the status, and only with it."""
    assert "DRAFT · version 1" in write_html(make_view(), meeting)
    assert "DRAFT" not in write_html(make_view("status: final\n"), meeting)


def test_headings_are_in_order(flagship: View, meeting: Template) -> None:
    """Proves that no level of heading is skipped, as readers who listen rely on."""
    page = write_html(flagship, meeting)
    levels = [int(piece[0]) for piece in page.split("<h")[1:] if piece[0].isdigit()]
    assert levels[0] == 1
    assert all(following - level <= 1 for level, following in pairwise(levels))
    assert levels.count(2) > 5


def test_a_whole_page_carries_its_styles(make_view: MakeView, meeting: Template) -> None:
    """Proves that the HTML one keeps needs no other file: styles are inside, fonts are asked for by nobody."""
    page = write_whole_html(make_view(), meeting)
    assert page.count("<style>") == 1
    assert "size: A4" in page
    assert "@font-face" not in page
    assert "url(" not in page


def test_an_unknown_name_is_told_with_file_line_and_tag(make_view: MakeView, make_template: MakeTemplate) -> None:
    """Proves that a typing mistake in a template is found by its author."""
    template = make_template(page="<p>\n{{ view.titel | inline }}\n")
    with pytest.raises(BriefmakerError) as broken:
        write_html(make_view(), template)
    assert broken.value.message.startswith("templates/own/page.html.j2:2: ")
    assert "titel" in broken.value.message
    assert "in `{{ view.titel | inline }}`" in broken.value.message


@pytest.mark.parametrize(
    ("page", "line", "words"),
    [
        ("a\n{% if %}\n", 2, "Expected an expression"),
        ("a\n\n{{ view.title | bold }}", 3, "there is no filter `bold`"),
        ("{% for x in y %}", 1, "end of template"),
        ("a\n{{ view.paper | inline }}", 2, "has no attribute"),
        ("a\n{{ labels.nonsense }}", 2, "nonsense"),
        ("a\n{{ view.title.__class__.__mro__ }}", 2, "unsafe"),
        ("a\n{{ view.title | safe }}", 2, "there is no filter `safe`"),
        ("a\n{% autoescape false %}{{ view.kind }}{% endautoescape %}", 2, "cannot be switched"),
        ("a\n{{ 1 / 0 }}", 2, "division by zero"),
    ],
)
def test_any_mistake_in_a_template_is_told_at_its_line(
    make_view: MakeView, make_template: MakeTemplate, page: str, line: int, words: str
) -> None:
    """Proves that syntax, filters, forbidden reach and sums gone wrong all name file and line."""
    with pytest.raises(BriefmakerError) as broken:
        write_html(make_view(), make_template(page=page))
    assert broken.value.message.startswith(f"templates/own/page.html.j2:{line}: ")
    assert words in broken.value.message


def test_a_mistake_in_a_shared_file_names_that_file(make_view: MakeView, make_template: MakeTemplate) -> None:
    """Proves that the file is the one with the mistake, not the one that included it."""
    template = make_template(page="{% include 'part.j2' %}", **{"part.j2": "x\n{{ nothing }}"})
    with pytest.raises(
        BriefmakerError, match=r"templates/own/part\.j2:2: there is no `nothing`, in `\{\{ nothing \}\}`"
    ):
        write_html(make_view(), template)


@pytest.mark.parametrize("name", ["../../secret.j2", "/etc/passwd", "missing.j2"])
def test_a_template_reads_its_own_files_only(make_view: MakeView, make_template: MakeTemplate, name: str) -> None:
    """Proves that an include cannot reach out of the template's folders."""
    template = make_template(page=f"{{% include '{name}' %}}")
    (template.folders[0].parents[1] / "secret.j2").write_text("secret")
    with pytest.raises(BriefmakerError, match="no file"):
        write_html(make_view(), template)


def test_a_template_cannot_run_code(make_view: MakeView, make_template: MakeTemplate) -> None:
    """Proves that the sandbox keeps a template from Python's own parts."""
    page = "{{ ''.__class__.__base__.__subclasses__() }}"
    with pytest.raises(BriefmakerError, match="unsafe"):
        write_html(make_view(), make_template(page=page))


def test_a_changed_template_is_read_again(make_view: MakeView, make_template: MakeTemplate) -> None:
    """Proves that a template is compiled once, but never shown in an old state."""
    view = make_view()
    template = make_template(page="old")
    assert write_html(view, template) == "old"
    make_template(page="new")
    os.utime(template.find("page.html.j2"), ns=(1, 1))
    assert write_html(view, template) == "new"


def test_a_browser_that_shows_the_page_fetches_nothing(make_view: MakeView, meeting: Template) -> None:
    """Proves that the page on its own forbids every address, whatever a template names."""
    page = write_whole_html(make_view(), meeting)
    policy = page.index('http-equiv="Content-Security-Policy"')
    assert "default-src 'none'" in page[policy : policy + 120]
    assert policy < page.index("<style>")
