"""A document that briefmaker made is led back to its brief, as far as it leads there."""

import pytest

from briefmaker.review.importing.tell_ours import tell_ours
from briefmaker.writing.word.own_properties import EDITION_PROPERTY, REDLINE_PROPERTY, SOURCE_PROPERTY

SOURCE = {SOURCE_PROPERTY: "0" * 64}


@pytest.mark.parametrize(
    ("properties", "message", "hint"),
    [
        (SOURCE, "briefmaker made this document of a brief", "`briefmaker pull talks.docx`"),
        ({EDITION_PROPERTY: "public"}, "briefmaker made this document of a brief", "an edition holds no way back"),
        ({**SOURCE, REDLINE_PROPERTY: "1 to 2"}, "is a redline", "from the document that `briefmaker build` wrote"),
        (
            {EDITION_PROPERTY: "public", REDLINE_PROPERTY: ""},
            "at once",
            "from the document that `briefmaker build` wrote",
        ),
    ],
)
def test_what_to_do_is_told_by_what_the_document_is(properties: dict[str, str], message: str, hint: str) -> None:
    """A whole document can be pulled; an edition cannot, and nor can a redline, of whatever."""
    told = tell_ours(properties, "talks.docx")
    assert (message in told[0], hint in told[1]) == (True, True)
