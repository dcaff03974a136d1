"""The people of a view: who takes part, by side; who wrote it; who clears it."""

from dataclasses import replace

from briefmaker.model import Clearance, ClearanceState, Contact, Participant, Side, is_open
from briefmaker.model.picture import PlacedPicture
from briefmaker.reading.pictures import PORTRAIT_BOX
from briefmaker.view.direction import keep_left_to_right
from briefmaker.view.frame import Frame
from briefmaker.view.house import build_picture, write_plainly
from briefmaker.view.shape import ClearanceView, ContactView, ParticipantView, SideView
from briefmaker.view.shown_text import Text


def build_sides(frame: Frame) -> tuple[SideView, ...]:
    """Give the participants side by side: ours, theirs, others; within a side in the brief's order."""
    if not frame.make.has_shown_part("participants"):
        return ()
    made = []
    for side in Side:
        members = [(index, each) for index, each in enumerate(frame.brief.participants) if each.side is side]
        if members:
            label = frame.label(f"side_{side}") if frame.make.is_shown("participants.side") else ""
            made.append(SideView(label, tuple(_build_participant(frame, *member) for member in members)))
    return tuple(made)


def _build_participant(frame: Frame, index: int, participant: Participant) -> ParticipantView:
    path, make = f"participants[{index}]", frame.make
    name = make.require_short(f"{path}.name", participant.name)
    view = ParticipantView(
        name=name,
        title=make.short(f"{path}.title", participant.title),
        organisation=make.short(f"{path}.organisation", participant.organisation),
        role=make.short(f"{path}.role", participant.role),
        address_as=make.short(f"{path}.address_as", participant.address_as),
        wants=make.lines(f"{path}.wants", participant.wants),
        perspective=make.rich(f"{path}.perspective", participant.perspective),
        approach=make.rich(f"{path}.approach", participant.approach),
        biography=make.rich(f"{path}.biography", participant.biography),
        portrait=_build_portrait(frame, f"{path}.portrait", participant, name),
    )
    is_introduced = any((view.perspective, view.approach, view.biography, view.portrait))
    return replace(view, is_introduced=is_introduced)


def _build_portrait(frame: Frame, path: str, participant: Participant, name: Text) -> PlacedPicture | None:
    """Give the portrait; who cannot see it is told the name that stands beside it."""
    picture = frame.pictures.get(participant.portrait or "")
    if picture is None or not frame.make.is_shown(path):
        return None
    return build_picture(picture, PORTRAIT_BOX, write_plainly(name))


def build_contact(frame: Frame, path: str, contact: Contact | None) -> ContactView | None:
    """Give somebody who can be asked."""
    if contact is None or not frame.make.has_shown_part(path):
        return None
    return ContactView(
        name=frame.make.require_short(f"{path}.name", contact.name),
        unit=frame.make.short(f"{path}.unit", contact.unit),
        email=frame.make.words(f"{path}.email", contact.email),
        phone=frame.make.words(f"{path}.phone", keep_left_to_right(contact.phone, frame.calendar.locale)),
    )


def build_clearances(frame: Frame) -> tuple[ClearanceView, ...]:
    """Give the clearances in the brief's order."""
    if not frame.make.has_shown_part("clearances"):
        return ()
    return tuple(_build_clearance(frame, index, each) for index, each in enumerate(frame.brief.clearances))


def _build_clearance(frame: Frame, index: int, clearance: Clearance) -> ClearanceView:
    path, make = f"clearances[{index}]", frame.make
    due, done = clearance.due, clearance.date
    return ClearanceView(
        unit=make.require_short(f"{path}.unit", clearance.unit),
        by=make.short(f"{path}.by", clearance.by),
        state=_write_state(frame, index, clearance),
        due=make.words(f"{path}.due", frame.calendar.short_day(due) if due else None),
        date=make.words(f"{path}.date", frame.calendar.short_day(done) if done else None),
        comment=make.short(f"{path}.comment", clearance.comment),
        is_open=_is_open(frame, index, clearance),
    )


def _write_state(frame: Frame, index: int, clearance: Clearance) -> Text:
    """Give where a clearance stands; who cleared other content than this is not said to have cleared it."""
    path = f"clearances[{index}].state"
    if index not in frame.void or is_open(clearance):
        return frame.labelled(path, f"state_{clearance.state}")
    if clearance.state is ClearanceState.INFORMATION:
        return frame.labelled(path, "state_changed_since_information")
    return frame.labelled(path, "state_changed_since_cleared")


def _is_open(frame: Frame, index: int, clearance: Clearance) -> bool:
    return index in frame.void or is_open(clearance)


def summarise_clearances(frame: Frame) -> str:
    """Give how many clearances are open, in words; empty when there are none to wait for."""
    asked = [
        (index, each)
        for index, each in enumerate(frame.brief.clearances)
        if each.state is not ClearanceState.INFORMATION or index in frame.void
    ]
    if not asked or not frame.make.has_shown_part("clearances"):
        return ""
    still_open = sum(_is_open(frame, *each) for each in asked)
    key = "clearance_open" if still_open else "clearance_complete"
    return frame.label(key, n=still_open, all=len(asked))
