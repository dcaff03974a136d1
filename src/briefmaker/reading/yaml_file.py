"""A whole YAML file as a tree, with all its mistakes: where one part is broken, the others are still read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

import yaml

from briefmaker.diagnostics import Code
from briefmaker.reading.yaml_nodes import Entry, Mapping, Node, Refused, Scalar, Sequence
from briefmaker.reading.yaml_problems import Problem, shorten
from briefmaker.reading.yaml_syntax import VALUE_BEGINS, SyntaxFault, describe_syntax
from briefmaker.reading.yaml_traps import report_duplicate
from briefmaker.reading.yaml_tree import TooMuchError, Tree, build_tree

_TOP_KEY = re.compile(r"""^(?:([A-Za-z_][\w.-]*)|"[^"\n]*"|'[^'\n]*')[ \t]*:(?=[ \t\r\n]|$)""", re.MULTILINE)
_MAX_REPAIRS = 25
# A brief has some forty fields; past these, the rest is read in one piece.
_MAX_PARTS = 400


def read_tree(text: str) -> Tree:
    """Give the tree of a YAML text and everything that is wrong with the YAML.

    Where the text is broken, each top-level field is read by itself; a field that stays broken is Refused in the tree.
    """
    try:
        return build_tree(text)
    except TooMuchError as too_much:
        return Tree(None, (too_much.problem,))
    except yaml.MarkedYAMLError as broken:
        parts = _read_parts(text)
        if parts.problems:
            return parts
        return Tree(None, (describe_syntax(_fault(broken), text),))
    except (yaml.YAMLError, ValueError) as broken:
        # Only the slow parser, where PyYAML comes without its fast one, lets these out, on impossible escapes.
        hint = f"YAML says: {shorten(str(broken), 100)}"
        return Tree(None, (Problem(Code.YAML_SYNTAX, "the file is not YAML", 0, 1, hint),))


def _fault(broken: yaml.MarkedYAMLError) -> SyntaxFault:
    place = broken.problem_mark or broken.context_mark
    context = broken.context_mark
    return SyntaxFault(
        broken.problem or "", broken.context or "", place.index if place else 0, context.index if context else -1
    )


def _read_parts(text: str) -> Tree:
    """Read each top-level field by itself and put the results together."""
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for part in _split_at_top_keys(text):
        tree = _read_part(part)
        problems.extend(tree.problems)
        for entry in tree.root.entries if isinstance(tree.root, Mapping) else ():
            first = entries.setdefault(entry.key.text, entry)
            if first is not entry:
                problems.append(report_duplicate(entry.key, first.key, text))
    return Tree(Mapping(tuple(entries.values()), 0, len(text)), tuple(problems))


@dataclass(frozen=True, slots=True)
class _Part:
    """The stretch of a file that holds one top-level field."""

    text: str
    start: int
    key: Scalar | None


def _split_at_top_keys(text: str) -> Iterator[_Part]:
    keys = list(islice(_TOP_KEY.finditer(text), _MAX_PARTS))
    first = keys[0].start() if keys else len(text)
    if text[:first].strip():
        yield _Part(text[:first], 0, None)
    for key, following in zip(keys, [*keys, None][1:], strict=True):
        end = following.start() if following else len(text)
        name = key.group(1) or key.group().rstrip(": \t")[1:-1]
        yield _Part(text[key.start() : end], key.start(), Scalar(name, key.start(), key.start() + len(name)))


def _read_part(part: _Part) -> Tree:
    """Read one field; mend what can be mended for the sake of finding what else is wrong."""
    text = part.text
    problems: list[Problem] = []
    mended: list[tuple[int, int]] = []
    for _ in range(_MAX_REPAIRS):
        try:
            tree = build_tree(text)
        except TooMuchError as too_much:
            return _give_up(part, [*problems, too_much.problem])
        except yaml.MarkedYAMLError as broken:
            problem = describe_syntax(_fault(broken), text)
            problems.append(problem)
            repaired = _mend(text, problem, mended)
            if repaired is None:
                break
            text, stretch = repaired
            mended.append(stretch)
        else:
            root = _refuse_mended(tree.root, mended) if tree.root else None
            return Tree(_shift(root, part.start), _shifted([*problems, *tree.problems], part.start))
    return _give_up(part, problems)


def _give_up(part: _Part, problems: list[Problem]) -> Tree:
    told = _shifted(problems, part.start)
    if part.key is None:
        return Tree(None, told)
    refused = Refused(part.start, part.start + len(part.text))
    return Tree(Mapping((Entry(part.key, refused),), part.start, refused.end), told)


def _shifted(problems: list[Problem], by: int) -> tuple[Problem, ...]:
    return tuple(replace(problem, start=problem.start + by, end=problem.end + by) for problem in problems)


def _mend(text: str, problem: Problem, mended: list[tuple[int, int]]) -> tuple[str, tuple[int, int]] | None:
    """Put a harmless text of the same length in the place of the value that YAML stumbled over."""
    if problem.code is Code.YAML_CUT_BY_COMMENT:
        return text[: problem.start] + "x" + text[problem.end :], (problem.start, problem.end)
    line_start = max(text.rfind("\n", 0, problem.start), text.rfind("\r", 0, problem.start)) + 1
    line = re.split(r"[\r\n]", text[line_start:], maxsplit=1)[0].rstrip()
    begins = VALUE_BEGINS.match(line)
    start = line_start + (begins.end() if begins else 0)
    end = line_start + len(line)
    if start in (line_start, end) or problem.start < start or any(first <= start < last for first, last in mended):
        return None
    return text[:start] + _fill(text[start:end]) + text[end:], (start, end)


def _fill(value: str) -> str:
    if value[0] in "|>":
        return value[0].ljust(len(value))
    return "x".ljust(len(value)) if len(value) < 3 else '"' + "x" * (len(value) - 2) + '"'  # noqa: PLR2004 - quotes


def _refuse_mended(node: Node, mended: list[tuple[int, int]]) -> Node:
    """Take every value that was mended out again, so that nothing is said about it twice."""
    if not mended:
        return node
    match node:
        case Scalar():
            is_mended = any(start < node.end and node.start < end for start, end in mended)
            return Refused(node.start, node.end) if is_mended else node
        case Sequence():
            return replace(node, entries=tuple(_refuse_mended(entry, mended) for entry in node.entries))
        case Mapping():
            entries = (Entry(entry.key, _refuse_mended(entry.value, mended)) for entry in node.entries)
            return replace(node, entries=tuple(entries))
        case _:
            return node


def _shift(node: Node | None, by: int) -> Node | None:
    """Give a part's tree at its offsets in the whole file; its depth is bounded, so this may recurse."""
    return _moved(node, by) if node is not None else None


def _moved(node: Node, by: int) -> Node:
    start, end = node.start + by, node.end + by
    match node:
        case Scalar():
            return replace(node, start=start, end=end)
        case Sequence():
            return replace(node, entries=tuple(_moved(entry, by) for entry in node.entries), start=start, end=end)
        case Mapping():
            moved = (Entry(_moved_key(entry.key, by), _moved(entry.value, by)) for entry in node.entries)
            return replace(node, entries=tuple(moved), start=start, end=end)
        case _:
            return Refused(start, end)


def _moved_key(key: Scalar, by: int) -> Scalar:
    return replace(key, start=key.start + by, end=key.end + by)
