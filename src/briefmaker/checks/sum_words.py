"""The words that make numbers the parts of a total, in English and in French."""

from briefmaker.checks.late_pattern import LatePattern

_TOTAL = {
    "en": (
        r"in total|in all|altogether|overall|together|combined|all told|(?:grand |sum )?total (?:of|is|was|comes to|:)"
        r"|totall?ing|totall?ed|totals?|total comes? to|total to|between them|all in all|jointly|collectively"
        r"|in (?:sum|aggregate)|combin(?:e|ing) to|for a combined|cumulatively|by (?:our|its|their) count"
        r"|(?:adds?|added|adding) up to|makes? up (?:the|all)|plus\b[^;:+\n]{0,60}?\b(?:makes?|is|are|equals?"
        r"|gives?|comes? to)|(?:a|the) sum of|sums? to"
    ),
    "fr": r"au total|en tout|ensemble|total(?:ité)? (?:de|d[’']|est de)|totalis(?:e|ent|ant)|une somme de|additionnés?"
    r"|au final|pour un total|cumulés?|réunis|à eux (?:deux|trois|tous)|conjointement|le total à",
}
_MAKES = {
    "en": r"(?:which |that )?(?:makes?|making|made|gives?|giving|amounts? to|came to|comes? to"
    r"|brings? the total to)(?= \D{0,16}[0-9])",
    "fr": r"(?:ce qui )?(?:fait|font|faisant|donnent|atteignent)(?= \D{0,16}[0-9])",
}
_NAMELY = {
    "en": r"i\.e\.|that is(?=,? [0-9])|for a total of|or(?= [0-9])",
    "fr": r"soit(?= [^.;]{0,24}[0-9])|c[’']est-à-dire",
}
_MADE_OF = {
    "en": (
        r"made up of|consist(?:s|ed|ing)? of|compris(?:e|es|ed|ing)|composed of|split (?:between|into|in|among|as)"
        r"|divided (?:between|into|among)|namely|broken down into|breaks? down into|shared (?:by|between|among|out)"
        r"|spread (?:over|across|between)|distributed (?:among|between|over)|go(?:es)? to|come from|comes from|made of"
        r"|as follows|falls? into|with the following|broken down as|breakdown|apportioned (?:between|among|to)|made (?:out )?of"
        r"|allocated (?:between|among|as)|financed by|funded by|drawn from|(?:was|were|are|is) shared|parcelled out"
        r"|grouped into|sub-?divided into|that is to say|specifically|formed (?:by|of)|brings? together|parted (?:into|among)"
    ),
    "fr": r"(?:se )?compos(?:e|ent|é|ée|és|ées) de|réparti(?:e|s|es)? (?:entre|en)|(?:se )?répartissent (?:entre|en)"
    r"|se répartit (?:entre|en)|comprend|comprennent|consiste(?:nt)? en|à savoir|divisée?s? (?:entre|en)"
    r"|ventilée?s? (?:entre|en|comme)|se (?:décompose|décomposent|divise|divisent|ventile|ventilent|scinde) (?:entre|en)"
    r"|décomposée?s? en|regroupe(?:nt)?|rassemble(?:nt)?|réunit|réunissent|constituée?s? (?:de|par|d[’'])|financée?s? par"
    r"|formée?s? (?:de|par)|issue?s? de|provien(?:t|nent) de|distribuée?s? (?:entre|à)|allouée?s? (?:entre|à)"
    r"|partagée?s? (?:entre|en)|se partagent|comme suit|vont à|va à|venant de",
}
_AT_MOST = {
    "en": r"of which|of whom|includ(?:ing|es|ed?)|among them",
    "fr": r"dont|y compris|parmi lesquels",
}
_REST = {
    "en": r"(?:the|its|their|our) remaining|the rest"
    r"|the remainder|the balance|leaving|leaves|the last(?= [0-9])|(?:the )?others?(?= [0-9])",
    "fr": r"restante?s?|le reste|le solde|le reliquat"
    r"|laissant|les derniers(?= [0-9])|les(?= [\w ]{1,9} autres)|les autres(?= [0-9])|l[’']autre(?= [0-9])",
}
_FIRST = {
    "en": r"(?:the|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|about|nearly)\b|[$€£]|EUR|USD",
    "fr": r"(?:l[ea]|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quelque|environ)\b|l[’']",
}
"""With what the parts behind a colon may begin, beside a figure."""
CUES = {
    language: LatePattern(
        rf"(?P<equals>\+[^+=\n]*=)|\b(?:(?P<total>{_TOTAL[language]})|(?P<made>{_MADE_OF[language]})"
        rf"|(?P<most>{_AT_MOST[language]})|(?P<rest>{_REST[language]})|(?P<namely>{_NAMELY[language]})"
        rf"|(?P<makes>{_MAKES[language]}))(?!\w)|(?P<list>:(?= (?:[0-9]|{_FIRST[language]})))"
    )
    for language in _TOTAL
}
"""By language: each place at which a sentence may state a sum, its group named after what stands there."""
LESS = LatePattern(rf"\b(?:{_AT_MOST['en']}|{_AT_MOST['fr']})\b")
"""What makes the numbers behind it some of the parts, perhaps not all."""
WEAK = LatePattern(r"go(?:es)? to|comes? from|spread|as |with|vont|va à|venant")
"""Of the words that make numbers parts, those that are often said of other things."""
LEADS = LatePattern(r"in |al|ov|to?gether|au |en |ens|comb|betw|joi|coll|cum|réu|à eux|conj")
"""How words begin that stand before their total or behind it."""
MOVES = LatePattern(
    r"\b(?:rose|grew|fell|increas|declin|average|moyenne|augment|baiss|progress|hausse|passé|recul|chut)"
)
"""What makes numbers stages of a change, or means."""
OVERLAPS = LatePattern(
    r"\b(?:both|also|at least|as well|either|each|les deux|aussi|au moins|chacun|some of them|at most|up to|respondents"
    r"|answered|others?|less|fewer|autres?|moins)\b"
)
"""What lets the parts of a whole overlap, or says that some are not named."""
TELLS_ALL = LatePattern(r"\b(?:abst\w+|abstenu\w*|against|contre|opposed|blank|blancs?)\b")
"""What is only said where all parts are told: votes for, against and abstentions."""
OF_BEFORE = LatePattern(
    r"(?:^|\b)(?:(?:out )?of|sur|parmi|among|des|de)(?: the| its| our| their| these| those| les| ses| nos| ces)?\s$"
)
"""What stands before the whole that parts are taken from."""
IS_ROUNDED = LatePattern(r"\b(?:rounded|rounding|arrondis?|arrondies?)\b")
BRACKETED = LatePattern(r"\([^()]*\)")
COMPOSES = LatePattern(r" (?:of|de|d[’']|des|du)\b")
"""What stands behind a share of a whole that is named."""
JOINS = LatePattern(r"\s*(?:,|and|et|,\s*and|\+|=|plus|&)\s*")
"""What stands between the numbers of a row."""
TIME = LatePattern(
    r"minutes?|hours?|days?|weeks?|months?|years?|heures?|jours?|semaines?|mois|ans?|années?|meetings?|sessions?"
    r"|times|visits?|rounds?|questions?|réunions?|fois"
)
"""What is counted beside other things, and is never one of them."""
ELSEWHERE = LatePattern(r" (?:in|at|among|for|during|à|au|aux|en|chez|dans|pour)\b")
"""What stands behind shares of several wholes: 45 % in Berlin, 40 % in Munich."""
DIFFERENCE = LatePattern(r" (?:[^\W\d_]+ )?(?:more|less|fewer|higher|lower|de plus|de moins)\b")
"""What stands behind a number that tells two others apart."""
RANGE_BEFORE = LatePattern(r"(?:[0-9] ?(?:to|or|à|ou|–|-) ?|\b(?:between|entre) [0-9.,]+ (?:and|et) )$")
"""What stands before the second number of a range."""
PREPOSITION = LatePattern(
    r" (?:[^\W\d_]+ )?(?:(?P<en>from|in|for|by|at|on|with|against|of|to|as)\b|(?P<de>du|de|des)\b|(?P<of>d[’'])"
    r"|(?P<fr>pour|en|par|dans|contre)\b|(?P<to>au|aux|à)\b)"
)
"""What may stand behind each part of a whole, perhaps behind what is counted; groups are kinds of one word."""
TOTAL_BESIDE = LatePattern(
    r"\b(?:totals?|in all|altogether|overall|all told|together|combined|au total|en tout|ensemble|totalité)\b"
)
"""What says of the number beside it that nothing is left out of it."""
OF_THEM = LatePattern(r" (?:of them|of whom|of which|d[’']entre|dont)\b")
"""What stands behind a number that is part of the one before it."""
BOTH = LatePattern(r"\b(?:both|les deux)\b")
"""What says that some are counted twice."""
