"""What a rule finds, as plain data: the field, a sentence and what to do; the runner adds code, severity and place."""

from dataclasses import dataclass

from briefmaker.checks.sentences import Stretch


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding about one field, or about a stretch of its plain text.

    ``path`` names the field, also one that is missing: then the finding stands at the part around it. With ``at_name`` it
    stands at the field's name instead of its value. ``fix`` is what may safely stand instead of the stretch, or of the whole
    value where there is none: it says the same, and invents nothing. ``typed`` is a stretch of the text as it was typed, for
    what its reader does not meet as words, such as a link's address; it stands in place of ``stretch``.
    """

    path: str
    message: str
    hint: str = ""
    stretch: Stretch | None = None
    at_name: bool = False
    fix: str | None = None
    typed: Stretch | None = None
