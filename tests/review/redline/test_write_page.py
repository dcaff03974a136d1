"""Tests of redlined pages: what is new and gone is marked, nothing is lost, and heads and feet carry the marking of both."""

import re

import pytest
from lxml import html as lxml_html
from tests.review.redline.random_briefs import BRIEFS, make_views

from briefmaker.jobs.building.render import view_brief
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.read import find_desk, read_at_desk
from briefmaker.jobs.request import Request
from briefmaker.model.settings import Paper
from briefmaker.model.style import PLAIN_STYLE
from briefmaker.review.redline.write_page import PageWords, write_redline_page
from briefmaker.writing.html import write_html

WORDS = PageWords("From 1 to 2", "How to read it", "new: {words}", "gone: {words}", "SECRET")


def page_of(body: str) -> str:
    """Give a page with this body."""
    return f'<!DOCTYPE html>\n<html lang="en"><head><title>T</title></head>\n<body>{body}</body>\n</html>\n'


def redline_body(old: str, new: str) -> str:
    """Give what stands behind the heading on the redlined page of two bodies."""
    page = write_redline_page(page_of(old), page_of(new), WORDS, PLAIN_STYLE)
    return page.partition("<p>How to read it</p></div>")[2].partition("</body>")[0]


def test_words_are_marked_in_the_look_that_they_have() -> None:
    """Within bold words as within others; each mark says what it is to whoever hears it."""
    body = redline_body("<p>one <b>two</b> three</p>", "<p>one <b>zwei</b> three</p>")
    assert body == (
        '<p>one <b><del aria-label="gone: two">two</del><ins aria-label="new: zwei">zwei</ins></b> three</p>'
    )


def test_blocks_that_are_new_or_gone_are_marked_whole() -> None:
    """A paragraph that is gone is shown where it was; nothing leads to it any more, nor from it."""
    body = redline_body(
        '<p>stays here</p><p id="x">old <a href="#y">words</a></p>', "<p>stays here</p><ul><li>item</li></ul>"
    )
    assert 'id="x"' not in body
    assert "href" not in body
    assert '<li><ins aria-label="new: item">item</ins></li>' in body
    assert '<del aria-label="gone: old">old </del>' in body


def test_rows_and_cells_are_marked() -> None:
    """A cell that changed, a row that is gone and a row that is new."""
    old = "<table><tr><th>Poland</th><td>1</td></tr><tr><th>Italy</th><td>2</td></tr></table>"
    new = "<table><tr><th>Poland</th><td>3</td></tr><tr><th>Spain</th><td>4</td></tr></table>"
    body = redline_body(old, new)
    assert re.search(r"<th>Poland</th>\s*<td><del[^>]*>1</del><ins[^>]*>3</ins></td>", body)
    assert re.search(r"<tr><th><del[^>]*>Italy</del></th><td><del[^>]*>2</del></td></tr>", body)
    assert re.search(r"<tr><th><ins[^>]*>Spain</ins></th>", body)


def test_a_chart_shows_the_new_values_and_a_table_both() -> None:
    """The picture is that of the new; below it old and new values stand, marked."""
    table = "<table><tr><th>Poland</th><td>{0}</td></tr></table>"
    chart = f'<div class="chart"><svg viewBox="0 0 1 1"><path d="M{{0}}"/></svg>{table}</div>'
    body = redline_body(chart.format(1), chart.format(2))
    assert body.startswith(chart.format(2).partition("<table")[0])
    assert re.search(r'<div class="redline-values">.*<del[^>]*>1</del><ins[^>]*>2</ins>', body)


def test_a_chip_is_replaced_as_a_whole() -> None:
    """A likelihood and its range are one sign: the old one stands before the new one."""
    chip = '<p><span class="chip">{}<br><span class="unbroken">{} %</span></span></p>'
    body = redline_body(chip.format("likely", "55–80"), chip.format("unlikely", "20–45"))
    assert body.count('class="chip"') == 2
    assert "".join(lxml_html.fromstring(body).itertext()) == "likely55–80 %unlikely20–45 %"


def test_heads_and_feet_of_pages_stay_with_the_marking_of_both() -> None:
    """They are set once and run on every page: no mark is in them, and the higher marking is on all."""
    running = '<div class="running-marking">{}</div><div class="running-title">{}</div><p>text</p>'
    page = write_redline_page(
        page_of(running.format("SECRET", "A")), page_of(running.format("OPEN", "B")), WORDS, PLAIN_STYLE
    )
    assert '<div class="running-marking">SECRET</div>' in page
    assert '<div class="running-title">B</div>' in page
    body = page.partition("<body")[2]
    assert body.index("running-title") < body.index("redline-heading") < body.index("<p>text</p>")


