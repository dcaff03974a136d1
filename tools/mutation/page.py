"""The page that shows what came of the planted faults, by kind."""

from collections.abc import Iterator, Sequence

from tools.mutation.run import KINDS, PROJECT, Outcome

PAGE = PROJECT / "docs" / "mutations.md"
_HEAD = """# Faults planted into clean briefs

`python -m tools.mutation` writes this page. It plants faults into the examples in `briefs/`, one a copy, and lets `briefmaker check` look at
each copy. What plants them knows nothing of the rules' code: it edits the text of the file, and says beforehand which code is to be
found on which line. It plants where the page of a rule in [the list of rules](rules.md) says that it looks: a statistic without its year,
say, into a paragraph that has no date. Which of the possible faults of a kind are taken is told by a hash, so that they are the same on
every run. Findings that the example has already are not counted. A second finding that a fault cannot but cause, such as the source that
nothing cites any more once its citation was taken out, is declared beforehand too.

{planted} faults of {kinds} kinds, for {codes} codes: {found} found at their lines ({share:.1f} %), {elsewhere} found elsewhere.

| Fault | Code | Planted | Found | Elsewhere |
|---|---|---:|---:|---:|
"""


def write_page(outcomes: Sequence[Outcome]) -> str:
    """Give the page: the sums, a row for each kind, and each fault that was not found as it was to be."""
    found = sum(each.is_found for each in outcomes)
    head = _HEAD.format(
        planted=len(outcomes),
        kinds=len({each.kind for each in outcomes}),
        codes=len({each.fault.code for each in outcomes}),
        found=found,
        share=100 * found / len(outcomes),
        elsewhere=sum(len(each.elsewhere) for each in outcomes),
    )
    rows = "".join(_write_row(kind.name, [each for each in outcomes if each.kind == kind.name]) for kind in KINDS)
    return head + rows + "".join(_list_misses(outcomes))


def _write_row(name: str, outcomes: Sequence[Outcome]) -> str:
    if not outcomes:
        return ""
    found, elsewhere = sum(each.is_found for each in outcomes), sum(len(each.elsewhere) for each in outcomes)
    return f"| {name} | `{outcomes[0].fault.code}` | {len(outcomes)} | {found} | {elsewhere} |\n"


def _list_misses(outcomes: Sequence[Outcome]) -> Iterator[str]:
    misses = [each for each in outcomes if not each.is_found or each.elsewhere]
    if misses:
        yield "\n## Not as it was to be\n\n"
    for each in misses:
        told = ", ".join(f"`{code}` on line {line}" for code, line in each.elsewhere)
        what = "not found" if not each.is_found else "found"
        yield f"- {each.kind}, `{each.place}`: {what}{f'; elsewhere {told}' if told else ''}\n"
