"""Tells whether a figure is stated as a fact: every measure and large count is, unless its sentence is of another class."""

from briefmaker.checks.late_pattern import LatePattern
from briefmaker.checks.plain_text import BlockKind
from briefmaker.checks.quantities import Quantity
from briefmaker.checks.statistics_by_build import PERSONS, is_of_cost
from briefmaker.checks.statistics_told import ToldSentence

_TO_BE_DONE = LatePattern(
    r"objectives|decision\.|recommendation|agenda\.(?:our_position|lines_to_take|objective|if_raised)"
    r"|participants\.biography|meeting\."
)
"""Fields of what is to be said, asked or decided, and of lives: their figures are offers, prices and ages."""
_ORDERS = LatePattern(
    r"(?:\W*)(?:accept|add|agree|allow|approve|ask|avoid|back|call|confirm|cut|decline|do|endorse|extend|give|grant|increase"
    r"|insist|invite|keep|leave|let|limit|lower|maintain|make|note|offer|open|pay|press|propose|push|put|raise|recall"
    r"|recommend|reduce|refuse|reject|remind|release|request|secure|seek|set|sign|spend|stress|support|take|tell|thank"
    r"|transfer|urge|use|warn|welcome)\b"
)
_OF_A_DEAL = LatePattern(
    r"\b(?:deals?|contracts?|(?<!bad )(?<!performing )loans?|(?<!their )bonds?|packages?|pacts?|accords?|memorandum"
    r"|tenders?|bids?|grants? of|gifts?|prizes?"
    r"|tickets?|visas?|compensation|damages|settlement|ransom|rewards?|bribes?|bail|stakes?|lease|royalt(?:y|ies)|vat"
    r"|excise|surcharges?|premium|discounts?|rebates?|credit lines?|line of credit|facility|instal?lments?|tranches?"
    r"|act|decree|convention|protocol|charter|norms?|standards?|resolution|sanctions?|draft|bill before|clause|annex"
    r"|delegation|convoy|summit|conference|forum|rally|reception|scenarios?|options?|assum\w*|suppose\w*|likely|probably"
    r"|perhaps|risks?|chances?|probability|odds|sure|confident|hopes?|intends?|wanted|used to|to be|in favour|votes?"
    r"|voted|ballots?|for example|such as|formula|defined|definition|count as|counts as|qualif\w*|eligible|exempt\w*"
    r"|entitle\w*|permitted|lev(?:y|ies)|tolls?|a rate of|by paying|(?:is|are) to|claims?(?= for|:)|reparations"
    r"|awards?|orders?|ordered|guarantees?|insist\w*"
    r"|backs? an?|favours?|push(?:es)? for|press(?:es)? for|rejects?|refuses?|accepts?|holds? out for|bans?|banned"
    r"|forbid\w*|applies|apply|maximum|minimum|no more than)\b"
)
_BUILT = LatePattern(
    r"\b(?:ships?|vessels?|ferr(?:y|ies)|trains?|planes?|aircraft|bus(?:es)?|hall|rooms?|stadium|tanks?|building|bridge"
    r"|tunnel|tower|hotel|reactor|dam|pipeline|runway|pier|terminal|warehouse|canal|drones?|missiles?|satellites?|each"
    r"|lorry|lorries|truck) (?:is|are|was|displaces?|carr(?:y|ies)|holds?|takes?|seats?|stores?|has|have|costs?|can|weighs?"
    r"|lies?|reaches|flies|runs|measures)\b"
)
"""What carries, holds and costs a number by its make."""
_ONCE = LatePattern(
    r"\b(?:killed|injured|wounded|signed|paid|lent|gave|donated|bought|approved|adopted|granted|transferred|seized|fined"
    r"|won|lost the|delivered|sent|disbursed|borrowed|voted|announced|invested in|sold|contributed|offered|awarded"
    r"|sentenced|was worth|were worth|earned|raised|founded|opened|built|ordered|destroyed|damaged|accepted|received"
    r"|brought together|gathered|attended|marched|demonstrated|gives?|provides?) (?:[^\W\d_]+ ){0,2}?"
    r"(?:about |around |some |nearly |almost |over |more than |at least |only )?[$€£]?$"
)
"""What happened once, right before its number: it goes with its event, and is no level that moves on."""
_BOUND = LatePattern(
    r"(?:^|\b(?!(?:is|are|was|were|to|at|stands?|remains?|stays?|well|still|just|lies|runs?|fell|rose|fallen|risen|far|now"
    r"|slightly|and|by)\b)[^\W\d_]+ )(?:below|under|above|beyond|(?:with|of|from) (?:more|less|fewer) than) $"
)
"""A bound right before its number: parties below 5 %; not unemployment that is above it."""
_WHOLE_OF_A_FIRM = LatePattern(
    r" of (?:the |its |their )?(?:[^\W\d_]+ ){0,2}?(?:company|firm|consortium|venture|stock|capital|equity|operator|vote)\b"
    r"| (?:sure|certain|likely|behind|chance|stake|interest|owned|discount|tariff|duty|tax|majority|renewable fuel)\b"
)
_MEASURE = LatePattern(
    r" (?:(?:million|metric) )?(?:tonnes?|barrels?|bcm|[GT]Wh?|MWh|hectares|cubic metres|bushels)\b"
    r"| (?:months|weeks|days) of (?:demand|supply|imports|consumption|use|stocks?|sales|output|spending)\b"
    r"|,? (?:people|persons|deaths|cases|births)? ?(?:per|for every) (?:head|person|capita|day|year|100,000|1,000"
    r"|million|thousand)\b"
)
_COUNTED = LatePattern(r"\b(?:number|total|count|tally|toll|ranks|stock|size) of [^.;:\d]{3,70} (?:at|to|is|are) $")
_NOT_COUNTED = LatePattern(
    r" (?:[^\W\d_]+ )?(?:hours?|days?|weeks?|months?|years?|kilomet\w+|km²?|miles?|metres?|meters?|feet|litres?|pages?|words"
    r"|seats?|members?|rooms?|votes?|ballots|MW|kW|warheads?|ships?|containers?|copies|characters|signatures|delegates"
    r"|square|times|degrees|points?|articles?|passengers?|floors?|cities|volts?|rounds?|shells?|missiles?)\b"
)
_PLAIN_COUNT, _FEW_PERSONS, _REACH = 1_000, 100, 90


