"""Edits of a YAML file: what is named changes, and nothing else does, in any style of writing YAML."""

import random
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefmaker.diagnostics import Fix
from briefmaker.reading.yaml_edit import EditError, YamlEditor

ROOT = Path(__file__).parents[2]
BRIEFS = sorted((ROOT / "briefs").glob("*.yaml"))
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
WORDS = ["Grain", "the last mile", "été", "نقاط", "it's", 'say "so"', "a: b", "x # y", "5 %", "yes", "007", "-", "[@a]"]
LINES = ["One line.\n", "Two\nlines\n", "A\n\nB\n", "no end", "- a\n- b\n", "  indented\n", "tail  \nx\n"]

Steps = tuple[str | int, ...]


class Generator:
    """Writes random YAML files, with a numbered comment wherever one may stand."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.comments = 0
        self.names = 0

    def comment(self) -> str:
        """Give a comment, sometimes."""
        if self.chance.random() < 0.6:
            return ""
        self.comments += 1
        return f"# c{self.comments}"

    def behind(self) -> str:
        """Give the end of a line."""
        return f"  {comment}" if (comment := self.comment()) else ""

    def name(self) -> str:
        """Give a new name for a field."""
        self.names += 1
        return self.chance.choice([f"field_{self.names}", f"f{self.names}", f'"k {self.names}"'])

    def scalar(self) -> str:
        """Give a short text in one of its styles."""
        word = self.chance.choice(WORDS)
        quoted = ["'" + word.replace("'", "''") + "'", '"' + word.replace('"', '\\"') + '"']
        return self.chance.choice([*quoted, f"plain {self.names}", "2025-10-22", "3"])

    def flow(self, depth: int) -> str:
        """Give a value within brackets or braces."""
        kind = self.chance.random()
        if depth == 0 or kind < 0.5:
            return self.scalar()
        size = self.chance.randint(1, 3)
        if kind < 0.75:
            return "[" + ", ".join(self.flow(depth - 1) for _ in range(size)) + "]"
        return "{" + ", ".join(f"{self.name()}: {self.flow(depth - 1)}" for _ in range(size)) + "}"

    def value(self, indent: int, depth: int) -> str:
        """Give what stands behind a colon or a dash, with its line end."""
        kind = self.chance.random()
        if depth == 0 or kind < 0.35:
            return f" {self.scalar()}{self.behind()}\n"
        if kind < 0.5:
            return f" {self.flow(2)}{self.behind()}\n"
        if kind < 0.65:
            text = self.chance.choice(["text", "two\n\nlines", "a # b\nc: d"]).split("\n")
            lines = "".join(" " * (indent + 2) + line + "\n" if line else "\n" for line in text)
            return f" {self.chance.choice(['|', '|', '|-', '>', '|+'])}{self.behind()}\n{lines}"
        if kind < 0.68:
            return f"{self.behind()}\n"
        inner = self.mapping if kind < 0.84 else self.sequence
        return f"{self.behind()}\n" + inner(indent + self.chance.choice([2, 4]), depth - 1)

    def between(self, indent: int) -> str:
        """Give lines without fields: nothing, an empty one, or a comment."""
        comment = self.comment()
        return self.chance.choice(["", "", "\n", f"{' ' * indent}{comment}\n" if comment else ""])

    def mapping(self, indent: int, depth: int, first: str = "") -> str:
        """Give fields, one a line."""
        written = ""
        for number in range(self.chance.randint(1, 4)):
            before = first if first and number == 0 else self.between(indent) + " " * indent
            written += f"{before}{self.name()}:{self.value(indent, depth)}"
        return written

    def sequence(self, indent: int, depth: int) -> str:
        """Give entries, one a dash."""
        written = ""
        for _ in range(self.chance.randint(1, 4)):
            dash = f"{self.between(indent)}{' ' * indent}-"
            if self.chance.random() < 0.4:
                written += self.mapping(indent + 2, max(depth - 1, 0), f"{dash} ")
            else:
                written += f"{dash}{self.value(indent, depth)}"
        return written

    def file(self) -> bytes:
        """Give a whole file, with one kind of line ends and perhaps a byte order mark."""
        text = self.mapping(0, 3)
        text = text.rstrip("\n") if self.chance.random() < 0.1 else text
        newline = self.chance.choice(["\n", "\r\n"])
        return self.chance.choice([b"", b"\xef\xbb\xbf"]) + text.replace("\n", newline).encode()


def load(content: bytes) -> Any:
    """Read a file as PyYAML does, everything as text."""
    return yaml.load(content.decode("utf-8-sig"), Loader=_LOADER)  # noqa: S506 - texts only


def list_places(value: Any, path: Steps = ()) -> list[Steps]:
    """Give the path of every value under the root."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, each in inner for found in ((*path, key), *list_places(each, (*path, key)))]


