"""What a view finds wrong with a brief before it is made, without the cost of making it."""

from collections.abc import Iterator, Sequence

from briefmaker.diagnostics import Code, Diagnostic, Places, Severity
from briefmaker.model import Brief
from briefmaker.model.house_style import find_text, is_issued
from briefmaker.model.limits import combine_limits
from briefmaker.model.settings import Settings
from briefmaker.model.template_description import TemplateDescription
from briefmaker.reading.suggest import did_you_mean, list_words
from briefmaker.reading.yaml_problems import shorten
from briefmaker.view.carried import list_statements
from briefmaker.view.check_limits import check_entries
from briefmaker.view.check_markings import check_markings
from briefmaker.view.check_portions import check_editions, check_facts, check_portions
from briefmaker.view.labels import Labels, languages_with_labels, load_labels
from briefmaker.view.likelihood import check_likelihoods, load_scale
from briefmaker.view.marking import choose_scheme
from briefmaker.view.not_shown import find_fields_not_shown


def check_brief(
    brief: Brief, places: Places, settings: Settings, description: TemplateDescription
) -> tuple[Diagnostic, ...]:
    """Give what is wrong with language, markings and likelihoods, and what the template will not show."""
    language = language_of(brief)
    return (
        *_check_language(brief, load_labels(brief.language), places),
        *_tell_house_language(brief, settings, places),
        *check_markings(brief, settings, places),
        *check_portions(brief, places),
        *check_facts(brief, choose_scheme(brief, settings), places),
        *check_editions(brief, settings, places),
        *check_likelihoods(brief, load_scale(brief.likelihood_scale), language, places),
        *_tell_editions(brief, places),
        *(
            tell_unknown_lists("distribution", brief.distribution, settings, places)
            if settings.distribution_lists
            else ()
        ),
        *find_fields_not_shown(brief, description.shows, places),
        *check_entries(brief, combine_limits(description.limits, settings.limits.get(brief.template)), places),
    )


def language_of(brief: Brief) -> str:
    """Give the brief's language without its region, by which labels are found: ``en``."""
    return brief.language.split("-")[0].lower()


def _check_language(brief: Brief, labels: Labels | None, places: Places) -> Iterator[Diagnostic]:
    if labels is None:
        message = f"briefmaker has no labels in the language `{brief.language}`"
        known = languages_with_labels()
        hint = f"choose {list_words(known, len(known))}, with or without a region"
        yield places.finding(Code.FIELD_LANGUAGE, "language", message, hint)


def _tell_house_language(brief: Brief, settings: Settings, places: Places) -> Iterator[Diagnostic]:
    """Tell of a language that the house does not issue in, or else of one in which it lacks one of its fixed texts."""
    told = Severity.WARNING
    if not is_issued(brief.language, settings.languages):
        message = f"the house issues in {list_words(settings.languages)}, and this brief is in `{brief.language}`"
        hint = "change the language, or add it to `languages` in briefmaker.yaml"
        yield places.finding(Code.SETTINGS_LANGUAGE, "language", message, hint, severity=told)
    for name, texts in settings.boilerplate:
        if texts and find_text(texts, brief.language) is None:
            message = f"the house's text `{name}` is not printed: briefmaker.yaml has none in `{brief.language}`"
            hint = f"add it under `boilerplate`, `{name}`"
            yield places.finding(Code.SETTINGS_LANGUAGE, "language", message, hint, severity=told)


def _tell_editions(brief: Brief, places: Places) -> Iterator[Diagnostic]:
    for statement in list_statements(brief):
        editions = statement.mark.editions
        if editions:
            message = (
                f"this portion is meant for {list_words(editions)} only, and the whole brief shows it to every reader"
            )
            hint = "give the whole brief to nobody who may not see it"
            where = f"{statement.said_at}.editions"
            yield places.finding(Code.EDITION_UNKNOWN, where, message, hint, severity=Severity.WARNING)


def tell_unknown_lists(path: str, named: Sequence[str], settings: Settings, places: Places) -> Iterator[Diagnostic]:
    """Tell of distribution lists that the workspace does not define.

    An error, since whoever is on the list that was meant would never get the document, and nobody would notice.
    """
    known = settings.distribution_lists
    for index, name in enumerate(named):
        if name not in known:
            message = f"there is no distribution list `{shorten(name)}`"
            others = f"choose {list_words(known)}, or define it" if known else "define it under `distribution_lists`"
            hint = did_you_mean(name, known, f"{others} in briefmaker.yaml")
            yield places.finding(Code.LIST_UNKNOWN, f"{path}[{index}]", message, hint)
