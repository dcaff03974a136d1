"""Finds numbers that measure something, as the build of their sentence says, and have no unit: it processed 210,000 in May."""

import re
from collections.abc import Iterator

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.quantities import Quantity
from briefmaker.checks.sentences import Stretch

NO_UNIT_BEHIND = LatePattern(
    r"[.,;)!?]|$|\n| (?:in|by|this|last|from|to|and|or|but|on|at|over|after|since|during|until|with|than|for"
    r"|against|as|between|while|when|half"
    r"|before|under|which|because|is|was|has|goes|per year|a year|next|compared|down|up|though|although|so|—|–)\b"
)
"""What stands behind a number where no unit and no noun does."""
_NOTHING_BEHIND = LatePattern(
    r"[.,;)!?](?! ?[0-9])|$|\n| (?:in|by|from|at|over|after|since|during|until|when|against|for|between|a (?:year|month|day|week)"
    r"|per (?:year|month|day)|on (?:[0-9]|average|signature|delivery)|last|this|(?:is|was|has|had|would|will"
    r"|goes)\b|and no more|if|once|before|while|because|so that|to (?:the|an?|its|our|their)"
    r"|and (?:is|are|was|were|has|have|will|can|may|would|should|announce|ask|offer|say|make|keep|not|then)|but"
    r"|with|under|through|towards|across)\b"
)
_ABOUT = (
    r"(?:about |around |roughly |some |nearly |almost |over |more than |less than |just |only |as (?:much|many|low|high) as "
    r"|an estimated |up to |at least |at most )*"
)
_MEASURES = (
    r"cost|costs|pays?|paid|offer|offers|offered|owes?|owed|spends?|spent|holds?|held|carr(?:y|ies|ied)|brings? in|brought in"
    r"|yield(?:s|ed)?|process(?:es|ed)|deliver(?:s|ed)|produc(?:es|ed)|generat(?:es|ed)|pump(?:s|ed)|consum(?:es|ed)"
    r"|burn(?:s|ed)|suppl(?:y|ies|ied)|export(?:s|ed)|import(?:s|ed)|earn(?:s|ed)|lends?|lent|weigh(?:s|ed)|stor(?:es|ed)"
    r"|transport(?:s|ed)|absorb(?:s|ed)|discharg(?:es|ed)|contribut(?:es|ed)|contribute|invest(?:s|ed)?|sav(?:es|ed)"
    r"|emit(?:s|ted)|pledg(?:es|ed)|pledge|collect(?:s|ed)|rais(?:es|ed)|charg(?:es|ed)|refin(?:es|ed)|handl(?:es|ed)"
    r"|draws?|drew|trad(?:es|ed)|sells for|sold for|worth|grant(?:s|ed)|disburs(?:es|ed)|allocat(?:es|ed)|sets aside"
    r"|asks? for|asked for|seeks?|sought|needs?|wants?|gives?|gave|approve[sd]?|request(?:s|ed)?|receiv(?:es|ed)"
    r"|commits?|committed|approve|stores?|hold|carry|pay|spend|lend|provid(?:es?|ed)|transfer(?:s|red)?"
    r"|release[sd]?|set aside|setting aside"
    r"|propos(?:es?|ed)|allocate|earmark(?:s|ed)?|raise|save|secur(?:es?|ed)|mobili[sz](?:es?|ed)|disburse|reserv(?:es?|ed)|budgets?"
    r"|budget for|budgeted|authori[sz](?:es?|ed)|agree(?:s|d)? to|borrow(?:s|ed)?|recover(?:s|ed)?|inject(?:s|ed)?"
    r"|add(?:s|ed)?|put(?:s|ting)?"
    r"|owe|cut|lost|loses?|deposit(?:s|ed)?|donat(?:es?|ed)|match(?:es|ed)?|guarantee[sd]?|deliver|produce|generate|supply|import|export"
    r"|consume|treats?|desalinat(?:es?|ed)|lifts?|load(?:s|ed)?|move[sd]?|ship(?:s|ped)|discharge|process|handle|absorb|emit|extract(?:s|ed)?"
    r"|mine[sd]?|harvest(?:s|ed)?|grow|buy|buys|bought|sell|sells|sold|need|accommodat(?:es?|ed)|refine|transport"
    r"|(?:price|bill|fine|fee|loan|grant|debt|budget|contract|levy|rent|toll|subsidy|compensation|ransom|claim) of"
    r"|take(?:s|n)?|took|get|gets|got|make[s]?|made|release|hand(?:s|ed) over|turn(?:s|ed) over|return(?:s|ed)?"
    r"|repa(?:y|ys|id)|waiv(?:es?|ed)"
    r"|write(?:s)? off|wrote off|fund(?:s|ed)?|financ(?:es?|ed)|charge|collect|ask for|seek|request|grant|give|invest(?:ing)?"
    r"|contributing|paying|spending|offering|costing|holding|providing|committing|approving|raising|saving|allocating"
)
_BEHIND_MEASURE = LatePattern(
    rf"\b(?:{_MEASURES})(?: out| back| in| up)?"
    rf"(?: an?| a| the| its| their| our)?(?: (?:further|additional|extra|another|total of|annual|initial|combined"
    rf"|full|first|remaining|maximum of"
    rf"|minimum of))* ?{_ABOUT}$"
)
_LEVEL = (
    r"(?:st(?:ands?|ood) at|c(?:ame|omes?) to|amount(?:s|ed)? to|averag(?:es?|ed)|peak(?:s|ed) at|r(?:uns?|an) at"
    r"|hover(?:s|ed) (?:at|around)|(?:has |have )?(?:rose|risen|rises?|fell|fallen|falls?|climb(?:s"
    r"|ed)|dropp?(?:s|ed)|grew|grown|grows?|slid"
    r"|sank|jumped|declined|increased|decreased|dipped|went up|went down|widened|narrowed|slowed|recovered|improved|shrank|eased)"
    r"(?: \w+ly)?(?: from [0-9.,]+)? (?:to|by)|(?:is|are|was|were) (?:now )?(?:put|estimated) at"
    r"|(?:is|are|was|were|be|been) (?:raised|cut|lowered|reduced|increased|set|fixed"
    r"|capped)(?: from [0-9.,]+)? (?:to|by|at|from)|reached|reaches|exceed(?:s|ed))"
)
_AT_LEVEL = LatePattern(rf"(?:^|[.;:,(]\s)(?P<subject>[^.;:,()\d]{{3,60}}?) {_LEVEL} {_ABOUT}$")
_MOVED = LatePattern(
    r"\b(?:wants?|sees?|expects?|promis(?:es?|ed)|forecasts?|cuts?|rais(?:es?|ed|ing)|lower(?:s|ed|ing)?|reduc(?:es?|ed|ing)|increas(?:es?|ed|ing)|brings?|brought|push(?:es|ed)?"
    r"|lift(?:s|ed|ing)?|drives?|drove|keeps?|kept|caps?|capped|sets?|fix(?:es|ed)?|pegs?|pegged|hold|held)"
    rf" (?P<subject>[^.;:,()\d]{{3,50}}?) (?:from [0-9.,]+ to|to|by|at|from|below|above|under|over|near|past|beyond"
    rf"|within) {_ABOUT}$"
)
_CHANGE_OF = LatePattern(
    r"\b(?P<subject>rise|increase|cut|fall|drop|growth|reduction|gain|decline|decrease|surge|jump|loss|shortfall|deficit|surplus|gap|rate"
    rf"|tariff|levy|duty|subsidy|grant|loan|fine|bonus|allowance|pension|salary|premium|compensation|support|aid"
    rf"|fee|price|cost|yield|output|capacity|depth|flow|load|dose) of {_ABOUT}$"
)
_IS_AT = LatePattern(
    r"(?:^|[.;:,(]\s|\b(?:and|but|while) )(?P<subject>[^.;:,()\d]{0,50}?\b(?:price|cost|output|deficit|debt"
    r"|capacity|flow|fee|wage|rent|loan|budget"
    r"|consumption|demand|supply|production|weight|depth|width|length|distance|load|pressure|dose|yield|growth|inflation"
    r"|unemployment|duty|tax|tariff|premium|subsidy|revenue|income|spending|investment|surplus|rainfall|turnover)"
    rf"(?: (?:of|in|for|on|at|from|per|between|with)\b[^.;:,()\d]{{0,40}})?) (?:is|was|are|were|remains?|stays?|stayed|remained)"
    rf"(?: (?:now|still|only|already|currently))?(?: at| above| below| near)? {_ABOUT}$"
)
_AMOUNT_OF = LatePattern(rf"\b(?P<subject>[^\W\d_]+) of {_ABOUT}$")
_HEAD = LatePattern(r"(?P<head>[^\W\d_]+)(?: (?:of|in|for|on|at|from|per|to|between|with|by)\b.*)?$")
_NO_MEASURE = LatePattern(
    r"attendance|membership|staff|crew|population|number|headcount|enrolment|fleet|strength|total|score|vote|count|tally"
    r"|audience|garrison|herd|backlog|caseload|queue|age|rank|it|he|she|they|we|who|that|this|which|council|committee|team"
    r"|group|force|quorum|minimum|maximum|level|alert|stage|category|size|index|ratio|rating|list|ceiling|limit|term"
    r"|magnitude|crowd|army|party|town|city|country|market|community|diaspora|minority|majority|nation|region|state|chamber"
    r"|parliament|delegation|rate|roll|electorate|workforce|total|people|men|women|children|police|cattle|personnel"
    r"|sum|average|temperature|score|scale|speed|clause|article|part|one|out|most|all|half|some|any|each|because|plan"
)
_SAYS_WHAT = LatePattern(
    r"%|[$€£]|\b(?:per ?cent|pH|Gini|death tolls?|index|ratio|scores?|ranks?|ranking|ratings?"
    r"|coefficient|percentage|numbers? of|votes?|voted|members|seats"
    r"|people|population|inhabitants|displaced|refugees|voters|users|children|women|workers|pilgrims|visitors|speakers|doses"
    r"|citizens|residents|fled|wounded|killed|dead|in (?:thousands|millions|billions|tonnes|euros|dollars)|euros?|dollars?"
    r"|tonnes?|barrels?|magnitude|scale|degrees|points?|jobs|ships|trucks|tents|wells|schools|persons|metres|kilometres)\b"
)
_MEASURED_PLURAL = LatePattern(
    r"prices|rents|fees|wages|salaries|pensions|premiums|tolls|taxes|duties|tariffs|costs|yields|flows|levels"
    r"|temperatures|stocks|catches|revenues|emissions|savings|losses|holdings|deposits|dues|rates|reserves|remittances|exports|imports|sales|profits|subsidies|receipts|loans|grants|arrears|earnings|expenses"
)
_REACH = 90


