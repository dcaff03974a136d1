"""Comments go, everything else stays, byte for byte."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefmaker.reading import yaml_comments
from briefmaker.reading.yaml_comments import remove_comments

EVERYWHERE = """\
# before all
title: Grain talks   # behind a value
"a # key": 'it''s # a text'    # behind quotes
link: https://example.org/#part
bottom_line: |  # behind the bar
  # Not a comment, but a text
  that goes on # like this

  # and on
 # less indented, a comment again
folded: >-
    one
   # and this is one
list:
  # between key and list
- one # of an entry
# between entries
- {a: 1,# within braces
   b: "#"}
plain: goes
  on # to here
keep: |+
  kept

# would add a line to what is kept

empty: # nothing
quoted: "over # lines
  # still quoted"
#no blank before
last: '#'
# no line break after"""

WITHOUT = """\
title: Grain talks
"a # key": 'it''s # a text'
link: https://example.org/#part
bottom_line: |
  # Not a comment, but a text
  that goes on # like this

  # and on
folded: >-
    one
list:
- one
- {a: 1,
   b: "#"}
plain: goes
  on
keep: |+
  kept

#

empty:
quoted: "over # lines
  # still quoted"
last: '#'
"""


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("loader", [yaml.CBaseLoader, yaml.BaseLoader])
def test_comments_go_wherever_they_stand(loader: object, line_break: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line of its own goes whole, and what only looks like a comment stays; with PyYAML's fast parser and its slow one."""
    monkeypatch.setattr(yaml_comments, "_LOADER", loader)
    given = EVERYWHERE.replace("\n", line_break).encode()
    assert remove_comments(given).decode() == WITHOUT.replace("\n", line_break)


def test_what_has_no_comments_stays_as_it_is() -> None:
    """The byte order mark too, and letters outside ASCII."""
    content = b"\xef\xbb\xbf" + "title: Þórdís\r\nkey: |\r\n  # ü\r\n".encode()
    assert remove_comments(content) == content


_COMMENT = "§"  # stands in comments only
_WORDS = st.text(alphabet="ab #:-'\"|>{}[],\n", max_size=12)
_VALUES = ["k: |", "k: >+", "  text # t", "  # t", "", "z: 'a #", "  b'", "e]"]
_COMMENTED = [
    "#§",
    "  #§",
    "a: b #§",
    "k: |+ #§",
    "k: |#§",
    "- x #§",
    "  'q # q' #§",
    "{a: b,#§",
    "c: d}#§",
    "[#§",
    "k:#§",
]


@given(st.lists(st.one_of(st.sampled_from(_VALUES), st.sampled_from(_COMMENTED), _WORDS), max_size=12))
def test_no_value_changes(lines: list[str]) -> None:
    """Whatever is YAML means the same without its comments, and no word of them is left."""
    content = "\n".join(lines).encode()
    try:
        before = yaml.load(content, yaml.CBaseLoader)  # noqa: S506 - the base loader makes texts only
    except (yaml.YAMLError, TypeError, ValueError):
        return
    without = remove_comments(content)
    assert yaml.load(without, yaml.CBaseLoader) == before  # noqa: S506
    assert _COMMENT in str(before) or _COMMENT.encode() not in without
    assert remove_comments(without) == without
