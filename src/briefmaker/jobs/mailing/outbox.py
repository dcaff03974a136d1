"""Look after the outbox of a workspace: list and show its messages, send what waits, try again, say what came of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from briefmaker.delivery.messages import Event, Message, State
from briefmaker.delivery.outbox import Outbox
from briefmaker.delivery.secret import Secrets
from briefmaker.delivery.sending import Sent, send_due
from briefmaker.delivery.server_access import Access
from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.desk import Desk, open_desk
from briefmaker.jobs.mailing.version_order import tell_superseded
from briefmaker.workspace.files import BriefFolder, PathOutsideError, UnreadableFileError
from briefmaker.workspace.output import write_files
from briefmaker.workspace.workspace import find_workspace

_LARGEST_AUTHORITY = 1_000_000


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """A message with all that happened to it."""

    message: Message
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class History:
    """What is on record of a brief or pack: its messages, and what was done besides, such as approvals; the oldest first."""

    name: str
    messages: tuple[Message, ...]
    events: tuple[Event, ...]


def open_outbox() -> Outbox:
    """Give the outbox of the workspace around the current folder, to be used in a ``with``."""
    return Outbox(find_workspace(Path.cwd()).records_folder)


def open_access(desk: Desk) -> Access:
    """Give what is needed to reach the mail server of a workspace. Raises BriefmakerError when its settings name none."""
    server = desk.settings.mail.server
    if server is None:
        raise BriefmakerError("there is no mail server", "briefmaker.yaml names it under mail: {server: ...}")
    root = desk.workspace.root
    authority = server.certificate_authority
    if authority is None:
        return Access(server, Secrets(root))
    try:
        pem = BriefFolder(root, root).read(authority, _LARGEST_AUTHORITY).decode("ascii", "replace")
    except (PathOutsideError, UnreadableFileError) as failure:
        raise BriefmakerError(
            f"mail.server.certificate_authority: {failure}", "it is seen from the workspace"
        ) from None
    return Access(server, Secrets(root), pem)


def list_messages() -> tuple[Message, ...]:
    """Give all messages: first those that need a person, then those that wait, then the others; each the newest first."""
    with open_outbox() as outbox:
        return tuple(sorted(outbox.messages(), key=lambda each: (_rank(each), -each.number)))


def _rank(message: Message) -> int:
    if message.needs_a_person:
        return 0
    return 1 if message.state in (State.QUEUED, State.SENDING) else 2


def show_message(number: int) -> ShownMessage:
    """Give a message with what happened to it. Raises BriefmakerError where there is none of this number."""
    with open_outbox() as outbox:
        return ShownMessage(outbox.message(number), outbox.events(number))


def save_message(number: int, folder: Path) -> Path:
    """Write a message into a folder, byte for byte as it is sent, and give its file. Raises BriefmakerError."""
    with open_outbox() as outbox:
        content = outbox.content(number)
    try:
        return write_files(folder, {f"message-{number}.eml": content})[0]
    except OSError as failure:
        raise BriefmakerError(
            f"{folder} cannot be written: {failure.strerror}", "choose another folder", 1
        ) from failure


def send_waiting(*, patience: float = 0) -> Sent:
    """Send what is due, and wait at most ``patience`` seconds for what is put off; raises as ``send_due`` does."""
    with open_outbox() as outbox:
        return _send(outbox, patience)


def retry_messages(numbers: Sequence[int], *, has_failed: bool = False, patience: float = 0) -> Sent:
    """Put messages into the queue again, all or none, and send what is due: those of these numbers, or all that have failed.

    Raises BriefmakerError where one is not there, was sent or dropped, or is of a version that was replaced since, and as
    ``send_due`` does.
    """
    with open_outbox() as outbox:
        failed = [message.number for message in outbox.messages(state=State.FAILED)] if has_failed else []
        wanted = tuple(dict.fromkeys([*numbers, *failed]))
        _refuse_superseded(wanted, outbox)
        outbox.retry(*wanted)
        return _send(outbox, patience)


def _refuse_superseded(numbers: Sequence[int], outbox: Outbox) -> None:
    """Raise BriefmakerError for a message of a version that was replaced: its reader would take the old one for the new."""
    for number in numbers:
        message = outbox.message(number)
        if why := tell_superseded(message, outbox.messages(key=message.about.key)):
            hint = (
                f"`briefmaker outbox resolve {number} --as dropped --note TEXT` settles it; then mail the new version"
            )
            raise BriefmakerError(why, hint, 1)


def resolve_message(number: int, state: State, note: str) -> Message:
    """Record what a person found out about a message: SENT, or DROPPED, which is not to be sent; gives it as it stands now.

    Raises BriefmakerError where there is none, it is in another state, or the note is empty.
    """
    if not note.strip():
        raise BriefmakerError("a note is missing", "say how you know: --note TEXT; it stays on record")
    with open_outbox() as outbox:
        outbox.resolve(number, state, note.strip())
        return outbox.message(number)


def read_history(name: str) -> History:
    """Give what is on record of a brief or pack, by its file, or by its reference. Raises BriefmakerError where nothing is."""
    with open_outbox() as outbox:
        found = outbox.history(name) or outbox.history(_name_file(name))
        if not found:
            raise BriefmakerError(
                f"nothing is on record of `{name}`", "give the file of a brief or pack, or its reference as it was sent"
            )
        # A file may have been renamed meanwhile: what was issued under the same key belongs to it.
        keys = dict.fromkeys(event.key for event in found if event.key)
        events = {event.number: event for event in found}
        events |= {event.number: event for key in keys for event in outbox.history(key)}
        messages = [message for key in keys for message in outbox.messages(key=key)]
    besides = tuple(events[number] for number in sorted(events) if not _is_of_sending(events[number]))
    return History(name, tuple(sorted(messages, key=lambda each: each.number)), besides)


def _is_of_sending(event: Event) -> bool:
    return event.message is not None and event.event not in ("retried", "resolved")


def _name_file(path: str) -> str:
    root, place = find_workspace(Path.cwd()).root.resolve(), Path(path).resolve()
    return PurePath(place.relative_to(root)).as_posix() if place.is_relative_to(root) else path


def _send(outbox: Outbox, patience: float) -> Sent:
    if not outbox.has_due():
        return Sent()
    return send_due(outbox, open_access(open_desk(find_workspace(Path.cwd()))), patience=patience)
