"""What is told of schedules and runs: times that are none, what leads out of the workspace, mail that cannot be sent."""

import datetime
from pathlib import Path

import pytest
from cronsim import CronSim

from briefmaker.diagnostics import Code
from briefmaker.jobs.desk import open_desk
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.schedules.check_schedules import (
    check_files_of_runs,
    check_schedules,
    find_cron_trouble,
    find_missing_work,
)
from briefmaker.model.settings import Settings
from briefmaker.reading import read_settings
from briefmaker.reading.settings_file import sound_settings
from briefmaker.workspace.files import BriefFolder
from briefmaker.workspace.workspace import find_workspace

MAIL = """\
mail: {sender: {name: Desk, email: desk@example.int}, server: {host: smtp.example.int}}
distribution_lists: {office: {people: [{name: Ann, email: ann@example.int}]}}
"""


def tell(lines: str, folder: Path) -> list[tuple[Code | str, int, int, str]]:
    """Give code, line, column and sentence of what is found in settings."""
    reading = read_settings(lines.encode(), "briefmaker.yaml")
    settings, base = sound_settings(reading), BriefFolder(folder, folder)
    found = (
        *check_schedules(settings, base, reading.places),
        *check_files_of_runs(settings, base, reading.places),
    )
    assert all(each.hint for each in found)
    return [(each.code, each.span.line, each.span.column, each.message) for each in found]


@pytest.mark.parametrize(
    "cron",
    ["0 7 * * MON", "*/15 6-20 * * 1-5", "0 9 L * *", "0 9 * * FRI#2", "0 0 29 2 *", "0 0 LW * *", "0 0 30 2 MON"],
)
def test_times_that_cron_knows_are_not_told_of(cron: str, tmp_path: Path) -> None:
    """Names, steps, ranges, the last day, the second Friday, the leap day."""
    assert tell(f'schedules: {{weekly: {{cron: "{cron}", briefs: [briefs/a.yaml]}}}}', tmp_path) == []


@pytest.mark.parametrize(
    ("cron", "message"),
    [
        ("61 * * * *", "its minute cannot be"),
        ("0 25 * * MON", "its hour cannot be"),
        ("0 7 0 * *", "its day of the month cannot be"),
        ("0 7 * 13 *", "its month cannot be"),
        ("0 7 * * MONDAY", "its day of the week cannot be"),
        ("0 0 30 2 *", "its day of the month cannot be"),
        ("0 0 31 2 *", "its day of the month cannot be"),
        ("0 7 * *", "has 4 fields, and cron's times have five"),
        ("soon", "has 1 field, and cron's times have five"),
        (f"*/{'9' * 5000} * * * *", "its number cannot be"),
        ("7:00", "has 1 field, and cron's times have five"),
        ("0 0 7 * * MON", "has 6 fields, and cron's times have five"),
        ("", "has 0 fields, and cron's times have five"),
    ],
)
def test_what_is_no_time_is_told_with_an_example(cron: str, message: str, tmp_path: Path) -> None:
    """In the words of people, and which of the five is wrong."""
    [(code, line, column, told)] = tell(f'schedules:\n  w: {{cron: "{cron}", packs: [a]}}\n', tmp_path)
    assert (code, line, column) == (Code.SETTINGS_SCHEDULE, 2, 13)
    assert told.endswith(message)
    trouble = find_cron_trouble(cron)
    assert trouble is not None
    assert '"0 7 * * MON" is every Monday at 7:00' in trouble[1]


@pytest.mark.parametrize("nickname", ["@hourly", "@daily", "@midnight", "@weekly", "@monthly", "@yearly", "@annually"])
def test_a_nickname_is_told_with_what_it_stands_for(nickname: str) -> None:
    """What is advised is understood."""
    trouble = find_cron_trouble(nickname)
    assert trouble is not None
    advised = trouble[1].split('"')[1]
    assert find_cron_trouble(advised) is None
    assert next(CronSim(advised, datetime.datetime(2026, 3, 2))).minute == 0  # noqa: DTZ001 - a time on the wall


@pytest.mark.parametrize("path", ["../other", "/etc", "~/briefs", "C:\\\\briefs"])
def test_what_leads_out_of_the_workspace_is_told(path: str, tmp_path: Path) -> None:
    """Of briefs, of the log and of the heartbeat; also behind a symbolic link."""
    lines = (
        f'schedules: {{w: {{cron: "0 7 * * *", briefs: ["{path}"]}}}}\nruns: {{log: "{path}", heartbeat: "{path}"}}\n'
    )
    assert [each[:2] for each in tell(lines, tmp_path)] == [
        (Code.PATH_OUTSIDE, 1),
        (Code.PATH_OUTSIDE, 2),
        (Code.PATH_OUTSIDE, 2),
    ]


def test_a_link_out_of_the_workspace_is_followed_to_its_end(tmp_path: Path) -> None:
    """It is where it leads to that counts."""
    (tmp_path / "space").mkdir()
    (tmp_path / "space" / "out").symlink_to(tmp_path)
    told = tell('schedules: {w: {cron: "0 7 * * *", briefs: [out/a.yaml]}}', tmp_path / "space")
    assert [each[0] for each in told] == [Code.PATH_OUTSIDE]


