"""A failure that has findings to show: settings, a template or a brief that cannot be used."""

from briefmaker.diagnostics import BriefmakerError, Diagnostic


class FindingsError(BriefmakerError):
    """What was asked cannot be done, for the reasons in ``diagnostics``; exit code 2 for settings, 1 for a brief."""

    def __init__(self, message: str, diagnostics: tuple[Diagnostic, ...], hint: str = "", exit_code: int = 1) -> None:
        super().__init__(message, hint, exit_code)
        self.diagnostics = diagnostics

    def __reduce__(self) -> tuple[type["FindingsError"], tuple[object, ...]]:
        """Say how it is made again in another process: an exception remembers only what its base class was told."""
        return FindingsError, (self.message, self.diagnostics, self.hint, self.exit_code)
