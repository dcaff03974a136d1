"""A key fact rests on more than one secondary source."""

import pytest
from tests.checking import check_text, places_of

LINES = """\
facts:
  - {{id: a, value: 1, sources: [{sources}], key: {key}}}
sources:
  first: {{title: A, kind: primary}}
  second: {{title: B, kind: secondary}}
  third: {{title: C, kind: secondary}}
  unsaid: {{title: D}}
"""


@pytest.mark.parametrize(
    ("sources", "key", "path"),
    [
        ("second", "true", "facts[0].sources"),
        ("second, second", "true", "facts[0].sources"),
        ("", "true", "facts[0]"),
        ("second, third", "true", None),
        ("first", "true", None),
        ("unsaid", "true", None),
        ("second", "false", None),
    ],
)
def test_one_secondary_source_alone_is_told(sources: str, key: str, path: str | None) -> None:
    """Naming it twice does not make two; one that does not say its kind is not judged."""
    found = places_of(check_text(LINES.format(sources=sources, key=key), "SRC003"), "SRC003")
    assert found == ([(2, path)] if path else [])