def look_up(data: Any, path: Steps) -> Any:
    """Give what stands at a path."""
    for step in path:
        data = data[step]
    return data


def line_ends(content: bytes) -> set[bytes]:
    """Give the kinds of line ends that a file has."""
    return set(re.findall(rb"\r\n|\n|\r", content))


def comments_in(lines: list[bytes]) -> set[bytes]:
    """Give the numbered comments that stand in some lines."""
    return set(re.findall(rb"# c[0-9]+", b"\n".join(lines)))


def removed(data: Any, path: Steps) -> Any:
    """Give data without what stands at a path; what is left empty goes too."""
    parent = look_up(data, path[:-1])
    if len(parent) == 1:
        return removed(data, path[:-1]) if path[:-1] else data
    del parent[path[-1]]
    return data


def check_surroundings(before: bytes, after: bytes, start: int, end: int) -> None:
    """Every line before a value's first and after its last is as it was."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    assert new[:start] == old[:start]
    rest = old[end + 1 :]
    assert not rest or new[-len(rest) :] == rest


def lines_of(content: bytes, path: Steps) -> tuple[int, int]:
    """Give the first and last line of a value, as PyYAML's own nodes say; comments and empty lines behind it are not its own."""
    node = yaml.compose(content.decode("utf-8-sig"), Loader=_LOADER)
    first = 0
    for step in path:
        column = node.start_mark.column
        if isinstance(step, str):
            key, node = next((key, value) for key, value in node.value if key.value == step)
            first = key.start_mark.line
        else:
            node = node.value[step]
            first = node.start_mark.line
            while not content.splitlines()[first].removeprefix(b"\xef\xbb\xbf")[column:].startswith(b"-") and first:
                first -= 1
    return first, max(node.start_mark.line, node.end_mark.line - (node.end_mark.column == 0))


@pytest.mark.parametrize("seed", range(500))
def test_a_changed_value_changes_nothing_else(seed: int) -> None:
    """In random files: the value is read back, all others are as before, and so are comments and lines around it."""
    chance = random.Random(seed)  # noqa: S311 - the same files every time
    generator = Generator(chance)
    content = generator.file()
    data = load(content)
    places = [path for path in list_places(data) if isinstance(look_up(data, path), str)]
    if not places:
        return
    path, value = chance.choice(places), chance.choice([*WORDS, *LINES, "2026-01-05", "draft"])
    editor = YamlEditor(content)
    editor.set_value(path, value)
    after = editor.result()
    look_up(data, path[:-1])[path[-1]] = value
    assert load(after) == data
    assert re.findall(rb"# c[0-9]+", after) == re.findall(rb"# c[0-9]+", content)
    assert after.startswith(b"\xef\xbb\xbf") == content.startswith(b"\xef\xbb\xbf")
    assert line_ends(after) == line_ends(content) or not line_ends(content)
    check_surroundings(content, after, *lines_of(content, path))


@pytest.mark.parametrize("seed", range(500, 1350))
def test_a_value_that_is_taken_out_takes_nothing_with_it(seed: int) -> None:
    """In random files: all others are as before, and of the comments only those on the lines that went are gone."""
    chance = random.Random(seed)  # noqa: S311 - the same files every time
    content = Generator(chance).file()
    data = load(content)
    path = chance.choice(list_places(data))
    if len(data) == 1 or b"|+" in content:  # empty lines belong to `|+`: see the test of what is refused
        return
    first, last = lines_of(content, path)
    editor = YamlEditor(content)
    step = path[-1]
    if isinstance(step, int):
        editor.remove_entries(path[:-1], [step])
    else:
        editor.remove_fields(path[:-1], [step])
    after = editor.result()
    is_alone = len(look_up(data, path[:-1])) == 1
    assert load(after) == removed(data, path)
    if not is_alone:
        gone = comments_in([content]) - comments_in([after])
        assert gone <= comments_in(content.splitlines()[first : last + 1])
        assert len(after) < len(content)


