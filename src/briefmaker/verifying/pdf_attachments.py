"""Reads the files that a PDF carries, by pikepdf."""

from collections.abc import Iterator
from typing import Any

from briefmaker.verifying.pdf_parts import Attachment


def iterate_attachments(pdf: Any) -> Iterator[Attachment]:
    """Give each file once, whether the document lists it by name, or only as associated with itself."""
    import pikepdf

    names = pdf.Root.get("/Names", {}).get("/EmbeddedFiles")
    listed = [] if names is None else [each for _, each in pikepdf.NameTree(names).items()]
    associated = list(pdf.Root.get("/AF", ()))
    own = {each.objgen for each in associated}
    for each in (*listed, *(one for one in associated if one.objgen not in {other.objgen for other in listed})):
        yield _read(each, is_associated=each.objgen in own)


def _read(specification: Any, *, is_associated: bool) -> Attachment:
    files = specification.get("/EF", {})
    stream = files.get("/UF", files.get("/F"))
    return Attachment(
        name=str(specification.get("/UF", specification.get("/F", ""))),
        media_type="" if stream is None else str(stream.get("/Subtype", "")).removeprefix("/"),
        relationship=str(specification.get("/AFRelationship", "")).removeprefix("/"),
        is_associated=is_associated,
        content=b"" if stream is None else stream.read_bytes(),
    )
