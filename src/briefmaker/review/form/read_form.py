"""A form that was filled in becomes a draft: every word in its field, and what stands outside of the places kept and told."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.review.form.form_entries import Entries, put_entries
from briefmaker.review.form.form_plan import Group, GroupKind, plan_form
from briefmaker.review.form.form_values import Reading, clean_place, is_clock, read_value
from briefmaker.review.form.form_words import FormWords
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
    put_entries(draft, reader.entries, reader.reading)
    _complete_parts(draft)
    add_notes(draft, dict(document.notes))
    _put_required(draft, wishes)
    _put_outside(draft, reader)
    asides = tuple(each for each in document.asides if not reader.is_own_words(each.text))
    typed = replace(document, blocks=tuple(reader.typed), asides=asides)
    return finish_draft(draft, typed, wishes.name, reader.reading.beside)


class _FormReader:
    """Reads the blocks of a form: tables of the form by their labels, all else as written outside of the places."""

    def __init__(self, origin: Origin, shows: tuple[str, ...]) -> None:
        self._words = FormWords(origin.language)
        self._groups = list(_iterate_groups(plan_form(shows)))
        self._own = {_squeeze(text) for text in _iterate_own_words(self._words, self._groups)}
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
                self._own |= {_squeeze(head), _squeeze(head.removeprefix(beginning))}

    def is_own_words(self, text: str) -> bool:
        """Tell whether a paragraph says what the form itself says."""
        return _squeeze(text) in self._own or read_code(text) is not None

    def read(self, block: Block) -> None:
        """Read one block of the body."""
        if isinstance(block, GridBlock) and self._read_table(block):
            return
        self._keep_outside((block,))

    def _read_table(self, grid: GridBlock) -> bool:
        """Read a table of the form; False for one that somebody added."""
        if not grid.rows or not grid.rows[0]:
            return False
        columns = [self._find_path(cell, GroupKind.TABLE) for cell in grid.rows[0]]
        labels = [self._find_path(row[0], GroupKind.ROWS) if row else None for row in grid.rows]
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

    def _find_path(self, cell: Blocks, kind: GroupKind) -> str | None:
        """Give the field whose label a cell has: by its bookmark, or by its words where a program dropped that."""
        marks = [mark for each in iterate_paragraphs(cell) for mark in each.anchors]
        found = next(filter(None, map(read_mark, marks)), None)
        if found is not None:
            return found
        first = next((plain(each.inlines) for each in iterate_paragraphs(cell) if plain(each.inlines)), "")
        return self._find_by_words(first, kind)

    def _find_by_words(self, label: str, kind: GroupKind) -> str | None:
        """Give the field with this label; where several have it, that of the block being read, or the next in the form."""
        fields = [
            field
            for group in self._groups
            if (group.kind is GroupKind.TABLE) == (kind is GroupKind.TABLE)
            for field in group.fields
            if label and self._words.label(field) == label
        ]
        last = self._seen[-1].partition(".")[0] if self._seen else ""
        near = [field for field in fields if field.partition(".")[0] == last]
        fresh = [field for field in fields if field not in self._seen]
        return next(iter(near or fresh or fields), None)

    def _read_columns(self, grid: GridBlock, columns: list[str | None]) -> None:
        self._keep_outside(grid.rows[0][0] if columns[0] is None else ())
        self._keep_own(grid.rows[0])
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
            self._keep_own(row[:1])
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

    def _keep_own(self, cells: tuple[Blocks, ...]) -> None:
        """Keep what somebody typed into a label: all that is not what the form says there."""
        for cell in cells:
            self._keep_outside(cell)

    def _keep_outside(self, blocks: Blocks) -> None:
        for block in blocks:
            if isinstance(block, TextBlock) and self.is_own_words(plain(block.inlines)):
                continue
            typed = clean_place((block,))
            self.typed += typed
            self.reading.outside += typed


def _squeeze(text: str) -> str:
    return " ".join(text.split()).casefold()


def _iterate_groups(groups: tuple[Group, ...]) -> Iterator[Group]:
    for group in groups:
        yield group
        if group.after is not None:
            yield group.after


def _iterate_own_words(words: FormWords, groups: list[Group]) -> Iterator[str]:
    """Give every paragraph that a form has before somebody fills it in, but for its title, which is the kind's name."""
    more = {name: str(words.say(name)) for name in ("more_rows", "more_lines", "more_blocks")}
    yield from words.say("intro")
    yield from more.values()
    for group in groups:
        for path in (group.name, *group.fields):
            if path:
                hint = words.hint(path)
                yield words.label(path)
                yield hint
                yield from (f"{hint} {each}" for each in more.values())


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
