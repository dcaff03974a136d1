"""Questions that may come and their answers: from headings, from ``Q:`` and ``A:``, from a table, or from nested bullets."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from briefmaker.model.rich_text import Inline, Inlines, Run
from briefmaker.review.importing.blocks import Block, Blocks, GridBlock, TextBlock, plain
from briefmaker.review.importing.field_words import Sureness, fold, speaker_words
from briefmaker.review.importing.rich_blocks import join_paragraphs, tidy
from briefmaker.review.importing.sections import Section
from briefmaker.review.importing.table_rows import header_words, read_mappings
from briefmaker.review.importing.text_values import write_line
from briefmaker.review.markdown import write_short


@dataclass
class Exchanges:
    """What was read: entries of ``if_raised``, how sure they are, and headers of tables, which fill no field."""

    entries: list[dict[str, str]] = field(default_factory=list)
    sure: Sureness = Sureness.CERTAIN
    beside: list[str] = field(default_factory=list)


def read_exchanges(section: Section) -> Exchanges:
    """Give the questions and answers under a heading; what answers no question answers the heading itself, as a guess."""
    read = Exchanges()
    _read_blocks(read, tuple(section.body), section.label)
    for child in section.children:
        _add(read, (Run(child.label),), child.all_blocks(), Sureness.LIKELY)
    return read


def _read_blocks(read: Exchanges, blocks: Blocks, label: str) -> None:
    question: Inlines = ()
    answer: list[Block] = []
    level = -1
    for block in blocks:
        if isinstance(block, GridBlock):
            _close(read, question, answer, label)
            question, answer = (), []
            _read_table(read, block)
            continue
        asked = _read_question(read, block, level if question else -1)
        if asked:
            _close(read, question, answer, label)
            question, answer, level = asked, [], block.list_level
        elif block.inlines:
            answer.append(_strip_speaker(read, block))
    _close(read, question, answer, label)


def _read_question(read: Exchanges, block: TextBlock, level: int) -> Inlines:
    """Give the question that a paragraph asks, or nothing for one that answers."""
    text = plain(block.inlines)
    speaker, rest = split_speaker(text, "question_words")
    if rest:
        read.beside.append(f"{speaker}:")
        return cut_speaker(block.inlines, speaker)
    runs = [each for each in block.inlines if isinstance(each, Run) and each.text.strip()]
    is_bold = bool(runs) and all(each.strong for each in runs)
    is_answer = bool(split_speaker(text, "answer_words")[1])
    is_asking = text.endswith("?") or is_bold
    is_outer = block.list_level <= level or level < 0
    return tidy(block.inlines) if is_asking and is_outer and not is_answer else ()


def _close(read: Exchanges, question: Inlines, answer: list[Block], label: str) -> None:
    if question or answer:
        if question and not answer:
            _add(read, (Run(label),), (TextBlock(question),), Sureness.GUESS)
        elif question:
            _add(read, question, answer, Sureness.LIKELY)
        else:
            for block in answer:
                _add(read, (Run(label),), (block,), Sureness.GUESS)


def _add(read: Exchanges, question: Inlines, answer: Iterable[Block], sure: Sureness) -> None:
    said = write_line(answer)
    if not said:
        said, sure = "–", Sureness.GUESS
    read.entries.append({"they_say": write_short(tidy(question)), "we_say": said})
    read.sure = min(read.sure, sure)


def _read_table(read: Exchanges, grid: GridBlock) -> None:
    entries, columns = read_mappings(grid, ("they_say", "we_say"), ("they_say", "we_say"), "we_say")
    read.beside += [header_words(grid, columns)] if columns.first else []
    read.sure = min(read.sure, columns.sure)
    for entry in entries:
        read.entries.append({"they_say": entry.get("they_say", "–"), "we_say": entry.get("we_say", "–")})


def split_speaker(text: str, kind: str) -> tuple[str, str]:
    """Give who speaks and what is said of a line such as ``Q: Why now?``; nothing where no such word begins it."""
    before, colon, rest = text.partition(":")
    folded = fold(before.strip().rstrip("0123456789. ") or before)
    is_speaker = bool(colon and rest.strip()) and folded in speaker_words(kind)
    return (before, rest.strip()) if is_speaker else ("", "")


def cut_speaker(inlines: Inlines, speaker: str) -> Inlines:
    """Give a line without the word for who speaks before it; the number of a question stays in the words of its label."""
    joined = join_paragraphs([inlines])
    count = len(speaker) + 1
    kept: list[Inline] = []
    for each in joined:
        if isinstance(each, Run) and count > 0:
            taken = min(count, len(each.text))
            count -= taken
            kept.append(Run(each.text[taken:], each.strong, each.emphasis, each.link))
        else:
            kept.append(each)
    return tidy(tuple(kept))


def _strip_speaker(read: Exchanges, block: TextBlock) -> TextBlock:
    speaker, rest = split_speaker(plain(block.inlines), "answer_words")
    if not rest:
        return block
    read.beside.append(f"{speaker}:")
    return TextBlock(cut_speaker(block.inlines, speaker), list_level=block.list_level)
