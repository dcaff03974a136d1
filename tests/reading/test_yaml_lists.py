"""Entries are put into lists of a YAML file, and moved; nothing else changes."""

import pytest

from briefmaker.reading.yaml_edit import EditError
from briefmaker.reading.yaml_lists import insert_entry, read_data, reorder_entries

FILE = b"""\
# head
a:
  - One
  # about two
  - "Two"   # end
  - {text: Three, id: t}

b: [x, y, z]   # end
c:
- k: v
  l: m
- k: w"""


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
@pytest.mark.parametrize("name", ["a", "b"])
@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("entry", ["New", "Yes: a colon, and more", "# no comment", "null", 'it\'s "said"', "- dash"])
def test_a_new_entry_is_put_in(newline: bytes, mark: bytes, name: str, number: int, entry: str) -> None:
    """In lists of lines and in brackets, at every place; every old line is still there."""
    content = mark + FILE.replace(b"\n", newline)
    after = insert_entry(content, (name,), number, entry)
    wanted = read_data(content)
    wanted[name].insert(number, entry)
    assert read_data(after) == wanted
    assert after.startswith(mark)
    assert after.count(newline) == content.count(newline) + (name == "a")
    kept = [line for line in content.split(newline) if not line.startswith(b"b:")]
    assert [line for line in kept if line not in after.split(newline)] == []


def test_an_entry_of_fields_is_put_in_behind_the_last_line() -> None:
    """Where the file's last line has no line break, too; lists of words are written in brackets."""
    after = insert_entry(FILE, ("c",), 2, {"k": "x: 1", "l": "z", "m": ["p", "q, r"]})
    assert after.endswith(b'\n- k: w\n- k: "x: 1"\n  l: z\n  m: [p, "q, r"]\n')


@pytest.mark.parametrize(("name", "order"), [("a", [2, 0, 1]), ("a", [1, 0, 2]), ("b", [2, 1, 0]), ("c", [1, 0])])
def test_entries_are_moved_with_their_comments(name: str, order: list[int]) -> None:
    """A comment right above an entry goes with it; what stands in the file is the same, in another order."""
    after = reorder_entries(FILE, (name,), order)
    old = read_data(FILE)
    assert read_data(after) == {**old, name: [old[name][place] for place in order]}
    assert sorted(after.replace(b"\n", b"").replace(b" ", b"")) == sorted(FILE.replace(b"\n", b"").replace(b" ", b""))
    if name == "a":
        lines = after.splitlines()
        assert lines[lines.index(b"  # about two") + 1] == b'  - "Two"   # end'


@pytest.mark.parametrize(
    ("content", "path"), [(b"a: x\n", ("a",)), (b"a: []\n", ("a",)), (b"a: [x]\n", ("b",)), (b"a: [\n", ("a",))]
)
def test_what_is_no_list_is_refused(content: bytes, path: tuple[str | int, ...]) -> None:
    """A text, an empty list, nothing, and a file that is no YAML."""
    with pytest.raises(EditError):
        insert_entry(content, path, 0, "x")


def test_an_order_that_loses_an_entry_is_refused() -> None:
    """Every entry has to be named once."""
    with pytest.raises(EditError):
        reorder_entries(FILE, ("b",), [0, 1, 1])


def test_an_entry_may_hold_lists_of_its_own() -> None:
    """Texts and entries with fields one below the other; within brackets all of it stands in brackets."""
    entry = {"topic": "B", "lines": ["A line of more than a few words.", "x"], "raised": [{"they": "a: b", "we": "c"}]}
    block = insert_entry(b"agenda:\n  - topic: A\n", ("agenda",), 1, entry)
    assert read_data(block)["agenda"][1] == entry
    assert "    lines:\n      - A line" in block.decode()
    flow = insert_entry(b"agenda: [{topic: A}]\n", ("agenda",), 0, entry)
    assert read_data(flow)["agenda"][0] == entry
