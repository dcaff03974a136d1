"""A PDF for the archive (PDF/A-3a): the brief's own file goes with it, as the source of what it says."""

import datetime
import io
from dataclasses import dataclass
from typing import Any

VARIANT = "pdf/a-3a"
_MEDIA_TYPE = "/application#2fyaml"  # RFC 9512


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a brief was made of: its name, its bytes, what it is in a few words, and the brief's own time."""

    name: str
    content: bytes
    description: str
    written: datetime.datetime


def attach(source: Source) -> Any:
    """Give a source as an attachment of WeasyPrint's, with the brief's time in place of the clock's."""
    from weasyprint import Attachment

    written = source.written.astimezone(datetime.UTC) if source.written.tzinfo else source.written
    return Attachment(
        file_obj=io.BytesIO(source.content),
        name=source.name,
        description=source.description,
        created=written,
        modified=written,
        relationship="Source",
    )


def finish_archive(pdf: Any) -> None:
    """Mend what WeasyPrint says of the attachment in a PDF that is not yet written.

    It takes the kind of file from the tables of the machine, which know YAML or not, and names each attachment twice.
    """
    for each in pdf.objects:
        if getattr(each, "extra", {}).get("Type") == "/EmbeddedFile":
            each.extra["Subtype"] = _MEDIA_TYPE
    pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])
