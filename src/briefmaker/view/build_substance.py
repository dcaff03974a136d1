"""The substance of a view outside the agenda: judgements, decision, next steps, short entries, free sections."""

import itertools
from collections.abc import Iterator

from briefmaker.model import Annex, Implication, Item, NextStep, Section
from briefmaker.model.substance import Decision, DecisionOption
from briefmaker.view.frame import Frame
from briefmaker.view.shape import (
    DecisionView,
    ImplicationView,
    ItemView,
    NextStepView,
    OptionView,
    SectionView,
    ThemeView,
)
from briefmaker.view.shown_text import Text


def build_implications(frame: Frame) -> tuple[ImplicationView, ...]:
    """Give the judgements in the brief's order."""
    if not frame.make.has_shown_part("implications"):
        return ()
    return tuple(_build_implication(frame, index, each) for index, each in enumerate(frame.brief.implications))


def _build_implication(frame: Frame, index: int, implication: Implication) -> ImplicationView:
    path, make = f"implications[{index}]", frame.make
    return ImplicationView(
        statement=make.require_short(f"{path}.statement", implication.statement),
        likelihood=frame.likelihood(f"{path}.likelihood", implication.likelihood),
        so_what=make.short(f"{path}.so_what", implication.so_what),
        confidence=_build_confidence(frame, path, implication),
        basis=make.short(f"{path}.basis", implication.basis),
        concerns=make.short(f"{path}.concerns", implication.concerns),
        horizon=make.short(f"{path}.horizon", implication.horizon),
    )


def _build_confidence(frame: Frame, path: str, judgement: Implication | Item) -> Text | None:
    if judgement.confidence is None:
        return None
    return frame.make.words(f"{path}.confidence", frame.label(f"confidence_{judgement.confidence}"))


def build_themes(frame: Frame) -> tuple[ThemeView, ...]:
    """Give the short entries by theme, themes in the order in which they first appear; entries without one come last."""
    if not frame.make.has_shown_part("items"):
        return ()
    groups: dict[str, list[tuple[int, Item]]] = {}
    for index, item in enumerate(frame.brief.items):
        groups.setdefault(_theme_of(frame, item), []).append((index, item))
    numbers = itertools.count(1)
    return tuple(_build_theme(frame, group, numbers) for _, group in sorted(groups.items(), key=_has_no_theme))


def _theme_of(frame: Frame, item: Item) -> str:
    """Give what an entry is grouped by; nothing where the template does not show themes."""
    return " ".join((item.theme or "").split()) if frame.make.is_shown("items.theme") else ""


def _has_no_theme(named: tuple[str, object]) -> bool:
    return not named[0]


def _build_theme(frame: Frame, group: list[tuple[int, Item]], numbers: Iterator[int]) -> ThemeView:
    index, first = group[0]
    return ThemeView(
        theme=frame.make.short(f"items[{index}].theme", first.theme),
        items=tuple(_build_item(frame, index, item, next(numbers)) for index, item in group),
    )


def _build_item(frame: Frame, index: int, item: Item, number: int) -> ItemView:
    path, make = f"items[{index}]", frame.make
    return ItemView(
        number=number,
        title=make.require_short(f"{path}.title", item.title),
        text=make.rich(f"{path}.text", item.text),
        judgement=make.short(f"{path}.judgement", item.judgement),
        likelihood=frame.likelihood(f"{path}.likelihood", item.likelihood),
        so_what=make.short(f"{path}.so_what", item.so_what),
        confidence=_build_confidence(frame, path, item),
        basis=make.short(f"{path}.basis", item.basis),
    )


def build_decision(frame: Frame) -> DecisionView | None:
    """Give what is asked of the reader, or None."""
    decision = frame.brief.decision
    if decision is None or not frame.make.has_shown_part("decision"):
        return None
    return DecisionView(
        ask=frame.make.require_short("decision.ask", decision.ask),
        options=_build_options(frame, decision),
        by=frame.make.words("decision.by", frame.calendar.day(decision.by) if decision.by else None),
        because=frame.make.short("decision.because", decision.because),
    )


def _build_options(frame: Frame, decision: Decision) -> tuple[OptionView, ...]:
    return tuple(_build_option(frame, index, option) for index, option in enumerate(decision.options))


def _build_option(frame: Frame, index: int, option: DecisionOption) -> OptionView:
    path = f"decision.options[{index}]"
    return OptionView(
        name=frame.make.require_short(f"{path}.name", option.name),
        text=frame.make.rich(f"{path}.text", option.text),
        is_recommended=option.recommended,
    )


def build_next_steps(frame: Frame) -> tuple[NextStepView, ...]:
    """Give the next steps in the brief's order."""
    if not frame.make.has_shown_part("next_steps"):
        return ()
    return tuple(_build_next_step(frame, index, step) for index, step in enumerate(frame.brief.next_steps))


def _build_next_step(frame: Frame, index: int, step: NextStep) -> NextStepView:
    path, make = f"next_steps[{index}]", frame.make
    return NextStepView(
        action=make.require_short(f"{path}.action", step.action),
        owner=make.short(f"{path}.owner", step.owner),
        due=make.words(f"{path}.due", frame.calendar.short_day(step.due) if step.due else None),
    )


def build_sections(frame: Frame) -> tuple[SectionView, ...]:
    """Give the free sections in order."""
    if not frame.make.has_shown_part("sections"):
        return ()
    named = enumerate(frame.brief.sections)
    return tuple(_build_section(frame, f"sections[{index}]", "heading", each.heading, each) for index, each in named)


def build_annexes(frame: Frame) -> tuple[SectionView, ...]:
    """Give the annexes in order."""
    if not frame.make.has_shown_part("annexes"):
        return ()
    named = enumerate(frame.brief.annexes)
    return tuple(_build_section(frame, f"annexes[{index}]", "title", each.title, each) for index, each in named)


def _build_section(frame: Frame, path: str, field: str, heading: str, section: Section | Annex) -> SectionView:
    return SectionView(
        heading=frame.make.require_short(f"{path}.{field}", heading),
        text=frame.make.rich(f"{path}.text", section.text) or Text(f"{path}.text", ()),
    )
