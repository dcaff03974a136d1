"""Word documents that are damaged in any way become a draft that reads, or a clear error: never a traceback."""

import io
import random
import re
import zipfile
from pathlib import Path

import pytest
from tests.word_briefs import ALL
from tests.word_pieces import save

from briefmaker.diagnostics import has_errors
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.read import read
from briefmaker.jobs.reviewing.import_word import import_word

VALUES = (b"", b"abc", b"-5", b"99999999999999", b"a b", b"0x", "é".encode())
NAMES = (b"p", b"r", b"tbl", b"tc", b"del", b"ins", b"sdt", b"foo")


def damage(parts: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
    """Give the parts of a document with one accident: a value, a name, an element, a byte or a part."""
    name = chance.choice([each for each in parts if each.endswith((".xml", ".rels"))])
    content, kind = parts[name], chance.choice(("value", "value", "name", "element", "byte", "part"))
    if kind == "part":
        return {each: data for each, data in parts.items() if each != name}
    if kind == "value" and (found := list(re.finditer(rb'="([^"]*)"', content))):
        place = chance.choice(found)
        content = content[: place.start(1)] + chance.choice(VALUES) + content[place.end(1) :]
    elif kind == "name" and (found := list(re.finditer(rb"w:(\w+)", content))):
        content = content.replace(b"w:" + chance.choice(found)[1], b"w:" + chance.choice(NAMES))
    elif kind == "element" and (found := list(re.finditer(rb"<w:\w+[^>]*/>", content))):
        place = chance.choice(found)
        content = content[: place.start()] + content[place.end() :]
    elif kind == "byte":
        flipped = bytearray(content)
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        content = bytes(flipped)
    return {**parts, name: content}


@pytest.mark.parametrize("name", ALL)
def test_a_damaged_document_is_read_or_refused(name: str, workspace: Path) -> None:
    """Fifteen accidents to each kind of brief."""
    chance = random.Random(name)  # noqa: S311 - chosen anew each time, and the same each time
    with zipfile.ZipFile(io.BytesIO(save(ALL[name]()))) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    outcomes = []
    for number in range(15):
        with zipfile.ZipFile(workspace / "bad.docx", "w") as package:
            for each, data in damage(parts, chance).items():
                package.writestr(each, data)
        try:
            imported = import_word(workspace / "bad.docx", output=workspace / "briefs" / f"bad-{number}.yaml")
        except FindingsError:
            outcomes.append("refused")
        else:
            assert not has_errors(read(imported.brief).diagnostics)
            outcomes.append("read")
    assert "read" in outcomes
