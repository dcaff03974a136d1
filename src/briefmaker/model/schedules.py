"""What is done by schedule, and how its runs are told of."""

from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from briefmaker.model.brief import TimeZone
from briefmaker.model.part import AsList, Ids, Part
from briefmaker.model.text import VersionNumber, Words, YesNo


class CatchUp(StrEnum):
    """What becomes of times at which nothing could run."""

    NONE = "none"
    LATEST = "latest"
    ALL = "all"


class Schedule(Part):
    """Work that is due again and again: briefs and packs that are checked, made and, where asked, mailed."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["briefs"]}, {"required": ["packs"]}]})

    cron: Words = Field(
        description='When it is due, as cron writes it: "0 7 * * MON".',
        json_schema_extra={"type": "string", "pattern": r"^\s*\S+(\s+\S+){4}\s*$"},
    )
    timezone: TimeZone | None = Field(None, description="Time zone of `cron`; else the workspace's.")
    briefs: Annotated[tuple[Words, ...], AsList] = Field(
        (), description="Briefs, or folders of briefs, seen from the workspace's folder."
    )
    packs: Ids = Field((), description="Packs, by name.")
    mail: YesNo = Field(False, description="true to mail what was made to the lists that it names.")
    catch_up: CatchUp = Field(
        CatchUp.LATEST, description="none, latest or all: of the times that were missed, which run later."
    )
    grace: VersionNumber = Field(60, description="Minutes after which a time counts as missed.")

    @model_validator(mode="after")
    def _has_work(self) -> "Schedule":
        if not self.briefs and not self.packs:
            raise PydanticCustomError("schedule_without_work", "a schedule names `briefs` or `packs`")
        return self


class RunSettings(Part):
    """How runs by schedule are told of."""

    log: Words | None = Field(
        None, description="File that gets a line of JSON for each event, seen from the workspace's folder."
    )
    heartbeat: Words | None = Field(
        None,
        description="File that is touched, or https address that is asked, when a run ended well.",
        json_schema_extra={"pattern": "^(https://[^/]|(?![A-Za-z][A-Za-z0-9+.-]*://))"},
    )


class Retention(Part):
    """How long things are kept."""

    output: VersionNumber | None = Field(
        None, description="Days that documents in output/ are kept; a run removes older ones that nobody has edited."
    )
