"""Finds where a text says how confident its writer is in a judgement, and leaves the confidence of markets and parliaments."""

import re
from collections.abc import Iterator
from functools import cache

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.likelihood_in_text import find_tokens
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.text_in_brief import TextInBrief

_LEVEL = (
    "(?:very |fairly |quite |rather )?"
    "(?:low|moderate|medium|high|higher|limited|great|greater|little|strong|reasonable|some)"
)
_NIVEAU = (
    "(?:très |assez )?(?:élevée?|modérée?|moyen(?:ne)?|faible|limitée?|haute?|grande?|forte?|bon(?:ne)?"
    "|réduite?|solide|totale?|entière?|pleine|absolue)"
)
_OURS = (
    "(?:(?:this|that|the|our|their|these|those|its|such an?) )?(?:likely |probable )?"
    "(?:judge?ments?|assessments?|views?|conclusions?|forecasts?|estimates?|findings?|outcome|analysis|evidence"
    "|date|figures?|likelihood|prediction|appraisal|this|that|it|which)"
)
_NOTRES = (
    r"(?:(?:ce|cette|ces|le|la|les|notre|nos|son|sa|ses|leurs?|l['’])\s?)?"
    r"(?:jugements?|appréciations?|évaluations?|avis|idée|fait|date|analyse|estimations?|conclusions?|prévisions?|constat)"
)
_PATTERNS = {
    "en": (
        (
            rf"\b{_LEVEL}(?:[- ](?:to|or)[- ](?:moderate|medium|high))?(?: (?:level|degree) of)?[ -]confidence\b"
            rf"(?! (?:in|among|of)\b(?! {_OURS}\b))"
        ),
        (
            rf"(?<!consumer )(?<!business )(?<!investor )(?<!public )(?<!market )\bconfidence(?: level)?(?: in {_OURS})?"
            rf"(?: is|:| remains| stays|,) {_LEVEL}\b"
        ),
        r"\bwith confidence(?= that\b)",
        r"\bwe (?:are|remain|feel|were) (?:\w+ )?confident(?! (?:in|about) (?!this|that|it))",
    ),
    "fr": (
        rf"\bconfiance {_NIVEAU}(?: à {_NIVEAU})?\b(?! (?:des?|du|dans|envers|chez)\b(?! {_NOTRES}\b))",
        rf"\b{_NIVEAU} (?:(?:degré|niveau) de )?confiance\b(?! (?:des?|du|dans|envers|chez)\b(?! {_NOTRES}\b))(?! d['’])",
        (
            rf"(?<!taux de )\bconfiance(?: dans {_NOTRES})?(?: y)?"
            r"(?:,? (?:est|reste|demeure)(?: jugée| tenue pour)?|[ \u00a0\u202f]?:| \(|,)[ \u00a0]?"
            rf"{_NIVEAU}\b(?! (?:des?|du)\b)"
        ),
        r"\b(?:haut|fort|bon|grand|faible) degré de certitude\b",
        r"\bnous (?:en )?sommes (?:\w+ )?(?:sûre?s|convaincue?s|persuadée?s)(?: que| qu['’]|[,.;]|\Z)",
        rf"\bconfiance dans {_NOTRES} {_NIVEAU}\b",
        rf"\bconfiance dans {_NOTRES}\b(?: \w+)? est {_NIVEAU}",
        r"\bnous (?:sommes|restons) (?:\w+ )?confiante?s(?! (?:dans|en)\b)",
    ),
}
_WORDS = {
    "en": frozenset(
        {"confidence", "confident", *(f"{each}-confidence" for each in ("low", "moderate", "medium", "high"))}
    ),
    "fr": frozenset(
        {"confiance", "confiants", "confiantes", "certitude", "sûrs", "sûres", "convaincus", "convaincues", "persuadés"}
    ),
}


def find_confidences(checked: CheckedBrief) -> Iterator[tuple[TextInBrief, Stretch]]:
    """Give where texts that the reader meets state a confidence: once a sentence, and none for a language without data."""
    seen: set[tuple[str, int]] = set()
    for text, token in find_tokens(checked.index, _WORDS.get(checked.language, frozenset())):
        sentence = text.sentence_at(token.start)
        if (text.path, sentence.start) in seen:
            continue
        seen.add((text.path, sentence.start))
        found = (each.search(text.words, sentence.start, sentence.end) for each in _compile(checked.language))
        stretch = next((Stretch(*each.span()) for each in found if each), None)
        if stretch is not None:
            yield text, stretch


@cache
def _compile(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(each, re.IGNORECASE) for each in _PATTERNS[language])
