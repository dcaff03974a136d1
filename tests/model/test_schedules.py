"""Schedules as they are read, and as their schema tells editors."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from briefmaker.diagnostics import Code
from briefmaker.model.schedules import CatchUp
from briefmaker.model.schema import settings_schema
from briefmaker.reading import read_settings

WEEKLY = {"cron": "0 7 * * MON", "briefs": ["briefs/weekly.yaml"]}


def test_a_schedule_runs_the_latest_of_what_was_missed_and_mails_nothing_unless_told() -> None:
    """The careful way."""
    value = read_settings(b'schedules: {w: {cron: "0 7 * * MON", packs: [a]}}', "briefmaker.yaml").value
    assert value is not None
    schedule = value.schedules["w"]
    assert (schedule.catch_up, schedule.grace, schedule.mail, schedule.timezone) == (CatchUp.LATEST, 60, False, None)


@pytest.mark.parametrize(
    ("fields", "code", "column"),
    [
        ("briefs: [a]", Code.FIELD_MISSING, 6),
        ('cron: "0 7 * * *"', Code.SETTINGS_SCHEDULE, 6),
        ('cron: "0 7 * * *", packs: a', Code.FIELD_LIST, 33),
        ('cron: "0 7 * * *", packs: [a b]', Code.FIELD_ID, 34),
        ('cron: "0 7 * * *", packs: [a], timezone: Mars', Code.FIELD_TIMEZONE, 48),
        ('cron: "0 7 * * *", packs: [a], catch_up: some', Code.FIELD_CHOICE, 48),
        ('cron: "0 7 * * *", packs: [a], mail: yes', Code.FIELD_YES_NO, 44),
        ('cron: "0 7 * * *", packs: [a], grace: 0', Code.FIELD_NUMBER, 45),
    ],
)
def test_a_mistake_in_a_schedule_is_told_at_its_place(fields: str, code: Code, column: int) -> None:
    """Line, column and code."""
    lines = f"schedules:\n  w: {{{fields}}}\n"
    [found] = read_settings(lines.encode(), "briefmaker.yaml").diagnostics
    assert (found.code, found.span.line, found.span.column) == (code, 2, column)


@pytest.mark.parametrize(
    ("settings", "is_right"),
    [
        ({"schedules": {"w": WEEKLY}}, True),
        ({"schedules": {"w": {"cron": "0 7 * * MON", "packs": ["a"], "mail": True, "catch_up": "all"}}}, True),
        ({"schedules": {"w": {"cron": "0 7 * * MON"}}}, False),
        ({"schedules": {"w": WEEKLY | {"cron": "7:00"}}}, False),
        ({"schedules": {"w": WEEKLY | {"cron": "0 0 7 * * MON"}}}, False),
        ({"schedules": {"w": WEEKLY | {"catch_up": "some"}}}, False),
        ({"runs": {"heartbeat": "https://example.int/ping", "log": "run/log.jsonl"}}, True),
        ({"runs": {"heartbeat": "run/alive"}}, True),
        ({"runs": {"heartbeat": "http://example.int"}}, False),
        ({"retention": {"output": 90}}, True),
        ({"retention": {"output": 0}}, False),
    ],
)
def test_the_schema_knows_schedules_runs_and_retention(settings: dict[str, Any], is_right: bool) -> None:
    """As far as an editor can tell."""
    assert Draft202012Validator(settings_schema()).is_valid(settings) is is_right