def is_stated_figure(number: Quantity, told: ToldSentence) -> bool:
    """Tell whether a sentence states a figure as a fact, and is not of a class whose figures need no year.

    Such are what is asked, ordered, offered or agreed; what holds by a law or a contract; what a thing is by its make;
    what happened once; and who comes to a meeting.
    """
    words, start, end = told.text.words, told.sentence.start, told.sentence.end
    if _TO_BE_DONE.match(told.text.field) or told.block.kind in (BlockKind.CELL, BlockKind.HEAD_CELL):
        return False
    lead = words[max(start, number.start - _REACH) : number.start]
    if not _is_measure(number, words, lead) or is_of_cost(number, words):
        return False
    if words[start:end].rstrip().endswith("?") or _ORDERS.match(words, start, end):
        return False
    if is_of_a_deal(words, start, end) or _BUILT.search(words, start, end) or _BOUND.search(lead):
        return False
    return number.is_share or _ONCE.search(lead) is None


def is_of_a_deal(words: str, start: int, end: int) -> bool:
    """Tell whether a sentence speaks of what is agreed, laid down, chosen between or guessed."""
    return _OF_A_DEAL.search(words, start, end) is not None


def counts_persons(number: Quantity, words: str) -> bool:
    """Tell whether people stand right behind a number."""
    return PERSONS.match(words, number.end) is not None


def _is_measure(number: Quantity, words: str, lead: str) -> bool:
    """Tell whether a number is a share, an amount, a measure, or a count too large to be made on the spot."""
    if number.is_share:
        return number.value != 100 and not lead.endswith(" the ") and _WHOLE_OF_A_FIRM.match(words, number.end) is None  # noqa: PLR2004 - all of it
    if number.unit or _MEASURE.match(words, number.end) or _COUNTED.search(lead):
        return True
    if _NOT_COUNTED.match(words, number.end):
        return False
    if number.scale > 1 or (number.value >= _FEW_PERSONS and counts_persons(number, words)):
        return True
    is_grouped = "," in words[number.start : number.end] or number.value >= _PLAIN_COUNT * 10
    return is_grouped and number.value >= _PLAIN_COUNT and bool(number.noun)
