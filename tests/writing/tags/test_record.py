"""What runs on every page is heard once, and what is only decoration not at all."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
import weasyprint
from tests.reading_aloud import Element, list_artifacts

Hear = Callable[..., Element]
Overlook = Callable[..., list[str]]

RUNNING = (
    "@page { @top-center { content: element(top) } @bottom-right { content: element(foot) } }"
    " .top { position: running(top) } .foot { position: running(foot) }"
)
BODY = '<div class="top">RESTRICTED</div><div class="foot" aria-hidden="true">Page</div><p>one<p style="break-before: page">two'


def test_running_lines_are_heard_once_and_first(hear: Hear, overlook: Overlook) -> None:
    """A marking is heard before all else, though it stands on every page; a line that is hidden from readers never is."""
    document = hear(BODY, RUNNING)
    assert document.outline() == "Document(P P P)"
    assert document.words() == "RESTRICTED one two"
    assert overlook(BODY, RUNNING) == ["Page", "RESTRICTED", "Page"]


def test_artifacts_say_that_they_are_pagination(make_pdf: Callable[..., bytes]) -> None:
    """Programs that leave running lines out know them by that."""
    with pikepdf.open(BytesIO(make_pdf(BODY, RUNNING))) as pdf:
        marked = [
            {str(name): str(value) for name, value in given[1].items()}
            for page in pdf.pages
            for given, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "BDC" and str(given[0]) == "/Artifact"
        ]
    head, foot = ({"/Type": "/Pagination", "/Subtype": kind} for kind in ("/Header", "/Footer"))
    assert marked == [foot, head, foot]


def test_what_is_hidden_from_readers_is_decoration(hear: Hear, overlook: Overlook) -> None:
    """Words with ``aria-hidden`` stay on the page and out of the tree."""
    body = '<p>heard<p aria-hidden="true">only <b>seen</b></p><p>heard too'
    assert hear(body).words() == "heard heard too"
    assert "".join(overlook(body)).split() == ["only", "seen"]


def test_only_our_own_files_are_listened_to(make_pdf: Callable[..., bytes]) -> None:
    """Another program in the same process gets from WeasyPrint what it always got; ours are alike, byte for byte."""
    page = f'<html lang="en"><title>x</title><style>{RUNNING}</style><body>{BODY}</body></html>'
    theirs = [weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")]
    ours = [make_pdf(BODY, RUNNING), make_pdf(BODY, RUNNING)]
    theirs.append(weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))
    assert ours[0] == ours[1]
    assert theirs[0] == theirs[1]
    assert list_artifacts(theirs[0]) == []
    assert list_artifacts(ours[0]) != []
