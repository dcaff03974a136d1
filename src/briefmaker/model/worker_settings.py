"""What a workspace says of the processes in which its briefs are made."""

from pydantic import Field

from briefmaker.model.part import Part
from briefmaker.model.text import VersionNumber


class WorkerSettings(Part):
    """What making the documents of one brief may take; both may be left out."""

    deadline: VersionNumber = Field(60, description="Seconds after which making a brief is stopped.")
    memory: VersionNumber = Field(1024, description="Megabytes of address space that making a brief may take.")
