"""Tells by how a sentence is built that a number in it is a statistic: carries 18 % of freight, employs 4,100 people."""

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.quantities import Quantity

_ABOUT = (
    r"(?:about |around |roughly |some |nearly |almost |over |more than |less than |just |only |as (?:much|many) as "
    r"|an estimated |fewer than |well |barely )*[$€£]?"
)
_TAKES_SHARE = LatePattern(
    r"\b(?:(?!(?:is|was|as|has|its|this|thus|plus|towards|besides|versus|less|unless|across|sets|lets|applies|gets|binds"
    r"|states|allies|members|countries|parties|where|charges|deducts|levies|grants|gives|leaves|deserves)\b)[a-z]{3,}s"
    rf"|carry|carries|hold|cover|take|make up|have|own|control|produce|supply|use|lack|live on|host"
    rf"|employ|buy|handle|process|move|serve|generate|import|export|accounts? for|represents?|makes? up|spends?"
    rf"|(?:the )?(?:support|backing"
    rf"|approval|confidence|trust) of|relies on|depends? (?:up)?on|rely on|comes? from) {_ABOUT}$"
)
"""A verb in the present right before a share; those of rules and of deals are none."""
_POLLS = LatePattern(rf"\b(?:polls?|stands?|runs?|hovers?|sits?|lies|remains?|stays?) (?:steady )?at {_ABOUT}$")
_OF = LatePattern(r" of (?:the |its |their |all |every |our |his |her )?[^\W\d_]")
_KEEPS = LatePattern(
    r"\b(?:employs?|has|have|houses?|hosts?|treats?|teach(?:es)?|kills?|feeds?|serves?|counts?|numbers?|trains?|shelters?"
    rf"|holds?|keeps?|infects?|displaces?|reach(?:es)?|supports?|maintains?) {_ABOUT}$"
)
_PERSONS = LatePattern(
    r" (?:[^\W\d_]+[ -]){0,2}?(?:people|persons|sailors|soldiers|workers|employees|staff|students|pupils|patients|inmates"
    r"|detainees|prisoners|troops|nurses|doctors|midwives|police|officers|teachers|refugees|residents|inhabitants|users"
    r"|subscribers|customers|farmers|fishermen|households|families|children|women|men|migrants|guards|recruits|reservists"
    r"|members of staff|asylum seekers|speakers|clients|miners|engineers|researchers|cases)\b"
)
_SPENDS = LatePattern(
    r"\b(?:earns?|spends?|owes?|exports?|imports?|sells?|collects?|turns? over|trades?|consumes?|produces?|emits?|pumps?"
    rf"|generates?|burns?|catch(?:es)?|grows?|harvests?|mines?|refines?|process(?:es)?|handles?"
    rf"|moves?|sends?(?: home)?|remits?|hosts?) {_ABOUT}$"
)
_CARRIES = LatePattern(
    rf"\b(?:carr(?:y|ies)|ships?|cross(?:es)?|pass(?:es)?|sees?|loses?|use|uses|attracts?|draws?) {_ABOUT}$"
)
_SEES = LatePattern(
    rf"\b(?:saw|sees|recorded|records|registered|registers|logged|logs|counted|counts|reported|reports|received|receives"
    rf"|welcomed|welcomes|experienced|attracted) {_ABOUT}$"
)
_SEEN = LatePattern(
    r" (?:[^\W\d_]+ ){0,3}?(?:arrivals|departures|crossings|visitors|tourists|passengers|claims|applications|cases"
    r"|deaths|attacks|incidents"
    r"|births|accidents|outbreaks|infections|complaints|refugees|migrants|infringements|violations|kidnappings|calls|flights|landings)\b"
)
_ONE_IN = LatePattern(
    r"\b(?:one|two|three|four|seven|nine) (?:in|out of) (?:two|three|four|five|six|ten|twenty)\b[^.;()\d]{2,50}, or $"
)
_EACH_DAY = LatePattern(r"[^.;,()\d]{1,30} (?:a|per|each|every) (?:day|night|week|month|year)\b")
_OPENS = LatePattern(rf"(?:but |yet |and )?{_ABOUT}$")
_OF_MANY = LatePattern(
    r" of (?:the |its |all |their )?(?:[^\W\d_]+ ){0,2}?[^\W\d_]{3,}(?:s|people|children|women"
    r"|men) (?!(?:is|are|were) (?:reserved|kept|set|to)\b|goes?\b|to\b|for\b)"
)
_OF_COST = LatePattern(
    r" of (?:the |its |all |their )?(?:[^\W\d_]+ )?(?:costs?|price|bill|fees?|votes?|members|shares)\b"
)
_AVERAGE = LatePattern(
    r"\b(?:on average|an average of|averages?|per (?:capita|head|person|100,000|1,000|million (?:people|inhabitants))"
    r"|median|life expectancy)\b"
)
_LEVEL = LatePattern(
    r"\b(?:is|are|stands? at|runs? at|amounts? to|comes? to|averages?|kills?|earns?|takes?|lasts?|waits?|wait|remains?|costs?"
    rf"|exceeds?|tops?|reach(?:es)?|has|have) {_ABOUT}$"
)
_RULE = LatePattern(
    r"\b(?:levy|fee|tax|toll|premium|deposit|excise|surcharge|interest|penalty|commission|minority|quorum|rebate|discount)"
    r" (?:is|are|takes?|amounts? to|stands? at|stays? at|remains?)\b|\b(?:once|until|as soon as|when|where|provided"
    r"|minority|quorum|treaty|statute|charter|constitution|law|rules?|regulation|directive|clause)\b"
)
_BUILT = LatePattern(
    r" ?(?:metres?|meters?|km|kilometres?|feet|litres?|hectares?|°|pages?|minutes?|seats?|members?|states?)\b"
)
_REACH, _SMALLEST = 48, 100


