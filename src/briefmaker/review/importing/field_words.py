"""What headings, labels and columns of briefs are called, in every language: briefmaker's own labels, and lists of words."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum
from functools import cache
from typing import Any

from briefmaker.reading.shipped_yaml import load_shipped_yaml, names_of_shipped_yaml
from briefmaker.view.labels import languages_with_labels, load_labels

PACKAGE = "briefmaker.review"
FOLDER = "field_words"
_ALMOST = 0.9
_SHORTEST_ALMOST = 7
_MOST_REST = 4
# Labels that briefmaker prints under other names than those of the concepts they stand for.
_LABELS = {
    "prepared_by": "from", "when": "when", "place": "where", "kind": "format", "interpreter": "interpretation",
    "clearances": "clearance", "annex": "annex",
}  # fmt: skip
_COLUMN_LABELS = {
    "they_say": "they_say", "we_say": "we_say", "action": "action", "owner": "owner", "due": "due", "unit": "unit",
    "by": "by", "state": "state", "comment": "comment", "statement": "judgement", "likelihood": "likelihood",
    "confidence": "confidence", "basis": "basis", "so_what": "so_what", "concerns": "concerns", "horizon": "horizon",
    "at": "at", "step": "step", "lead": "lead", "minutes": "time_set", "name": "who", "address_as": "addressed_as",
    "wants": "wants", "perspective": "perspective", "approach": "approach", "topic": "agenda_item", "source": "source",
}  # fmt: skip
_CHOICES = {
    "sides": ("ours", "theirs", "other"),
    "states": ("requested", "cleared", "cleared-with-edits", "non-concur", "no-response", "information"),
    "confidences": ("low", "moderate", "high"),
}
"""What a field can be, by the part of the lists that says how people write it."""
_NUMBER = re.compile(
    r"^\s*(?:[(\[]?(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[ivxIVX]{1,4}|[A-Za-z])[.)\]](?!\d)|[0-9]{1,2}\s*[-–—]"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2})+(?=\s+[^\W\d_a-z]))\s*"
)
_PORTION = re.compile(r"^\s*\([A-Z][A-Z/ +-]{0,11}\)\s*")
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*")


class Sureness(IntEnum):
    """How sure it is that a text belongs where it was put."""

    GUESS = 1
    LIKELY = 2
    CERTAIN = 3

    @property
    def word(self) -> str:
        """The word by which a report says it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Known:
    """What a heading or a column was known as; ``rest`` is what it says beyond that."""

    concept: str
    sure: Sureness
    language: str = ""
    rest: str = ""


def fold(label: str) -> str:
    """Give a label as labels are compared: without numbers before it, brackets, signs, case and accents of writing."""
    text = _NUMBER.sub("", _PORTION.sub("", unicodedata.normalize("NFKC", label)))
    text = _BRACKETS.sub(" ", text) if _BRACKETS.sub("", text).strip() else text
    return " ".join(re.sub(r"[^\w&/+]+", " ", text.replace("’", "'").casefold()).split())


def is_numbered(label: str) -> bool:
    """Tell whether a heading begins with a number: ``2. Trade``, ``II) Trade``, ``3 – Trade``."""
    return _NUMBER.match(_PORTION.sub("", label)) is not None


def strip_number(label: str) -> str:
    """Give a heading without the number before it."""
    return _NUMBER.sub("", label, count=1).strip() or label.strip()


def find_heading(label: str) -> Known | None:
    """Give what a heading stands for, in any language that we know; None for one that says something of its own."""
    words = fold(label)
    index = _index("headings")
    if not words or strip_item_word(label) != strip_number(label):
        return None
    if words in index:
        return Known(*index[words])
    return _find_before_colon(label, index) or _find_part(words, index) or _find_almost(words, index)


def find_label(label: str) -> Known | None:
    """Give what a heading stands for where it is exactly one that we know."""
    found = _index("headings").get(fold(label))
    return None if found is None else Known(*found)


def find_column(label: str) -> tuple[str, ...]:
    """Give the columns that a table's header may mean, the likeliest first."""
    words = fold(label)
    columns = _columns().get(words)
    return columns or next((_columns()[each] for each in _split(words) if each in _columns()), ())


def find_kind(label: str) -> str | None:
    """Give the template whose kind of document a line names, such as ``Action memorandum``."""
    found = _index("kinds").get(fold(label))
    return None if found is None else found[0]


def find_side(label: str) -> str | None:
    """Give whose side a heading names: ours, theirs or other."""
    found = _index("sides").get(fold(label))
    return None if found is None else found[0]


def header_side(text: str) -> str | None:
    """Give whose side a line names that only says so: ``Our side:``."""
    return find_side(text.rstrip(": ")) if len(text.split()) <= _MOST_REST else None


def find_state(label: str) -> str | None:
    """Give the state of a clearance that words stand for."""
    found = _index("states").get(fold(label))
    return None if found is None else found[0]


def find_confidence(label: str) -> str | None:
    """Give the confidence that words stand for: low, moderate or high."""
    found = _index("confidences").get(fold(label))
    return None if found is None else found[0]


