"""Make the draft of a brief of a Word document: of an organisation's own, or of a form that was filled in."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefmaker.diagnostics import BriefmakerError, Code, Diagnostic, Places, Severity, has_errors
from briefmaker.jobs.beginning.new import SCHEMA_FILE
from briefmaker.jobs.desk import Desk, open_desk, shown_path
from briefmaker.jobs.failures import FindingsError
from briefmaker.jobs.read import read_content
from briefmaker.jobs.templates.open_template import open_template
from briefmaker.model.schema import write_schema
from briefmaker.reading import Reading
from briefmaker.reading.unpacking import LARGEST_FILE
from briefmaker.review.form.read_form import find_origin, make_form_draft, refuse_form
from briefmaker.review.importing.account import split_words
from briefmaker.review.importing.blocks import AsideKind, WordDocument, iterate_paragraphs, plain
from briefmaker.review.importing.draft import Told
from briefmaker.review.importing.field_words import Sureness
from briefmaker.review.importing.make_draft import DraftMade, Wishes, make_draft
from briefmaker.review.importing.open_foreign import open_foreign
from briefmaker.review.importing.read_document import read_document
from briefmaker.review.importing.settle import settle
from briefmaker.review.importing.tell_ours import tell_ours
from briefmaker.view.check_brief import check_brief
from briefmaker.view.marking import list_schemes
from briefmaker.workspace.documents import read_document as read_file
from briefmaker.workspace.output import write_files
from briefmaker.workspace.slug import safe_slug
from briefmaker.workspace.workspace import find_workspace
from briefmaker.writing.word.own_properties import is_ours

_USUAL_LANGUAGE = "en-GB"
_SET_ASIDE = {
    AsideKind.COMMENT: ("comment", "comments"),
    AsideKind.DELETED: ("passage struck out with tracked changes", "passages struck out with tracked changes"),
    AsideKind.HIDDEN: ("hidden passage", "hidden passages"),
}


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a document: the brief's file, its template, how sure each field is, and all that is to be looked at."""

    brief: Path
    template: str
    language: str
    is_form: bool
    told: tuple[Told, ...]
    diagnostics: tuple[Diagnostic, ...]
    pictures: tuple[Path, ...] = ()


def import_word(
    document: str | Path,
    *,
    template: str | None = None,
    output: str | Path | None = None,
    date: datetime.date | None = None,
) -> Imported:
    """Write the draft of a brief, made of a Word document; ``briefs/NAME.yaml`` of the workspace here unless ``output`` is told.

    ``template`` is the kind of document, else the one that fits best; ``date`` stands where the document names none, today
    unless given. No file is overwritten. Raises FindingsError for a document that cannot be read, or says nothing, and
    BriefmakerError when there is such a brief already, no such template, and when the files cannot be written.
    """
    source = Path(document)
    desk = open_desk(find_workspace(Path.cwd()))
    target = _name_target(source, output, desk)
    read, warnings = _read(source)
    wishes = _list_wishes(desk, template, target.stem, date or datetime.date.today())  # noqa: DTZ011 - the desk's own day
    origin = find_origin(read)
    refused = refuse_form(origin, wishes, shown_path(source)) if origin else None
    if refused:
        raise FindingsError(f"{shown_path(source)} cannot be imported", (*warnings, refused))
    made = make_form_draft(read, origin, wishes) if origin else make_draft(read, wishes)
    text = settle(made, lambda content: _find_errors(content, target, desk))
    pictures = _write(target, text, made)
    reading = read_content(text.encode(), target, desk)
    found = (*warnings, *_tell(read, made, reading.places, shown_path(source)))
    data = made.draft.data
    return Imported(target, data["template"], data["language"], origin is not None, tuple(made.told), found, pictures)


def _name_target(source: Path, output: str | Path | None, desk: Desk) -> Path:
    name = f"{safe_slug(source.stem).lower()}.yaml"
    target = Path(output) if output else desk.workspace.briefs_folder / name
    if target.is_dir():
        target = target / name
    if target.suffix.lower() not in {".yaml", ".yml"}:
        raise BriefmakerError(f"{shown_path(target)} is not the name of a brief", "a brief's file ends in .yaml")
    if target.exists():
        raise BriefmakerError(f"{shown_path(target)} is there already", "name another file with --output")
    return target


def _read(source: Path) -> tuple[WordDocument, tuple[Diagnostic, ...]]:
    shown = shown_path(source)
    opening = open_foreign(shown, read_file(source, LARGEST_FILE))
    if opening.package is None:
        raise FindingsError(f"{shown} cannot be imported", opening.diagnostics)
    document = read_document(opening.package)
    said = (plain(each.inlines) for each in iterate_paragraphs(document.blocks))
    if not any(split_words(each) for each in said):
        hint = "a scanned page is a picture; import a document with text in it"
        empty = Diagnostic(Code.IMPORT_NO_TEXT, "there is no text in it", shown, hint=hint)
        raise FindingsError(f"{shown} cannot be imported", (*opening.diagnostics, empty))
    return document, opening.diagnostics


