"""The substance of a view outside the agenda: judgements, decision, next steps, short entries, free sections."""

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
    Text,
)


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


def build_items(frame: Frame) -> tuple[ItemView, ...]:
    """Give the short entries in the brief's order."""
    if not frame.make.has_shown_part("items"):
        return ()
    return tuple(_build_item(frame, index, item) for index, item in enumerate(frame.brief.items))


def _build_item(frame: Frame, index: int, item: Item) -> ItemView:
    path, make = f"items[{index}]", frame.make
    return ItemView(
        title=make.require_short(f"{path}.title", item.title),
        theme=make.short(f"{path}.theme", item.theme),
        text=make.rich(f"{path}.text", item.text),
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