@pytest.mark.parametrize("file", BRIEFS, ids=lambda file: file.stem)
def test_many_edits_of_a_real_brief_hold_together(file: Path) -> None:
    """Sixty times three values of a brief change at once, and only their lines do."""
    content = file.read_bytes()
    data = load(content)
    places = [path for path in list_places(data) if isinstance(look_up(data, path), str)]
    chance = random.Random(11)  # noqa: S311 - the same edits every time
    for _ in range(60):
        editor, wanted = YamlEditor(content), load(content)
        for path in chance.sample(places, 3):
            value = chance.choice([*WORDS, *LINES])
            editor.set_value(path, value)
            look_up(wanted, path[:-1])[path[-1]] = value
        after = editor.result()
        assert load(after) == wanted
        assert after.count(b"#") - content.count(b"#") == sum(str(each).count("#") for each in leaves(wanted)) - sum(
            str(each).count("#") for each in leaves(data)
        )


def leaves(value: Any) -> list[str]:
    """Give the texts of a file."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return [value] if inner is None else [text for each in inner for text in leaves(each)]


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ("date: 2025-10-22  # the day\n", ("date",), "2026-01-05", "date: 2026-01-05  # the day\n"),
        ('at: "15:00"\n', ("at",), "16:00", 'at: "16:00"\n'),
        ("a: 'x'\n", ("a",), "it's", "a: 'it''s'\n"),
        ("a: {b: x, c: y}\n", ("a", "b"), "u, v", 'a: {b: "u, v", c: y}\n'),
        ("a:\nb: x\n", ("a",), "z", "a: z\nb: x\n"),
        ("version: 3\n", ("version",), "1", "version: 1\n"),
        ("title: Grain\n", ("title",), "yes", 'title: "yes"\n'),
        ("a: |\n    x\n\n# b\nb: y\n", ("a",), "p\n\nq\n", "a: |\n    p\n\n    q\n\n# b\nb: y\n"),
        ("a: x\nb: y\n", ("a",), "p\nq\n", "a: |\n  p\n  q\nb: y\n"),
        ("a: x  # c\nb: y\n", ("a",), "p\nq\n", 'a: "p\\nq\\n"  # c\nb: y\n'),
        ("a: |  # c\n  x\n", ("a",), "y\n", "a: |  # c\n  y\n"),
        ("a:\n- x\n- y\n", ("a", 1), "z", "a:\n- x\n- z\n"),
    ],
)
def test_a_value_keeps_its_style(before: str, path: Steps, value: str, after: str) -> None:
    """As far as the style can hold it; otherwise it stands under a bar or in double quotes."""
    editor = YamlEditor(before.encode())
    editor.set_value(path, value)
    assert editor.result().decode() == after


@pytest.mark.parametrize(
    ("before", "path", "names", "after"),
    [
        ("a: x\nb: y  # c\nc: z\n", (), ["b"], "a: x\nc: z\n"),
        ("a: {b: x, c: y, d: z}\n", ("a",), ["b", "d"], "a: {c: y}\n"),
        ("a: {b: x, c: y, d: z}\n", ("a",), ["c", "d"], "a: {b: x}\n"),
        ("l:\n  - a: x\n    b: y\n", ("l", 0), ["a"], "l:\n  - b: y\n"),
        ("l:\n  - a: x\n    # c\n    b: y\n", ("l", 0), ["a"], "l:\n  - \n    # c\n    b: y\n"),
        ("a: x\nb:\n  c: y\n\n# d\nd: z\n", (), ["b"], "a: x\n\n# d\nd: z\n"),
        ("a: x\nb: {c: y}\n", ("b",), ["c"], "a: x\n"),
        ("a: x\nb: |\n  y\n# z\n", (), ["b", "nothing"], "a: x\n# z\n"),
    ],
)
def test_a_field_goes_with_its_lines(before: str, path: Steps, names: list[str], after: str) -> None:
    """Or with its comma; what would be left empty goes too, and comments that stand by themselves stay."""
    editor = YamlEditor(before.encode())
    editor.remove_fields(path, names)
    assert editor.result().decode() == after


def test_a_comment_is_put_above_a_field() -> None:
    """With the field's indent; not where the field does not begin its line."""
    editor = YamlEditor(b"a:\r\n  b: x\r\nc: {d: y}\r\n")
    assert editor.add_comment(("a", "b"), "look here")
    assert not editor.add_comment(("c", "d"), "nor here")
    assert not editor.add_comment(("c", "e"), "nor there")
    assert editor.result() == b"a:\r\n  # look here\r\n  b: x\r\nc: {d: y}\r\n"