def find_bare_numbers(
    words: str, sentence: Stretch, numbers: tuple[Quantity, ...], block_start: int
) -> Iterator[tuple[str, Quantity]]:
    """Give the numbers of a sentence that lack their unit, each with the words that make it a measure.

    A sentence, or one before it in its paragraph, that names anything numbers may be of is left alone.
    """
    bare = [each for each in numbers if not each.unit and NO_UNIT_BEHIND.match(words, each.end)]
    if len(bare) != len(numbers) or _SAYS_WHAT.search(words, block_start, sentence.end):
        return
    for number in bare:
        lead = words[max(sentence.start, number.start - _REACH) : number.start]
        what = (
            _name_measure(lead, number)
            if _NOTHING_BEHIND.match(words, number.end) or _is_range(words, number)
            else None
        )
        if what is not None:
            yield what, number


def _is_range(words: str, number: Quantity) -> bool:
    """Tell whether a number begins ``from 60 to 85``."""
    return re.match(r" to [0-9]", words[number.end : number.end + 6]) is not None


def _name_measure(lead: str, number: Quantity) -> str | None:
    """Give the words before a number that make it a measure; None where they do not."""
    if found := _BEHIND_MEASURE.search(lead):
        is_large = number.scale > 1 or number.value >= 20 or number.step < 1  # noqa: PLR2004 - fewer are things
        return found[0].strip() if is_large else None
    if found := _CHANGE_OF.search(lead) or _IS_AT.search(lead):
        return found["subject"].strip()
    for pattern in (_MOVED, _AT_LEVEL, _AMOUNT_OF if number.scale > 1 else None):
        found = pattern.search(lead) if pattern else None
        if found and _is_measure(found["subject"], is_decimal=number.step < 1):
            return found["subject"].strip()
    return None


def _is_measure(subject: str, *, is_decimal: bool) -> bool:
    """Tell whether what is said to stand at a number is measured: one thing, not several that may be counted."""
    found = _HEAD.search(_without_tail(subject))
    head = found["head"].lower() if found else ""
    is_several = head.endswith("s") and not head.endswith(("ss", "us", "is")) and not _MEASURED_PLURAL.fullmatch(head)
    return bool(head) and _NO_MEASURE.fullmatch(head) is None and (is_decimal or not is_several)


def _without_tail(subject: str) -> str:
    """Give the words up to the first that begins what belongs to the noun: rain in the basin."""
    return re.split(r" (?:of|in|for|on|at|from|per|between|with|by|under|across)\b", subject, maxsplit=1)[0]
