"""A text holds what a chat assistant left in it, and the brief does not say with what it was drafted.

Found are words that assistants write to whom they help, brackets that wait for a name, and technical traces in texts and
addresses, such as `oaicite` or `utm_source=chatgpt.com`. The words are those of the list `assistant_phrases`, which is
English; traces are the same in every language. A brief whose
`drafted_with` says how it was drafted is not asked.

Why: ICS 206-01 asks that text written with an AI says so, and a reader weighs it accordingly.

Wrong:

    template: submission
    considerations: |
      Certainly! Here is a summary of the talks.   # SRC006

Right:

    template: submission
    drafted_with: First draft by a language model, checked against the sources by the desk
    considerations: |
      The talks ended on 2 October without a text.
"""

import re
from collections.abc import Iterator

from briefmaker.checks.bracketed import find_open_brackets
from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.phrases import FoundPhrase
from briefmaker.checks.quotations import is_anothers
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.diagnostics import Severity

_TRACE = LatePattern(
    r"oai_?cit(?:e|ation)|contentReference|cite(?=turn[0-9])"
    r"|turn[0-9]{1,3}(?:search|news|view|image|file|fetch|finance|forecast|academia)[0-9]+"
    r"|grok_(?:card|render)"
    r"|attributableIndex|attached_file:[0-9]|【[0-9]+[^】\n]{0,40}】|[\ue200-\ue206]"
    r"|utm_source=(?:chatgpt|openai|copilot|perplexity|claude|gemini|grok)[a-z.]*"
)
_PARTS_OF_TRACES = (
    "oai",
    "turn",
    "utm_",
    "contentRef",
    "grok_",
    "attribut",
    "attached_",
    "【",
    *map(chr, range(0xE200, 0xE207)),
)
_OPENING = LatePattern(
    r"(?:certainly|sure|sure thing|of course|absolutely|got it|understood|great)[!,.:–—-]+\s+(?:here(?:'s|’s| is| are)"
    r"|(?:below|the following) (?:is|are)|I(?:'ll|’ll|'ve|’ve| have| can| will)\s+(?:draft|re|help|prepare|summari[sz]e|provide))"
    r"|(?:I(?:'m|’m| am) )?(?:sorry|my apologies|unfortunately),? (?:but )?I (?:cannot|can(?:'|’)t|am unable to"
    r"|am not able to|(?:'|’)m unable to) (?:assist|help with (?:that|this)|fulfil|provide (?:that|real)|comply|access|browse)"
    r"|if you(?:'d like|’d like| would like| want| wish),? I can (?:also |now )?"
    r"(?:draft|expand|rewrite|provide|add|shorten|tailor|turn|convert|prepare|create|help|adapt|summari[sz]e|make|include|write)"
    r"|(?:chatgpt|copilot|gemini|claude) said:|(?:is there )?anything else (?:you(?:'d|’d| would) like|I can)"
    r"|you(?:'re|’re| are) absolutely right[,!.—–-]|thought for [0-9]+ seconds\b"
)
"""What begins a sentence of an assistant."""
_FIRST_WORD = LatePattern(r"\W*(?:certainly|sure|of course|absolutely)!(?=\s)")
"""What begins an answer of one, and no text of a brief."""
_SELF = LatePattern(
    r"\bas an? (?:(?:large )?language model|(?:AI|artificial intelligence|LLM)\b[^.,;\n]{0,40}),? I\b"
    r"|\bI(?:'m|’m| am) (?:just |only )?an? (?:AI|LLM|(?:large )?language model)\b"
)
_IN_OPENINGS = (
    *("certainly", "sure", "course", "absolutely", "got", "understood", "great", "sorry", "apologies", "unfortunately"),
    *("you'd", "want", "would", "wish", "said", "else", "ai", "artificial", "llm", "language", "seconds"),
)
"""One of these words stands in each of them."""
_SPOKEN = ("agenda.lines_to_take", "agenda.if_raised", "key_points")
_HINT = "check every word of it against the sources, and say in `drafted_with` how it was drafted"
_OF_ASSISTANTS = LatePattern(r"[\[<{]+\s*(?:insert|your|recipient|company|client|sender|organi[sz]ation's)\b")


@rule(final=Severity.ERROR)
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find traces of a chat assistant in a brief that declares none."""
    if checked.brief.drafted_with:
        return
    yield from _find_phrases(checked)
    for text in checked.texts:
        found = _find_trace(text.typed)
        if found:
            plain = _TRACE.search(text.words)
            stretch = Stretch(*plain.span()) if plain else None
            message = f"“{found.group()}” is a trace of a chat assistant"
            yield Finding(text.path, message, _HINT, stretch=stretch)
    for name, source in checked.brief.sources.items():
        found = _find_trace(source.url or "")
        if found:
            yield Finding(f"sources.{name}.url", f"“{found.group()}” is a trace of a chat assistant", _HINT)


def _find_trace(typed: str) -> re.Match[str] | None:
    """Give the first technical trace; most texts have no part of one, which is seen faster than an expression fails."""
    return _TRACE.search(typed) if any(part in typed for part in _PARTS_OF_TRACES) else None


def _find_phrases(checked: CheckedBrief) -> Iterator[Finding]:
    for found in checked.phrases("assistant_phrases").find(checked.index):
        if _counts(found) and not is_anothers(found.text, found.stretch):
            words = found.text.quote(found.stretch)
            yield found.text.finding(found.stretch, f"“{words}” is what a chat assistant writes", _HINT)
    for number in sorted({number for word in _IN_OPENINGS for number, _ in checked.index.places.get(word, ())}):
        yield from _find_openings(checked.index.texts[number])
    for text in checked.shown_texts:
        for stretch in find_open_brackets(text):
            if _OF_ASSISTANTS.match(text.quote(stretch)):
                yield text.finding(
                    stretch, f"“{text.quote(stretch)}” waits for words, as drafts of chat assistants do", _HINT
                )


def _find_openings(text: TextInBrief) -> Iterator[Finding]:
    places = [_stretch(found) for found in _SELF.finditer(text.words)]
    places += [found for found in map(_stretch, _OPENING.finditer(text.words)) if _begins(text, found)]
    first = _FIRST_WORD.match(text.words)
    if first and not any(each.start <= first.end() for each in places):
        places.append(_stretch(first))
    for stretch in places:
        if not is_anothers(text, stretch):
            yield text.finding(stretch, f"“{text.quote(stretch)}” is what a chat assistant writes", _HINT)


def _stretch(found: re.Match[str]) -> Stretch:
    return Stretch(*found.span())


def _begins(text: TextInBrief, stretch: Stretch) -> bool:
    return not text.words[text.sentence_at(stretch.start).start : stretch.start].strip("\"'“‘([ ")


def _counts(found: FoundPhrase) -> bool:
    """Tell whether a phrase stands where the list says that it counts."""
    if found.meaning == "written":
        return not found.text.field.startswith(_SPOKEN)
    sentence = found.text.sentence_at(found.stretch.start)
    before = found.text.words[sentence.start : found.stretch.start].strip("\"'“‘([ ")
    behind = found.text.words[found.stretch.end : sentence.end].strip("\"'”’)] .!?:")
    return {"begins": not before, "ends": not behind, "alone": not before and not behind}.get(found.meaning, True)
