"""Fields that are lists of short entries: next steps, judgements, the programme, clearances, acronyms and sources."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from briefmaker.model.rich_text import Citation, Inlines, Run
from briefmaker.review.importing.blocks import (
    Block,
    Blocks,
    GridBlock,
    TextBlock,
    iterate_paragraphs,
    plain,
    words_of_all,
)
from briefmaker.review.importing.draft import Draft, sureness_of
from briefmaker.review.importing.field_words import Sureness, find_confidence, find_state, fold
from briefmaker.review.importing.rich_blocks import join_cell, tidy
from briefmaker.review.importing.sections import Section
from briefmaker.review.importing.table_rows import header_words, read_columns, read_mappings
from briefmaker.review.importing.text_values import find_date, find_times, first_line, write_lines
from briefmaker.review.markdown import write_short
from briefmaker.workspace.slug import safe_slug

Entry = dict[str, Any]
_ACRONYM = re.compile(r"^\s*([^\s:=–—-][^:=–—]{0,30}?)\s*(?::|=|\t|\s[–—-]\s)\s*(\S.*)$")
_CITED_ID = 40
_UNIT_WORDS = 8


def _read_list(
    draft: Draft, section: Section, wanted: Sequence[str], main: str, mend: Callable[[Entry], Entry]
) -> tuple[list[Entry], Sureness]:
    """Give an entry for each row of tables and each paragraph, with what no field holds behind its ``main`` text."""
    entries: list[Entry] = []
    sure = Sureness.CERTAIN
    for block in section.all_blocks():
        if isinstance(block, GridBlock):
            found, columns = read_mappings(block, wanted, wanted, main)
            draft.beside += [header_words(block, columns)] if columns.first else []
            sure = min(sure, columns.sure)
            entries += [mend(entry) for entry in found]
        else:
            entries += [{main: line} for line in write_lines([block])]
            sure = min(sure, Sureness.LIKELY)
    return entries, sure


def _put_list(draft: Draft, section: Section, steps: tuple[str, ...], entries: list[Entry], sure: Sureness) -> bool:
    if not entries:
        return False
    draft.extend(steps, entries, sureness_of(section, sure), section.label, section.why)
    return True


def _with_dates(entry: Entry, names: Sequence[str], main: str, kept: list[str]) -> Entry:
    """Give an entry whose days are days, their words kept; words that name none go behind its main text."""
    for name in names:
        said = entry.get(name)
        if said is None:
            continue
        found = find_date(said)
        if found and found.end - found.start >= len(said.strip()) - 1:
            entry[name] = found.day.isoformat()
            kept += [said] if said != entry[name] else []
        else:
            del entry[name]
            entry[main] = f"{entry[main]} ({said})" if entry.get(main) else said
    return entry


def place_next_steps(draft: Draft, section: Section) -> bool:
    """Put what is to be done, by whom and by when."""
    wanted = ("action", "owner", "due")
    entries, sure = _read_list(
        draft, section, wanted, "action", lambda each: _with_dates(each, ("due",), "action", draft.beside)
    )
    return _put_list(draft, section, ("next_steps",), entries, sure)


def place_implications(draft: Draft, section: Section) -> bool:
    """Put judgements; a likelihood is taken from a column of its own only."""
    wanted = ("statement", "concerns", "horizon", "likelihood", "confidence", "basis", "so_what")
    entries, sure = _read_list(draft, section, wanted, "statement", _mend_judgement)
    return _put_list(draft, section, ("implications",), entries, sure)


def _mend_judgement(entry: Entry) -> Entry:
    confidence = entry.pop("confidence", "")
    if found := find_confidence(confidence):
        entry["confidence"] = found
        entry["basis"] = "; ".join(filter(None, (entry.get("basis"), "" if found == fold(confidence) else confidence)))
    elif confidence:
        entry["basis"] = "; ".join(filter(None, (entry.get("basis"), confidence)))
    return {name: text for name, text in entry.items() if text}


def place_programme(draft: Draft, section: Section) -> bool:
    """Put the programme, a step each row or line."""
    if not draft.is_shown("meeting.programme"):
        return False
    wanted = ("at", "step", "lead", "minutes", "press")
    entries, sure = _read_list(draft, section, wanted, "step", _mend_step)
    entries = [_cut_time(entry) for entry in entries]
    return _put_list(draft, section, ("meeting", "programme"), entries, sure)


def _mend_step(entry: Entry) -> Entry:
    """Give a step with a time and a length that can be read; others stand in its words."""
    times = find_times(entry.get("at", ""))
    if len(times) == 1 and re.fullmatch(r"\W*[\d:.hH]+\W*(?:hrs|h|Uhr)?", entry["at"].strip()):
        entry["at"] = times[0]
    elif "at" in entry:
        entry["step"] = f"{entry.pop('at')}: {entry['step']}" if entry.get("step") else entry.pop("at")
    minutes = entry.get("minutes", "")
    if minutes and not re.fullmatch(r"[0-9]{1,3}", minutes):
        del entry["minutes"]
        entry["step"] = f"{entry.get('step', '')} ({minutes})"
    return entry


def _cut_time(entry: Entry) -> Entry:
    found = re.match(r"([012]?[0-9][:.hH][0-5][0-9])\s*[:–-]?\s+(?=[^\W\d])", entry.get("step", ""))
    times = find_times(found[1]) if found else []
    if not found or "at" in entry or len(times) != 1:
        return entry
    return {"at": times[0], **entry, "step": entry["step"][found.end() :]}


def place_clearances(draft: Draft, section: Section) -> bool:
    """Put who clears; a state in words that we do not know is kept as a comment."""
    entries, sure = _read_list(
        draft,
        section,
        ("unit", "by", "state", "date", "comment"),
        "unit",
        lambda each: _mend_clearance(each, draft.beside),
    )
    is_prose = sure is not Sureness.CERTAIN and any(len(each["unit"].split()) > _UNIT_WORDS for each in entries)
    return not is_prose and _put_list(draft, section, ("clearances",), entries, sure)


def _mend_clearance(entry: Entry, kept_words: list[str]) -> Entry:
    said = entry.pop("state", "")
    state = find_state(said) if said else None
    if state:
        entry["state"] = state
    entry = _with_dates(entry, ("date",), "comment", kept_words)
    kept = "; ".join(filter(None, (entry.get("comment"), "" if said.lower() == state else said)))
    return {**entry, **({"comment": kept} if kept else {})}


def place_glossary(draft: Draft, section: Section) -> bool:
    """Put acronyms and what they stand for, where every line has both."""
    pairs: list[tuple[str, str]] = []
    for block in section.all_blocks():
        found = _read_acronyms(draft, block)
        if found is None:
            return False
        pairs += found
    known = draft.data.get("glossary", {})
    if not pairs or len({short for short, _ in pairs} | known.keys()) != len(pairs) + len(known):
        return False
    draft.data["glossary"] = {**known, **dict(pairs)}
    draft.tell_section(("glossary",), section, sureness_of(section))
    return True


def _read_acronyms(draft: Draft, block: Block) -> list[tuple[str, str]] | None:
    if isinstance(block, TextBlock):
        found = _ACRONYM.match("".join(each.text for each in block.inlines if isinstance(each, Run)))
        return [(found[1], write_short((Run(" ".join(found[2].split())),)))] if found else None
    columns = read_columns(block, ("acronym", "meaning"), ("acronym", "meaning"))
    if len(columns.names) != 2:  # noqa: PLR2004 - an acronym and its meaning
        return None
    draft.beside += [header_words(block, columns)] if columns.first else []
    rows = block.rows[columns.first :]
    pairs = [
        (words_of_all(columns.cell(row, "acronym")), write_short(join_cell(columns.cell(row, "meaning"))))
        for row in rows
    ]
    return pairs if all(short and meaning for short, meaning in pairs) else None


def place_sources(draft: Draft, section: Section) -> bool:
    """Put a source for each paragraph, named after its first words."""
    paragraphs = [each for each in iterate_paragraphs(section.all_blocks()) if plain(each.inlines)]
    for paragraph in paragraphs:
        add_source(draft, paragraph.inlines, "")
    if paragraphs:
        draft.tell_section(("sources",), section, sureness_of(section, Sureness.LIKELY))
    return bool(paragraphs)


def add_source(draft: Draft, inlines: Inlines, name: str) -> str:
    """Put a source of these words, with the first address that they link to; gives its name."""
    sources = draft.data.setdefault("sources", {})
    inlines = tuple(each for each in inlines if not isinstance(each, Citation))
    name = name or safe_slug(plain(inlines)[:_CITED_ID]).replace(".", "-").lower().strip("-_")
    name = name if name.isascii() and name[:1].isalnum() else f"source-{len(sources) + 1}"
    while name in sources:
        name = f"{name}-{len(sources) + 1}"
    link = next((each.link for each in inlines if isinstance(each, Run) and each.link.startswith("http")), "")
    typed = re.search(r"https?://[^\s<>\"]*[^\s<>\".,;:)]", plain(inlines))
    address = link or (typed[0] if typed else "")
    title = write_short(
        tidy(tuple(Run(each.text, each.strong, each.emphasis) if isinstance(each, Run) else each for each in inlines))
    )
    sources[name] = {"title": title, **({"url": address} if address else {})}
    return name


def add_notes(draft: Draft, notes: dict[str, Blocks]) -> None:
    """Put footnotes and endnotes into the sources, under the names by which the text cites them."""
    for name, blocks in notes.items():
        inlines = join_cell(blocks)
        if plain(inlines):
            add_source(draft, inlines, name)
            draft.tell(("sources", name), Sureness.CERTAIN, "", "a note of the document")


def place_lines_of(draft: Draft, section: Section, steps: tuple[str, ...], sure: Sureness) -> bool:
    """Put a line for each paragraph into a list such as ``objectives``."""
    lines = write_lines(section.all_blocks())
    if not lines:
        return False
    draft.extend(steps, list(lines), sureness_of(section, sure), section.label, section.why)
    return True


def one_line(section: Section) -> str:
    """Give all that stands under a heading on one line."""
    blocks = section.all_blocks()
    only = blocks[0] if len(blocks) == 1 else None
    return first_line(only.inlines) if isinstance(only, TextBlock) else write_short(join_cell(blocks))
