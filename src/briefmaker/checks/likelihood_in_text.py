"""Finds where texts say how likely something is, and leaves the same words where they only describe a thing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.likelihood_table import Equals, LikelihoodTable, load_likelihood_table
from briefmaker.checks.phrases import FoundPhrase
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief, Token, WordIndex, fold_word

_FAR, _FARTHEST = 4, 12
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class LikelihoodTerm:
    """An expression of likelihood in a text, with all that says the same."""

    found: FoundPhrase
    line: Equals

    @property
    def text(self) -> TextInBrief:
        """Give the text it stands in."""
        return self.found.text

    @property
    def stretch(self) -> Stretch:
        """Give where it stands."""
        return self.found.stretch

    @property
    def quoted(self) -> str:
        """Give it as it was written."""
        return self.text.quote(self.stretch)


def find_likelihood_terms(checked: CheckedBrief) -> Iterator[LikelihoodTerm]:
    """Give each expression of the brief's language in the texts that its reader meets, in their order."""
    table = load_likelihood_table(checked.language)
    before: LikelihoodTerm | None = None
    for found in table.phrases.find(checked.index):
        line = table.lines.get(found.phrase)
        if line is not None and (_says_how_likely(found, table) or _goes_on(found, before, table)):
            before = LikelihoodTerm(found, line)
            yield before


def find_chances(checked: CheckedBrief) -> Iterator[tuple[TextInBrief, Stretch]]:
    """Give where a text speaks of an amount of chance, or of the chance of something, as in ``a 70 % chance``."""
    table = load_likelihood_table(checked.language)
    seen: set[tuple[str, int]] = set()
    for text, token in find_tokens(checked.index, table.words("chances")):
        sentence = text.sentence_at(token.start)
        if (text.path, sentence.start) in seen:
            continue
        seen.add((text.path, sentence.start))
        found = (each.search(text.words, sentence.start, sentence.end) for each in table.chances)
        stretch = next((Stretch(each.start(), each.start() + len(each[0].rstrip())) for each in found if each), None)
        if stretch is not None:
            yield text, stretch


def find_tokens(index: WordIndex, words: frozenset[str]) -> Iterator[tuple[TextInBrief, Token]]:
    """Give where some words stand, text by text."""
    for number, at in sorted(place for word in words for place in index.places.get(word, ())):
        yield index.texts[number], index.texts[number].tokens[at]


def words_before(found: FoundPhrase, most: int) -> list[str]:
    """Give the words before a phrase in its sentence, the nearest last; of what an apostrophe joins, the last part."""
    return [each.rpartition("'")[2] for each in _fold_before(found.text, found.first, most)]


def word_after(found: FoundPhrase) -> str:
    """Give the word after a phrase; nothing where another sign than a blank stands between, or nothing follows."""
    tokens = found.text.tokens
    if found.last + 1 >= len(tokens):
        return ""
    following = tokens[found.last + 1]
    between = found.text.words[found.stretch.end : following.start]
    return following.folded if between.isspace() and "\n" not in between else ""


def _fold_before(text: TextInBrief, number: int, most: int) -> list[str]:
    begins = text.sentence_at(text.tokens[number].start).start
    return [each.folded for each in text.tokens[max(0, number - most) : number] if each.start >= begins]


def _says_how_likely(found: FoundPhrase, table: LikelihoodTable) -> bool:
    last = found.text.tokens[found.last].folded
    needed = table.needs.get(found.phrase)
    if needed is not None:
        return not needed.isdisjoint(words_before(found, _FARTHEST)) or _is_alone(found)
    if last not in table.words("adjectives"):
        return True
    if table.words("before_a_thing"):
        return not _stands_before_a_thing(found, last, table)
    return _stands_after_a_verb(found, table)


def _goes_on(found: FoundPhrase, before: LikelihoodTerm | None, table: LikelihoodTable) -> bool:
    """Tell whether a term ends a clause without a verb, that of the one before holding for both: ``et une courte probable``."""
    text, end = found.text, found.stretch.end
    if before is None or before.text is not text or table.words("before_a_thing") or found.phrase in table.needs:
        return False
    is_ended = re.match(r"[\s\u00a0\u202f]*(?:[,;:.)!?]|\Z)", text.words[end : end + 3]) is not None
    return is_ended and text.sentence_at(before.stretch.start) == text.sentence_at(found.stretch.start)


def _is_alone(found: FoundPhrase) -> bool:
    return found.stretch.end - found.stretch.start == len(found.text.words.strip())


def _stands_before_a_thing(found: FoundPhrase, last: str, table: LikelihoodTable) -> bool:
    """Tell whether an adjective describes what follows it, as in English."""
    following = word_after(found)
    before = [] if _is_parted(found) else words_before(found, _FAR)
    if before and before[-1] in table.words("before_a_thing"):
        return True
    if following == "to":
        return table.words("linking_verbs").isdisjoint(words_before(found, _FAR))
    return bool(following) and following not in table.words("after_a_judgement") and last not in table.words("adverbs")


def _stands_after_a_verb(found: FoundPhrase, table: LikelihoodTable) -> bool:
    """Tell whether an adjective is said of something by a verb, as in French, where it follows what it describes."""
    if word_after(found) in table.words("after_a_judgement") or _is_parted(found):
        return True
    before = words_before(found, _FAR)
    while before and before[-1] in table.words("between") - table.words("linking_verbs"):
        before.pop()
    return (
        not before or before[-1] in table.words("linking_verbs") or not table.words("opinion_verbs").isdisjoint(before)
    )


def _is_parted(found: FoundPhrase) -> bool:
    """Tell whether a phrase begins a sentence, or follows a sign such as a comma or a bracket."""
    text = found.text
    begins = text.sentence_at(found.stretch.start).start
    between = text.words[text.tokens[found.first - 1].end : found.stretch.start] if found.first else ""
    return found.stretch.start == begins or not between.isspace()


def write_instead(term: LikelihoodTerm, word: str | None, table: LikelihoodTable) -> str | None:
    """Give a word as it may stand instead of a term, in capitals as that; None where the sentence would go wrong with it."""
    found = term.found
    if word is None or fold_word(term.quoted) == word:
        return None
    if not _fits_after_article(found, word) or not _fits_before(found, word, table):
        return None
    return write_as(word, term.quoted)


def write_as(word: str, written: str) -> str:
    """Give a word in capitals as another was written: all of it, its first letter, or none."""
    if len(written) > 1 and written.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if written[:1].isupper() else word


def _fits_after_article(found: FoundPhrase, word: str) -> bool:
    before = words_before(found, 1)
    if before not in (["a"], ["an"]):
        return True
    return (word[0] in _VOWELS) == (before == ["an"])


def _fits_before(found: FoundPhrase, word: str, table: LikelihoodTable) -> bool:
    """Tell whether ``likely`` may give way to ``probable``: not in ``likely to open``, nor as an adverb."""
    if not word.endswith("probable") or "probable" in found.phrase or not table.words("adverbs"):
        return True
    following = word_after(found)
    if following == "that":
        return True
    is_said = not table.words("linking_verbs").isdisjoint(words_before(found, 1))
    return is_said and following in {"", *table.words("after_a_judgement")}
