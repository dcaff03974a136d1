"""Begin a pack: a file that can be made at once where there are briefs, and beside it the schema for editors."""

import datetime
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from string import Template as Scaffold

from briefmaker.diagnostics import BriefmakerError, Places
from briefmaker.jobs.beginning.new import USUAL_LANGUAGE, name_file, write_title, write_with_schema
from briefmaker.jobs.desk import Desk, open_desk
from briefmaker.jobs.formats import USUAL_FORMATS
from briefmaker.jobs.packs.parts import PackShelf, bind_brief
from briefmaker.jobs.request import Request
from briefmaker.model.schema import pack_schema, write_schema
from briefmaker.workspace.workspace import find_briefs, find_workspace

PACK_SCHEMA_FILE = "pack.schema.json"
_MOST_TRIED = 20
_MOST_LISTED = 12

_SCAFFOLD = """\
# yaml-language-server: $$schema=pack.schema.json
# A pack: briefs of briefs/ bound as one document with `briefmaker pack ${name}`.
# Replace what stands here; a field you do not need can go. Lines that begin with # are notes for you and are never printed.
# The manual explains every field: docs/manual.md.

format: 1                         # of this file; stays as it is
title: ${title}
reference: PCK-0000-000           # registry number
version: 1                        # raise it each time you issue the pack anew
status: draft                     # draft, in-clearance, cleared, final or replaced; until final, every page says DRAFT
language: ${language}                   # of the cover and the contents; the briefs keep theirs
date: ${date}                  # day of issue

to: [Private Office]
prepared_by: {name: Your Name, unit: Your Unit}
distribution: [Registry]          # words for the cover
${lists}
# No marking: the pack carries the highest of what is in it.
# The briefs in order, each by its name in briefs/; with a title where the contents are to call it otherwise:
#   - {brief: ${example}, title: "If trade is raised"}
tabs:${tabs}

# PDF files that follow the briefs, seen from this file.
# annexes:
#   - {file: annexes/declaration.pdf, title: "Joint declaration", marking: OFFICIAL}
# The steps of a visit; `brief` is one of the tabs.
# programme:
#   - {at: "09:00", step: "Arrival", place: "Airport"}
#   - {at: "10:30", step: "Talks", brief: ${example}}
double_sided: false               # true to begin every tab on a right-hand page
dividers: false                   # true to put a sheet with its name before each tab
"""


@dataclass(frozen=True, slots=True)
class BegunPack:
    """A pack that was begun: its file, and the brief that is its first tab; without one, ``why_empty`` says what to do."""

    path: Path
    tab: str = ""
    why_empty: str = ""


def new_pack(name: str, *, date: datetime.date | None = None) -> BegunPack:
    """Write ``packs/NAME.yaml`` and ``packs/pack.schema.json`` into the workspace here.

    Its first tab is the first brief, by name, that a pack can take as it is; the others stand beside it as comments. ``date`` is
    the day of issue, today unless given. Raises BriefmakerError when there is such a pack already, and when the files
    cannot be written.
    """
    desk = open_desk(find_workspace(Path.cwd()))
    file = name_file(name, desk.workspace.packs_folder, "pack")
    briefs = _list_briefs(desk)
    tab = next(_find_fit(briefs, file, desk), "")
    text = _fill(name, file, tab, [each.stem for each in briefs], desk, date)
    write_with_schema(file, text, PACK_SCHEMA_FILE, write_schema(pack_schema()))
    return BegunPack(file, tab, "" if tab else _say_why_empty(briefs))


def _list_briefs(desk: Desk) -> tuple[Path, ...]:
    try:
        return find_briefs([desk.workspace.briefs_folder])
    except BriefmakerError:
        return ()


def _find_fit(briefs: Sequence[Path], file: Path, desk: Desk) -> Iterator[str]:
    """Give the names of briefs that can be bound as they are; no more than some are tried, since each is checked."""
    shelf = PackShelf(file, desk, Places(file.name))
    request = Request(USUAL_FORMATS, desk.settings.paper)
    for brief in islice(briefs, _MOST_TRIED):
        bound, _ = bind_brief("tabs[0]", brief, shelf, request)
        if bound is not None and shelf.find_brief(brief.stem) is not None:
            yield brief.stem


def _say_why_empty(briefs: Sequence[Path]) -> str:
    if not briefs:
        return "begin one with `briefmaker new NAME`, and name it under `tabs`"
    return "`briefmaker check` tells what is wrong with those in briefs/; then name them under `tabs`"


def _fill(name: str, file: Path, tab: str, briefs: Sequence[str], desk: Desk, date: datetime.date | None) -> str:
    # JSON's quoting is YAML's too, so that any name is safe here.
    others = [each for each in briefs if each != tab][:_MOST_LISTED]
    tabs = [f"  - {_quote(tab)}"] if tab else []
    lists = ", ".join(desk.settings.distribution_lists)
    return Scaffold(_SCAFFOLD).substitute(
        name=file.stem,
        title=json.dumps(write_title(name), ensure_ascii=False),
        language=next(iter(desk.settings.languages), USUAL_LANGUAGE),
        date=(date or datetime.date.today()).isoformat(),  # noqa: DTZ011 - the desk's own day
        lists=f"# lists: [{lists}]  # distribution lists that it is mailed to\n" if lists else "",
        example=_quote(tab or "name-of-a-brief"),
        tabs="".join(f"\n{line}" for line in (*tabs, *(f"  # - {_quote(each)}" for each in others))),
    )


def _quote(name: str) -> str:
    is_plain = re.fullmatch(r"(?!null$)[A-Za-z][A-Za-z0-9-]*", name)
    return name if is_plain else json.dumps(name, ensure_ascii=False)
