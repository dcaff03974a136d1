"""Tells what runs at head and foot of a PDF's pages from what the pages say.

Most of it is an artifact, or has no place in the structure. The first page's lines may stand in the structure, before all else,
so that they are read aloud once.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from briefmaker.verifying.outline import Running
from briefmaker.verifying.pdf_parts import Element, TextObject


def split_running(root: Element, texts: Iterable[TextObject]) -> tuple[Element, tuple[Element, ...]]:
    """Give the structure without what runs on the first page, and the elements that were taken out.

    What is read before the title and stands below it runs at the foot; what is read before that runs too. So does what is
    read first and painted last, as margins are, where nothing runs at the foot.
    """
    places = {(text.page, text.marked_content): text for text in texts}
    for number, document in enumerate(root.kids):
        if isinstance(document, Element) and document.tag == "Document":
            kids = [kid for kid in document.kids if isinstance(kid, Element)]
            running = tuple(kids[: _count_running(kids, places)])
            body = tuple(kid for kid in document.kids if not any(kid is each for each in running))
            rest = (*root.kids[:number], replace(document, kids=body), *root.kids[number + 1 :])
            return replace(root, kids=rest), running
    return root, ()


def _count_running(kids: Sequence[Element], places: dict[tuple[int, int], TextObject]) -> int:
    title = next((number for number, kid in enumerate(kids) if any(each.tag == "H1" for each in kid.iterate())), 0)
    tops = [_first(kid, places) for kid in kids[: title + 1]]
    below = [
        number
        for number, text in enumerate(tops[:-1])
        if text is not None and tops[-1] is not None and text.page == tops[-1].page and text.top < tops[-1].bottom
    ]
    return max(below[-1] + 1 if below else 0, _count_painted_last(kids, title, tops))


def _count_painted_last(kids: Sequence[Element], title: int, tops: Sequence[TextObject | None]) -> int:
    last = max(
        (each.marked_content for kid in kids[title:] for each in kid.iterate_content() if each.page == 1), default=0
    )
    painted = (text is not None and text.marked_content > last for text in tops[:title])
    return sum(1 for _ in takewhile(bool, painted))


def _first(element: Element, places: dict[tuple[int, int], TextObject]) -> TextObject | None:
    found = (places.get((each.page, each.marked_content)) for each in element.iterate_content())
    return next((text for text in found if text is not None), None)


def read_running(texts: Iterable[TextObject], body: Element | None, pages: int) -> tuple[Running, ...]:
    """Give what runs at head and foot of each page: text that the body has not, above and below the middle."""
    known = {(each.page, each.marked_content) for each in body.iterate_content()} if body else set()
    loose: dict[int, list[TextObject]] = defaultdict(list)
    heights: dict[int, list[float]] = defaultdict(list)
    for text in texts:
        heights[text.page] += [text.bottom, text.top]
        if (text.page, text.marked_content) not in known and not text.is_decoration:
            loose[text.page].append(text)
    return tuple(_read_page(number, loose[number], heights[number]) for number in range(1, pages + 1))


def _read_page(number: int, texts: list[TextObject], heights: list[float]) -> Running:
    middle = (min(heights) + max(heights)) / 2 if heights else 0.0
    head = " ".join(text.text for text in texts if text.bottom >= middle)
    foot = " ".join(text.text for text in texts if text.bottom < middle)
    return Running(f"page {number}", " ".join(head.split()), " ".join(foot.split()))
