"""The file of a pack: ``packs/NAME.yaml``."""

from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.model.pack import Pack
from briefmaker.reading.limit import limit_findings
from briefmaker.reading.read_model import ModelReading, read_model
from briefmaker.reading.text_checks import TextChecker
from briefmaker.reading.walk import walk_fields


def read_pack(content: bytes, file: str) -> tuple[ModelReading[Pack], tuple[Diagnostic, ...]]:
    """Give a pack from a file's bytes, with everything that is wrong with the file; never raises."""
    read = read_model(content, file, Pack)
    checker = TextChecker(read.text, read.places, None)
    found = [*read.diagnostics, *(each for field in walk_fields(read.root, Pack) for each in checker.check(field))]
    if read.value is not None and not read.value.tabs:
        message = "there is nothing in the pack"
        hint = "name its briefs: `tabs: [first-brief, second-brief]`"
        found.append(read.places.finding(Code.PACK_EMPTY, "tabs", message, hint))
    return read, limit_findings(found)
