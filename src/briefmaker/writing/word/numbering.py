"""Lists in Word: each list of a brief gets numbering of its own, so that every numbered list begins anew."""

from docx.oxml import parse_xml
from docx.parts.numbering import NumberingPart

from briefmaker.writing.word.wordml import WORD_NAMESPACE, W

LEVELS = 9


class Numbering:
    """Hands out list numbers for one document, and writes their definitions into it at the end."""

    def __init__(self, part: NumberingPart) -> None:
        self._element = part.element
        taken = [int(each.get(f"{W}numId")) for each in self._element.findall(f"{W}num")]
        self._first = max(taken, default=0) + 1
        abstract = [int(each.get(f"{W}abstractNumId")) for each in self._element.findall(f"{W}abstractNum")]
        self._bullets = max(abstract, default=0) + 1
        self._numbers = self._bullets + 1
        self._lists: list[tuple[int, int, int]] = []

    def new_list(self, ordered: bool, start: int, level: int) -> int:
        """Give the number of a new list that begins with ``start`` at ``level`` (0 is the outermost)."""
        self._lists.append((self._numbers if ordered else self._bullets, min(level, LEVELS - 1), start))
        return self._first + len(self._lists) - 1

    def write_definitions(self) -> None:
        """Write all lists handed out into the document: definitions first, as the format wants them, lists after."""
        if not self._lists:
            return
        place = len(self._element.findall(f"{W}abstractNum"))
        self._element.insert(place, parse_xml(_abstract(self._numbers, ordered=True)))
        self._element.insert(place, parse_xml(_abstract(self._bullets, ordered=False)))
        for number, (abstract, level, start) in enumerate(self._lists, start=self._first):
            self._element.append(parse_xml(_list(number, abstract, level, start)))


def _abstract(number: int, *, ordered: bool) -> str:
    levels = "".join(_ordered_level(level) if ordered else _bullet_level(level) for level in range(LEVELS))
    return (
        f'<w:abstractNum xmlns:w="{WORD_NAMESPACE}" w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _ordered_level(level: int) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="%{level + 1}."/><w:lvlJc w:val="left"/></w:lvl>'
    )


def _bullet_level(level: int) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="•"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def _list(number: int, abstract: int, level: int, start: int) -> str:
    return (
        f'<w:num xmlns:w="{WORD_NAMESPACE}" w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
    )
