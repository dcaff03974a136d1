"""Write a Word form for a template, for those who never see YAML."""

from pathlib import Path

from babel import Locale

from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.desk import Desk, open_desk, shown_path
from briefmaker.jobs.request import read_paper
from briefmaker.jobs.templates.open_template import open_template
from briefmaker.model.settings import Paper
from briefmaker.review.form.form_words import languages_with_forms
from briefmaker.review.form.write_form import Form, write_form
from briefmaker.workspace.output import write_files
from briefmaker.workspace.workspace import find_workspace
from briefmaker.writing.template import FileRefusedError, tell_refused
from briefmaker.writing.word.document import WORD_FILE

_USUAL_LANGUAGE = "en-GB"


def form(
    template: str, *, output: str | Path | None = None, language: str | None = None, paper: str | None = None
) -> Path:
    """Write the form of a template, ``form-NAME.docx`` here unless ``output`` is told; gives its path.

    ``language`` is the first of the house unless given, ``paper`` as in briefmaker.yaml. No file is overwritten. Raises
    BriefmakerError when there is no such template, no form in that language, such a file already, and when it cannot be written.
    """
    desk = open_desk(find_workspace(Path.cwd()))
    content = make_form(template, desk, language, read_paper(paper, desk))
    target = Path(output) if output else Path(f"form-{template}.docx")
    if target.suffix.lower() != ".docx":
        raise BriefmakerError(f"{shown_path(target)} is not the name of a Word document", "a form's file ends in .docx")
    if target.exists():
        raise BriefmakerError(f"{shown_path(target)} is there already", "name another file with --output")
    try:
        write_files(target.parent, {target.name: content})
    except OSError as failure:
        raise BriefmakerError(f"{shown_path(target)} cannot be written: {failure.strerror}", exit_code=1) from failure
    return target


def make_form(name: str, desk: Desk, language: str | None = None, paper: Paper | None = None) -> bytes:
    """Give the form of a template at a desk; raises as ``form`` does."""
    template = desk.find_template(name)
    description = open_template(template).description
    if description is None:
        raise BriefmakerError(f"templates/{name} is not in order", "`briefmaker templates check` tells what is wrong")
    tag = language or next(iter(desk.settings.languages), _USUAL_LANGUAGE)
    code = tag.partition("-")[0].lower()
    if code not in languages_with_forms():
        hint = f"there are forms in {', '.join(languages_with_forms())}, with or without a region"
        raise BriefmakerError(f"there is no form in the language `{tag}`", hint)
    try:
        word_template = template.read(WORD_FILE)
    except FileRefusedError as missing:
        raise tell_refused(template, missing) from missing
    chosen = paper or desk.settings.paper
    wanted = Form(
        template=name,
        kind=description.name_in(tag),
        shows=description.shows,
        language=tag,
        paper=chosen.value,
        style=desk.style,
        is_right_to_left=Locale.parse(code).text_direction == "rtl",
    )
    return write_form(wanted, word_template)
