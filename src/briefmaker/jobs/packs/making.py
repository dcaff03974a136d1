"""What becomes of one pack, in any process: it is read, checked and bound, and nothing is written."""

from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, Diagnostic, has_errors, in_order
from briefmaker.jobs.building.making import Made, name_state, open_desk_once
from briefmaker.jobs.building.output_findings import find_edited
from briefmaker.jobs.desk import shown_path
from briefmaker.jobs.formats import DocumentFormat
from briefmaker.jobs.packs.binding import Bound, bind_pack
from briefmaker.jobs.packs.order import PackOrder, name_copies
from briefmaker.model import Status
from briefmaker.model.pack import Pack
from briefmaker.reading.unpacking import LARGEST_FILE
from briefmaker.workspace.documents import read_document
from briefmaker.workspace.files import MISSING, BriefFolder
from briefmaker.workspace.slug import safe_slug
from briefmaker.writing.pack_changes import FormerPack


def make_pack(order: PackOrder) -> Made | BriefmakerError:
    """Read, check and bind one pack; what is wrong with it is in what comes back, and nothing is written.

    Given back, not raised, is what no pack is to blame for, and that no page has changed, or cannot be replaced.
    """
    if order.obstacles:
        return Made(safe_slug(order.stem), (), order.obstacles)
    try:
        return _make(order)
    except BriefmakerError as failure:
        return failure


def _make(order: PackOrder) -> Made:
    former = read_former(order.former) if order.former is not None else None
    seen: dict[str, str] = {}
    bound, found = bind_pack(order.brief, open_desk_once(order.workspace), order.request, seen)
    fingerprint = _find_fingerprint(order, seen)
    if bound is None:
        return Made(safe_slug(order.stem), (), in_order(found), fingerprint, seen=seen)
    name = name_pack(order.brief, bound.pack, is_replacement=former is not None)
    obstacles = _find_obstacles(order, name)
    if obstacles:
        return Made(name, (), (*in_order(found), *obstacles), fingerprint, seen=seen)
    return _bind(order, bound, former, Made(name, (), found, fingerprint, bound.view.properties.marking, seen))


def _bind(order: PackOrder, bound: Bound, former: FormerPack | None, begun: Made) -> Made:
    # Imported here, since it brings in all that lays out: what has an error waits for none of it.
    from briefmaker.jobs.packs.documents import make_documents

    documents, told = make_documents(bound, order.copies, begun.name, former)
    if former is not None and not documents:
        raise BriefmakerError(f"no page has changed since {order.former}", exit_code=1)
    found = in_order((*begun.diagnostics, *told))
    return Made(begun.name, () if has_errors(found) else documents, found, begun.fingerprint, begun.marking, begun.seen)


def _find_fingerprint(order: PackOrder, seen: dict[str, str]) -> str:
    folder = BriefFolder(order.brief.parent.resolve(), order.workspace.root)
    fingerprint = seen.get(folder.name_seen(order.brief.name), MISSING)
    return "" if fingerprint == MISSING else fingerprint


def _find_obstacles(order: PackOrder, name: str) -> tuple[Diagnostic, ...]:
    """Tell of Word documents that somebody has edited since they were written, and that would be overwritten."""
    if order.is_forced or order.former is not None or DocumentFormat.DOCX not in order.request.formats:
        return ()
    targets = (order.target(each, DocumentFormat.DOCX) for each in name_copies(name, order.copies))
    return tuple(found for target in targets for found in find_edited(target, order.brief))


def read_former(file: Path) -> FormerPack:
    """Give a pack as it was issued, by its PDF. Raises BriefmakerError when the file is none."""
    from briefmaker.writing.pack_former import read_former_pack

    former = read_former_pack(read_document(file, LARGEST_FILE))
    if former is None:
        hint = "name the PDF that `briefmaker pack` made, of the whole pack or of what last replaced pages of it"
        raise BriefmakerError(f"{shown_path(file)} is not the PDF of a pack", hint, exit_code=1)
    return former


def name_pack(file: Path, pack: Pack, *, is_replacement: bool = False) -> str:
    """Give the documents' name: until the pack is final it says so, as the names of briefs do."""
    stem = safe_slug(file.stem) + ("-replacement" if is_replacement else "")
    if is_replacement and pack.status is Status.FINAL:
        return f"{stem}-v{pack.version}"
    return stem + name_state(pack.status, pack.version)
