"""Tells which briefs need not be built again: nothing they were made of has changed, and their documents are there."""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from briefmaker.diagnostics import BriefmakerError, Diagnostic, Severity, Span
from briefmaker.jobs.building.environment import fingerprint_environment
from briefmaker.jobs.building.making import Made, Order, open_desk_once
from briefmaker.jobs.building.outcome import Outcome, WrittenDocument
from briefmaker.jobs.building.rows import make_row
from briefmaker.jobs.desk import shown_path
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.workspace.build_store import BuildRecord, BuildStore, describe_written, is_as_written
from briefmaker.workspace.files import MISSING, UnreadableFileError
from briefmaker.workspace.seen import is_elsewhere, say_seen
from briefmaker.workspace.workspace import Workspace

_ROW = "row:"
"""Stands before a name in what was seen that is no file: the text of the brief which a row made."""


class BuildMemory:
    """Remembers what was built, each folder of documents in a store of its own; without a word where it cannot."""

    def __init__(self) -> None:
        self._stores: dict[Path, BuildStore] = {}
        self._records: dict[Path, dict[str, BuildRecord]] = {}
        self._environments: dict[Workspace, str] = {}
        self._fingerprint = cache(_fingerprint)
        self._resolve = cache(Path.resolve)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        for store in self._stores.values():
            store.close()

    def recall(self, order: Order) -> Outcome | None:
        """Give the outcome of a brief that need not be built again, None for one that has to be."""
        record = self._find(order)
        return None if record is None or self._find_reason(order, record) else _read_outcome(order, record)

    def say_why(self, order: Order) -> str:
        """Give the reason why a brief has to be built; empty where it has not."""
        record = self._find(order)
        return "it was not built before" if record is None else self._find_reason(order, record)

    def keep(self, order: Order, made: Made | BriefmakerError, outcome: Outcome) -> None:
        """Remember what was built; what was not is forgotten."""
        store, key = self._open(order.folder), self._name_key(order)
        if not isinstance(made, Made) or not outcome.documents:
            store.forget(key)
            return
        try:
            written = tuple(describe_written(each.path, each.sha256) for each in outcome.documents)
            record = BuildRecord(
                self._environment(order), self._list_seen(order, made), written, _write_told(order, outcome)
            )
        except OSError:
            store.forget(key)
            return
        store.keep(key, record)

    def _find(self, order: Order) -> BuildRecord | None:
        if order.obstacles or order.content is not None:
            return None
        self._open(order.folder)
        return self._records[order.folder].get(self._name_key(order))

    def _open(self, folder: Path) -> BuildStore:
        if folder not in self._stores:
            self._stores[folder] = BuildStore(folder)
            self._records[folder] = self._stores[folder].read_all()
        return self._stores[folder]

    def _find_reason(self, order: Order, record: BuildRecord) -> str:
        if order.is_forced:
            return "it was asked for with --force"
        if record.environment != self._environment(order):
            return "settings, templates, fonts or briefmaker itself have changed"
        changed = [name for name, sha256 in record.seen.items() if self._look(order, name) != sha256]
        if changed:
            names = ", ".join("its row" if name.startswith(_ROW) else say_seen(name) for name in changed)
            return f"changed: {names}"
        touched = [each.name for each in record.written if not is_as_written(order.folder, each)]
        return f"gone, or changed by somebody: {', '.join(touched)}" if touched else ""

    def _look(self, order: Order, name: str) -> str:
        """Give the SHA-256 of a file as it is now, of the text that a row makes, or of what the brief is compared with."""
        if is_elsewhere(name):
            # Imported here, since few briefs are compared with any, and it brings in the outbox.
            from briefmaker.jobs.changes.former import look_at_former

            return look_at_former(order.workspace, name)
        if not name.startswith(_ROW):
            return self._fingerprint(order.workspace.root, name)
        try:
            return hashlib.sha256(make_row(order).content).hexdigest()
        except UnreadableFileError:
            return MISSING

    def _list_seen(self, order: Order, made: Made) -> dict[str, str]:
        """Give what a brief was made of; one of a row depends on its own row, not on those beside it."""
        seen = dict(made.seen)
        if order.row:
            seen[_ROW + order.slug] = made.fingerprint
        return seen

    def _name_key(self, order: Order) -> str:
        """Give the name under which an order is remembered: the brief, seen from the folder, and all that was asked for."""
        request = order.request
        file = self._resolve(order.brief.parent) / order.brief.name
        brief = Path(os.path.relpath(file, self._resolve(order.folder))).as_posix()
        asked = [
            sorted(each.value for each in request.formats),
            request.paper,
            order.edition,
            request.is_archive,
            request.is_checked,
            *([str(request.replaces)] if request.replaces else []),
        ]
        return json.dumps([brief, order.slug, *asked], ensure_ascii=False)

    def _environment(self, order: Order) -> str:
        if order.workspace not in self._environments:
            self._environments[order.workspace] = fingerprint_environment(open_desk_once(order.workspace))
        return self._environments[order.workspace]


def _fingerprint(root: Path, name: str) -> str:
    try:
        with (root / name).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return MISSING


def _write_told(order: Order, outcome: Outcome) -> dict[str, Any]:
    brief = shown_path(order.brief)
    return {
        "documents": [_write_document(each) for each in outcome.documents],
        "found": [_write_finding(each, brief) for each in outcome.diagnostics],
        "fingerprint": outcome.fingerprint,
        "marking": outcome.marking,
    }


def _write_document(written: WrittenDocument) -> list[Any]:
    return [written.path.name, written.format, written.pages, written.is_archive, written.sha256, written.size]


def _write_finding(found: Diagnostic, brief: str) -> list[Any]:
    """Give a finding as plain data; the brief's own file is left out, as it is called otherwise from another folder."""
    span = found.span
    place = [span.line, span.column, span.end_line, span.end_column]
    file = "" if found.file == brief else found.file
    return [found.code, found.message, file, place, found.hint, found.severity, found.path, found.excerpt]


def _read_outcome(order: Order, record: BuildRecord) -> Outcome | None:
    """Give the outcome that was told then; None where it cannot be read."""
    told: Mapping[str, Any] = record.told
    try:
        documents = tuple(_read_document(order.folder, *each) for each in told["documents"])
        found = tuple(_read_finding(each, shown_path(order.brief)) for each in told["found"])
        outcome = Outcome(
            order.brief, documents, found, order.edition, told["fingerprint"], told["marking"], row=order.slug
        )
    except (KeyError, TypeError, ValueError):
        return None
    return replace(outcome, is_unchanged=True)


def _read_document(
    folder: Path, name: str, kind: str, pages: int | None, is_archive: bool, *of_file: Any
) -> WrittenDocument:
    sha256, size = of_file
    return WrittenDocument(folder / name, DocumentFormat(kind), pages, is_archive, sha256, size)


def _read_finding(data: list[Any], brief: str) -> Diagnostic:
    code, message, file, place, hint, severity, path, excerpt = data
    return Diagnostic(code, message, file or brief, Span(*place), hint, Severity(severity), path, excerpt)
