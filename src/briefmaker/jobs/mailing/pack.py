"""A pack as something that is mailed: made whole, as it has no editions."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefmaker.delivery.postings import Issued
from briefmaker.diagnostics import Code, Diagnostic, has_errors, in_order
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.mailing.compose import Attachment
from briefmaker.jobs.mailing.enclosed_marking import mark_enclosed_pack
from briefmaker.jobs.mailing.mailed import Mailed, mail_pack
from briefmaker.jobs.mailing.matter import WHOLE, Enclosed, Facts, find_place, name_key
from briefmaker.jobs.packs.binding import Bound, bind_pack
from briefmaker.jobs.packs.make_pack import name_pack
from briefmaker.jobs.request import Request
from briefmaker.model.content_fingerprint import fingerprint_content, join_fingerprints
from briefmaker.model.pack import Pack
from briefmaker.model.replaced import Replaced
from briefmaker.model.rich_text import Run
from briefmaker.view.change_sentences import ChangeLine
from briefmaker.view.house import write_plainly

LAYOUT = 1
"""The version of what is kept of a pack."""


@dataclass(frozen=True, slots=True)
class PackMatter:
    """A pack that was found fit to be made."""

    file: Path
    bound: Bound
    desk: Desk
    facts: Facts
    mailed: Mailed

    @property
    def source(self) -> Pack:
        """Give the pack."""
        return self.bound.pack

    def make(
        self, edition: str, formats: tuple[DocumentFormat, ...], replaces: Replaced | None
    ) -> tuple[Enclosed | None, tuple[Diagnostic, ...]]:
        """Make its documents; one who gets an edition cannot get a pack, which is made whole."""
        if edition != WHOLE:
            return None, (self._refuse_edition(edition),)
        request = Request(formats, self.desk.settings.paper, replaces=replaces)
        bound, found = bind_pack(self.file, self.desk, request)
        if bound is None:
            return None, in_order(found)
        # Imported here, since it brings in all that lays out.
        from briefmaker.jobs.packs.documents import make_documents

        made, told = make_documents(bound, (), name_pack(self.file, bound.pack))
        found = in_order((*found, *told))
        if has_errors(found):
            return None, found
        documents = {
            each.format: Attachment(each.path.name, content, each.format, each.pages) for each, content in made.items()
        }
        issued, content = write_issued_pack(bound), fingerprint_pack(bound)
        return Enclosed(WHOLE, bound.view, mark_enclosed_pack(bound), documents, issued, content), found

    def list_changes(
        self, edition: str, version: int, issued: Sequence[Issued]
    ) -> tuple[tuple[ChangeLine, ...], tuple[Diagnostic, ...]]:
        """Give what is new in the contents, what is there no more, and which parts say something else."""
        former = next((each for each in issued if (each.version, each.edition) == (version, edition)), None)
        return list_changes_of_pack(former.content if former else "", self.bound), ()

    def _refuse_edition(self, edition: str) -> Diagnostic:
        message = f"a pack is made whole, and somebody on its lists gets the edition `{edition}`"
        hint = "mail them the briefs in it, or a pack of their own by another list"
        return self.mailed.places.finding(Code.MAIL_EDITION_OF_PACK, self.mailed.names_at, message, hint)


def open_pack(file: Path, desk: Desk) -> tuple[PackMatter | None, tuple[Diagnostic, ...]]:
    """Read a pack to be mailed, with its briefs; None where anything has an error, and all that was found."""
    bound, found = bind_pack(file, desk, Request((DocumentFormat.PDF,), desk.settings.paper))
    if bound is None:
        return None, in_order(found)
    pack, place = bound.pack, find_place(file, desk)
    facts = Facts(place, name_key(pack.reference, place), pack.version, pack.date)
    return PackMatter(file, bound, desk, facts, mail_pack(pack, bound.shelf.places, pack.lists)), in_order(found)


def fingerprint_pack(bound: Bound) -> str:
    """Give the fingerprint of what a reader sees of a pack: its own texts, its briefs and its annexes."""
    own = bound.pack.model_dump_json(exclude={"status", "version", "lists"}, exclude_defaults=True)
    return join_fingerprints([_hash(own.encode()), *_list_contents(bound), *_hash_annexes(bound)])


def _list_contents(bound: Bound) -> list[str]:
    """Give the fingerprint of what each brief of a pack says, in order."""
    return [fingerprint_content(each.brief, each.reading.tables, each.reading.pictures) for each in bound.briefs]


def _hash_annexes(bound: Bound) -> list[str]:
    return [_hash(each.file.content) for each in bound.annexes]


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def write_issued_pack(bound: Bound) -> str:
    """Give what is kept of a pack that was issued: what its contents list, with what each part said, as a fingerprint."""
    return json.dumps({"layout": LAYOUT, "parts": _list_parts(bound)}, ensure_ascii=False, separators=(",", ":"))


def _list_parts(bound: Bound) -> dict[str, str]:
    """Give the title of each part of a pack as its contents list it, with the fingerprint of what it says."""
    contents = [*_list_contents(bound), *_hash_annexes(bound)]
    titles = (write_plainly(entry.title) for entry in bound.view.entries)
    return dict(zip(titles, contents, strict=True))


def list_changes_of_pack(former: str, bound: Bound) -> tuple[ChangeLine, ...]:
    """Give a sentence in the pack's language for each part that is new, is gone, or says something else.

    ``former`` is what was kept of the pack that was issued; of what nobody can read, no change is told.
    """
    try:
        data = json.loads(former)
        before = dict(data["parts"]) if data["layout"] == LAYOUT else None
    except (ValueError, KeyError, TypeError):
        before = None
    if before is None:
        return ()
    now, labels = _list_parts(bound), bound.view.labels
    names = {write_plainly(entry.title): entry.name for entry in bound.view.entries}
    new = [labels["change_added"].format(where=names[title], after=title) for title in now if title not in before]
    gone = [labels["change_dropped"].format(where=labels["pack"], before=title) for title in before if title not in now]
    others = [title for title in now if title in before and now[title] != before[title]]
    changed = [labels["change_part"].format(where=names[title], after=title) for title in others]
    return tuple(ChangeLine((Run(sentence),)) for sentence in (*new, *gone, *changed))
