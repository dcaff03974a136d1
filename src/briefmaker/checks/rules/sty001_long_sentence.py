"""A sentence has more than 25 words.

`longest_sentence` under `checks` in `briefmaker.yaml` says otherwise. Citations are not counted, and a number is one word
however it is written. Each entry of a list is counted by itself, and so is what introduces the list. Names of addressees,
organisations and sources are no sentences.

Why: gov.uk asks for sentences of 25 words at most, since readers lose the thread of longer ones. A minister reads a brief
once, often on the way to the meeting.

Wrong:

    template: information
    background: |
      The Commission proposed in May to extend the measures by one year, with safeguards for poultry, eggs and sugar
      that the Council had asked for in its letter of last December.

Right:

    template: information
    background: |
      The Commission proposed in May to extend the measures by one year. It added safeguards for poultry, eggs and sugar,
      as the Council had asked in its letter of last December.
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import count_words
from briefmaker.model.text import TextKind

QUOTED = 4
_WITHOUT_BLANKS = 4
_NO_SENTENCES = frozenset(
    {"sources", "to", "through", "copies", "participants.organisation", "participants.title", "figures.rows"}
)


@rule(languages=("en", "fr"))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find sentences with more words than are allowed."""
    longest = checked.settings.longest_sentence
    for text in checked.shown_texts:
        # A sentence of so many words is at least twice as long as their number.
        if text.kind is TextKind.WORDS or len(text.typed) < 2 * longest or text.is_in(_NO_SENTENCES):
            continue
        for sentence in text.sentences:
            # Hardly any words follow one another without a blank between.
            if text.words.count(" ", sentence.start, sentence.end) + _WITHOUT_BLANKS < longest:
                continue
            words = text.words_in(sentence)
            count = count_words(text.words, words) if len(words) > longest else 0
            if count > longest:
                beginning = " ".join(text.quote(each) for each in words[:QUOTED])
                message = f"a sentence of {count} words, where {longest} are enough: `{beginning} …`"
                yield text.finding(sentence, message, "make two of it, or a list of what it enumerates")
