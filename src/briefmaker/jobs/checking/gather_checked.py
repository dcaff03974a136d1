"""Gathers, as plain data, all that the rules may look at of one brief."""

from collections.abc import Iterator, Mapping

from briefmaker.checks.checked_brief import CheckedBrief, Markings
from briefmaker.checks.list_texts import list_texts
from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.diagnostics import Severity, has_errors
from briefmaker.model import Brief
from briefmaker.model.fact_register import Register
from briefmaker.model.fields import is_content, is_shown
from briefmaker.model.limits import Limits, combine_limits
from briefmaker.model.settings import Settings
from briefmaker.model.template_description import TemplateDescription
from briefmaker.reading import Reading
from briefmaker.reading.reading import fingerprint_cleared
from briefmaker.reading.yaml_nodes import Refused
from briefmaker.view.carried import Carrying
from briefmaker.view.likelihood import load_scale
from briefmaker.view.marking import choose_scheme
from briefmaker.view.shipped_data import names_of_shipped

_TAKING_AWAY = ("FIL", "YML", "FLD")


def gather_checked(
    brief: Brief,
    reading: Reading,
    settings: Settings,
    description: TemplateDescription | None,
    registers: tuple[Register, ...] = (),
) -> CheckedBrief:
    """Give a brief as rules see it; ``description`` is that of its template, None where there is none."""
    texts = tuple(list_texts(reading.source, brief))
    shows = description.shows if description else ()
    usual = description.limits if description else Limits()
    return CheckedBrief(
        brief=brief,
        texts=texts,
        shows=shows,
        settings=settings.checks,
        limits=combine_limits(usual, settings.limits.get(brief.template)),
        house_languages=settings.languages,
        markings=_gather_markings(brief, texts, shows, settings),
        scales=_gather_scales(brief.language.split("-")[0].lower()),
        told=tuple(_list_told(reading)),
        registers=registers,
        tables=reading.tables,
        # What could not be read is missing from the brief, and would seem to have been taken out.
        content="" if has_errors(reading.diagnostics) else fingerprint_cleared(brief, reading),
    )


def _gather_markings(
    brief: Brief, texts: tuple[TextInBrief, ...], shows: tuple[str, ...], settings: Settings
) -> Markings:
    scheme = choose_scheme(brief, settings)
    carrying = Carrying(brief, scheme)
    levels = tuple(scheme.portions)
    said = {each.path: each.mark.marking for each in carrying.statements.values()}
    stated = {path: marking for path, marking in said.items() if marking is not None}
    paths = [text.path for text in texts if is_content(text.field) and is_shown(text.field, shows)] if stated else []
    carried = {path: marking for path in paths if (marking := carrying.at(path).marking) is not None}
    return Markings(levels, scheme.mark_every_portion, stated, carried)


def _gather_scales(language: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Give the terms of each row of each scale, in the brief's language and in English."""
    scales = {name: load_scale(name) for name in names_of_shipped("likelihood_scales")}
    return {
        name: tuple(
            tuple(dict.fromkeys((*row.terms.get(language, ()), *row.terms.get("en", ())))) for row in scale.rows
        )
        for name, scale in scales.items()
        if scale is not None
    }


def _list_told(reading: Reading) -> Iterator[str]:
    """Give the fields that could not be read; an empty path where the file itself is broken.

    What is wrong within a text, or in another file, takes nothing away from the brief.
    """
    for each in reading.diagnostics:
        is_here = each.severity is Severity.ERROR and each.file == reading.places.file
        if is_here and each.code.startswith(_TAKING_AWAY):
            yield each.path
    fields = reading.source.fields if reading.source else ()
    yield from (found.path for found in fields if isinstance(found.node, Refused))
