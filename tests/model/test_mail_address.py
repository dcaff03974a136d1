"""Addresses and domains, as they are kept and compared."""

import pytest
from pydantic_core import PydanticCustomError

from briefmaker.model.mail_address import check_mail_address, find_domain


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Ann.Example@Example.INT", "Ann.Example@example.int"),
        ("o'neill+brief@mail.example.int", "o'neill+brief@mail.example.int"),
        ("ann@xn--bcher-kva.example", "ann@bücher.example"),
        ("jürgen@bücher.example", "jürgen@bücher.example"),
    ],
)
def test_a_domain_is_kept_in_small_letters_and_as_people_write_it(written: str, kept: str) -> None:
    """What stands before the @ is the server's own, and stays."""
    assert check_mail_address(written) == kept
    assert find_domain(written.rpartition("@")[2]) == kept.rpartition("@")[2]


@pytest.mark.parametrize(
    "written", ["", "ann", "ann@", "@example.int", "a b@example.int", "ann@exa mple.int", "ann@-a.int"]
)
def test_what_is_no_address_is_refused(written: str) -> None:
    """Whether anybody is there is not asked."""
    with pytest.raises(PydanticCustomError):
        check_mail_address(written)


@pytest.mark.parametrize("written", ["", "@example.int", "*.example.int", "exa mple.int", "ann@example.int", "-a.int"])
def test_what_is_no_domain_is_none(written: str) -> None:
    """The answer is empty."""
    assert find_domain(written) == ""