def _find_before_colon(label: str, index: dict[str, tuple[str, Sureness, str]]) -> Known | None:
    """Know ``Background: the corridor`` by what stands before the colon."""
    before, colon, rest = label.partition(":")
    found = index.get(fold(before)) if colon else None
    return None if found is None else Known(found[0], Sureness.LIKELY, found[2], rest.strip())


def _find_part(words: str, index: dict[str, tuple[str, Sureness, str]]) -> Known | None:
    """Know ``Background and context`` by a part, ``Key messages for the meeting`` by how it begins."""
    for part in _split(words):
        if part in index:
            concept, _, language = index[part]
            return Known(concept, Sureness.LIKELY, language)
    pieces = words.split()
    for length in range(len(pieces) - 1, 0, -1):
        if len(pieces) - length > _MOST_REST:
            break
        beginning = " ".join(pieces[:length])
        if beginning in index and (length > 1 or beginning not in _vague()):
            concept, _, language = index[beginning]
            return Known(concept, Sureness.LIKELY if length > 1 else Sureness.GUESS, language)
    return None


def _find_almost(words: str, index: dict[str, tuple[str, Sureness, str]]) -> Known | None:
    """Know a heading with a slip of the pen in it."""
    near = get_close_matches(words, index, n=1, cutoff=_ALMOST) if len(words) >= _SHORTEST_ALMOST else []
    return Known(index[near[0]][0], Sureness.GUESS, index[near[0]][2]) if near else None


def _split(words: str) -> list[str]:
    return (
        [each.strip() for each in re.split(r" (?:and|et|und|y|e|en|&) |/", words) if each.strip()]
        if " " in words or "/" in words
        else []
    )


@cache
def _vague() -> frozenset[str]:
    """Words that begin many headings without saying what stands under them: ``Issue of visas``, ``For the record``."""
    names = ("title", "issue", "to", "prepared_by", "through", "copies", "decision", "when", "place", "kind", "date")
    found = {words for words, (concept, *_) in _index("headings").items() if concept in names}
    return frozenset(found | _item_words())


@cache
def _index(part: str) -> dict[str, tuple[str, Sureness, str]]:
    """Give what each folded label of one part of the lists stands for; the first language and concept keep what two claim."""
    index: dict[str, tuple[str, Sureness, str]] = {}
    for language in list_languages():
        for concept, labels in load_words(language).get(part, {}).items():
            for label in labels:
                index.setdefault(fold(label), (concept, Sureness.CERTAIN, language))
    for language in languages_with_labels() if part == "headings" else ():
        labels_of = load_labels(language) or {}
        for concept in _concepts():
            label = labels_of.get(_LABELS.get(concept, concept))
            if isinstance(label, str) and "{" not in label:
                index.setdefault(fold(label), (concept, Sureness.CERTAIN, language))
    for language, name, label in _iterate_printed_choices(part):
        index.setdefault(fold(label), (name, Sureness.CERTAIN, language))
        index.setdefault(name, (name, Sureness.CERTAIN, "en"))
    index.pop("", None)
    index.pop("a", None)  # Spanish and Italian for `to`, and elsewhere the letter before an answer
    return index


def _iterate_printed_choices(part: str) -> Iterator[tuple[str, str, str]]:
    """Give language, choice and label of what briefmaker prints for a choice, such as ``ours`` or ``cleared-with-edits``."""
    for language in languages_with_labels():
        labels_of = load_labels(language) or {}
        for name in _CHOICES.get(part, ()):
            yield language, name, str(labels_of[f"{part.removesuffix('s')}_{name.replace('-', '_')}"])


@cache
def _columns() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for language in list_languages():
        for column, labels in load_words(language).get("columns", {}).items():
            for label in labels:
                found.setdefault(fold(label), []).append(column)
    for language in languages_with_labels():
        labels_of = load_labels(language) or {}
        for column, key in _COLUMN_LABELS.items():
            if isinstance(label := labels_of.get(key), str):
                found.setdefault(fold(label), []).append(column)
    return {label: tuple(dict.fromkeys(columns)) for label, columns in found.items()}


@cache
def _concepts() -> tuple[str, ...]:
    return tuple(load_words("en")["headings"])


@cache
def _item_words() -> frozenset[str]:
    return frozenset(fold(word) for language in list_languages() for word in load_words(language).get("item_words", ()))


def strip_item_word(label: str) -> str:
    """Give the topic of ``Agenda item 2: Trade``; a heading without such words as it is, but for its number."""
    found = re.match(r"\s*([^\W\d_]+(?: [^\W\d_]+)?)\s*(?:[0-9]{1,2}|[A-Z])\s*[:.)–—-]\s*(?=\S)", label)
    if found and fold(found[1]) in _item_words():
        return label[found.end() :].strip()
    return strip_number(label)


@cache
def speaker_words(kind: str) -> frozenset[str]:
    """Give the words before a question (``question_words``) or an answer (``answer_words``), folded."""
    return frozenset(fold(word) for language in list_languages() for word in load_words(language).get(kind, ()))


@cache
def list_languages() -> tuple[str, ...]:
    """Give the languages that have lists of words, English first."""
    return tuple(sorted(names_of_shipped_yaml(PACKAGE, FOLDER), key=lambda name: (name != "en", name)))


def load_words(language: str) -> Any:
    """Give the lists of one language."""
    return load_shipped_yaml(PACKAGE, FOLDER, language)