def test_what_a_file_has_can_be_asked() -> None:
    """Texts, and how many entries there are."""
    editor = YamlEditor(b"a: [x, y]\nb:\n")
    assert (editor.has("a"), editor.has("a", 1), editor.has("a", 2), editor.has("c")) == (True, True, False, False)
    assert (editor.text_at("a", 1), editor.text_at("a"), editor.text_at("b")) == ("y", None, None)
    assert (editor.count("a"), editor.count("b"), editor.count("c")) == (2, 0, 0)


def test_what_cannot_be_done_is_refused() -> None:
    """No text where one should be replaced, no fields, no list, no YAML, nothing left of the file."""
    editor = YamlEditor(b"a: [x]\n")
    with pytest.raises(EditError, match="no text at `a`"):
        editor.set_value(("a",), "y")
    with pytest.raises(EditError, match=r"no fields at `a\[0\]`"):
        editor.remove_fields(("a", 0), ["x"])
    with pytest.raises(EditError, match="no list at `b`"):
        editor.remove_entries(("b",), [0])
    with pytest.raises(EditError, match="nothing would be left"):
        editor.remove_entries(("a",), [0])
    with pytest.raises(EditError, match="no YAML"):
        YamlEditor(b"a: [x\n")
    editor = YamlEditor(b"a: |+\n  x\n\nb: y\n\nc: z\n")
    editor.remove_fields((), ["b"])
    with pytest.raises(EditError, match="other values"):
        editor.result()


def test_an_edit_that_harms_another_value_is_refused() -> None:
    """Two edits of one place cannot both be carried out; planted, so that the last check is seen to work."""
    editor = YamlEditor(b"a: x  # c\nb: y\n")
    editor.set_value(("a",), "u")
    editor._splices[0] = type(editor._splices[0])(3, 4, "u\nc: z")
    with pytest.raises(EditError, match="other values"):
        editor.result()
    editor._splices[0] = type(editor._splices[0])(3, 9, "u")
    with pytest.raises(EditError, match="comment"):
        editor.result()


@pytest.mark.parametrize(
    ("written", "after"),
    [
        ("old # c", "new: it's # c"),
        ("an 'old' one", "an 'new' one"),
        ("'an ''old'' one' # c", "'an ''new'' one' # c"),
        ('"an \\u00e9 \\"old\\" one"', '"an \\u00e9 \\"new\\" one"'),
        ("|\n  an old\n\n    one  \n# c", "|\n  an new\n\n    one  \n# c"),
        (">-\n  an\n  old\n  one\n", ">-\n  an\n  new\n  one\n"),
        ("an\n  old\n  one # c", "an\n  new\n  one # c"),
        ("{b: an old one, c: x}", "{b: an new one, c: x}"),
    ],
)
def test_a_stretch_is_replaced_where_it_stands(written: str, after: str) -> None:
    """In every style, and the lines are not folded anew; a word that the style cannot hold has the whole text quoted."""
    content = f"a: {written}\n".replace("\n", "\r\n").encode()
    editor = YamlEditor(content)
    steps: Steps = ("a", "b") if "{" in written else ("a",)
    text = editor.text_at(*steps)
    assert text is not None
    start = text.index("old")
    new = "new: it's" if written.startswith("old") else "new"
    editor.replace_within(steps, [Fix(start, start + 3, new)])
    expected = after if "new: it's" not in after else after.replace("new: it's", '"new: it\'s"')
    assert editor.result().decode() == f"a: {expected}\n".replace("\n", "\r\n")


