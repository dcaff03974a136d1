"""The command line's entrance: the group of commands, each imported when it is called, and what a failure looks like."""

import os
import sys
from importlib import import_module

import click

from briefmaker.cli.exit_codes import ExitCode

# Each command with the line that `briefmaker --help` shows; naming them here keeps --help from importing any.
_COMMANDS = {
    "build": "Make PDF and Word documents of briefs.",
    "new": "Begin a brief.",
    "pack": "Bind several briefs as one document.",
    "check": "Say what is wrong with what briefs say.",
    "approve": "Write into a brief who cleared it.",
    "rule": "List the rules of check, or print one's page.",
    "mail": "Send a brief or a pack, or write it as drafts.",
    "outbox": "List what was mailed, and settle what needs a person.",
    "verify": "Reopen documents and prove what they say.",
    "pull": "Bring what reviewers changed in Word back into briefs.",
    "schema": "Print the JSON Schema of a brief, for editors.",
    "templates": "List the templates, or prove what they show.",
    "run": "Do what is due by schedule.",
    "schedule": "List schedules, or have the system run them.",
    "status": "Say what ran, what is next, and what needs a person.",
    "doctor": "Tell whether everything that is needed is here.",
}


class _Commands(click.Group):
    """The commands, each in the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the commands in the order of a day's work."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"briefmaker.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101 - for the type checker; every module has its command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _show_version(ctx: click.Context, _: click.Parameter, is_wanted: bool) -> None:
    if not is_wanted or ctx.resilient_parsing:
        return
    click.echo(f"briefmaker {import_module('importlib.metadata').version('briefmaker')}")
    ctx.exit(ExitCode.DONE)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show the version."
)
def briefmaker() -> None:
    """Write a policy brief once, as YAML; get a PDF and a Word document that say the same.

    Exit codes: 0 done; 1 a brief is wrong or has findings; 2 wrong usage or settings; 3 locked; 4 delivery needs a person.
    """


def main() -> None:
    """Run the command; what is meant for the user is shown in a line, anything else is a bug and keeps its traceback."""
    from briefmaker.diagnostics import BriefmakerError

    # Otherwise pydantic looks through all that is installed for plugins, which have no business in a brief.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        briefmaker(prog_name="briefmaker")
    except BriefmakerError as failure:
        from briefmaker.cli.show_findings import show_failure

        show_failure(failure)
        sys.exit(failure.exit_code)
