"""Begin a brief from the one of last time."""

import datetime
import textwrap
from pathlib import Path

import pytest

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.beginning.roll_forward import roll_forward
from briefmaker.jobs.building.build import build
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.read import read

OLD = """\
# yaml-language-server: $schema=brief.schema.json
# Weekly brief   with odd   blanks.
format: 1
template: meeting
title: 'Week 42'   # the title
reference: WB/2025/042
version: 3
status: final      # until then, DRAFT
language: en-GB
timezone: Europe/Brussels
date: 2025-10-21
as_of: 2025-10-21T12:00 +02:00
translation_of: {brief: semaine.yaml, version: 2}
clearances:
  # ask these first
  - {unit: Legal, state: cleared, due: 2025-10-20, date: 2025-10-19, of: 0123456789abcdef, comment: "Fine, but late"}
  - unit: Press
    date: 2025-10-20
    state: no-response  # as always
    due: 2025-10-20
  - {unit: Archive, state: information}
decision: {ask: Agree., by: 2025-10-28}
meeting:
  start: 2025-10-22 15:00
  end: 2025-10-22 16:00
  last_met: {date: 2025-08-18, place: The White House}
  programme:
    - {at: "15:00", step: Arrival}
    - {at: "2025-10-23 09:00", step: Farewell}
next_steps: [{action: Report., due: 2025-11-14}]
items:
  # what came in on Monday
  - title: Corridor holds
    text: It holds [@s].
    carry: true
  - title: Price falls   # on Tuesday
    text: |
      It fell.

      # 5 %
  - {title: Fleet sails, carry: false}

  # the last one
  - {title: Talks go on, carry: true}
facts: [{id: price, value: 5, as_of: 2025-10-20}]
sources:
  s: {title: Report, date: 2025-10-20, accessed: 2025-10-21}
"""

