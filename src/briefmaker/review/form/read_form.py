"""A form that was filled in becomes a draft: every word in its field, and what stands outside of the places kept and told."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.review.form.form_entries import Entries, put_entries
from briefmaker.review.form.form_plan import Group, GroupKind, plan_form
from briefmaker.review.form.form_values import Reading, clean_place, is_clock, read_value
from briefmaker.review.form.form_words import FormWords, write_note
from briefmaker.review.form.places import (
    FORM_PROPERTY,
    FORM_VERSION,
    LANGUAGE_PROPERTY,
    TEMPLATE_PROPERTY,
    read_code,
    read_mark,
)
from briefmaker.review.importing.blocks import (
    AsideKind,
    Block,
    Blocks,
    GridBlock,
    TextBlock,
    WordDocument,
    iterate_paragraphs,
    plain,
    words_of_all,
)
from briefmaker.review.importing.draft import Draft
from briefmaker.review.importing.entries import add_notes
from briefmaker.review.importing.field_words import Sureness
from briefmaker.review.importing.head import write_words
from briefmaker.review.importing.make_draft import DraftMade, Wishes, finish_draft
from briefmaker.review.importing.marking import find_marking
from briefmaker.review.importing.text_values import write_text


@dataclass(frozen=True, slots=True)
class Origin:
    """Which form a document is: its version, template and language."""

    version: int
    template: str
    language: str


def find_origin(document: WordDocument) -> Origin | None:
    """Give which form a document is, by its properties or by the words at its foot; None for one that is no form."""
    version = document.properties.get(FORM_PROPERTY, "")
    if version.isdigit():
        values = document.properties
        return Origin(int(version), values.get(TEMPLATE_PROPERTY, ""), values.get(LANGUAGE_PROPERTY, ""))
    feet = (each.text for each in document.asides if each.kind is AsideKind.FOOTER)
    found = next(filter(None, map(read_code, feet)), None)
    return None if found is None else Origin(*found)


def refuse_form(origin: Origin, wishes: Wishes, name: str) -> Diagnostic | None:
    """Give why a form cannot be read: it is of a later briefmaker, or of a template that is not here; None where it can."""
    if origin.version > FORM_VERSION:
        message = f"it is a form of a later briefmaker (version {origin.version}; this one reads {FORM_VERSION})"
        return Diagnostic(Code.IMPORT_FORM_NEWER, message, name, hint="import it with that version of briefmaker")
    if (wishes.template or origin.template) not in wishes.templates:
        message = f"it is a form of the template `{origin.template}`, which is not here"
        hint = f"choose one with --template: {', '.join(wishes.templates)}"
        return Diagnostic(Code.IMPORT_FORM_NEWER, message, name, hint=hint)
    return None


def make_form_draft(document: WordDocument, origin: Origin, wishes: Wishes) -> DraftMade:
    """Give the draft of a form that was filled in."""
    template = wishes.template or origin.template
    reader = _FormReader(origin, wishes.templates[origin.template if origin.template in wishes.templates else template])
    reader.learn_kind(document)
    for block in document.blocks:
        reader.read(block)
    draft = Draft(wishes.templates[template])
    draft.data |= {"format": "1", "template": template, "language": origin.language or wishes.language}
    _put_rows(draft, reader)
    _part_marking(draft, wishes)
    put_entries(draft, reader.entries, reader.reading)
    _complete_parts(draft)
    add_notes(draft, dict(document.notes))
    _put_required(draft, wishes)
    _put_outside(draft, reader)
    asides = tuple(each for each in document.asides if not reader.is_head_or_foot(each.text))
    typed = replace(document, blocks=tuple(reader.typed), asides=asides)
    return finish_draft(draft, typed, wishes.name, reader.reading.beside)


class _FormReader:
    """Reads the blocks of a form: tables of the form by their labels, all else as written outside of the places."""

    def __init__(self, origin: Origin, shows: tuple[str, ...]) -> None:
        self._words = FormWords(origin.language)
        self._groups = list(_iterate_groups(plan_form(shows)))
        self._own = Counter(map(_squeeze, _iterate_own_words(self._words, self._groups)))
        self._repeated = {self._words.label(group.after.name) for group in self._groups if group.after}
        self._head: set[str] = set()
        self._seen: list[str] = []
        self.reading = Reading(language=origin.language)
        self.rows: dict[str, Blocks] = {}
        self.entries = Entries()
        self.typed: list[Block] = []

    def learn_kind(self, document: WordDocument) -> None:
        """Learn the name of the kind of document, which heads the form and every page of it."""
        beginning = f"{self._words.say('form')} · "
        heads = (each.text for each in document.asides if each.kind is AsideKind.HEADER)
        for head in heads:
            if head.startswith(beginning):
                self._head.add(head)
                self._own[head.removeprefix(beginning)] += 1

    def is_head_or_foot(self, text: str) -> bool:
        """Tell whether a line of every page is the form's own."""
        return text in self._head or read_code(text) is not None

    def _is_own(self, text: str) -> bool:
        """Tell whether a paragraph between the tables is the form's own; each is there once, and typed if it is there again."""
        text = _squeeze(text)
        if text in self._repeated:
            return True
        self._own[text] -= 1
        return self._own[text] >= 0

    def read(self, block: Block) -> None:
        """Read one block of the body."""
        if isinstance(block, GridBlock) and self._read_table(block):
            return
        if not isinstance(block, TextBlock) or not self._is_own(plain(block.inlines)):
            self._keep_outside((block,))

    def _read_table(self, grid: GridBlock) -> bool:
        """Read a table of the form; False for one that somebody added."""
        if not grid.rows or not grid.rows[0]:
            return False
        columns = self._find_paths(grid.rows[0], is_table=True)
        labels = self._find_paths([row[0] if row else () for row in grid.rows], is_table=False)
        if sum(map(bool, columns)) > 1 and self._are_columns(columns):
            self._read_columns(grid, columns)
        elif any(labels):
            self._read_rows(grid, labels)
        else:
            return False
        return True

    def _are_columns(self, columns: list[str | None]) -> bool:
        names = {field for group in self._groups if group.kind is GroupKind.TABLE for field in group.fields}
        return all(each in names for each in columns if each)

    def _find_paths(self, cells: Sequence[Blocks], *, is_table: bool) -> list[str | None]:
        """Give the fields whose labels cells have, one after another: by bookmark, or by words where a program dropped that."""
        paths: list[str | None] = []
        last = self._seen[-1] if self._seen else ""
        for cell in cells:
            marks = [mark for each in iterate_paragraphs(cell) for mark in each.anchors]
            path = next(filter(None, map(read_mark, marks)), None)
            if path is None:
                first = next((plain(each.inlines) for each in iterate_paragraphs(cell) if plain(each.inlines)), "")
                path = self._find_by_words(first, last, is_table=is_table)
            last = path or last
            paths.append(path)
        return paths

    def _find_by_words(self, label: str, last: str, *, is_table: bool) -> str | None:
        """Give the field with this label; where several have it, the next one in the form, or else one of the same entry."""
        order = [field for group in self._groups for field in group.fields]
        fields = [
            field
            for group in self._groups
            if (group.kind is GroupKind.TABLE) == is_table
            for field in group.fields
            if label and self._words.label(field) == label
        ]
        at = order.index(last) if last in order else -1
        near = [field for field in fields if field.partition(".")[0] == last.partition(".")[0]]
        near = [field for field in near if order.index(field) > at] or near
        fresh = [field for field in fields if field not in self._seen]
        return next(iter(near or fresh or fields), None)

    def _read_columns(self, grid: GridBlock, columns: list[str | None]) -> None:
        for cell, path in zip(grid.rows[0], columns, strict=True):
            self._keep_typed_label(cell, path)
        self._seen += [each for each in columns if each]
        root = next(each for each in columns if each).rpartition(".")[0]
        for row in grid.rows[1:]:
            entry: dict[str, Blocks] = {}
            for at, cell in enumerate(row):
                name = columns[at] if at < len(columns) else None
                typed = self._take(cell)
                if name is not None:
                    entry[name] = entry.get(name, ()) + typed
                else:
                    self.reading.outside += typed
            self.entries.add_row(root, {name: typed for name, typed in entry.items() if typed})

    def _read_rows(self, grid: GridBlock, labels: list[str | None]) -> None:
        blocks = {
            field: group.name for group in self._groups if group.kind is GroupKind.BLOCKS for field in group.fields
        }
        for row, path in zip(grid.rows, labels, strict=True):
            if path is None:
                self._keep_outside(tuple(block for cell in row for block in cell))
                continue
            self._seen.append(path)
            self._keep_typed_label(row[0], path)
            typed = tuple(block for cell in row[1:] for block in self._take(cell))
            if path in blocks:
                self.entries.add_to_block(blocks[path], path, typed)
            else:
                self.rows[path] = self.rows.get(path, ()) + typed
        self.entries.close_block()

    def _take(self, cell: Blocks) -> Blocks:
        typed = clean_place(cell)
        self.typed += typed
        return typed

    def _keep_typed_label(self, cell: Blocks, path: str | None) -> None:
        """Keep what somebody typed beside a label: all that is not what the form says there."""
        own = list(map(_squeeze, self._words_of_label(path))) if path else []
        for block in cell:
            text = _squeeze(plain(block.inlines)) if isinstance(block, TextBlock) else ""
            if text in own:
                own.remove(text)
            else:
                self._keep_outside((block,))

    def _words_of_label(self, path: str) -> tuple[str, ...]:
        hint = self._words.hint(path)
        more = f"{hint} {self._words.say('more_lines')}".strip()
        return (self._words.label(path), hint, more)

    def _keep_outside(self, blocks: Blocks) -> None:
        typed = clean_place(blocks)
        self.typed += typed
        self.reading.outside += typed


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _iterate_groups(groups: tuple[Group, ...]) -> Iterator[Group]:
    for group in groups:
        yield group
        if group.after is not None:
            yield group.after