def test_a_page_that_is_no_longer_marked_is_still_as_the_old_one_was() -> None:
    """Heads and feet get the marking, also a long one; what programs read of the page says it too."""
    long = "SECRET//" + "REL TO USA, GBR, CAN, AUS, NZL, FRA"
    words = PageWords("From 1 to 2", "How to read it", "new: {words}", "gone: {words}", long)
    head = '<head><meta name="marking" content=""><meta name="source" content="abc"></head>'
    new = f'<!DOCTYPE html><html lang="en">{head}<body><p>b</p></body></html>'
    page = write_redline_page(page_of('<div class="running-marking">SECRET</div><p>a</p>'), new, words, PLAIN_STYLE)
    assert f'<meta name="marking" content="{long}">' in page
    assert 'name="source"' not in page
    body = page.partition("<body")[2]
    assert body.startswith(f' class="long-marking"><div class="running-marking">{long}</div>')
    assert f'<div class="running-marking-foot" aria-hidden="true">{long}</div>' in body


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Give the pages of examples in several templates and directions."""
    found = {}
    for name in ("nato-us-2025-10-22", "weekly-2025-10-20", "haiti-2025-10-16", "samarkand-2025-04-02"):
        file, desk = find_desk(BRIEFS / f"{name}.yaml")
        view, template, _ = view_brief(read_at_desk(file, desk), desk, Request((DocumentFormat.PDF,), Paper.A4))
        assert view is not None
        assert template is not None
        found[name] = write_html(view, template)
    return found


def read_words(page: str, left_out: str) -> list[str]:
    """Give the words of a page without those of one kind of mark, of charts, and of what runs on every page."""
    body = lxml_html.document_fromstring(page).find("body")
    assert body is not None
    for each in list(body.iter()):
        classes = str(each.get("class") or "")
        is_apart = classes.startswith(("running-", "redline-")) or "chart" in classes.split()
        if (each.tag == left_out or is_apart) and each.getparent() is not None:
            each.drop_tree()
    return "".join(body.itertext()).split()


def test_no_word_of_either_page_is_lost(pages: dict[str, str]) -> None:
    """Without what is gone it reads as the new page, without what is new as the old one; even of pages that share nothing."""
    for old in pages.values():
        for new in pages.values():
            page = write_redline_page(old, new, WORDS, PLAIN_STYLE)
            assert "".join(read_words(page, "del")) == "".join(read_words(new, "none"))
            assert sorted("".join(read_words(page, "ins"))) == sorted("".join(read_words(old, "none")))


@pytest.mark.parametrize("seed", range(10))
def test_random_changes_leave_both_pages_whole(seed: int) -> None:
    """Every word of both, in the order of each, of ten random pairs of briefs."""
    old, new = (write_html(view, template) for view, template in make_views(seed))
    page = write_redline_page(old, new, WORDS, PLAIN_STYLE)
    assert "".join(read_words(page, "del")) == "".join(read_words(new, "none"))
    assert "".join(read_words(page, "ins")) == "".join(read_words(old, "none"))


def test_a_page_against_itself_has_no_mark(pages: dict[str, str]) -> None:
    """Nothing but the heading is added."""
    for page in pages.values():
        redlined = write_redline_page(page, page, WORDS, PLAIN_STYLE)
        assert "<ins" not in redlined
        assert "<del" not in redlined
        assert "".join(read_words(redlined, "none")) == "".join(read_words(page, "none"))


def test_drawings_come_out_as_they_were(pages: dict[str, str]) -> None:
    """Each SVG is byte for byte that of the new page: names such as viewBox keep their capital letters."""
    drawings = re.findall(r"<svg\b.*?</svg>", pages["nato-us-2025-10-22"], re.DOTALL)
    redlined = write_redline_page(pages["haiti-2025-10-16"], pages["nato-us-2025-10-22"], WORDS, PLAIN_STYLE)
    assert drawings
    assert re.findall(r"<svg\b.*?</svg>", redlined, re.DOTALL) == drawings


def test_an_entry_that_was_replaced_by_another_is_shown_whole() -> None:
    """The old one from its heading to its end, then the new one; the two are never worked into one another."""
    old = "Insurers raised all rates for ships in the strait and want the state to carry half of them."
    new = "Generators can leave Gdansk within nine days if hospitals name the wards that lack heating now."
    entries = [
        f"<section><h2>{head}</h2><p>Lines to take</p><p>{text}</p></section>"
        for head, text in (("Rates", old), ("Fuel", new))
    ]
    first = "<section><h2>First</h2><p>It stays.</p></section>"
    body = redline_body(first + entries[0], first + entries[1])
    order = [body.index(words) for words in (">Rates<", f">{old}<", ">Fuel<", f">{new}<")]
    assert order == sorted(order)
    longer = f"<section><h2>Rates</h2><p>Lines to take</p><p>{old}</p><p>{new} {new}</p></section>"
    assert "<del" not in redline_body(first + entries[0], first + longer)
