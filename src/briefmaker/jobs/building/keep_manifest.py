"""Keeps ``manifest.json`` right while briefs are built: it is written now and then, and at the end, however that comes."""

import datetime
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, Severity
from briefmaker.jobs.building.making import Order
from briefmaker.jobs.building.outcome import Outcome, WrittenDocument
from briefmaker.jobs.desk import shown_path
from briefmaker.workspace.manifest import MANIFEST_NAME, ForeignManifestError, update_manifest
from briefmaker.workspace.undisturbed import undisturbed

_EVERY = 1.0
"""Seconds between two writings, at the least: what a killed process has not entered is little."""
_SHARE = 50
"""At most this fraction of the time goes into writing it, however long it has become."""


@dataclass(slots=True)
class _Waiting:
    """What is to be entered into the manifest of one folder."""

    documents: list[dict[str, Any]] = field(default_factory=list)
    unchanged: list[dict[str, Any]] = field(default_factory=list)
    built: list[dict[str, Any]] = field(default_factory=list)
    not_built: list[dict[str, Any]] = field(default_factory=list)


class ManifestKeeper:
    """Enters outcomes into the manifests of the folders that they were written to."""

    def __init__(self) -> None:
        self._waiting: dict[Path, _Waiting] = {}
        self._foreign: set[Path] = set()
        self._told: set[Path] = set()
        self._failures: dict[Path, OSError] = {}
        self._due = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        with undisturbed():
            self._write()
        for folder, failure in self._failures.items():
            if kind is None and self._waiting[folder].documents:
                file = shown_path(folder / MANIFEST_NAME)
                hint = "see whether there is room; the documents themselves were written"
                raise BriefmakerError(f"{file} cannot be written: {failure.strerror or failure}", hint, exit_code=1)

    def add(self, order: Order, outcome: Outcome) -> Outcome:
        """Enter an outcome and give it back, with what is to be told of the manifest, once a folder."""
        folder = order.folder
        self._enter(self._waiting.setdefault(folder, _Waiting()), _describe_source(order, outcome), outcome)
        if time.monotonic() > self._due:
            self._write()
        if folder in self._foreign and folder not in self._told and outcome.documents:
            self._told.add(folder)
            return replace(outcome, diagnostics=(*outcome.diagnostics, _report_foreign(folder)))
        return outcome

    def _enter(self, waiting: _Waiting, source: dict[str, Any], outcome: Outcome) -> None:
        if outcome.documents:
            documents = waiting.unchanged if outcome.is_unchanged else waiting.documents
            documents += [_describe_document(each, source, outcome) for each in outcome.documents]
            waiting.built.append(source)
        elif outcome.is_failed:
            waiting.not_built.append(source | _describe_findings(outcome))

    def _write(self) -> None:
        start = time.monotonic()
        for folder, waiting in self._waiting.items():
            has_news = waiting.documents or waiting.unchanged or (waiting.not_built and folder.is_dir())
            if has_news and folder not in self._foreign:
                self._write_one(folder, waiting)
        now = time.monotonic()
        self._due = now + max(_EVERY, (now - start) * _SHARE)

    def _write_one(self, folder: Path, waiting: _Waiting) -> None:
        self._failures.pop(folder, None)
        try:
            update_manifest(folder, waiting.documents, waiting.not_built, waiting.built, waiting.unchanged)
        except ForeignManifestError:
            self._foreign.add(folder)
        except OSError as failure:
            self._failures[folder] = failure
        else:
            self._waiting[folder] = _Waiting()


def _describe_source(order: Order, outcome: Outcome) -> dict[str, Any]:
    """Give which brief, seen from its workspace, which edition of it is meant, and which row where it makes one brief a row."""
    root, file = order.workspace.root, order.brief.resolve()
    shown = file.relative_to(root) if file.is_relative_to(root) else file
    source = {"source": shown.as_posix(), "source_sha256": outcome.fingerprint or None, "edition": outcome.edition}
    return source | ({"row": outcome.row} if outcome.row else {})


def _describe_document(document: WrittenDocument, source: dict[str, Any], outcome: Outcome) -> dict[str, Any]:
    described = {
        "path": document.path.name,
        "format": document.format.value,
        "is_archive": document.is_archive,
        "sha256": document.sha256,
        "bytes": document.size,
        "pages": document.pages,
        "marking": outcome.marking or None,
        "made": f"{datetime.datetime.now(datetime.UTC):%Y-%m-%dT%H:%M:%SZ}",
    }
    return described | source | _describe_findings(outcome)


def _describe_findings(outcome: Outcome) -> dict[str, Any]:
    """Give how many errors and warnings there were, how often each code was told, and the seconds that all of it took."""
    severities = Counter(found.severity for found in outcome.diagnostics)
    codes = Counter(str(found.code) for found in outcome.diagnostics)
    return {
        "errors": severities[Severity.ERROR],
        "warnings": severities[Severity.WARNING],
        "findings": dict(sorted(codes.items())),
        "seconds": round(outcome.seconds, 3),
    }


def _report_foreign(folder: Path) -> Diagnostic:
    file = shown_path(folder / MANIFEST_NAME)
    message = "this file was not written by briefmaker, so what was built is not entered into it"
    hint = "rename it, or have the documents written elsewhere with `--output DIR`"
    return Diagnostic(Code.OUTPUT_MANIFEST, message, file, hint=hint, severity=Severity.WARNING)