NEW = """\
# yaml-language-server: $schema=brief.schema.json
# Weekly brief   with odd   blanks.
format: 1
template: meeting
title: 'Week 1'   # the title
reference: WB/2026/043
version: 1
status: draft      # until then, DRAFT
language: en-GB
timezone: Europe/Brussels
date: 2026-01-06
as_of: 2026-01-06T12:00 +02:00
clearances:
  # ask these first
  - {unit: Legal, state: requested, due: 2026-01-05}
  - unit: Press
    state: requested  # as always
    due: 2026-01-05
  - {unit: Archive, state: information}
decision: {ask: Agree., by: 2026-01-13}
meeting:
  start: 2026-01-07 15:00
  end: 2026-01-07 16:00
  # the meeting of 2025-10-22 may be the last one now: its day, place and outcome
  last_met: {date: 2025-08-18, place: The White House}
  programme:
    - {at: "15:00", step: Arrival}
    - {at: "2026-01-08 09:00", step: Farewell}
next_steps: [{action: Report., due: 2026-01-30}]
items:
  # what came in on Monday
  - title: Corridor holds
    text: It holds [@s].
    carry: true

  # the last one
  - {title: Talks go on, carry: true}
facts: [{id: price, value: 5, as_of: 2025-10-20}]
sources:
  s: {title: Report, date: 2025-10-20, accessed: 2025-10-21}
"""
DAY = datetime.date(2026, 1, 6)


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a workspace with the brief of last time in it."""
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "week-42.yaml").write_bytes(OLD.encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_belongs_to_the_issue_is_set_anew_and_all_else_is_kept() -> None:
    """Character by character, comments too."""
    rolled = roll_forward("Week 1", "briefs/week-42.yaml", date=DAY)
    assert rolled.path.read_bytes().decode() == NEW
    assert rolled.path.name == "week-1.yaml"
    assert (rolled.path.parent / "brief.schema.json").is_file()
    assert Path("briefs/week-42.yaml").read_bytes() == OLD.encode()


def test_line_ends_and_byte_order_mark_stay() -> None:
    """A file from Windows stays one."""
    Path("briefs/week-42.yaml").write_bytes(b"\xef\xbb\xbf" + OLD.replace("\n", "\r\n").encode())
    rolled = roll_forward("Week 1", "briefs/week-42.yaml", date=DAY)
    assert rolled.path.read_bytes() == b"\xef\xbb\xbf" + NEW.replace("\n", "\r\n").encode()


def test_what_was_changed_and_what_has_to_be_looked_at_is_told() -> None:
    """Each change is a line; what only the author knows is another list."""
    rolled = roll_forward("Week 1", "briefs/week-42.yaml", date=DAY)
    told = "\n".join(rolled.changes)
    for line in (
        "title: Week 42 -> Week 1",
        "reference: WB/2025/042 -> WB/2026/043",
        "version: 3 -> 1",
        "clearances[1].due: 2025-10-20 -> 2026-01-05",
        "clearances[0].comment: dropped",
        "clearances[0].of: dropped",
        "items: 2 kept, 2 dropped",
        "translation_of: dropped, this brief is not translated yet",
    ):
        assert line in told.splitlines()
    assert [line.partition(":")[0] for line in rolled.reminders] == ["reference", "items", "meeting.last_met"]


def test_a_day_on_a_weekend_is_told() -> None:
    """Nobody clears on a Sunday."""
    rolled = roll_forward("Week 1", "briefs/week-42.yaml", date=datetime.date(2026, 1, 5))
    assert "clearances[0].due: 2026-01-04 is a Sunday" in rolled.reminders


def test_the_new_brief_can_be_built() -> None:
    """And reads as what it says."""
    rolled = roll_forward("Week 1", "briefs/week-42.yaml", date=DAY)
    reading = read(rolled.path)
    assert reading.brief is not None
    assert (reading.brief.version, reading.brief.status, len(reading.brief.items)) == (1, "draft", 2)
    (outcome,) = build([rolled.path], formats=["html"])
    assert outcome.is_built


def test_a_list_of_entries_of_which_none_is_carried_goes() -> None:
    """Its field too."""
    Path("briefs/week-42.yaml").write_text(OLD.replace("carry: true", "carry: false"), "utf-8")
    text = roll_forward("Week 1", "briefs/week-42.yaml", date=DAY).path.read_text("utf-8")
    assert "items:" not in text
    assert "facts:" in text


def test_the_least_brief_is_rolled_forward() -> None:
    """What a brief leaves out needs no change."""
    Path("briefs/least.yaml").write_text("{format: 1, template: meeting, title: Grain, date: 2025-10-21}\n", "utf-8")
    rolled = roll_forward("Wheat", "briefs/least.yaml", date=DAY)
    assert rolled.path.read_text("utf-8") == "{format: 1, template: meeting, title: Wheat, date: 2026-01-06}\n"
    assert rolled.reminders == ()


def test_paths_seen_from_another_folder_are_told(workspace: Path) -> None:
    """The new brief stands in briefs/, wherever the old one does."""
    (workspace / "archive").mkdir()
    (workspace / "archive" / "data.csv").write_text("a,b\nx,1\n", "utf-8")
    lines = "format: 1\ntemplate: meeting\ntitle: Grain\ndate: 2025-10-21\nfigures: {f: {data: data.csv}}\n"
    (workspace / "archive" / "old.yaml").write_text(lines, "utf-8")
    rolled = roll_forward("Wheat", "archive/old.yaml", date=DAY)
    assert rolled.reminders == ("figures.f.data: `data.csv` is seen from another folder now",)


@pytest.mark.parametrize("name", ["week-42", "Week 42", "!"])
def test_no_brief_is_overwritten(name: str) -> None:
    """The old one neither."""
    with pytest.raises(BriefmakerError, match=r"already|letters"):
        roll_forward(name, "briefs/week-42.yaml", date=DAY)


def test_a_brief_that_cannot_be_read_is_told_with_its_findings() -> None:
    """Nothing is written."""
    Path("briefs/broken.yaml").write_text("format: 1\ntitle: x\n", "utf-8")
    with pytest.raises(FindingsError, match="cannot be carried forward") as failure:
        roll_forward("Wheat", "briefs/broken.yaml", date=DAY)
    assert {found.code.value for found in failure.value.diagnostics} == {"FLD002"}
    assert not Path("briefs/wheat.yaml").exists()
    with pytest.raises(BriefmakerError, match="no file"):
        roll_forward("Wheat", "briefs/nothing.yaml", date=DAY)


def test_the_end_of_the_calendar_is_refused() -> None:
    """Dates after the day of issue would lie outside it."""
    with pytest.raises(BriefmakerError, match="calendar"):
        roll_forward("Wheat", "briefs/week-42.yaml", date=datetime.date.max)
    assert not Path("briefs/wheat.yaml").exists()


def test_a_file_that_cannot_be_changed_without_harm_is_refused() -> None:
    """Where empty lines belong to the text above, a field below it cannot go without them."""
    text = textwrap.dedent(
        """\
        format: 1
        template: meeting
        title: Grain
        date: 2025-10-21
        summary: |+
          Text.

        translation_of: {brief: a.yaml, version: 1}

        issue: More.
        """
    )
    Path("briefs/odd.yaml").write_text(text, "utf-8")
    with pytest.raises(BriefmakerError, match="other values would change") as failure:
        roll_forward("Wheat", "briefs/odd.yaml", date=DAY)
    assert failure.value.hint
    assert not Path("briefs/wheat.yaml").exists()
