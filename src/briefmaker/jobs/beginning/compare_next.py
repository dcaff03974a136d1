"""Lets a brief that is begun from an earlier one say that it is compared with that."""

import os
from pathlib import Path

from briefmaker.jobs.desk import Desk
from briefmaker.jobs.templates.open_template import open_template
from briefmaker.model import Brief
from briefmaker.model.fields import is_shown
from briefmaker.reading.yaml_insert import InsertingEditor
from briefmaker.workspace.workspace import find_workspace

_FIELD = "changes"


def compare_with_former(editor: InsertingEditor, brief: Brief, old: Path, new: Path, desk: Desk) -> str:
    """Set ``changes`` of the new brief to the file of the old one, and give what was done in words; empty for nothing.

    That is done where the old one told its changes, or shows short entries, which readers follow from issue to issue. What was
    told of changes then is dropped in any case.
    """
    name = Path(os.path.relpath(old.resolve(), new.parent.resolve())).as_posix()
    is_reached = old.resolve().is_relative_to(find_workspace(new.parent).root.resolve())
    shows = _list_shown(brief, desk)
    has_entries = bool(brief.items) and is_shown("items", shows)
    is_wanted = is_reached and is_shown(_FIELD, shows) and (has_entries or brief.changes is not None)
    if is_wanted and editor.text_at(_FIELD) is not None:
        editor.set_value((_FIELD,), name)
        return f"{_FIELD}: compared with {name}"
    if editor.has(_FIELD):
        editor.remove_fields((), [_FIELD])
    if is_wanted:
        editor.add_fields((), {_FIELD: name}, after="as_of" if editor.has("as_of") else "date")
        return f"{_FIELD}: compared with {name}"
    return f"{_FIELD}: dropped" if brief.changes else ""


def _list_shown(brief: Brief, desk: Desk) -> tuple[str, ...]:
    template = desk.templates.get(brief.template)
    description = open_template(template).description if template else None
    return description.shows if description else ()
