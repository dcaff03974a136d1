"""The settings of a workspace: its ``briefmaker.yaml``."""

from enum import StrEnum

from pydantic import Field

from briefmaker.model.brief import TimeZone
from briefmaker.model.limits import Limits
from briefmaker.model.part import Part
from briefmaker.model.text import Id, ShortText, YesNo


class Paper(StrEnum):
    """The sheet a brief is printed on."""

    A4 = "a4"
    LETTER = "letter"


class Settings(Part):
    """What holds for all briefs of a workspace; every setting has a default."""

    organisation: ShortText | None = Field(None, description="Name of the organisation, kept in the files' properties.")
    marking_scheme: Id | None = Field(
        None, description="Scheme of markings, such as nato or uk; without it, any scheme that has the brief's marking."
    )
    timezone: TimeZone | None = Field(None, description="Our own time zone, printed beside that of the meeting.")
    paper: Paper = Field(Paper.A4, description="a4 or letter.")
    embed_fonts: YesNo = Field(
        False, description="true to put the fonts into every Word document, for readers who have not installed them."
    )
    limits: dict[Id, Limits] = Field(
        {}, description="How long documents may be, by template, where it is not as usual."
    )