def _iterate_own_words(words: FormWords, groups: list[Group]) -> Iterator[str]:
    """Give every paragraph between the tables of a form, but for its title, which is the kind's name."""
    yield from words.say("intro")
    for group in groups:
        if group.name:
            yield words.label(group.name)
            yield write_note(words, group)


def _put_rows(draft: Draft, reader: _FormReader) -> None:
    """Put what stands in single places into their fields."""
    for path, blocks in reader.rows.items():
        value = read_value(path, blocks, reader.reading)
        if value is None:
            continue
        if path == "meeting.end" and is_clock(value):
            start = str(draft.data.get("meeting", {}).get("start", ""))
            value = f"{start[:10] or draft.data.get('date', '')} {value}"
        draft.put(tuple(path.split(".")), value, Sureness.CERTAIN, "", "")


def _part_marking(draft: Draft, wishes: Wishes) -> None:
    """Part a marking from the caveats that were typed with it: ``SECRET//NOFORN``."""
    found = find_marking(str(draft.data.get("marking", "")), wishes.schemes, is_labelled=True)
    if found is not None and found.is_whole:
        draft.data["marking"] = found.marking
        if found.handling:
            draft.data["handling"] = [*found.handling, *draft.data.get("handling", [])]


def _complete_parts(draft: Draft) -> None:
    """Put a dash where a part lacks what it cannot be without: somebody's name, what is asked."""
    for steps in (("prepared_by", "name"), ("contact", "name"), ("decision", "ask")):
        part: Any = draft.data.get(steps[0])
        if isinstance(part, dict) and steps[1] not in part:
            draft.data[steps[0]] = {steps[1]: "–", **part}
            draft.tell(steps, Sureness.GUESS, "", "nothing was typed there")


def _put_required(draft: Draft, wishes: Wishes) -> None:
    if not draft.has("title"):
        draft.put(
            ("title",), write_words(wishes.name), Sureness.GUESS, "", "no title was typed; this is the file's name"
        )
    if not draft.has("date"):
        draft.put(("date",), wishes.day, Sureness.GUESS, "", "no day was typed that could be read; this is today")


def _put_outside(draft: Draft, reader: _FormReader) -> None:
    """Keep what was written outside of the places, or what its place could not hold, as an annex."""
    blocks = reader.reading.outside
    if words_of_all(tuple(blocks)):
        annexes = draft.data.setdefault("annexes", [])
        words = FormWords(reader.reading.language)
        annexes.append({"title": write_words(str(words.say("outside"))), "text": write_text(blocks)})
        why = "written outside of the places, or not to be read in its place"
        draft.tell(("annexes", len(annexes) - 1), Sureness.GUESS, "", why)
