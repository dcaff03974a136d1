"""Word documents bound as sections: nothing of one is taken for something of another."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree
from tests.packs import PACK, make_pack_workspace, write_annex

from briefmaker.jobs.packs.make_pack import pack
from briefmaker.writing.word import is_untouched
from briefmaker.writing.word.wordml import W


@pytest.fixture
def bound(workspace: Path) -> bytes:
    """Give a pack of two briefs that both have a list, the second in another template and language, and an annex."""
    file = make_pack_workspace(workspace)
    write_annex(file.with_name("annex.pdf"))
    file.write_text(f"{PACK}annexes: [{{file: annex.pdf, title: Declaration}}]\n", "utf-8")
    for name in ("grain", "trade"):
        brief = workspace / "briefs" / f"{name}.yaml"
        lists = "      The port is open.\n\n      1. One\n      2. Two\n\n      See [it](https://example.int/x).\n"
        text = brief.read_text("utf-8").replace("      The port is open.\n", lists)
        brief.write_text(text.replace("information", "summary") if name == "trade" else text, "utf-8")
    return pack("visit", formats=["docx"]).documents[0].path.read_bytes()


def find_all(content: bytes, name: str) -> list[etree._Element]:
    """Give the elements of a name in the body."""
    return list(docx.Document(io.BytesIO(content)).element.body.iter(f"{W}{name}"))


def test_every_style_list_and_relationship_is_there(bound: bytes) -> None:
    """What the body names exists; a style that two templates have otherwise has two names."""
    document = docx.Document(io.BytesIO(bound))
    body, styles = document.element.body, document.styles.element
    ids = [each.get(f"{W}styleId") for each in styles.iter(f"{W}style")]
    assert len(ids) == len(set(ids))
    used = {each.get(f"{W}val") for name in ("pStyle", "rStyle") for each in body.iter(f"{W}{name}")}
    assert used <= set(ids)
    assert {"BriefField", "BriefField_2"} <= set(ids)
    numbers = {each.get(f"{W}numId") for each in document.part.numbering_part.element.iter(f"{W}num")}
    lists = {each.get(f"{W}val") for each in body.iter(f"{W}numId")}
    assert len(lists) == 2
    assert lists <= numbers
    for link in body.iter(f"{W}hyperlink"):
        relationship = link.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
        assert relationship is None or document.part.rels[relationship].target_ref == "https://example.int/x"


def test_bookmarks_and_drawings_have_numbers_of_their_own(bound: bytes) -> None:
    """Each once, and each bookmark ends."""
    starts = [each.get(f"{W}id") for each in find_all(bound, "bookmarkStart")]
    names = [each.get(f"{W}name") for each in find_all(bound, "bookmarkStart")]
    assert len(set(starts)) == len(starts)
    assert sorted(starts) == sorted(str(each.get(f"{W}id")) for each in find_all(bound, "bookmarkEnd"))
    assert len(set(names)) == len(names)
    assert {"tab_a", "tab_b", "annex_1"} <= set(names)


def test_text_in_another_language_says_so(bound: bytes) -> None:
    """So that it is read aloud, and its spelling looked at, in that one."""
    runs = [run for run in find_all(bound, "r") if "Demandez" in "".join(map(str, run.itertext()))]
    assert [run.find(f"{W}rPr/{W}lang").get(f"{W}val") for run in runs] == ["fr"]  # type: ignore[union-attr]  # it is there


def test_the_document_is_sealed_and_its_parts_have_one_name_each(bound: bytes) -> None:
    """An edit is noticed; a package with two parts of one name cannot be opened."""
    assert is_untouched(bound)
    names = zipfile.ZipFile(io.BytesIO(bound)).namelist()
    assert len(names) == len(set(names))
    assert sum(name.startswith("word/header") or "-header" in name for name in names) == 8