def is_rule(words: str, start: int, end: int) -> bool:
    """Tell whether a sentence says what holds by a rule, such as a fee, a quorum or a condition of a treaty."""
    return _RULE.search(words, start, end) is not None


def is_of_cost(number: Quantity, words: str) -> bool:
    """Tell whether a number is the share of a cost, a price or a vote, as rules set it."""
    return number.is_share and _OF_COST.match(words, number.end) is not None


def is_built_as_statistic(number: Quantity, words: str, start: int, end: int) -> bool:
    """Tell whether a number in a sentence between two offsets is a statistic by the words right beside it."""
    if _BUILT.match(words, number.end):
        return False
    return _is_built(number, words, start, end) and not is_rule(words, start, end)


def _is_built(number: Quantity, words: str, start: int, end: int) -> bool:
    lead = words[max(start, number.start - _REACH) : number.start]
    if number.is_share:
        return _is_share_told(number, words, lead, is_opening=_OPENS.fullmatch(words, start, number.start) is not None)
    if (number.unit or number.noun) and _AVERAGE.search(words, start, end) and _LEVEL.search(lead):
        return True
    if number.scale > 1 or (number.value >= _SMALLEST and (number.noun or words.startswith(",", number.end))):
        is_kept = _KEEPS.search(lead) is not None and _PERSONS.match(words, number.end) is not None
        if (_SEES.search(lead) and _SEEN.match(words, number.end)) or _ONE_IN.search(words, start, number.start):
            return True
        is_daily = _EACH_DAY.match(words, number.end) is not None and _CARRIES.search(lead) is not None
        return is_kept or is_daily or _SPENDS.search(lead) is not None
    return False


def _is_share_told(number: Quantity, words: str, lead: str, *, is_opening: bool) -> bool:
    """Tell whether a share is one of something there is: rail carries 18 % of freight; only 12 % of farms irrigate."""
    if _POLLS.search(lead):
        return True
    if not _OF.match(words, number.end) or _OF_COST.match(words, number.end):
        return False
    is_taken = _TAKES_SHARE.search(lead) is not None
    return is_taken or (is_opening and _OF_MANY.match(words, number.end) is not None)
