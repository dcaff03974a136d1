"""What a document says of itself before its text begins, or on every page: marking, kind of document, date and title."""

from dataclasses import dataclass, field, replace

from briefmaker.model.rich_text import LineBreak
from briefmaker.reading.suggest import list_words
from briefmaker.review.importing.blocks import AsideKind, Blocks, TextBlock, WordDocument, plain, words
from briefmaker.review.importing.draft import Draft
from briefmaker.review.importing.field_words import Sureness, find_heading, find_kind
from briefmaker.review.importing.marking import FoundMarking, Schemes, choose_highest, find_marking, is_in_capitals
from briefmaker.review.importing.rich_blocks import tidy
from briefmaker.review.importing.sections import ON_ONE_LINE, Section, find_section, flatten_boxes
from briefmaker.review.importing.text_values import find_date
from briefmaker.review.markdown import write_short

_FRONT = 8
_LONGEST_TITLE = 200
_TITLE_WORDS = 24
_SLACK = 12
_LONGEST_MARKING = 140


@dataclass
class Front:
    """What was found: the blocks that are left, and what the others said."""

    blocks: Blocks
    markings: list[FoundMarking] = field(default_factory=list)
    unknown_markings: list[str] = field(default_factory=list)
    running: list[str] = field(default_factory=list)
    """What stands in capitals at the heads and feet of pages, and is no marking that we know."""
    kind: str = ""
    date: str = ""
    date_words: str = ""
    title: TextBlock | None = None
    beside: list[str] = field(default_factory=list)


def read_front(document: WordDocument, schemes: Schemes) -> Front:
    """Give what a document says of itself; ``schemes`` are those whose markings may stand on its pages."""
    front = Front(())
    kept = []
    blocks = tuple(flatten_boxes(document.blocks))
    for at, block in enumerate(blocks):
        if not _take(front, blocks, at, schemes):
            kept.append(block)
    front.blocks = tuple(kept)
    _read_running(front, document, schemes)
    return front


def _take(front: Front, blocks: Blocks, at: int, schemes: Schemes) -> bool:
    """Take a paragraph that says what the front wants; False for one that is text."""
    block = blocks[at]
    text = plain(block.inlines) if isinstance(block, TextBlock) else ""
    if not isinstance(block, TextBlock) or not text:
        return False
    marking = find_marking(text, schemes) if len(text) <= _LONGEST_MARKING and not block.is_in_list else None
    if marking is not None and marking.is_whole:
        front.markings.append(marking)
        front.beside.append(text)
        return True
    may_be_kind = find_kind(text) is not None and not front.kind
    if block.style == "title" and front.title is None:
        if may_be_kind:
            return _take_kind(front, text)
        front.title = block
        return True
    if at >= _FRONT or block.is_in_list:
        return False
    return _take_kind(front, text) if may_be_kind and not _heads_text(blocks, at) else _take_date(front, blocks, at)


def _stands_under_heading(blocks: Blocks, at: int) -> bool:
    """Tell whether the line above is a heading that we know: a day under ``Date and time`` is that of the meeting."""
    above = blocks[at - 1] if at else None
    section = find_section(above) if isinstance(above, TextBlock) else None
    return section is not None and section.known is not None and not section.body


def _take_date(front: Front, blocks: Blocks, at: int) -> bool:
    """Take a line that is a date; one that is a label with its date, or stands under one, is left to the label."""
    text = words(blocks[at])
    found = find_date(text)
    if found is None or front.date or not found.is_plain or len(text) - (found.end - found.start) > _SLACK:
        return False
    if find_heading(text) is not None or ":" in text[: found.start] or _stands_under_heading(blocks, at):
        return False
    front.date, front.date_words = found.day.isoformat(), text
    return True


def _take_kind(front: Front, text: str) -> bool:
    front.kind = find_kind(text) or ""
    front.beside.append(text)
    return True


def _heads_text(blocks: Blocks, at: int) -> bool:
    """Tell whether a line names what stands under it, and not the document: it is a heading with text below."""
    if find_heading(words(blocks[at])) is None:
        return False
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    return at > 0 or not isinstance(following, TextBlock) or find_section(following) is None


def _read_running(front: Front, document: WordDocument, schemes: Schemes) -> None:
    """Note the markings at the heads and feet of pages."""
    for aside in document.asides:
        if aside.kind in (AsideKind.HEADER, AsideKind.FOOTER):
            found = find_marking(aside.text, schemes)
            front.markings += filter(None, (found,))
            front.running += [aside.text] if found is None and is_in_capitals(aside.text) else []


