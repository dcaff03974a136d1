"""What was done by schedule is kept, each time once, whatever happens to the process or the file."""

import datetime
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from briefmaker.delivery.due import Timing
from briefmaker.delivery.slots import SLOTS_NAME, Sighting, Slot, SlotRecords, SlotState
from briefmaker.diagnostics import BriefmakerError

NOW = datetime.datetime(2026, 5, 4, 7, 0, 3, 120, tzinfo=datetime.UTC)
SEVEN = NOW.replace(second=0, microsecond=0)
HOUR = datetime.timedelta(hours=1)
WEEKLY = Timing("0 7 * * MON", "Europe/Brussels")


def test_a_time_is_begun_once_and_told_with_how_it_ended(tmp_path: Path) -> None:
    """A second beginning is refused; another process reads what this one kept."""
    with SlotRecords(tmp_path) as records:
        records.see("weekly", Sighting(WEEKLY, NOW - HOUR))
        assert records.begin("weekly", SEVEN, NOW)
        assert not records.begin("weekly", SEVEN, NOW)
        records.end("weekly", SEVEN, SlotState.FAILED, NOW + HOUR, exit_code=1, summary="1 brief was not built")
    with SlotRecords(tmp_path) as records:
        assert records.latest(5) == (
            Slot("weekly", SEVEN, SlotState.FAILED, False, 1, NOW, NOW + HOUR, 1, "1 brief was not built"),
        )
        assert records.sightings() == {"weekly": Sighting(WEEKLY, SEVEN)}
        assert records.unfinished() == ()


def test_nothing_is_made_by_reading(tmp_path: Path) -> None:
    """Where nothing was recorded there is no file, and none appears."""
    with SlotRecords(tmp_path / "records") as records:
        assert (records.sightings(), records.latest(3), records.latest_of("x")) == ({}, (), None)
    assert list(tmp_path.iterdir()) == []


def test_times_that_are_skipped_are_kept_with_the_reason(tmp_path: Path) -> None:
    """They count as dealt with; one that is known already stays as it was."""
    with SlotRecords(tmp_path) as records:
        records.see("weekly", Sighting(WEEKLY, SEVEN - 9 * HOUR))
        assert records.begin("weekly", SEVEN - 2 * HOUR, NOW)
        new = records.skip("weekly", [SEVEN - 2 * HOUR, SEVEN], SlotState.MISSED, NOW)
        assert new == (SEVEN,)
        assert records.skip("weekly", [SEVEN + HOUR], SlotState.OVERTAKEN, NOW) == (SEVEN + HOUR,)
        assert [(each.at, each.state) for each in records.latest(5)] == [
            (SEVEN, SlotState.MISSED),
            (SEVEN - 2 * HOUR, SlotState.BEGUN),
        ]
        assert records.sightings()["weekly"].since == SEVEN + HOUR
        last = records.latest_of("weekly")
        assert last is not None
        assert (last.at, last.summary) == (SEVEN, "nothing ran when it came, and it is not caught up")


def test_what_somebody_asks_for_moves_no_time(tmp_path: Path) -> None:
    """A run by hand is recorded beside the times of the schedule, which come as they would have."""
    with SlotRecords(tmp_path) as records:
        records.see("weekly", Sighting(WEEKLY, SEVEN - HOUR))
        assert records.begin("weekly", NOW, NOW, is_asked=True)
        assert records.sightings()["weekly"].since == SEVEN - HOUR
        assert records.latest(1)[0].is_asked


def test_a_schedule_that_is_no_more_keeps_what_was_done(tmp_path: Path) -> None:
    """Put back it is seen for the first time, and a time that was done is not done again."""
    with SlotRecords(tmp_path) as records:
        records.see("weekly", Sighting(WEEKLY, SEVEN - HOUR))
        records.begin("weekly", SEVEN, NOW)
        records.forget("weekly")
        assert records.sightings() == {}
        records.see("weekly", Sighting(WEEKLY, SEVEN - HOUR))
        assert not records.begin("weekly", SEVEN, NOW)


def test_work_that_did_not_end_is_known(tmp_path: Path) -> None:
    """Killed by SIGKILL right after it was begun: the record is on the disk, and counts how often it is tried."""
    program = f"""
        import datetime, os, pathlib, signal
        from briefmaker.delivery.slots import SlotRecords
        with SlotRecords(pathlib.Path({str(tmp_path)!r})) as records:
            at = datetime.datetime.fromisoformat({SEVEN.isoformat()!r})
            records.begin("weekly", at, at)
            os.kill(os.getpid(), signal.SIGKILL)
    """
    ended = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], check=False)
    assert ended.returncode == -signal.SIGKILL
    with SlotRecords(tmp_path) as records:
        (slot,) = records.unfinished()
        assert (slot.at, slot.state, slot.attempts) == (SEVEN, SlotState.BEGUN, 1)
        records.begin_again(slot, NOW)
        assert records.unfinished()[0].attempts == 2
        records.end("weekly", SEVEN, SlotState.STOPPED, NOW)
        assert (records.unfinished()[0].state, records.unfinished()[0].attempts) == (SlotState.STOPPED, 1)
        records.end("weekly", SEVEN, SlotState.DONE, NOW, exit_code=0)
        assert records.unfinished() == ()


def test_every_change_waits_for_the_disk(tmp_path: Path) -> None:
    """WAL with synchronous FULL: what returned survives a power cut."""
    with SlotRecords(tmp_path) as records:
        records.see("weekly", Sighting(WEEKLY, NOW))
        connection = records._open()
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_a_damaged_file_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    """With what to do; nothing is deleted by itself."""
    (tmp_path / SLOTS_NAME).write_bytes(b"no database at all, and long enough to be looked at" * 40)
    with SlotRecords(tmp_path) as records, pytest.raises(BriefmakerError, match=r"slots\.sqlite is damaged") as told:
        records.sightings()
    assert "backup" in told.value.hint
    assert (tmp_path / SLOTS_NAME).read_bytes().startswith(b"no database")


def test_a_file_of_a_newer_briefmaker_is_told(tmp_path: Path) -> None:
    """It may hold what this one would spoil."""
    with sqlite3.connect(tmp_path / SLOTS_NAME) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with SlotRecords(tmp_path) as records, pytest.raises(BriefmakerError, match="made by a newer briefmaker"):
        records.begin("weekly", SEVEN, NOW)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """As where a file stands in its place."""
    (tmp_path / "records").write_text("a file", "utf-8")
    with SlotRecords(tmp_path / "records") as records, pytest.raises(BriefmakerError, match="cannot be made"):
        records.see("weekly", Sighting(WEEKLY, NOW))


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="limits of a process are POSIX's")
def test_a_full_disk_is_told_and_harms_no_record(tmp_path: Path) -> None:
    """What was kept before is still there; a file that may not grow stands for a disk that is full."""
    with SlotRecords(tmp_path) as records:
        records.see("weekly", Sighting(WEEKLY, SEVEN))
    with SlotRecords(tmp_path) as records:
        connection = records._open()
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(BriefmakerError, match="full") as told:
            records.skip("weekly", [SEVEN + number * HOUR for number in range(999)], SlotState.MISSED, NOW)
        assert told.value.exit_code == 1
        assert records.sightings() == {"weekly": Sighting(WEEKLY, SEVEN)}
        assert records.latest(5) == ()
