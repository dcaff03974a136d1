"""What the tests of tags share: a page of HTML, written as a PDF and read aloud."""

from collections.abc import Callable

import pytest
from tests.reading_aloud import Element, list_artifacts, read_aloud

from briefmaker.writing.pdf import write_pdf
from briefmaker.writing.template import Template

STYLE = "@font-face { font-family: own; src: url(fonts/SourceSerif4-Regular.ttf) } @page { size: A6 } html { font: 10pt own }"


@pytest.fixture
def make_pdf(make_template: Callable[..., Template]) -> Callable[..., bytes]:
    """Give a function that makes a PDF of what stands in the body of a page, with further styles."""

    def make(body: str, style: str = "") -> bytes:
        template = make_template(style=STYLE + style)
        return write_pdf(f'<html lang="en"><title>x</title><body>{body}</body></html>', template).content

    return make


@pytest.fixture
def hear(make_pdf: Callable[..., bytes]) -> Callable[..., Element]:
    """Give a function that gives what is heard of a page."""
    return lambda body, style="": read_aloud(make_pdf(body, style))


@pytest.fixture
def overlook(make_pdf: Callable[..., bytes]) -> Callable[..., list[str]]:
    """Give a function that gives what stands on a page and is not heard."""
    return lambda body, style="": list_artifacts(make_pdf(body, style))
