"""Letters as the tests of messages want them."""

from dataclasses import replace
from typing import Any

from briefmaker.delivery.letter import Enclosure, Letter, Mailbox

PDF = Enclosure("PBN-2025-117.pdf", b"%PDF-1.7\r\n" + bytes(range(256)) * 40, "application/pdf")
DOCX = Enclosure(
    "PBN-2025-117.docx",
    b"PK\x03\x04\n.\r\n" * 99,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)


def make_letter(**changes: Any) -> Letter:
    """Give a letter with two enclosures, and what is said otherwise."""
    letter = Letter(
        sender=Mailbox("A. Drafter", "drafter@example.int"),
        to=Mailbox("B. Reader", "reader@example.int"),
        subject="[NATO UNCLASSIFIED] The Secretary General meets the President",
        text="NATO UNCLASSIFIED\n\nA deal is near.\n",
        html="<p>A deal is near.</p>\n",
        language="en-GB",
        marking="NATO UNCLASSIFIED",
        enclosures=(PDF, DOCX),
    )
    return replace(letter, **changes)
