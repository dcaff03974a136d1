"""What a brief was before is kept, and comes back by one command."""

from pathlib import Path

import pytest

from briefmaker.workspace.backups import NoBackupError, keep_backup, take_back


def test_what_was_before_comes_back_step_by_step(brief_file: Path) -> None:
    """The last change first; each backup is used once."""
    first = brief_file.read_bytes()
    for number in range(2):
        before = brief_file.read_bytes()
        after = before + b"# %d\n" % number
        keep_backup(brief_file, before, after)
        brief_file.write_bytes(after)
    take_back(brief_file)
    assert brief_file.read_bytes() == first + b"# 0\n"
    take_back(brief_file)
    assert brief_file.read_bytes() == first
    with pytest.raises(NoBackupError, match="nothing was pulled"):
        take_back(brief_file)


def test_what_was_written_since_is_not_lost(brief_file: Path) -> None:
    """A file that was changed by hand stays; where the backup lies is told."""
    before = brief_file.read_bytes()
    kept = keep_backup(brief_file, before, before + b"# pulled\n")
    brief_file.write_bytes(before + b"# pulled, and more\n")
    with pytest.raises(NoBackupError, match=kept.name):
        take_back(brief_file)
    assert brief_file.read_bytes().endswith(b"and more\n")
    assert kept.read_bytes() == before
