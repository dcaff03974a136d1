"""A workspace with the planted brief in it, and its documents, taken apart; for the tests of what an edition withholds."""

import copy
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.planted import Planted
from tests.unpacked import Search

from briefmaker.jobs.building.build import Outcome, build
from briefmaker.model import Brief
from briefmaker.model.fields import is_content

LOW, HIGH = "NATO RESTRICTED", "NATO SECRET"
UNMARKED = {"format", "template", "language", "timezone", "home_timezone", "likelihood_scale", "distribution"}
FIELDS = [name for name in Brief.model_fields if name not in UNMARKED | {"marking", "handling", "portions"}]
SHOWS = [name for name in Brief.model_fields if is_content(name)]


@dataclass
class Case:
    """The planted brief, all of it low in a brief that is high, so that single portions can be raised above the ceiling."""

    planted: Planted
    folder: Path
    shows: list[str] = field(default_factory=lambda: list(SHOWS))
    data: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.data = copy.deepcopy(self.planted.data)
        self.data |= {"marking": HIGH, "portions": dict.fromkeys(FIELDS, LOW)}

    def entries(self) -> dict[str, dict[str, Any]]:
        """Give every part that may state a marking of its own, by its path."""
        return dict(_walk_entries(self.data, ""))

    def withhold(self, path: str, way: str) -> None:
        """Keep an entry, or a field at the top, from the readers: by its marking, or by giving it to another edition.

        A fact is never marked above the text that it stands in, which is a mistake of its own.
        """
        is_marked = way == "marking" and not path.startswith("facts")
        said = {"marking": HIGH} if is_marked else {"editions": ["others"]}
        entries = self.entries()
        if path in entries:
            entries[path].update(said)
        else:
            self.data["portions"][path] = {"marking": LOW, **said}

    def write(self) -> Path:
        """Write settings and brief into the workspace."""
        editions = {
            "readers": {"shows": self.shows, "ceiling": LOW, "title": "For readers"},
            "others": {"shows": SHOWS, "ceiling": HIGH},
        }
        (self.folder / "briefs").mkdir(exist_ok=True)
        settings = {"marking_scheme": "nato", "editions": editions}
        (self.folder / "briefmaker.yaml").write_text(json.dumps(settings), "utf-8")
        brief = self.folder / "briefs" / "planted.yaml"
        brief.write_text(json.dumps(self.data), "utf-8")
        for name, word in self.planted.words.items():
            if name.endswith(".portrait"):
                (self.folder / "briefs" / word).write_bytes(b"not looked at")
        return brief

    def build(self, edition: str | None, formats: tuple[str, ...] = ("pdf", "docx", "html")) -> dict[str, Search]:
        """Build an edition, or the whole brief, and give its documents to be searched, by format."""
        (outcome,) = self.carry_out(edition, formats)
        assert outcome.is_built, [(found.code, found.path) for found in outcome.diagnostics]
        return {str(document.format): Search(document.path.read_bytes()) for document in outcome.documents}

    def carry_out(self, edition: str | None, formats: tuple[str, ...]) -> tuple[Outcome, ...]:
        """Build and give what became of it."""
        return build(
            [self.write()], formats=formats, output=self.folder / "output", edition=edition, force=True, check=False
        )

    def words_under(self, *paths: str) -> set[str]:
        """Give the words planted in these fields and in all that stands in them; a term stands in other texts too."""
        words = {at: word for at, word in self.planted.words.items() if not at.startswith("glossary.name")}
        return {word for at, word in words.items() if any(_is_under(at, path) for path in paths)}


def _is_under(path: str, around: str) -> bool:
    return path == around or path.startswith((f"{around}.", f"{around}["))


def _walk_entries(part: Any, path: str) -> list[tuple[str, dict[str, Any]]]:
    found: list[tuple[str, dict[str, Any]]] = []
    for key, value in part.items() if isinstance(part, dict) else ():
        here = f"{path}.{key}" if path else key
        if isinstance(value, list) and value and isinstance(value[0], dict) and not here.endswith(".rows"):
            for index, entry in enumerate(value):
                found += [(f"{here}[{index}]", entry), *_walk_entries(entry, f"{here}[{index}]")]
        elif here in ("figures", "sources"):
            found += [(f"{here}.{name}", entry) for name, entry in value.items()]
        elif isinstance(value, dict) and here not in ("portions", "glossary"):
            found += _walk_entries(value, here)
    return found
