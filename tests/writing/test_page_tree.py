"""Tests of reading a page quickly: the tree is the one that WeasyPrint would have read itself."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import tinyhtml5

from briefmaker.jobs.building.render import view_brief
from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.formats import USUAL_FORMATS
from briefmaker.jobs.packs.binding import bind_pack
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.jobs.request import Request
from briefmaker.jobs.templates.specimen import SPECIMEN_PICTURES, make_specimen, write_data
from briefmaker.model.settings import Paper
from briefmaker.model.template_description import TemplateDescription
from briefmaker.reading import read_brief
from briefmaker.reading.template_file import read_template_description
from briefmaker.view.build_view import build_view
from briefmaker.view.shape import View
from briefmaker.workspace.workspace import built_in_templates, find_workspace
from briefmaker.writing import page_tree
from briefmaker.writing.html import write_html
from briefmaker.writing.page_tree import is_plain, read_plain_page
from briefmaker.writing.pdf import write_pdf
from briefmaker.writing.template import Template, find_template, iterate_templates

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "briefs").glob("*.yaml"))
KINDS = [each.name for each in iterate_templates((built_in_templates(),))]
REQUEST = Request(USUAL_FORMATS, Paper.A4)

MakeView = Callable[..., View]
MakeTemplate = Callable[..., Template]


def list_differences(one: ElementTree.Element, other: ElementTree.Element, path: str = "") -> Iterator[str]:
    """Give what differs in two trees, but for blanks outside of what is shown."""
    place = f"{path}/{one.tag}"
    if (one.tag, dict(one.attrib)) != (other.tag, dict(other.attrib)) or len(one) != len(other):
        yield f"{place}: {one.attrib} {[each.tag for each in one]}, {other.attrib} {[each.tag for each in other]}"
        return
    is_outside = one.tag in ("html", "head", "body")
    for name, words, others in (("text", one.text, other.text), ("tail", one.tail, other.tail)):
        is_blank = is_outside and not (words or "").strip() and not (others or "").strip()
        if (words or "") != (others or "") and not is_blank and one.tag != "html":
            last = path.endswith("body") and not (words or "").strip() and not (others or "").strip()
            if not last:
                yield f"{place}: {name} {words!r}, {others!r}"
    for inner, other_inner in zip(one, other, strict=True):
        yield from list_differences(inner, other_inner, place)


def compare(page: str) -> list[str]:
    """Give what differs between the tree that is read quickly and WeasyPrint's own, drawings left out of the page."""
    page = re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL)
    own = tinyhtml5.parse(page, namespace_html_elements=False)
    return list(list_differences(read_plain_page(page), own))


def describe(template: Template) -> TemplateDescription:
    """Give what a template says of itself."""
    reading = read_template_description(template.read("template.yaml"), "template.yaml")
    assert reading.value is not None
    return reading.value


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.stem)
def test_pages_of_examples_are_read_the_same(example: Path) -> None:
    """Every example that ships, of every kind of document."""
    file, desk = find_desk(example)
    view, template, found = view_brief(read_at_desk(file, desk), desk, REQUEST)
    assert view is not None, found
    assert template is not None
    assert compare(write_html(view, template)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_pages_with_every_field_are_read_the_same(kind: str) -> None:
    """The specimen, in which every field of a brief is filled, in each template."""
    template = find_template(kind, (built_in_templates(),))
    assert template is not None
    reading = replace(read_brief(write_data(make_specimen(kind).data), "specimen", None), pictures=SPECIMEN_PICTURES)
    assert reading.brief is not None
    settings = open_desk(find_workspace(ROOT)).settings
    view = build_view(reading.brief, reading, settings, describe(template), Paper.A4).view
    assert view is not None
    assert compare(write_html(view, template)) == []


def test_the_front_of_a_pack_is_read_the_same() -> None:
    """Cover, programme and contents."""
    file = next((ROOT / "packs").glob("*.yaml"))
    bound, found = bind_pack(file, open_desk(find_workspace(ROOT)), REQUEST)
    assert bound is not None, found
    assert compare(write_html(bound.view, bound.template)) == []


def test_rich_text_of_every_kind_is_read_the_same(make_view: MakeView, meeting: Template) -> None:
    """Nested lists, tables, code, quotations, entities, emphasis and letters of many scripts."""
    text = """bottom_line: |
  A *b* **c** [d](https://example.org/?a=1&b=2) & < > " ' `code <p>` naïve Ω 漢字 &amp; &nbsp; end

  - one
    - two
      1. three
  - four

  | a | b |
  |---|--:|
  | <td> | 2 |

  > quoted
"""
    page = write_html(make_view(text), meeting)
    assert "quoted" in page
    assert compare(page) == []


def test_a_comparison_finds_planted_differences() -> None:
    """A table whose rows stand in it directly, and a paragraph in a paragraph, would be read differently."""
    assert compare(
        '<html lang="en"><head><title>x</title></head><body><table><tr><td>a</td></tr></table></body></html>'
    )
    assert compare('<html lang="en"><head><title>x</title></head><body><svg></svg><p>a</p></body></html>') == []


def test_only_our_own_plain_pages_are_read_quickly(
    meeting: Template, make_template: MakeTemplate, tmp_path: Path
) -> None:
    """Not those of a workspace's template, nor of one that has a shared folder of the workspace, nor those with drawings."""
    assert is_plain("<p>a", meeting)
    assert not is_plain("<p>a<svg></svg>", meeting)
    assert not is_plain("<p>a", make_template(page="a"))
    assert not is_plain("<p>a", Template("meeting", (*meeting.folders, tmp_path)))


def test_the_bytes_are_the_same(make_view: MakeView, meeting: Template, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF of a page that was read quickly is the one of the page that WeasyPrint read itself."""
    page = write_html(make_view("bottom_line: Grain *moves* & moves on.\nobjectives: [Agree on dates]\n"), meeting)
    assert is_plain(page, meeting)
    quick = write_pdf(page, meeting).content
    monkeypatch.setattr(page_tree, "is_plain", lambda *_: False)
    assert write_pdf(page, meeting).content == quick
