"""What a register of dated facts says of a day: which value holds, which did, and which will."""

import datetime
from functools import cache

from briefmaker.checks.partial_dates import first_day, last_day
from briefmaker.model.check_settings import CheckSettings
from briefmaker.model.fact_register import SLOT, Register, RegisterTopic, RegisterValue
from briefmaker.reading.shipped_yaml import load_shipped_text, names_of_shipped_yaml

_PACKAGE, _FOLDER = __package__ or "", "registers"


def list_registers() -> tuple[str, ...]:
    """Give the names of the registers that come with briefmaker."""
    return names_of_shipped_yaml(_PACKAGE, _FOLDER)


def choose_registers(settings: CheckSettings, own: tuple[Register, ...]) -> tuple[Register, ...]:
    """Give the registers that a workspace wants: those that come with briefmaker and it does not leave out, and its own."""
    return (*(load_register(name) for name in list_registers() if name not in settings.without_registers), *own)


@cache
def load_register(name: str) -> Register:
    """Give a register that comes with briefmaker. Raises OSError where there is none of this name."""
    return Register.model_validate(load_shipped_text(_PACKAGE, _FOLDER, name))


def begins(value: RegisterValue) -> datetime.date:
    """Give the first day on which a value holds; the first of all days where that is not known."""
    return first_day(value.since) if value.since else datetime.date.min


def ends(topic: RegisterTopic, value: RegisterValue) -> datetime.date:
    """Give the day from which on a value holds no more: what it says, or when the next one begins; the last of all for never."""
    if value.until is not None:
        return last_day(value.until)
    later = [begins(each) for each in topic.values if begins(each) > begins(value)]
    return min(later, default=datetime.date.max)


def value_on(topic: RegisterTopic, day: datetime.date) -> RegisterValue | None:
    """Give the value that holds on a day; None before the first, after the last, and in a gap."""
    return next((value for value in topic.values if begins(value) <= day < ends(topic, value)), None)


def say(topic: RegisterTopic, value: RegisterValue) -> str:
    """Give a sentence without full stop that says a value."""
    return value.holds or (topic.holds or f"{topic.topic}: {SLOT}").replace(SLOT, value.value)
