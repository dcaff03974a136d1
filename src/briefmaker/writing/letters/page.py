"""What stands in a letter, in order, before it is plain text or HTML: both are written from this and so say the same."""

from dataclasses import dataclass

from briefmaker.model.rich_text import Blocks, Paragraph, Run
from briefmaker.model.style import Palette


@dataclass(frozen=True, slots=True)
class Speech:
    """A language by its tag, and whether it runs ``ltr`` or ``rtl``."""

    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class LetterFact:
    """A line of the small table: its label, in the letter's language, and what it says, in that of ``speech``."""

    label: str
    blocks: Blocks
    speech: Speech


@dataclass(frozen=True, slots=True)
class LetterPart:
    """A part under a heading, in the letter's language; ``is_main`` for what has to be read if nothing else is."""

    heading: str
    blocks: Blocks
    speech: Speech
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class LetterPage:
    """A whole letter: ``own`` is its language, ``document`` that of what it is about, in which kind, title and mark stand.

    ``notice`` says that it is a draft or a correction; ``details`` are reference, version and date; ``opening`` the greeting and
    what is said first. The parts of ``first`` stand before the facts.
    """

    own: Speech
    document: Speech
    colours: Palette
    marking: str
    notice: str
    kind: str
    title: Blocks
    plain_title: str
    details: str
    opening: Blocks
    first: tuple[LetterPart, ...]
    facts: tuple[LetterFact, ...]
    parts: tuple[LetterPart, ...]


def make_words(words: str, *, strong: bool = False, link: str = "") -> Blocks:
    """Give plain words as a paragraph, or nothing for none."""
    return (Paragraph((Run(words, strong=strong, link=link),)),) if words else ()
