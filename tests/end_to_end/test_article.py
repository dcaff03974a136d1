"""Before and after: a brief with the faults of an article from the web, each found at its line, and the same brief mended.

``before.yaml`` is told in the manner of such articles: guesses as reports, figures that are out of date, no source, no line to
take. ``after.yaml`` keeps every topic, says what was known and from where, and gives no finding.
"""

from pathlib import Path

from briefmaker.jobs.checking.check import check

ARTICLE = Path(__file__).parent / "article"
WHOLE = "format: 1"
"""Where what is missing from the whole brief is told."""

# Each planted fault: the rule that has to find it, and words of its line.
PLANTED = (
    ("ACC002", WHOLE),
    ("STR001", WHOLE),
    ("STR002", WHOLE),
    ("STR004", "- name: Mark Rutte"),
    ("NAM002", "Prime Minister Rutte speaks"),
    ("STY001", "He is a pragmatic bridge-builder"),
    ("STR004", "- name: Donald J. Trump"),
    ("STR005", "- topic: Burden-sharing"),
    ("STR006", "- topic: Burden-sharing"),
    ("PRB003", "The two leaders likely covered"),
    ("DAT005", "The 30 member states"),
    ("STY006", "The 30 member states"),
    ("SRC001", "The 30 member states"),
    ("DAT004", "European members now spend"),
    ("SRC001", "European members now spend"),
    ("NUM002", "Canada spends 1.37"),
    ("NUM001", "In the last round defence spending"),
    ("STR007", "their_position: |"),
    ("PRB003", "The President would have insisted"),
    ("STY005", "Hey everyone!"),
    ("STY006", "Hey everyone!"),
    ("STY002", "The NDPP and the DSPC"),
    ("STR005", "- topic: Ukraine and Russia"),
    ("STR006", "- topic: Ukraine and Russia"),
    ("PRB003", "Rutte would have explored"),
    ("DAT004", "Recently, Moscow has stepped up"),
    ("SRC001", "Under Article 5 of the North Atlantic Treaty"),
    ("STR005", "- topic: Terrorism and Afghanistan"),
    ("STR006", "- topic: Terrorism and Afghanistan"),
    ("PRB003", "They must have talked about ISIS"),
    ("DAT005", "NATO has a mission in Afghanistan"),
    ("STR005", "- topic: Trade and technology"),
    ("STR006", "- topic: Trade and technology"),
    ("PRB003", "The talks reportedly turned"),
    ("STY004", "Going forward, both sides"),
    ("PRB004", "The meeting could undoubtedly"),
    ("PRB002", "The meeting could undoubtedly"),
    ("STR003", "The meeting could undoubtedly"),
    ("PRB006", "We have high confidence"),
    ("PRB007", "We have high confidence"),
    ("PRB002", "We have high confidence"),
    ("STR003", "We have high confidence"),
    ("PRB005", "likelihood: highly probable"),
    ("PRB004", "A direct exchange of views"),
    ("STR003", "A direct exchange of views"),
    ("STY003", "The read-out will be shared"),
    ("STR010", "and TBC"),
)


def find_line(brief: Path, words: str) -> int:
    """Give the number of the only line with these words."""
    numbers = [number for number, line in enumerate(brief.read_text("utf-8").splitlines(), start=1) if words in line]
    assert len(numbers) == 1, words
    return numbers[0]


def test_each_planted_fault_is_found_at_its_line() -> None:
    """Whatever else is told, none of them is missed."""
    before = ARTICLE / "before.yaml"
    found = {(str(each.code), each.span.line) for each in check([before])[0].diagnostics}
    planted = {(code, words): (code, find_line(before, words)) for code, words in PLANTED}
    assert len(planted) == len(PLANTED) > 40
    assert [fault for fault, place in planted.items() if place not in found] == []


def test_the_mended_brief_gives_no_finding() -> None:
    """And keeps each topic of the article."""
    after = ARTICLE / "after.yaml"
    assert check([after])[0].diagnostics == ()
    text = after.read_text("utf-8")
    for topic in ("Burden-sharing", "Ukraine", "disinformation and cyberattacks", "Terrorism, intelligence sharing"):
        assert topic in text
    for topic in ("Afghanistan", "Trade and technology", "Commitment:", "Direct exchange:", "Signal:", "America First"):
        assert topic in text
