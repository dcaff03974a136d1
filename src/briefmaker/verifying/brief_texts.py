"""Checks that a document says what the texts of its brief say: one for each part of a brief that a reader looks for."""

from collections.abc import Iterator

from briefmaker.verifying.check import Deviation, Needs, Subject, check, view_of
from briefmaker.verifying.expected import Passage, iterate_parts, words_of
from briefmaker.verifying.looking import find_missing, tell_missing
from briefmaker.view.shape import LikelihoodView


@check(Needs.BRIEF)
def paragraphs(subject: Subject) -> Iterator[Deviation]:
    """Every paragraph of the longer texts stands in the document, word for word."""
    yield from find_missing(subject, "paragraphs")


@check(Needs.BRIEF)
def objectives(subject: Subject) -> Iterator[Deviation]:
    """Every objective and key point stands in the document."""
    yield from find_missing(subject, "objectives")


@check(Needs.BRIEF)
def decision(subject: Subject) -> Iterator[Deviation]:
    """What is asked, the options, the critical date and its reason stand in the document."""
    yield from find_missing(subject, "decision")


@check(Needs.BRIEF)
def lines_to_take(subject: Subject) -> Iterator[Deviation]:
    """Every line to take, question with its answer, warning and objective of an item stands in the document."""
    yield from find_missing(subject, "lines-to-take")


@check(Needs.BRIEF)
def meeting(subject: Subject) -> Iterator[Deviation]:
    """Day and hours (theirs and ours), place, frame and programme of the meeting stand in the document."""
    view = view_of(subject)
    ours = [Passage("meeting.start", view.meeting.when_ours)] if view.meeting else []
    yield from find_missing(subject, "meeting", ours)


@check(Needs.BRIEF)
def participants(subject: Subject) -> Iterator[Deviation]:
    """Every participant is named, under the right side, with office, role and what they want."""
    sides = [Passage("participants.side", side.label) for side in view_of(subject).sides]
    yield from find_missing(subject, "participants", sides)


@check(Needs.BRIEF)
def addressees(subject: Subject) -> Iterator[Deviation]:
    """To whom the brief goes, through whom, who wrote it and who can be asked stand in the document."""
    yield from find_missing(subject, "addressees")


@check(Needs.BRIEF)
def judgements(subject: Subject) -> Iterator[Deviation]:
    """Every judgement and short entry stands in the document, with confidence, basis and what follows."""
    yield from find_missing(subject, "judgements")


@check(Needs.BRIEF)
def likelihoods(subject: Subject) -> Iterator[Deviation]:
    """Every term of likelihood stands in the document with its range beside it."""
    for each in iterate_parts(view_of(subject), LikelihoodView):
        words = f"{words_of(each.term)} {each.range}"
        if subject.words.count(words) == 0:
            yield tell_missing(words, subject.document.outline.blocks, each.term.path)


@check(Needs.BRIEF)
def next_steps(subject: Subject) -> Iterator[Deviation]:
    """Every next step stands in the document, with owner and day."""
    yield from find_missing(subject, "next-steps")


@check(Needs.BRIEF)
def clearances(subject: Subject) -> Iterator[Deviation]:
    """Every clearance stands in the document with its state, and the head says how many are open."""
    summary = view_of(subject).clearance_summary
    yield from find_missing(subject, "clearances", [Passage("clearances", summary)])


@check(Needs.BRIEF)
def glossary(subject: Subject) -> Iterator[Deviation]:
    """Every acronym of the glossary stands in the document with its meaning."""
    terms = (
        Passage("glossary", f"{words_of(each.term)} {words_of(each.meaning)}") for each in view_of(subject).glossary
    )
    yield from find_missing(subject, "glossary", terms)


@check(Needs.BRIEF)
def notes(subject: Subject) -> Iterator[Deviation]:
    """What stands under tables and at the end is there: scale of likelihood, days of access, drafting, translation."""
    view = view_of(subject)
    extra = [Passage("sources.accessed", view.all_accessed), Passage("likelihood_scale", view.scale_name)]
    yield from find_missing(subject, "notes", extra)


CHECKS = (
    paragraphs,
    objectives,
    decision,
    lines_to_take,
    meeting,
    participants,
    addressees,
    judgements,
    likelihoods,
    next_steps,
    clearances,
    glossary,
    notes,
)
