"""The one exception that is meant for users: the command cannot go on, and says why."""


class BriefmakerError(Exception):
    """Something outside any brief stops the command: a missing file, wrong settings, a broken template.

    ``hint`` says what to do about it; ``exit_code`` is what the command leaves with (2: usage or settings, 1: a failure).
    Anything else that is raised is a bug and keeps its traceback.
    """

    def __init__(self, message: str, hint: str = "", exit_code: int = 2) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.exit_code = exit_code


class MissingLibraryError(BriefmakerError):
    """Something that briefmaker itself needs is not installed: no brief can be made, whatever stands in it."""
