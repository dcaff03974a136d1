"""Turns a Word template into Jinja source: what staff typed in Word, with each tag told the formatting it stands in.

Three forms of tag fill in a field: ``{{ labels.when }}`` plain words; ``{{r view.title }}`` a text within its paragraph;
``{{p item.issue }}`` a text that may run on over paragraphs, lists and tables in the style of the paragraph it stands in.
docxtpl's ``{%p ... %}``, ``{%tr ... %}`` and ``{% ... %}`` steer paragraphs, rows and words.
"""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from docx.document import Document
from lxml import etree

from briefmaker.writing.word.places import BlockPlace, InlinePlace, read_block_place, read_run_formats, read_size
from briefmaker.writing.word.wordml import W

Element = etree._Element  # noqa: SLF001 - lxml's only name for the type

_BLOCK_TAG = re.compile(r"\{\{p\s+(.+?)\s*\}\}")
_INLINE_TAG = re.compile(r"\{\{r\s+(.+?)\s*\}\}")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_UNCLOSED = re.compile(r"\{\{|\}\}|\{%|%\}")
_QUOTES = str.maketrans("“”‘’", "\"\"''")


@dataclass(slots=True)
class Places:
    """The places of one part of a template, by the number that its Jinja source calls them by."""

    inline: list[InlinePlace] = field(default_factory=list)
    block: list[BlockPlace] = field(default_factory=list)


def compile_tags(root: Element, document: Document, style_ids: dict[str, str], places: Places) -> None:
    """Rewrite, in place, the tags of one part so that docxtpl can take them over: each calls its place by number."""
    for number, paragraph in enumerate(list(root.iter(f"{W}p")), start=1):
        text = "".join(each.text or "" for each in paragraph.iter(f"{W}t"))
        if not any(bracket in text for bracket in ("{{", "}}", "{%", "%}")):
            continue
        if _UNCLOSED.search(re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", text)):
            message = f"paragraph {number}: a tag is opened and not closed, or closed and not opened, in `{text}`"
            raise ValueError(message)
        _join_split_tags(paragraph)
        _compile_inline(paragraph, document, style_ids, places)
        _compile_block(paragraph, document, style_ids, places)


def _join_split_tags(paragraph: Element) -> None:
    """Bring each tag into one run: Word cuts text into runs at will, at spelling marks and edits."""
    open_text: Element | None = None
    for text in list(paragraph.iter(f"{W}t")):
        if open_text is None:
            open_text = text if _is_open(text.text or "") else None
            continue
        open_text.text = (open_text.text or "") + (text.text or "")
        text.text = ""
        if not _is_open(open_text.text):
            open_text = None


def _is_open(text: str) -> bool:
    opened = max(text.rfind("{{"), text.rfind("{%"))
    if opened < 0:
        return text.endswith("{")
    return max(text.rfind("}}"), text.rfind("%}")) < opened


def _compile_inline(paragraph: Element, document: Document, style_ids: dict[str, str], places: Places) -> None:
    """Take the first tag that is left, until none is: each cut makes new runs of what follows it."""
    while found := next(_iterate_inline_tags(paragraph), None):
        text, match = found
        run = _parent(text)
        size = read_size(paragraph, run, document)
        places.inline.append(InlinePlace(read_run_formats(run.find(f"{W}rPr"), style_ids, size)))
        call = f"{{{{ write_inline(({match[1].translate(_QUOTES)}), {len(places.inline) - 1}) }}}}"
        _split_run(run, text, match, call)


def _parent(element: Element) -> Element:
    parent = element.getparent()
    if parent is None:
        message = f"<{element.tag}> stands in no document"
        raise TypeError(message)
    return parent


def _iterate_inline_tags(paragraph: Element) -> Iterator[tuple[Element, re.Match[str]]]:
    for text in paragraph.iter(f"{W}t"):
        if match := _INLINE_TAG.search(text.text or ""):
            yield text, match


def _split_run(run: Element, text: Element, tag: re.Match[str], call: str) -> None:
    """Cut a run at a tag, and put the tag's call between both halves."""
    second = deepcopy(run)
    later = second[run.index(text)]
    _keep_half(text, tag.string[: tag.start()], text.itersiblings())
    _keep_half(later, tag.string[tag.end() :], later.itersiblings(preceding=True))
    run.addnext(second)
    second.tail, run.tail = run.tail, call


def _keep_half(text: Element, words: str, others: Iterable[Element]) -> None:
    text.text = words
    text.set(_SPACE, "preserve")
    for other in [each for each in others if each.tag != f"{W}rPr"]:
        _parent(other).remove(other)


def _compile_block(paragraph: Element, document: Document, style_ids: dict[str, str], places: Places) -> None:
    found = ((text, _BLOCK_TAG.search(text.text or "")) for text in paragraph.iter(f"{W}t"))
    text, match = next(((text, match) for text, match in found if match), (None, None))
    if text is None or match is None:
        return
    run = _parent(text)
    after = "".join([(text.text or "")[match.end() :], *_texts_after(paragraph, run)])
    if after.strip():
        message = f"nothing may follow `{match[0]}` in its paragraph, and `{after.strip()}` does"
        raise ValueError(message)
    places.block.append(read_block_place(paragraph, run, document, style_ids))
    text.text = (text.text or "")[: match.start()]
    text.set(_SPACE, "preserve")
    call = f"write_block(({match[1].translate(_QUOTES)}), {len(places.block) - 1}"
    _replace_paragraph(paragraph, run, call)


def _texts_after(paragraph: Element, run: Element) -> list[str]:
    runs = list(paragraph.iter(f"{W}r"))
    later = runs[runs.index(run) + 1 :]
    return [each.text or "" for other in later for each in other.iter(f"{W}t")]


def _replace_paragraph(paragraph: Element, run: Element, call: str) -> None:
    """Split ``Label TAB {{p field }}`` into what captures the label and what fills the field in."""
    runs = [each for each in paragraph if each.tag == f"{W}r"]
    before = runs[: runs.index(run) + 1]
    if not any(_has_content(each) or (each.tail or "").strip() for each in before):
        _replace_by_text(paragraph, f"{{{{ {call}) }}}}")
        return
    for each in before:
        tail = each.tail
        paragraph.addprevious(each)
        each.tail = tail
    _put_text_before(before[0], "{% set prefix %}")
    _replace_by_text(paragraph, f"{{% endset %}}{{{{ {call}, prefix) }}}}")


def _has_content(run: Element) -> bool:
    return any(each.tag != f"{W}rPr" and (each.tag != f"{W}t" or each.text) for each in run)


def _put_text_before(element: Element, text: str) -> None:
    previous, parent = element.getprevious(), _parent(element)
    if previous is None:
        parent.text = (parent.text or "") + text
    else:
        previous.tail = (previous.tail or "") + text


def _replace_by_text(element: Element, text: str) -> None:
    _put_text_before(element, text + (element.tail or ""))
    element.tail = None
    _parent(element).remove(element)