def test_a_stretch_over_a_folded_line_break_has_the_text_written_anew() -> None:
    """Since no place in the file is its own; what is around it stays."""
    editor = YamlEditor(b"a: >\n  the\n  the end\nb: x # c\n")
    editor.replace_within(("a",), [Fix(0, 7, "the")])
    assert editor.result() == b"a: |\n  the end\nb: x # c\n"


@pytest.mark.parametrize(
    ("written", "after"),
    [
        ("x 3 - 4 y", "x 3–4 y"),
        (">-\n  x 3\n  - 4 y", "|-\n  x 3–4 y"),
        ("'x 3 -\n  4 y'", "'x 3–4 y'"),
        (">-\n  x\n  3 - 4\n  y", ">-\n  x\n  3–4\n  y"),
        ('"x\\u0020\\u0033 - 4 y"', '"x\\u0020\\u0033–4 y"'),
    ],
)
def test_blanks_of_a_stretch_are_those_of_its_line(written: str, after: str) -> None:
    """An indent is none of them, nor is a line break."""
    editor = YamlEditor(f"a: {written}\nb: z # c\n".encode())
    editor.replace_within(("a",), [Fix(3, 6, "–")])
    assert editor.result().decode() == f"a: {after}\nb: z # c\n"


def test_words_that_mean_something_where_they_come_to_stand_are_quoted() -> None:
    """At the end of a text as at its beginning; and what is no letter is tried out first."""
    for old, stretch, new, after in (
        ("an x", Fix(2, 4, ": "), "an: ", '"an: "'),
        ("x one", Fix(0, 2, "% "), "% one", '"% one"'),
        ("an one", Fix(2, 3, ": "), "an: one", '"an: one"'),
        ("an one", Fix(3, 6, "so "), "an so ", '"an so "'),
    ):
        editor = YamlEditor(f"a: {old} # c\n".encode())
        editor.replace_within(("a",), [stretch])
        assert editor.result().decode() == f"a: {after} # c\n"
        assert load(editor.result()) == {"a": new}


def test_a_stretch_of_a_list_is_refused() -> None:
    """As is one of a field that is not there."""
    editor = YamlEditor(b"a: [x]\n")
    for steps in (("a",), ("b",)):
        with pytest.raises(EditError, match="there is no text at"):
            editor.replace_within(steps, [Fix(0, 1, "y")])


def test_a_path_of_a_finding_leads_to_its_steps() -> None:
    """Names with points in them too."""
    editor = YamlEditor(b"agenda: [{topic: x}]\nglossary: {U.S: x}\n")
    assert editor.find_steps("agenda[0].topic") == ("agenda", 0, "topic")
    assert editor.find_steps("glossary.U.S") == ("glossary", "U.S")
    assert editor.find_steps("agenda[1]") is None


@pytest.mark.parametrize("seed", range(2000, 2400))
def test_replaced_stretches_change_nothing_else(seed: int) -> None:
    """In random files: one word of a text is another, every other line is the same."""
    chance = random.Random(seed)  # noqa: S311 - the same files every time
    content = Generator(chance).file()
    data = load(content)
    texts = [path for path in list_places(data) if isinstance(text := look_up(data, path), str) and text.split()]
    if not texts:
        return
    path = chance.choice(texts)
    text = look_up(data, path)
    word = chance.choice(text.split())
    start, new = text.index(word), chance.choice([*WORDS, "\u201cquoted\u201d"])
    value = text[:start] + new + text[start + len(word) :]
    editor = YamlEditor(content)
    assert editor.text_at(*path) in (text, None)
    if editor.text_at(*path) is None:
        return
    editor.replace_within(path, [Fix(start, start + len(word), new)])
    after = editor.result()
    look_up(data, path[:-1])[path[-1]] = value
    assert load(after) == data
    check_surroundings(content, after, *lines_of(content, path))
