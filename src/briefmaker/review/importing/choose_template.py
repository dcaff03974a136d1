"""Which template fits a document best: the one that has a field for most of what its headings say."""

from collections.abc import Iterable, Mapping

from briefmaker.model.fields import is_shown
from briefmaker.review.importing import agenda
from briefmaker.review.importing.sections import Section

_KIND = 4
"""How many fields it weighs that a document calls itself by the name of a kind."""
_PLAIN = "information"
_FIELDS = {
    "lines_to_take": ("agenda.lines_to_take", "key_points"),
    "if_raised": ("agenda.if_raised",),
    "avoid": ("agenda.avoid",),
    "biography": ("participants.biography",),
    "scene_setter": ("summary", "background"),
    "when": ("meeting.start",),
    "participants": ("participants.name",),
    "agenda": ("agenda.topic",),
    "decision": ("decision.ask",),
    "decision_by": ("decision.by",),
    **{name: (f"meeting.{name}",) for name in ("purpose", "place", "kind", "press", "interpreter", "logistics")},
    **{name: (f"meeting.{name}",) for name in ("last_met", "programme")},
}
# The order in which templates are tried: of those that fit equally well, the first.
_ORDER = ("meeting", "information", "submission", "scene-setter", "summary", "speaking-points")


def choose_template(sections: Iterable[Section], templates: Mapping[str, tuple[str, ...]], kind: str) -> str:
    """Give the name of the template; ``templates`` are the fields that each shows, ``kind`` what the document calls itself."""
    wanted = [wish for section in sections for wish in _list_wishes(section)]
    names = sorted(templates, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name))
    scores = {name: _score(wanted, templates[name]) + _KIND * (name == kind) for name in names}
    best = max(names, key=lambda name: scores[name])
    return _PLAIN if not scores[best] and _PLAIN in templates else best


def _score(wanted: list[tuple[str, ...]], shows: tuple[str, ...]) -> int:
    return sum(any(is_shown(field, shows) for field in fields) for fields in wanted)


def _list_wishes(section: Section) -> list[tuple[str, ...]]:
    """Give the fields that would hold what a section and those below it say."""
    wishes = [_FIELDS.get(section.concept, (section.concept,))] if section.known else []
    if section.known is None and agenda.is_agenda_item(section):
        return [("agenda.topic",), *wishes]
    return wishes + [wish for child in section.children for wish in _list_wishes(child)]
