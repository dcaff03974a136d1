"""A percentage does not fit the two numbers beside it.

Looked at are a part and its whole (845 of 1,404 billion, or 60 %; 60 % of 1,404, i.e. 845), a change (from 80 to 110,
up 38 %) and a fraction in words (seven in ten, 71 %). Each number may be off by half of its last digit, as rounding makes
it; what is said to be about so much by two points and a half, a fraction in words by four.

Why: the share was often worked out from another vintage or price basis than the numbers beside it, and a reader who
divides finds it.

Wrong:

    bottom_line: One ally spends 980 of 1,588 billion dollars, or 60.18 %.   # NUM004

Right:

    bottom_line: One ally spends 980 of 1,588 billion dollars, or 61.7 %.
"""

from collections.abc import Iterator

from briefmaker.checks.checked_brief import CheckedBrief
from briefmaker.checks.finding import Finding
from briefmaker.checks.rule import rule
from briefmaker.checks.sentences import Stretch
from briefmaker.checks.share_and_whole import StatedFraction, StatedShare
from briefmaker.checks.stated_shares import find_stated_fractions, find_stated_shares
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.diagnostics import Severity

HINT = "work the share out again, from numbers of one vintage and price basis"


@rule(final=Severity.ERROR, languages=("en",))
def look(checked: CheckedBrief) -> Iterator[Finding]:
    """Find shares that are not what the numbers beside them come to."""
    for text in checked.shown_texts:
        if not text.field.startswith("sources."):
            for stated in find_stated_shares(text):
                if not stated.fits:
                    yield _tell(text, stated)
            for named in find_stated_fractions(text):
                if not named.fits:
                    yield _tell_fraction(text, named)


def _tell(text: TextInBrief, stated: StatedShare) -> Finding:
    decimals = len(f"{stated.share.step:.6f}".rstrip("0").partition(".")[2])
    part, whole, share = (text.words[each.start : each.end] for each in (stated.part, stated.whole, stated.share))
    what = f"from `{whole}` to `{part}` it is" if stated.is_change else f"`{part}` of `{whole}` is"
    message = f"`{share}` does not fit: {what} {stated.exact:.{decimals}f} %"
    return text.finding(Stretch(stated.share.start, stated.share.end), message, HINT)


def _tell_fraction(text: TextInBrief, stated: StatedFraction) -> Finding:
    share = text.words[stated.share.start : stated.share.end]
    fraction = text.words[stated.fraction.start : stated.fraction.end]
    message = f"`{share}` does not fit: `{fraction}` is {stated.fraction.percent:.0f} %"
    return text.finding(Stretch(stated.share.start, stated.share.end), message, HINT)
