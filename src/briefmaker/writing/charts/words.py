"""About how wide words are and how many lines they take, without opening a font.

Widths are those of Source Sans 3, rounded up, so that another sans serif finds room too.
"""

_NARROW, _WIDE = frozenset("iIjlt.,:;'|!()[]-–fr \u00a0\u202f"), frozenset("mwMW%@—ШЩЖМЮшщжмю")
_FIRST_SQUARE = 0x2E80  # from here on letters are as wide as they are high: Chinese, Japanese, Korean
_TOLERANCE = 0.5  # points; a column made as wide as its longest words holds them on one line
_NARROW_EM, _USUAL_EM, _CAPITAL_EM, _WIDE_EM, _SQUARE_EM = 0.31, 0.51, 0.62, 0.85, 1.02


def estimate_width(words: str, size: float) -> float:
    """Give about how wide words are in a font of that size; both in points."""
    return size * sum(map(_width_of, words))


def _width_of(letter: str) -> float:
    if letter in _NARROW:
        return _NARROW_EM
    if ord(letter) >= _FIRST_SQUARE:
        return _SQUARE_EM
    if letter in _WIDE:
        return _WIDE_EM
    return _CAPITAL_EM if letter.isupper() else _USUAL_EM


def count_lines(words: str, size: float, width: float) -> int:
    """Give how many lines words take in a column of that width; a word wider than the column is cut."""
    width = max(width + _TOLERANCE, size)  # a column may be planned that has no room at all
    lines, room = 1, width
    for word in words.split(" "):
        needed = estimate_width(word, size)
        if needed > room and room < width:
            lines, room = lines + 1, width
        while needed > room:
            lines, needed = lines + 1, needed - width
        room -= needed + estimate_width(" ", size)
    return lines


def widest_word(words: str, size: float) -> float:
    """Give the width of the longest word."""
    return max(estimate_width(word, size) for word in words.split(" "))
