"""Names of files are safe on every system."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefmaker.workspace.slug import safe_slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("nato-us-2025-10-22", "nato-us-2025-10-22"),
        ("nato-us.fr", "nato-us.fr"),
        ("Übersicht: 1. Fassung", "Ubersicht-1.Fassung"),
        ("Łódź  &  Kraków", "Łodz-Krakow"),
        ("Зустріч у Києві", "Зустріч-у-Києві"),
        ("../../etc/passwd", "etc-passwd"),
        ("-rf", "rf"),
        ("...", "brief"),
        ("", "brief"),
        ("con", "con-brief"),
        ("nul.fr", "nul.fr-brief"),
        ("a\x00b\x1b[31mc", "a-b-31mc"),
    ],
)
def test_a_text_becomes_a_name(text: str, slug: str) -> None:
    """Accents go, other scripts stay, and paths, options and device names lose their meaning."""
    assert safe_slug(text) == slug


@given(st.text())
def test_any_text_becomes_a_safe_name(text: str) -> None:
    """Whatever is typed, the name is no path, not hidden, not empty, not long, and stays as it is the second time."""
    slug = safe_slug(text)
    assert slug
    assert not set(slug) & set('/\\:*?"<>| \t\n\0')
    assert not slug.startswith((".", "-"))
    assert not slug.endswith((".", " "))
    assert len(slug) <= 110
    assert safe_slug(slug) == slug
