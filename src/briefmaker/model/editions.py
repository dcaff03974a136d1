"""Editions: what of a brief some of its readers see."""

from typing import Annotated

from pydantic import Field

from briefmaker.model.part import AsList, Part
from briefmaker.model.text import ShortText, Words

ALL_EDITIONS = "all"
"""What stands for each of the editions where one is asked for by name."""

ARCHIVE = "archive"
"""What the name of an archived PDF says before its ending, where that of an edition says the edition."""


class Edition(Part):
    """An edition shows the fields that it names, up to a marking; all else is not in its documents."""

    shows: Annotated[tuple[Words, ...], AsList] = Field(
        description="Fields that it shows, named as in a template's `shows`; what the template does not show stays hidden."
    )
    ceiling: Words | None = Field(None, description="The highest marking that its readers may see.")
    caveats: Annotated[tuple[Words, ...], AsList] | None = Field(
        None, description="The caveats that its readers may see; without it, any."
    )
    title: ShortText | None = Field(None, description="What its documents say beside their kind: For the press.")