def take_labelled_markings(front: Front, sections: list[Section], schemes: Schemes) -> None:
    """Take what labels such as ``Classification`` say out of the sections; what is no marking is told, and kept beside."""
    for section in [each for each in sections if each.concept == "marking"]:
        sections.remove(section)
        text = " ".join(section.words().split())
        found = find_marking(text, schemes, is_labelled=True)
        front.markings += filter(None, (found,))
        front.beside += [section.label, text]
        if found is None or not found.is_whole:
            front.unknown_markings.append(text)
    for section in sections:
        take_labelled_markings(front, section.children, schemes)


def put_marking(draft: Draft, front: Front, schemes: Schemes) -> None:
    """Put the highest marking that the document states anywhere; where it states several, that is a guess."""
    for text in front.unknown_markings:
        draft.tell(
            ("marking",), Sureness.GUESS, "", f"“{text}” is no marking that is known here; set the marking by hand"
        )
    chosen = choose_highest(front.markings, schemes)
    if chosen is None:
        _tell_running(draft, front)
        return
    marking, is_plain = chosen
    sure = Sureness.CERTAIN if all(each.is_whole for each in front.markings) else Sureness.LIKELY
    others = list_words(list(dict.fromkeys(f"“{each.marking}”" for each in front.markings)))
    why = "it stands on the pages, or under a label" if is_plain else f"the highest of what the document says: {others}"
    draft.put(("marking",), marking.marking, sure if is_plain else Sureness.GUESS, "", why)
    if marking.handling:
        draft.put(("handling",), list(marking.handling), Sureness.LIKELY, "", "it stands beside the marking")


def _tell_running(draft: Draft, front: Front) -> None:
    """Tell of what may be a marking on the pages: a draft without one says nothing where the document said something."""
    for text in dict.fromkeys(front.running):
        why = f"the pages say “{text}”, which is no marking that is known here; if it is one, set the marking by hand"
        draft.tell(("marking",), Sureness.GUESS, "", why)


def put_front(draft: Draft, front: Front) -> None:
    """Put what was found into the draft, where no label has said it better."""
    if front.title is not None and not draft.has("title"):
        draft.put(("title",), _write_title(front.title), Sureness.CERTAIN, "", "a title by its style")
    elif front.title is not None:
        draft.beside.append(plain(front.title.inlines))
    if front.date and not draft.has("date"):
        draft.put(("date",), front.date, Sureness.LIKELY, "", f"the line “{front.date_words}”")


def _write_title(block: TextBlock) -> str:
    return write_short(tidy(block.inlines))


def take_title(sections: list[Section]) -> Section | None:
    """Take a title out of sections that begin with one: a heading that fits no field, or a short first line."""
    at = next((at for at, each in enumerate(sections) if each.label and not _is_head(each)), len(sections))
    section = sections[at] if at < len(sections) else None
    is_first = all(_is_head(each) for each in sections[: max(at - 1, 0)])
    if section is not None and is_first and section.known is None and (section.children or not section.words()):
        sections[at : at + 1] = [*_own_text(section), *section.children]
        return section
    return _take_first_line(sections)


def _is_head(section: Section) -> bool:
    """Tell whether a section can stand above the title: lines such as ``To: the Minister``, or what the document calls itself."""
    is_line = section.concept in ON_ONE_LINE and not section.children
    return is_line or (section.concept == "scene_setter" and not section.words() and not section.children)


def _own_text(section: Section) -> list[Section]:
    return [Section("", section.level, "", body=section.body)] if section.words() and section.body else []


def _take_first_line(sections: list[Section]) -> Section | None:
    first = next((each for each in sections if not _is_head(each)), None)
    if first is None or first.label:
        return None
    block = first.body[0] if first.body else None
    if not isinstance(block, TextBlock) or block.is_in_list:
        return None
    text = plain(block.inlines)
    if not text or len(text.split()) > _TITLE_WORDS or len(text) > _LONGEST_TITLE or text.endswith("."):
        return None
    if len(sections) == 1 and len(first.body) == 1:
        return None
    inlines = tuple(each for each in block.inlines if not isinstance(each, LineBreak))
    del first.body[0]
    if block.pictures:
        first.body.insert(0, replace(block, inlines=()))
    return Section(text, 0, "the first line", inlines)