@pytest.mark.parametrize(
    ("heartbeat", "codes"),
    [
        ("run/alive", []),
        ("https://example.int/ping/1?a=b", []),
        ("http://example.int", [Code.FIELD_ADDRESS]),
        ("http://localhost:8000/x", [Code.FIELD_ADDRESS]),
        ("ftp://example.int", [Code.FIELD_ADDRESS]),
        ("https://", [Code.FIELD_ADDRESS]),
        ('"https://a b"', [Code.FIELD_ADDRESS]),
        ("file:///etc/passwd", [Code.FIELD_ADDRESS]),
    ],
)
def test_a_heartbeat_is_a_file_of_the_workspace_or_an_https_address(
    heartbeat: str, codes: list[Code], tmp_path: Path
) -> None:
    """Nothing else is asked or touched."""
    assert [each[0] for each in tell(f"runs: {{heartbeat: {heartbeat}}}", tmp_path)] == codes


@pytest.mark.parametrize(
    "file",
    [
        "briefs/weekly.yaml",
        "packs/../briefs/x",
        "briefmaker.yaml",
        "people.yaml",
        "templates/pack/page.css",
        "run",
        "drafts/weekly.yaml",
        "run/LOG.YML",
    ],
)
def test_runs_write_to_no_file_that_people_write(file: str, tmp_path: Path) -> None:
    """A brief with lines of a log behind it would be lost; nor is a folder a file."""
    (tmp_path / "run").mkdir()
    told = tell(f"runs:\n  log: {file}\n  heartbeat: {file}\n", tmp_path)
    assert [each[:3] for each in told] == [(Code.SETTINGS_SCHEDULE, 2, 8), (Code.SETTINGS_SCHEDULE, 3, 14)]
    assert tell("runs: {log: run/log.jsonl, heartbeat: briefs-made}", tmp_path) == []


def test_mailing_by_schedule_needs_a_sender_a_server_and_a_list(tmp_path: Path) -> None:
    """Each is named that is not set; where nothing is mailed, none is needed."""
    lines = 'schedules:\n  w: {cron: "0 7 * * *", packs: [a], mail: true}\n'
    assert [each[1:] for each in tell(lines, tmp_path)] == [
        (2, 44, f"what is made cannot be mailed: `{each}` is not set")
        for each in ("mail.sender", "mail.server", "distribution_lists")
    ]
    assert tell(lines + MAIL, tmp_path) == []
    assert tell(lines.replace(", mail: true", ""), tmp_path) == []
    assert tell(lines + MAIL.replace("desk@example.int", "desk"), tmp_path) == [], "told of where it stands"


def test_a_file_of_certificates_is_in_the_workspace(tmp_path: Path) -> None:
    """Else no connection would ever be made."""
    lines = "mail: {server: {host: a, certificate_authority: ca.pem}}"
    assert [each[0] for each in tell(lines, tmp_path)] == [Code.FILE_UNREADABLE]
    (tmp_path / "ca.pem").write_text("", "utf-8")
    assert tell(lines, tmp_path) == []
    assert [each[0] for each in tell(lines.replace("ca.pem", "../ca.pem"), tmp_path)] == [Code.PATH_OUTSIDE]


def test_what_is_not_there_is_missing_work_and_no_error_of_the_settings(tmp_path: Path) -> None:
    """It may come later; who looks for it is told, with the name that was probably meant."""
    (tmp_path / "briefs").mkdir()
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "visit.yaml").write_text("", "utf-8")
    lines = 'schedules: {w: {cron: "0 7 * * *", briefs: [briefs, briefs/a.yaml], packs: [visit, vist]}}\n'
    assert tell(lines, tmp_path) == []
    settings = read_settings(lines.encode(), "briefmaker.yaml").value or Settings()
    found = list(find_missing_work(settings, BriefFolder(tmp_path, tmp_path)))
    assert [(each.schedule, each.message) for each in found] == [
        ("w", "there is no `briefs/a.yaml`"),
        ("w", "there is no pack `vist`"),
    ]
    assert found[1].hint == "did you mean `visit`?"


def test_a_workspace_is_not_opened_with_a_schedule_that_cannot_be_kept(workspace: Path) -> None:
    """All that is wrong with mail and schedules is told at once, in the order of the file."""
    lines = 'mail: {server: {host: "a:1"}, texts: {en: {subject: "{{ titel }}"}}}\n'
    lines += "distribution_lists: {office: {people: []}}\nschedules: {w: {cron: soon, briefs: [../a]}}\n"
    (workspace / "briefmaker.yaml").write_text(lines, "utf-8")
    with pytest.raises(FindingsError) as raised:
        open_desk(find_workspace(workspace))
    assert [(each.code, each.span.line) for each in raised.value.diagnostics] == [
        (Code.SETTINGS_MAIL, 1),
        (Code.SETTINGS_MAIL_TEXT, 1),
        (Code.SETTINGS_MAIL, 2),
        (Code.SETTINGS_SCHEDULE, 3),
        (Code.PATH_OUTSIDE, 3),
    ]
