"""What is asked of a send, and why its messages are written."""

from dataclasses import dataclass

from briefmaker.diagnostics import BriefmakerError
from briefmaker.model.mail_purpose import Purpose


@dataclass(frozen=True, slots=True)
class MailWishes:
    """What a command says of a send.

    ``to`` are lists or addresses instead of those that the document names; ``to_me`` sends all messages to the sender alone;
    ``for_clearance`` asks those whose clearance is open. ``correct`` is why an issued version is replaced, None where none is.
    ``again`` sends what somebody was sent before. ``is_automatic`` where a schedule asks, and no person.
    """

    to: tuple[str, ...] = ()
    to_me: bool = False
    for_clearance: bool = False
    correct: str | None = None
    again: bool = False
    is_automatic: bool = False

    @property
    def purpose(self) -> Purpose:
        """Give why messages are written."""
        if self.correct is not None:
            return Purpose.CORRECTION
        if self.for_clearance:
            return Purpose.CLEARANCE
        return Purpose.DRAFT if self.to_me else Purpose.ISSUE


def refuse_contradictions(wishes: MailWishes) -> None:
    """Raise BriefmakerError for wishes that exclude one another, and for a correction without a reason."""
    if wishes.correct is not None and not wishes.correct.strip():
        raise BriefmakerError("a correction needs a reason", 'say it in a few words: --correct "Figure 2 was wrong"')
    said = [
        name
        for name, is_said in (
            ("--to", bool(wishes.to)),
            ("--for-clearance", wishes.for_clearance),
            ("--correct", wishes.correct is not None),
        )
        if is_said
    ]
    if len(said) > 1:
        raise BriefmakerError(f"{' and '.join(said)} exclude one another", "say one of them")
