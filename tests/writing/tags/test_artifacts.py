"""Marks in the pages: every mark is an artifact or stands in the tree."""

from collections.abc import Callable
from io import BytesIO

import pikepdf


def test_every_mark_is_an_artifact_or_has_its_element(make_pdf: Callable[..., bytes]) -> None:
    """No number is left that the parent tree does not name, and what it does not name has no number."""
    rows = "<tr><td>x</td></tr>" * 60
    body = f'<p aria-hidden="true">seen<table><thead><tr><th>Head</th></tr></thead>{rows}</table>'
    with pikepdf.open(BytesIO(make_pdf(body))) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        assert len(pdf.pages) > 1
        for place, page in enumerate(pdf.pages):
            marks = [given for given, operator in pikepdf.parse_content_stream(page) if str(operator) == "BDC"]
            named = {int(given[1].MCID) for given in marks if "/MCID" in given[1]}
            owned = {number for number, owner in enumerate(numbers[2 * place + 1]) if owner is not None}
            assert named == owned
            assert any(str(given[0]) == "/Artifact" for given in marks)
