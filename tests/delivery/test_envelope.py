"""Addresses as a mail server takes them."""

import pytest

from briefmaker.delivery.envelope import write_envelope_address


@pytest.mark.parametrize(
    ("address", "plain", "utf8"),
    [
        ("ann@example.int", "ann@example.int", "ann@example.int"),
        ("ann@bücher.example", "ann@xn--bcher-kva.example", "ann@xn--bcher-kva.example"),
        ("jörg@example.int", None, "jörg@example.int"),
        ("ann@example.int> SIZE=0", None, None),
        ("ann@example.int\r\nDATA", None, None),
        ("ä@@ö", None, None),
    ],
)
def test_an_address_is_written_in_ascii_where_that_can_be(address: str, plain: str | None, utf8: str | None) -> None:
    """And never in a way that says more than an address."""
    assert write_envelope_address(address, takes_utf8=False) == plain
    assert write_envelope_address(address, takes_utf8=True) == utf8
