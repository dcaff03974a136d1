"""A pack's tree has a part for each of its parts, and what runs on every page is read on the first of each."""

import io
from pathlib import Path

import pikepdf
from tests.packs import make_pack_workspace

from briefmaker.jobs.packs.make_pack import pack


def test_each_part_holds_what_stands_on_its_pages(workspace: Path) -> None:
    """And begins with the line of its own brief, its status among it."""
    make_pack_workspace(workspace)
    content = pack("visit", formats=["pdf"]).documents[0].path.read_bytes()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pages = [page.obj.objgen for page in pdf.pages]
        parts = list(pdf.Root.StructTreeRoot.K[0].K)
        found = [sorted({pages.index(kid.Pg.objgen) for kid in part.K}) for part in parts]
        assert found == [[0, 1], [2], [3]]
        assert all(kid.P.objgen == part.objgen for part in parts for kid in part.K)
        # Marking, draft notice and reference: three that run, then what the page itself says.
        assert all(len(part.K) > 3 for part in parts)
