"""Tests of merging two versions of a paragraph: exact in words, looks, links, things and bookmarks."""

from typing import Any

from lxml import etree

from briefmaker.review.redline.merging import Marker, Merged, merge
from briefmaker.review.redline.package import Package, Relations
from briefmaker.review.redline.stretches import Content, Look, Stretch, Thing, read_content
from briefmaker.view.compare_words import RunKind

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PLAIN, BOLD, LINK = Look(), Look("bold"), Look("", "https://example.org")


def content_of(*stretches: tuple[str, Look]) -> Content:
    """Give a paragraph of these stretches."""
    return Content(tuple(Stretch(*each) for each in stretches))


def tell(old: Content, new: Content) -> list[tuple[str, str]]:
    """Give what became of each stretch, bookmarks left out."""
    return [(each.kind.value, each.stretch.text) for each in merge(old, new) if isinstance(each, Merged)]


def test_words_stay_go_and_come() -> None:
    """What is gone stands before what is new in its place."""
    old, new = content_of(("He agrees to pay.", PLAIN)), content_of(("He promises to pay.", PLAIN))
    assert tell(old, new) == [("same", "He "), ("gone", "agrees"), ("new", "promises"), ("same", " to pay.")]


def test_texts_that_share_too_little_are_told_whole() -> None:
    """The old one, then the new one, as people do; a label of its own look stays, and what was shortened is still one text."""
    old = content_of(("Issue ", BOLD), ("The ministers of both sides want a date for the corridor to open.", PLAIN))
    new = content_of(
        ("Issue ", BOLD), ("Insurers raised the rates of ships, and a fund is asked to carry part.", PLAIN)
    )
    assert [kind for kind, _ in tell(old, new)] == ["same", "gone", "new"]
    assert tell(old, new)[0][1].strip() == "Issue"
    shorter = content_of(("Issue ", BOLD), ("The ministers want a date.", PLAIN))
    assert [kind for kind, _ in tell(old, shorter)].count("gone") > 1
    plain = [content_of((each.stretches[1].text, PLAIN)) for each in (old, new)]
    assert tell(*plain) == [("gone", plain[0].text), ("new", plain[1].text)]


def test_words_that_only_look_otherwise_say_how_they_looked() -> None:
    """They stay; the former look goes with them."""
    old, new = content_of(("one two", PLAIN)), content_of(("one ", PLAIN), ("two", BOLD))
    merged = [each for each in merge(old, new) if isinstance(each, Merged)]
    assert [(each.kind, each.stretch.text, each.former) for each in merged] == [
        (RunKind.SAME, "one ", None),
        (RunKind.SAME, "two", PLAIN),
    ]


def test_words_that_lead_elsewhere_are_gone_and_new() -> None:
    """A link cannot be a change of looks."""
    old, new = content_of(("see here", PLAIN)), content_of(("see ", PLAIN), ("here", LINK))
    assert tell(old, new) == [("same", "see "), ("gone", "here"), ("new", "here")]


def test_things_are_told_from_one_another() -> None:
    """The number of a page in the place of the number of pages is another field."""
    fields = [Content((Stretch("\U000f0000", PLAIN, Thing(name, ())),)) for name in ("PAGE", "NUMPAGES")]
    assert tell(fields[0], fields[1]) == [("gone", "\U000f0000"), ("new", "\U000f0000")]
    assert tell(fields[0], fields[0]) == [("same", "\U000f0000")]


def read(xml: str) -> Content:
    """Read a paragraph."""
    package = Package.__new__(Package)
    package.parts = {}
    return read_content(etree.fromstring(f'<w:p xmlns:w="{W}">{xml}</w:p>'), Relations(package, "word/document.xml"))


def name_marks(pieces: list[Any]) -> str:
    """Give words and bookmarks in their order: ``[`` and ``]`` for where one begins and ends."""
    names = {"bookmarkStart": "[", "bookmarkEnd": "]"}
    return "".join(
        names[etree.QName(each.element).localname]
        if isinstance(each, Marker)
        else f"{each.kind.value[0]}{each.stretch.text}"
        for each in pieces
    )


def test_bookmarks_stay_around_the_new_words() -> None:
    """They begin and end where they do in the new paragraph, whatever is gone beside them, and each is there once."""
    run = "<w:r><w:t>{}</w:t></w:r>"
    start, end = '<w:bookmarkStart w:id="1" w:name="a"/>', '<w:bookmarkEnd w:id="1"/>'
    old = read(run.format("Label field old words"))
    new = read(run.format("Label ") + start + run.format("field") + end + run.format(" more"))
    pieces = list(merge(old, new))
    assert name_marks(pieces) == "sLabel [sfield]s gold wordsnmore"
    assert sum(isinstance(each, Marker) for each in pieces) == 2
