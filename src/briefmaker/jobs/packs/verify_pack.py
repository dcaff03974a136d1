"""Verify a finished document of a pack: find the pack by its name, bind its briefs anew, and say what every check found."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.desk import open_desk, shown_path
from briefmaker.jobs.formats import USUAL_FORMATS
from briefmaker.jobs.packs.binding import Bound, bind_pack
from briefmaker.jobs.packs.documents import mark_as_pack
from briefmaker.jobs.request import Request
from briefmaker.verifying.check import Document, Result, Subject
from briefmaker.verifying.expected_pack import ExpectedPack, ExpectedPart
from briefmaker.verifying.looking import has_words
from briefmaker.verifying.pack_flow import read_edges
from briefmaker.verifying.verify_pack import verify_pack
from briefmaker.verifying.word_access import SCHEMA_PROGRAM
from briefmaker.view.labels import load_labels
from briefmaker.workspace.documents import is_name_of
from briefmaker.workspace.slug import safe_slug
from briefmaker.workspace.workspace import find_workspace

if TYPE_CHECKING:
    from briefmaker.jobs.checking.verify import Sister

_COPY = re.compile(r"-copy-([0-9]+)$")
_REPLACEMENT = re.compile(r"-replacement(-DRAFT|-REPLACED)?-v[0-9]+$")


@dataclass(frozen=True, slots=True)
class PackVerification:
    """What the checks of a pack's document found, with the file of the pack and the document that it was compared with."""

    results: tuple[Result, ...]
    pack: Path | None
    sister: Path | None
    is_unchecked: bool


def verify_pack_document(file: Path, document: Document, sister: "Sister", named: Path | None) -> PackVerification:
    """Compare a document with its pack, as its briefs are now, and with the other format beside it.

    ``named`` is the file of the pack; else it is found by the document's name. Raises BriefmakerError for pages that replace
    others, which are no pack, and when the workspace's settings are wrong.
    """
    stem = _COPY.sub("", file.stem)
    if _REPLACEMENT.search(stem):
        raise BriefmakerError(
            f"{shown_path(file)} holds pages that replace others",
            "verify the whole pack: `briefmaker pack NAME`",
            exit_code=1,
        )
    is_unchecked, copy = _is_unchecked(document), _COPY.search(file.stem)
    pack = named or next(_find_packs(file, stem), None)
    bound = _bind(pack, is_checked=not is_unchecked) if pack else None
    subject = Subject(
        document=document,
        sister=sister.document,
        why_no_view=_say_missing(pack),
        why_no_sister=sister.why_not,
        schema_program=shutil.which(SCHEMA_PROGRAM) or "",
        is_pack=True,
        pack=expect_pack(bound, int(copy.group(1)) if copy else 0) if bound else None,
    )
    return PackVerification(verify_pack(subject), pack if bound else None, sister.path, is_unchecked)


def _find_packs(file: Path, stem: str) -> Iterator[Path]:
    """Give the packs whose documents have this name: of the workspace around the document, then of the one here."""
    for start in dict.fromkeys([file.parent, Path.cwd()]):
        packs = sorted(find_workspace(start).packs_folder.glob("*.y*ml"))
        yield from (pack for pack in packs if is_name_of(stem, safe_slug(pack.stem)))


def _say_missing(pack: Path | None) -> str:
    if pack is None:
        return "there is no pack of this name in packs/: name its file with --brief"
    return f"{shown_path(pack)} has errors: `briefmaker pack` tells them"


def _is_unchecked(document: Document) -> bool:
    """Tell whether a pack says at the head of its cover that nobody asked the rules."""
    label = str((load_labels(document.outline.language) or {}).get("not_checked", ""))
    return bool(label) and any(has_words(page.head, label) for page in read_edges(document)[:1])


def _bind(pack: Path, *, is_checked: bool) -> Bound | None:
    desk = open_desk(find_workspace(pack.parent))
    bound, _ = bind_pack(pack, desk, Request(USUAL_FORMATS, desk.settings.paper, is_checked=is_checked))
    return bound


def expect_pack(bound: Bound, copy: int = 0) -> ExpectedPack:
    """Give what the documents of a pack have to say, those of a numbered ``copy`` with its number."""
    entries = bound.view.entries
    briefs = [
        ExpectedPart(entry, mark_as_pack(each.view, bound.view))
        for entry, each in zip(entries, bound.briefs, strict=False)
    ]
    annexes = [
        ExpectedPart(entry, pages=len(each.file.sizes))
        for entry, each in zip(entries[len(briefs) :], bound.annexes, strict=True)
    ]
    return ExpectedPack(bound.view, (*briefs, *annexes), copy, bound.pack.dividers)
