"""Faults by removal: a part that a sound brief has is gone."""

import re
from collections.abc import Iterator

from tools.mutation.brief_text import BriefText
from tools.mutation.fault import Edit, Fault, Kind, Planting

_SENTENCE = re.compile(r"[^.\n]*\d[^.\n]*(?: \[@(?P<source>[\w-]+)(?:,[^\]\n]*)?\])\.(?=\s|$)")
_HEDGES = re.compile(r"\b(?:We|we|our|expect|judge|should|would|will)\b")


def remove(code: str, fields: str, *, at: str = "", at_name: bool = False) -> Planting:
    """Give the planting that takes a field out of a part; it is told where the part's own fields begin.

    With ``at`` it is told at that other field of the part, and planted only where there is one; with ``at_name`` at the
    name of the part.
    """

    def plant(brief: BriefText) -> Iterator[Fault]:
        for spot in brief.find(fields):
            start = brief.line_start(spot.key)
            if brief.text[start : spot.key].strip():
                continue
            part = spot.path.rpartition(".")[0]
            told = [each for each in brief.spots if each.path == (f"{part}.{at}" if at else part)]
            edits = (Edit(start, brief.block_end(spot), ""),)
            yield from (Fault(brief, code, edits, at=(each.key if at or at_name else each.start,)) for each in told)

    return plant


def remove_citation(brief: BriefText) -> Iterator[Fault]:
    """Take the citation from a sentence with a figure in a paragraph of which other sentences cite."""
    for spot in brief.find(r"agenda\.(background|issue)|items\.text|sections\.text|background"):
        raw = brief.raw(spot)
        for found in _SENTENCE.finditer(raw):
            line = raw[raw.rfind("\n", 0, found.start()) + 1 :].split("\n", 1)[0]
            name = found["source"]
            if _is_covered(line.replace(found[0], "")) or _HEDGES.search(found[0]):
                continue
            if not re.search(r"\d", found[0].split("[@")[0]):
                continue
            cut = spot.start + found.start() + found[0].rindex(" [@")
            end = spot.start + found.end() - 1
            yield Fault(brief, "SRC001", (Edit(cut, end, ""),), at=(cut,), also=_list_orphan(brief, name))


def _is_covered(others: str) -> bool:
    """Tell whether the other sentences of a paragraph cite nothing before its last one, whose citation may stand for all."""
    return "[@" not in others.rstrip().rpartition(". ")[0]


def _list_orphan(brief: BriefText, name: str) -> tuple[tuple[str, int], ...]:
    """Declare that a source, or a fact, which nothing else cites is told too."""
    if len(_find_uses(brief, name)) > 1:
        return ()
    return tuple(("SRC007", spot.key) for spot in brief.spots if spot.path == f"sources.{name}")


def _find_uses(brief: BriefText, name: str) -> list[int]:
    cited = [found.start() for found in re.finditer(rf"@{re.escape(name)}(?![\w-])", brief.text)]
    return cited + [spot.start for spot in brief.find(r"facts\.sources|figures\.[\w-]+\.source") if spot.value == name]


def remove_source(brief: BriefText) -> Iterator[Fault]:
    """Take a source out; each text that cites it has then a citation that leads nowhere."""
    for spot in brief.find(r"sources\.[\w-]+"):
        uses = _find_uses(brief, spot.path.removeprefix("sources."))
        if uses:
            start = brief.line_start(spot.key)
            yield Fault(brief, "REF001", (Edit(start, brief.block_end(spot), ""),), at=tuple(uses))


def remove_unit(brief: BriefText) -> Iterator[Fault]:
    """Take the unit out of a fact."""
    for spot in brief.find(r"facts\.unit"):
        start = brief.text.rfind(",", 0, spot.key)
        uses = _find_uses(brief, brief.value(spot.path.replace(".unit", ".id")))
        yield Fault(brief, "NUM001", (Edit(start, spot.end, ""),), also=tuple(("NUM001", use) for use in uses))


KINDS = (
    Kind("citation removed", remove_citation),
    Kind("source removed", remove_source, ("en", "fr")),
    Kind("publisher of a source removed", remove("SRC002", r"sources\.[\w-]+\.publisher"), ("en", "fr")),
    Kind("unit dropped", remove_unit),
    Kind("basis removed", remove("PRB002", r"(implications|items)\.basis"), ("en", "fr")),
    Kind("confidence removed", remove("PRB002", r"(implications|items)\.confidence"), ("en", "fr")),
    Kind("what follows removed", remove("STR003", r"(implications|items)\.so_what"), ("en", "fr")),
    Kind("role removed", remove("STR004", r"participants\.role"), ("en", "fr")),
    Kind("lead removed", remove("STR005", r"agenda\.lead"), ("en", "fr")),
    Kind("lines to take removed", remove("STR006", r"agenda\.lines_to_take"), ("en", "fr")),
    Kind("answers removed", remove("STR007", r"agenda\.if_raised", at="their_position"), ("en", "fr")),
    Kind("bottom line removed", remove("STR001", r"bottom_line"), ("en", "fr")),
    Kind("alternative text removed", remove("ACC001", r"figures\.[\w-]+\.alt", at_name=True), ("en", "fr")),
    Kind("language removed", remove("ACC002", r"language")),
)
