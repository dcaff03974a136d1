"""What the cover of a pack prints of its readers."""

from typing import Any

import pytest

from briefmaker.diagnostics import Places
from briefmaker.model.pack import Pack
from briefmaker.model.rich_text import iterate_inlines, plain_text
from briefmaker.model.settings import Paper, Settings
from briefmaker.view.build_pack import build_pack
from briefmaker.view.carried import Carried

ANN = {"people": [{"name": "Ann", "email": "ann@example.int"}]}
SETTINGS = Settings.model_validate({"distribution_lists": {"office": {"title": "Private Office", **ANN}, "desk": ANN}})


def list_readers(**fields: Any) -> list[str]:
    """Give the entries of a pack's distribution as they are printed."""
    pack = Pack.model_validate({"format": 1, "title": "Visit", "date": "2026-03-02", "tabs": ["grain"], **fields})
    view = build_pack(pack, Places("visit.yaml"), Carried(None), SETTINGS, Paper.A4).view
    assert view is not None
    return ["".join(plain_text(each) for each in iterate_inlines(text.blocks)) for text in view.distribution]


@pytest.mark.parametrize(
    ("fields", "readers"),
    [
        ({}, []),
        ({"distribution": ["Registry"]}, ["Registry"]),
        ({"distribution": ["Registry"], "lists": ["office", "desk"]}, ["Registry", "Private Office", "desk"]),
        ({"lists": ["office"], "distribution": ["Private Office", "Registry"]}, ["Private Office", "Registry"]),
        ({"distribution": ["office"]}, ["office"]),
    ],
)
def test_lists_are_printed_by_what_they_are_called_each_once(fields: dict[str, Any], readers: list[str]) -> None:
    """A list without a title by its name; what is written under `distribution` is words alone."""
    assert list_readers(**fields) == readers