def _list_wishes(desk: Desk, template: str | None, name: str, day: datetime.date) -> Wishes:
    if template is not None:
        desk.find_template(template)
    described = {each: open_template(desk.templates[each]).description for each in desk.templates}
    schemes = list_schemes(desk.settings)
    chosen = [schemes[desk.settings.marking_scheme]] if desk.settings.marking_scheme in schemes else schemes.values()
    return Wishes(
        templates={each: described.shows for each, described in described.items() if described is not None},
        template=template or "",
        language=next(iter(desk.settings.languages), _USUAL_LANGUAGE),
        day=day.isoformat(),
        name=name,
        schemes=tuple(tuple(scheme.portions) for scheme in chosen),
    )


def _find_errors(content: bytes, target: Path, desk: Desk) -> tuple[Diagnostic, ...]:
    """Give what would keep a draft from being built; pictures are not there yet, and are not looked for."""
    reading = read_content(content, target, desk)
    found = [each for each in reading.diagnostics if not each.path.endswith(".portrait")]
    found += _check_view(reading, desk)
    return tuple(each for each in found if each.severity is Severity.ERROR)


def _check_view(reading: Reading, desk: Desk) -> tuple[Diagnostic, ...]:
    if reading.brief is None or has_errors(reading.diagnostics):
        return ()
    description = open_template(desk.find_template(reading.brief.template)).description
    return () if description is None else check_brief(reading.brief, reading.places, desk.settings, description)


def _write(target: Path, text: str, made: DraftMade) -> tuple[Path, ...]:
    """Write the pictures, and then the brief; none of them in the place of another file."""
    pictures = {target.parent / name: content for name, content in made.pictures.items()}
    taken = next((each for each in pictures if each.exists()), None)
    if taken is not None:
        raise BriefmakerError(f"{shown_path(taken)} is there already", "name the brief otherwise with --output")
    schema = {} if (target.parent / SCHEMA_FILE).exists() else {SCHEMA_FILE: write_schema().encode()}
    try:
        for picture, content in pictures.items():
            write_files(picture.parent, {picture.name: content})
        write_files(target.parent, {**schema, target.name: text.encode()})
    except OSError as failure:
        raise BriefmakerError(f"{shown_path(target)} cannot be written: {failure.strerror}", exit_code=1) from failure
    return tuple(pictures)


def _tell(document: WordDocument, made: DraftMade, places: Places, name: str) -> Iterator[Diagnostic]:
    """Tell what is to be looked at: guesses, what was not recognised, and what no field holds."""
    if is_ours(document.properties):
        message, advice = tell_ours(document.properties, name)
        # In one sentence, since the report shows no hints.
        yield places.finding(Code.IMPORT_LOOK, "", f"{message}: {advice}", advice, severity=Severity.WARNING)
    for each in made.told:
        if each.sure is Sureness.GUESS:
            is_annex = each.path.startswith("annexes")
            code = Code.IMPORT_NOT_RECOGNISED if is_annex else Code.IMPORT_LOOK
            hint = f"{each.why}: look, and move it if need be" if each.label else "look, and change it if need be"
            message = _describe_annex(each) if is_annex else _describe_guess(each)
            yield places.finding(code, each.path, message, hint, severity=Severity.WARNING)
    yield from _tell_set_aside(document, made, places)


def _describe_annex(told: Told) -> str:
    what = f"“{told.label}”" if told.label else "text under no heading"
    return f"{what} was not recognised, and is kept as an annex"


def _describe_guess(told: Told) -> str:
    what = f"“{told.label}” is a guess for `{told.path}`" if told.label else f"`{told.path}` is a guess"
    return f"{what}: {told.why}"


def _tell_set_aside(document: WordDocument, made: DraftMade, places: Places) -> Iterator[Diagnostic]:
    for moved in made.moved:
        hint = "its words stand in a comment or an annex"
        yield places.finding(Code.IMPORT_LOOK, "", moved, hint, severity=Severity.WARNING)
    for kind, (one, many) in _SET_ASIDE.items():
        count = sum(each.kind is kind for each in document.asides)
        if count:
            what = f"1 {one} of the document stands" if count == 1 else f"{count} {many} of the document stand"
            message = f"{what} in YAML comments at the end of the draft"
            yield places.finding(
                Code.IMPORT_SET_ASIDE, "", message, "use them or delete them", severity=Severity.WARNING
            )
    for what in made.unread:
        message = f"the document holds {what}, whose words are not in the draft"
        yield places.finding(Code.IMPORT_SET_ASIDE, "", message, "type in what is needed", severity=Severity.WARNING)
