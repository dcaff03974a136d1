"""Tests of work without the search for garbage: it is put off, and comes back."""

import gc

import pytest

from briefmaker.workspace.garbage import without_garbage_collector


def test_nothing_is_searched_for_until_the_work_is_done() -> None:
    """Also after work within the work, and after work that failed."""
    assert gc.isenabled()
    with without_garbage_collector():
        with without_garbage_collector():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), without_garbage_collector():
        1 / 0  # noqa: B018 - any mistake will do
    assert gc.isenabled()


def test_who_searches_for_none_goes_on_like_that() -> None:
    """A worker clears away between its tasks alone."""
    gc.disable()
    try:
        with without_garbage_collector():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
