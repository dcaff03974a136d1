"""Puts together what a letter says of a brief or pack, in the order in which it is read."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefmaker.model.mail_purpose import Purpose
from briefmaker.model.rich_text import Block, Blocks, Inlines, ItemList, Paragraph, Run
from briefmaker.view.house import write_plainly
from briefmaker.view.letter_facts import LetterFacts, LetterLanguage
from briefmaker.view.pack_shape import EntryView, PackView
from briefmaker.view.portion_marks import is_marked_alone
from briefmaker.view.shape import ContactView, View
from briefmaker.view.shown_text import Text
from briefmaker.writing.letters.occasion import AskedClearance, EnclosedDocument, Occasion
from briefmaker.writing.letters.page import LetterFact, LetterPage, LetterPart, Speech, make_words
from briefmaker.writing.letters.subject import join_details, list_tags, tell_replaced

_SIGNS_OF_NAMES = frozenset(" -.'\u2019\u00b7")
_RIGHT_TO_LEFT_MARK = "\u200f"
"""Keeps the brackets after a Latin file name in a line from right to left where they belong."""


class PageBuilder:
    """Builds one letter: of a view, in a language, on an occasion."""

    def __init__(self, view: View | PackView, facts: LetterFacts, language: LetterLanguage, occasion: Occasion) -> None:
        self._view = view
        self._facts = facts
        self._language = language
        self._occasion = occasion
        self._own = Speech(language.tag, language.direction)
        self._document = Speech(view.language, view.direction)

    def build(
        self, enclosed: Sequence[EnclosedDocument], body: Blocks = (), *, tells_reason: bool = False
    ) -> LetterPage:
        """Give the whole letter; ``body`` is what a house says in place of the opening, and whether it gives the reason."""
        view = self._view
        return LetterPage(
            own=self._own,
            document=self._document,
            colours=view.style.colours,
            marking=self._occasion.marking,
            notice=self._write_notice(),
            kind=" \u00b7 ".join(filter(None, (view.house.organisation, view.kind))),
            title=mark_blocks(view.title),
            plain_title=write_plainly(view.title),
            details=join_details(view, self._facts, self._language, self._facts.date),
            opening=(*(body or self._open()), *(() if tells_reason else self._give_reason())),
            first=tuple(self._ask(has_body=bool(body))) + tuple(self._tell_changes()),
            facts=tuple(self._list_facts()),
            parts=(*self._list_substance(), *self._enclose(enclosed), *self._name_contact()),
        )

    def _write_notice(self) -> str:
        """Give what the letter is, as its subject says it, and of which version or in place of which."""
        tags = list_tags(self._facts, self._language, self._occasion)
        if not tags:
            return self._view.draft_notice
        number, date = tell_replaced(self._facts, self._language, self._occasion)
        if number:
            key = "replaces_notice" if date else "replaces_version"
            return " \u00b7 ".join((*tags, self._language.label(key, n=number, date=date)))
        version = self._language.label("version", n=self._facts.version) if self._facts.version else ""
        unchecked = self._language.label("not_checked") if self._view.properties.is_unchecked else ""
        return " \u00b7 ".join(filter(None, (*tags, version, unchecked)))

    def _open(self) -> Iterator[Block]:
        """Give the greeting, where the name is one that can be greeted so, and the sentence that is usual."""
        name = self._occasion.to_name
        if name and all(map(_is_of_name, name)):
            yield from make_words(self._language.label("letter_greeting", name=name))
        keys = {Purpose.CLEARANCE: "letter_clear", Purpose.DRAFT: "letter_is_draft"}
        yield from make_words(self._language.label(keys.get(self._occasion.purpose, "letter_enclosed")))

    def _give_reason(self) -> Iterator[Block]:
        if self._occasion.reason:
            yield self._label("letter_reason", self._occasion.reason)

    def _ask(self, *, has_body: bool) -> Iterator[LetterPart]:
        """Give what is asked in a request for clearance, and for each unit by when."""
        occasion = self._occasion
        if occasion.purpose != Purpose.CLEARANCE:
            return
        usual = self._language.label("letter_clear") if has_body else ""
        asked = [line for each in occasion.clearances for line in self._ask_for(each)]
        blocks = (*make_words(occasion.asked or usual), *asked)
        if blocks:
            yield LetterPart(self._language.label("letter_asked"), blocks, self._own)

    def _ask_for(self, clearance: AskedClearance) -> Iterator[Paragraph]:
        if clearance.unit:
            yield self._label("unit", clearance.unit)
        if clearance.is_void:
            yield Paragraph((Run(self._language.label("letter_cleared_before")),))
        if clearance.by:
            yield self._label("letter_answer_by", self._language.calendar.day(clearance.by))

    def _tell_changes(self) -> Iterator[LetterPart]:
        if self._occasion.purpose == Purpose.CORRECTION and self._occasion.changes:
            changes = ItemList(tuple((Paragraph(each.inlines),) for each in self._occasion.changes))
            yield LetterPart(self._language.label("changes"), (changes,), self._document)

    def _list_facts(self) -> Iterator[LetterFact]:
        view, facts = self._view, self._facts
        if not isinstance(view, View):
            return
        if view.meeting and view.meeting.when:
            ours = view.meeting.when_ours
            yield self._make_fact("when", mark_blocks(view.meeting.when) + make_words(ours))
        if view.meeting and view.meeting.place:
            yield self._make_fact("where", mark_blocks(view.meeting.place))
        if facts.deadline and view.decision and view.decision.by:
            blocks = mark_blocks(replace(view.decision.by, blocks=make_words(facts.deadline)))
            yield LetterFact(self._language.label("decision_by"), blocks, self._own)

    def _make_fact(self, key: str, blocks: Blocks) -> LetterFact:
        return LetterFact(self._language.label(key), blocks, self._document)

    def _list_substance(self) -> Iterator[LetterPart]:
        """Give what matters of a brief, in its own words, or what a pack holds."""
        view = self._view
        if isinstance(view, PackView):
            if view.entries:
                contents = ItemList(tuple(self._list_entry(each) for each in view.entries))
                yield LetterPart(self._language.label("contents"), (contents,), self._document)
            return
        if view.bottom_line:
            heading = self._language.label("bottom_line")
            yield LetterPart(heading, mark_blocks(view.bottom_line), self._document, is_main=True)
        if view.objectives:
            objectives = ItemList(tuple(mark_blocks(each) for each in view.objectives), ordered=True)
            yield LetterPart(self._language.label("objectives"), (objectives,), self._document)

    def _list_entry(self, entry: EntryView) -> Blocks:
        """Give a tab or annex: its name, its title, its marking in brackets."""
        marking = f" ({write_plainly(entry.marking)})" if entry.marking else ""
        words = (Run(self._caption(entry.name), strong=True), *_join(mark_blocks(entry.title)), Run(marking))
        return (Paragraph(words),)

    def _enclose(self, enclosed: Sequence[EnclosedDocument]) -> Iterator[LetterPart]:
        if enclosed:
            items = ItemList(tuple(make_words(self._describe(each)) for each in enclosed))
            yield LetterPart(self._language.label("letter_enclosures"), (items,), self._own)

    def _describe(self, document: EnclosedDocument) -> str:
        """Give the name of a file, its format and pages: ``grain.pdf (PDF, 4 pages)``."""
        pages = self._language.label("letter_pages", n=document.pages) if document.pages else ""
        details = f"{self._language.label('comma')} ".join(filter(None, (document.format.upper(), pages)))
        mark = _RIGHT_TO_LEFT_MARK if self._own.direction == "rtl" else ""
        return f"{document.name}{mark} ({details}{mark})"

    def _name_contact(self) -> Iterator[LetterPart]:
        """Give whom to ask: who is named for that, or who wrote it."""
        view = self._view
        contact = (view.contact if isinstance(view, View) else None) or view.prepared_by
        if contact is not None and contact.name.blocks:
            yield LetterPart(self._language.label("contact"), tuple(_list_contact(contact)), self._document)

    def _label(self, key: str, words: str) -> Paragraph:
        """Give words with what they are before them: ``Answer by: 28 October 2025``."""
        return Paragraph((Run(self._caption(self._language.label(key)), strong=True), Run(words)))

    def _caption(self, label: str) -> str:
        return self._language.label("captioned", label=label, words="")


def _is_of_name(letter: str) -> bool:
    """Tell whether a character is one of plain names: a letter, a mark on one, a blank, a hyphen or the like."""
    return unicodedata.category(letter)[0] in "LM" or letter in _SIGNS_OF_NAMES


def _list_contact(contact: ContactView) -> Iterator[Paragraph]:
    who = ", ".join(filter(None, (write_plainly(contact.name), write_plainly(contact.unit))))
    yield Paragraph((Run(who),))
    if contact.phone:
        yield Paragraph((Run(write_plainly(contact.phone)),))
    address = write_plainly(contact.email)
    if address:
        yield Paragraph((Run(address, link=f"mailto:{address}"),))


def mark_blocks(text: Text) -> Blocks:
    """Give a text with the mark of its portion before each paragraph of its own, and each entry of a list that bears it."""
    if not text.portion:
        return text.blocks
    mark = Run(f"{text.portion} ", strong=True)
    if is_marked_alone(text):
        return (Paragraph((Run(text.portion, strong=True),)), *text.blocks)
    return tuple(_mark(block, mark, marks_items=text.marks_items) for block in text.blocks)


def _mark(block: Block, mark: Run, *, marks_items: bool) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph((mark, *block.inlines))
    if isinstance(block, ItemList) and marks_items:
        items = tuple((_mark(item[0], mark, marks_items=False), *item[1:]) if item else item for item in block.items)
        return replace(block, items=items)
    return block


def _join(blocks: Blocks) -> Inlines:
    return tuple(each for block in blocks if isinstance(block, Paragraph) for each in block.inlines)
