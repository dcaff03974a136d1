"""The settings of a workspace: its ``briefmaker.yaml``."""

from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field

from briefmaker.model.brief import TimeZone
from briefmaker.model.check_settings import CheckSettings
from briefmaker.model.editions import Edition
from briefmaker.model.house_style import Boilerplate, Colours, DateStyle, Fonts, Languages
from briefmaker.model.limits import Limits
from briefmaker.model.mail_settings import MailSettings
from briefmaker.model.markings import MarkingScheme
from briefmaker.model.part import AsList, Part
from briefmaker.model.recipients import DistributionList
from briefmaker.model.schedules import Retention, RunSettings, Schedule
from briefmaker.model.text import Id, ShortText, Words, YesNo
from briefmaker.model.worker_settings import WorkerSettings


class Paper(StrEnum):
    """The sheet a brief is printed on."""

    A4 = "a4"
    LETTER = "letter"


class Settings(Part):
    """What holds for all briefs of a workspace; every setting has a default."""

    model_config = ConfigDict(
        title="briefmaker settings",
        json_schema_extra={"$schema": "https://json-schema.org/draft/2020-12/schema"},
    )

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
    marking_schemes: dict[Id, MarkingScheme] = Field(
        {}, description="Schemes of markings of one's own, each under the name by which `marking_scheme` chooses it."
    )
    editions: dict[Id, Edition] = Field({}, description="Editions, each under the name by which portions name it.")
    print_organisation: YesNo = Field(
        False, description="true to print the name of the organisation above the title, before the kind of document."
    )
    logo: Words | None = Field(
        None, description="SVG, PNG or JPEG file, seen from the workspace's folder; stands at the head of page one."
    )
    colours: Colours = Field(default_factory=Colours, description="Colours by what they are for, as #rrggbb in quotes.")
    fonts: Fonts = Field(default_factory=Fonts, description="Families that ship with briefmaker, or files of your own.")
    date_style: DateStyle = Field(
        DateStyle.LANGUAGE,
        description="language, day-month-year, month-day-year, weekday, military or iso.",
    )
    languages: Annotated[Languages, AsList] = Field(
        (), description="The languages that the house issues in; the first is that of a brief which names none."
    )
    boilerplate: Boilerplate = Field(default_factory=Boilerplate, description="Fixed texts, by language.")
    checks: CheckSettings = Field(
        default_factory=CheckSettings, description="Which rules `briefmaker check` applies, and how severe each is."
    )
    workers: WorkerSettings = Field(
        default_factory=WorkerSettings, description="What making the documents of one brief may take."
    )
    mail: MailSettings = Field(
        default_factory=MailSettings, description="Who sends messages, and through which server."
    )
    distribution_lists: dict[Id, DistributionList] = Field(
        {}, description="Who gets which briefs, each list under the name by which briefs call it."
    )
    schedules: dict[Id, Schedule] = Field({}, description="What is done by itself, each under its name.")
    runs: RunSettings = Field(default_factory=RunSettings, description="Where runs by schedule are told of.")
    retention: Retention = Field(default_factory=Retention, description="How long documents are kept.")
