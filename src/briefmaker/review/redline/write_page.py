"""Writes the pages of two versions as one page of HTML, on which what is new and what is gone is marked."""

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml import html as lxml_html
from markupsafe import escape

from briefmaker.model.style import Style
from briefmaker.review.redline.page_marks import PageMarks
from briefmaker.writing.house_css import fill_in_style
from briefmaker.writing.word.own_properties import REDLINE_KEY

_MARKINGS: dict[str, dict[str, str]] = {"running-marking": {}, "running-marking-foot": {"aria-hidden": "true"}}
_LONG, _LONG_CLASS = 36, "long-marking"
"""Characters of a marking that needs more room at head and foot, as templates/shared/brief.html.j2 has it."""
_SOURCE = re.compile(r'<meta name="source"[^>]*>\s*')
_MARKING = re.compile(r'(<meta name="marking" content=")[^"]*(")')
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_STYLES = """
ins { text-decoration: underline; text-decoration-thickness: .9pt; text-underline-offset: 1.5pt }
ins { color: #0b4a8f }
del { text-decoration: line-through; text-decoration-thickness: .9pt; color: #8a1c12 }
del + ins { margin-inline-start: 1.5pt }
.chip + .chip { margin-top: 2pt }
.redline-heading {
  margin: 0 0 10pt; padding: 5pt 8pt; border: .75pt solid var(--ink); font: 9pt/13pt var(--sans); break-inside: avoid;
}
.redline-heading p { margin: 0 }
.redline-heading .compared { font-weight: 600 }
.redline-values { margin-bottom: 6pt }
.redline-values td, .redline-values th { text-align: start }
"""


@dataclass(frozen=True, slots=True)
class PageWords:
    """What a redlined page says of itself, in the language of the new version.

    ``compared`` says what is compared with what, ``key`` how changes are shown, ``marking`` is that of both together, empty for
    none; ``new`` and ``gone`` are said before such words to whoever hears the page, with ``{words}`` for them.
    """

    compared: str
    key: str
    new: str
    gone: str
    marking: str = ""


def write_redline_page(old: str, new: str, words: PageWords, style: Style) -> str:
    """Give the new page with ``ins`` around what is new and ``del`` around what is gone, and a heading that says so.

    Both are pages as templates write them. Heads and feet of pages stay those of the new, with the marking of both.
    """
    pictures: list[str] = []
    before, after = _read_body(old, pictures), _read_body(new, pictures)
    PageMarks(words.new, words.gone).rewrite(before, after)
    _set_marking(after, words.marking)
    _add_heading(after, words)
    head = _write_head(new[: new.index("<body")], words, style)
    body = etree.tostring(after, method="html", encoding="unicode", with_tail=False)
    for number, picture in enumerate(pictures):
        body = body.replace(f'<img data-drawing="{number}">', picture)
    return f"{head}{body}\n</html>\n"


def _read_body(page: str, pictures: list[str]) -> Any:
    """Give the body of a page; its drawings, whose names are not all in small letters, are put aside."""

    def put_aside(drawing: re.Match[str]) -> str:
        if drawing[0] not in pictures:
            pictures.append(drawing[0])
        return f'<img data-drawing="{pictures.index(drawing[0])}">'

    plain = _DRAWING.sub(put_aside, page[page.index("<body") :])
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True)
    return lxml_html.document_fromstring(plain.encode(), parser=parser).find("body")


def _set_marking(body: Any, marking: str) -> None:
    """Have every page carry this marking, whatever the new page carries; a long one has more room."""
    for each in [each for each in body if str(each.get("class")).startswith("running-marking")]:
        body.remove(each)
    if marking:
        for place, (name, hidden) in enumerate(_MARKINGS.items()):
            running = lxml_html.Element("div", {"class": name, **hidden})
            running.text = marking
            body.insert(place, running)
    if len(marking) > _LONG:
        body.set("class", _LONG_CLASS)


def _write_head(head: str, words: PageWords, style: Style) -> str:
    """Give the head of the new page with the styles of marks: it is no longer that of its brief, says so, and is marked anew."""
    head = _SOURCE.sub("", head)
    head = _MARKING.sub(lambda found: f"{found[1]}{escape(words.marking)}{found[2]}", head)
    compared = f'<meta name="{REDLINE_KEY}" content="{escape(words.compared)}">\n'
    return head.replace("</head>", f"{compared}<style>{fill_in_style(_STYLES, style)}</style>\n</head>", 1)


def _add_heading(body: Any, words: PageWords) -> None:
    """Put the heading before all that is no head or foot of pages."""
    heading = lxml_html.Element("div", {"class": "redline-heading"})
    etree.SubElement(heading, "p", {"class": "compared"}).text = words.compared
    key = etree.SubElement(heading, "p")
    key.text = words.key
    place = next((n for n, each in enumerate(body) if not _is_apart(each)), len(body))
    body.insert(place, heading)


def _is_apart(element: Any) -> bool:
    return str(element.get("class") or "").startswith(("running-", "first-page-foot", "letterhead"))
