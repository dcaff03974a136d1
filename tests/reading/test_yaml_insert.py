"""Fields and entries that are put into a YAML file: they are there, and everything else is as it was."""

import pytest
from tests.reading.test_yaml_edit import load

from briefmaker.reading.yaml_edit import EditError
from briefmaker.reading.yaml_insert import InsertingEditor

NEW = {"date": "2025-10-20", "of": "1234567890123456", "comment": "a: b, {c} # d"}
PLACES = [
    "clearances:\n  - unit: Legal # our own\n    state: cleared  # asked twice\n\n# tail\nissue: x\n",
    "clearances:\r\n- unit: Legal\r\n  state: cleared\r\nissue: x\r\n",
    "issue: x\nclearances:\n  - unit: Legal\n    state: cleared",
    "clearances: [{unit: Legal, state: cleared}] # ours\n",
    "clearances:\n  - {unit: Legal, state: cleared,}\n",
    "clearances:\n  - {unit: Legal,\n     state: 'cleared'  # so\n    }\n",
    "\ufeffclearances:\n  - state: >-\n      cleared\n    unit: Legal\n",
    "{clearances: [{state: cleared, unit: Legal}], issue: x}\n",
]


@pytest.mark.parametrize("text", PLACES)
def test_fields_are_put_behind_another(text: str) -> None:
    """In any way of writing a mapping; values that mean something to YAML are quoted, dates are not."""
    before = text.encode()
    editor = InsertingEditor(before)
    editor.add_fields(("clearances", 0), NEW, "state")
    after = editor.result()
    data = load(before)
    data["clearances"][0] |= NEW
    assert load(after) == data
    written = after.decode()
    assert "date: 2025-10-20" in written
    left = written
    for part in ("date: 2025-10-20", 'of: "1234567890123456"', 'comment: "a: b, {c} # d"'):
        assert part in left
        left = left.replace(part, "", 1)
    assert "".join(left.replace(",", "").split()) == "".join(text.replace(",", "").split())
    assert ("\r\n" in written) == ("\r\n" in text)
    assert "\n" not in written.replace("\r\n", "") or "\r\n" not in text


def test_fields_stand_in_the_column_of_the_others() -> None:
    """Below the line, comment and all; a file whose last line has no end gets none."""
    editor = InsertingEditor(PLACES[0].encode())
    editor.add_fields(("clearances", 0), {"date": "2025-10-20", "of": "ab"}, "state")
    assert "    state: cleared  # asked twice\n    date: 2025-10-20\n    of: ab\n\n# tail" in editor.result().decode()
    editor = InsertingEditor(PLACES[2].encode())
    editor.add_fields(("clearances", 0), {"of": "ab"}, "state")
    assert editor.result().decode() == PLACES[2] + "\n    of: ab"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\n", "a: 1\nl:\n  - {u: X}\n"),
        ("a: |\n  b\n", "a: |\n  b\nl:\n  - {u: X}\n"),
        ("a: 1", "a: 1\nl:\n  - {u: X}"),
        ("{a: 1}\n", "{a: 1, l: [{u: X}]}\n"),
        ("l:\na: 1\n", "l: [{u: X}]\na: 1\n"),
        ("l: ~ # none\n", "l: [{u: X}] # none\n"),
        ("l: []\n", "l: [{u: X}]\n"),
        ("l: [{u: A}] # one\n", "l: [{u: A}, {u: X}] # one\n"),
        ("l:\n- u: A # one\na: 1\n", "l:\n- u: A # one\n- {u: X}\na: 1\n"),
        (
            "l:\n  - u: A\n    c: |\n      long\n\n# tail\n",
            "l:\n  - u: A\n    c: |\n      long\n  - {u: X}\n\n# tail\n",
        ),
    ],
)
def test_an_entry_comes_last(before: str, after: str) -> None:
    """In any way of writing a list, also where there is none yet."""
    editor = InsertingEditor(before.encode())
    editor.append_entry("l", {"u": "X"})
    assert editor.result().decode() == after


def test_values_are_changed_beside() -> None:
    """In one go."""
    editor = InsertingEditor(b"l: [{s: a, d: x}]\n")
    editor.set_value(("l", 0, "s"), "b")
    editor.add_fields(("l", 0), {"e": "z"}, "s")
    assert editor.result() == b"l: [{s: b, e: z, d: x}]\n"


def test_what_cannot_be_put_in_is_refused() -> None:
    """A field behind one that there is not, an entry of what is no list, a field twice."""
    editor = InsertingEditor(b"a: 1\nl: [{s: a}]\n")
    with pytest.raises(EditError, match=r"there is no `l\[0\].t`"):
        editor.add_fields(("l", 0), {"e": "y"}, "t")
    with pytest.raises(EditError, match="`a` is no list"):
        editor.append_entry("a", {"u": "X"})
    with pytest.raises(EditError, match="no fields"):
        InsertingEditor(b"- a\n").append_entry("l", {"u": "X"})
    editor.add_fields(("l", 0), {"s": "b"}, "s")
    with pytest.raises(EditError):
        editor.result()
