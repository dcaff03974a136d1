"""A pack as something that is mailed: made whole, as it has no editions."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from briefmaker.diagnostics import Code, Diagnostic, has_errors, in_order
from briefmaker.jobs.compose import Attachment
from briefmaker.jobs.desk import Desk
from briefmaker.jobs.enclosed_marking import mark_enclosed_pack
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.mail_matter import WHOLE, Enclosed, Facts, find_place, name_key
from briefmaker.jobs.mailed import Mailed, mail_pack
from briefmaker.jobs.pack import name_pack
from briefmaker.jobs.pack_binding import Bound, bind_pack
from briefmaker.jobs.request import Request
from briefmaker.model.content_fingerprint import fingerprint_content, join_fingerprints
from briefmaker.model.pack import Pack
from briefmaker.model.replaced import Replaced


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
        from briefmaker.jobs.pack_documents import make_documents

        made, told = make_documents(bound, (), name_pack(self.file, bound.pack))
        found = in_order((*found, *told))
        if has_errors(found):
            return None, found
        documents = {
            each.format: Attachment(each.path.name, content, each.format, each.pages) for each, content in made.items()
        }
        return Enclosed(WHOLE, bound.view, mark_enclosed_pack(bound), documents, write_issued_pack(bound)), found

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
    content = _fingerprint(bound)
    facts = Facts(file, place, name_key(pack.reference, place), pack.title, pack.version, pack.date, content)
    return PackMatter(file, bound, desk, facts, mail_pack(pack, bound.shelf.places, pack.lists)), in_order(found)


def _fingerprint(bound: Bound) -> str:
    own = bound.pack.model_dump_json(exclude={"status", "version", "lists"}, exclude_defaults=True)
    annexes = (hashlib.sha256(each.file.content).hexdigest() for each in bound.annexes)
    return join_fingerprints([hashlib.sha256(own.encode()).hexdigest(), *_list_contents(bound).values(), *annexes])


def _list_contents(bound: Bound) -> dict[str, str]:
    """Give the fingerprint of what each brief of a pack says, by the place of its tab."""
    return {
        each.path: fingerprint_content(each.brief, each.reading.tables, each.reading.pictures) for each in bound.briefs
    }


def write_issued_pack(bound: Bound) -> str:
    """Give what is kept of a pack that was issued: what its contents list, with what each brief said, as a fingerprint."""
    contents = _list_contents(bound)
    titles = {each.path: each.view.properties.title for each in bound.briefs}
    entries = [{"title": titles[path], "content": content} for path, content in contents.items()]
    return json.dumps({"pack": entries, "annexes": [each.annex.title for each in bound.annexes]}, ensure_ascii=False)
