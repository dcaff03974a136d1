"""A Word document becomes a draft: front, sections, fields, notes, pictures, and what stands beside the text, nothing lost."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefmaker.review.importing.account import find_missing
from briefmaker.review.importing.blocks import Aside, AsideKind, Picture, WordDocument
from briefmaker.review.importing.choose_template import choose_template
from briefmaker.review.importing.draft import Draft, Told
from briefmaker.review.importing.entries import add_notes
from briefmaker.review.importing.field_words import Sureness
from briefmaker.review.importing.front import (
    Front,
    put_front,
    put_marking,
    read_front,
    take_labelled_markings,
    take_title,
)
from briefmaker.review.importing.head import write_words
from briefmaker.review.importing.marking import Schemes
from briefmaker.review.importing.placing import place_all
from briefmaker.review.importing.rich_blocks import tidy
from briefmaker.review.importing.sections import Section, split_sections
from briefmaker.review.importing.write_draft import describe, write_draft
from briefmaker.review.markdown import write_short
from briefmaker.view.labels import languages_with_labels

_REGIONS = {"en": "en-GB"}
_ASIDE_WORDS = {
    AsideKind.COMMENT: "Comment",
    AsideKind.DELETED: "Struck out in the document",
    AsideKind.HIDDEN: "Hidden in the document",
    AsideKind.HEADER: "At the head of its pages",
    AsideKind.FOOTER: "At the foot of its pages",
    AsideKind.CONTENTS: "In its table of contents",
}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a draft is to be made with: ``templates`` are the fields that each shows; a template that is told is taken."""

    templates: Mapping[str, tuple[str, ...]]
    template: str = ""
    language: str = ""
    """That of the house, where the document names none."""
    day: str = ""
    """The day of issue, where the document names none."""
    name: str = "brief"
    schemes: Schemes = ()


@dataclass
class DraftMade:
    """A draft that can be written; ``pictures`` are files by their names, as the draft calls them."""

    draft: Draft
    opening: list[str]
    closing: list[str]
    pictures: dict[str, bytes] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    moved: list[str] = field(default_factory=list)
    """What left its field since no brief could hold it there: sentences."""

    @property
    def told(self) -> list[Told]:
        """How sure each field is."""
        return self.draft.told

    def write(self) -> str:
        """Give the file of the draft."""
        return write_draft(self.draft, self.opening, self.closing)


def make_draft(document: WordDocument, wishes: Wishes) -> DraftMade:
    """Give the draft of a document that somebody wrote in their own way."""
    front = read_front(document, wishes.schemes)
    sections = split_sections(front.blocks)
    take_labelled_markings(front, sections, wishes.schemes)
    template = wishes.template or choose_template(sections, wishes.templates, front.kind)
    draft = Draft(wishes.templates[template])
    title = None if front.title or _has_title(sections) else take_title(sections)
    draft.data |= {
        "format": "1",
        "template": template,
        "language": choose_language(sections, document, wishes.language),
    }
    place_all(draft, sections)
    put_marking(draft, front, wishes.schemes)
    put_front(draft, front)
    add_notes(draft, dict(document.notes))
    _put_title(draft, title, document, _kind(front), wishes)
    if not draft.has("date"):
        draft.put(("date",), wishes.day, Sureness.GUESS, "", "the document names no day of its own; this is today")
    if not wishes.template:
        why = f"it has a field for most of what the document says{f'; it calls itself “{_kind(front)}”' * bool(front.kind)}"
        draft.tell(("template",), Sureness.LIKELY, "", why)
    return finish_draft(draft, document, wishes.name, front.beside)


def _kind(front: Front) -> str:
    return front.beside[0] if front.beside else front.kind


def _has_title(sections: list[Section]) -> bool:
    return any(each.concept == "title" for each in sections) or any(_has_title(each.children) for each in sections)


def _put_title(draft: Draft, title: Section | None, document: WordDocument, kind: str, wishes: Wishes) -> None:
    if title is not None and not draft.has("title"):
        sure = Sureness.LIKELY if title.level else Sureness.GUESS
        draft.put(("title",), write_short(tidy(title.heading)), sure, title.label, title.why)
    elif not draft.has("title"):
        words = document.title or kind or wishes.name
        why = "what the document calls itself" if kind else "the name of the file"
        why = "the title in the document's properties" if document.title else why
        draft.put(("title",), write_words(words), Sureness.GUESS, "", why)


def choose_language(sections: list[Section], document: WordDocument, usual: str) -> str:
    """Give the language in which most headings are known; the document's own region where it names that language."""
    votes = Counter(_iterate_languages(sections))
    stated = document.language.partition("-")[0].lower()
    best = max(votes, key=lambda name: (votes[name], name == stated), default=stated)
    if best == stated and stated in languages_with_labels():
        return _REGIONS.get(document.language, document.language)
    if best in languages_with_labels():
        return usual if usual.partition("-")[0].lower() == best else _REGIONS.get(best, best)
    return usual or "en-GB"


def _iterate_languages(sections: list[Section]) -> Iterator[str]:
    for section in sections:
        if section.known is not None:
            yield section.known.language
        yield from _iterate_languages(section.children)


def finish_draft(draft: Draft, document: WordDocument, name: str, beside: list[str]) -> DraftMade:
    """Give the draft with pictures as files, what stands beside the text as comments, and every word in its place or there."""
    pictures = _name_pictures(document, draft.data, name)
    draft.data = _with_file_names(draft.data, {part: file for part, (file, _) in pictures.items()})
    closing = [_describe_aside(each) for each in document.asides]
    closing += [_describe_picture(file, picture, draft) for file, picture in pictures.values()]
    beside = [text for text in (*beside, *draft.beside) if text.strip()]
    if beside:
        closing += ["In the document, and in no field: " + "; ".join(f"“{text}”" for text in beside)]
    comments = [*closing, *map(describe, draft.told)]
    missing = find_missing(document, draft.data, comments)
    closing += [f"LOOK, this found no place: {text}" for text in missing]
    opening = ["Made of a Word document. Comments say where each field came from; look where they say LOOK or likely."]
    files = {file: picture.content for file, picture in pictures.values()}
    return DraftMade(draft, opening, closing, files, document.unread)


def _describe_aside(aside: Aside) -> str:
    whose = ", ".join(filter(None, (aside.author, aside.date)))
    on = f", on “{aside.on}”" if aside.on else ""
    return f"{_ASIDE_WORDS[aside.kind]}{f' ({whose})' * bool(whose)}{on}: {aside.text}"


def _describe_picture(file: str, picture: Picture, draft: Draft) -> str:
    used = any(each.get("portrait") == file for each in draft.data.get("participants", []))
    words = f", described as “{picture.alt}”" if picture.alt else ""
    return f"{'Portrait' if used else 'LOOK, a picture of the document that no field shows'}: {file}{words}"


def _name_pictures(document: WordDocument, data: dict[str, Any], name: str) -> dict[str, tuple[str, Picture]]:
    """Give a file name beside the brief to each picture: a portrait is named after whom it shows."""
    whose = {each["portrait"]: each["name"] for each in data.get("participants", []) if "portrait" in each}
    named = {}
    for number, (part, picture) in enumerate(document.pictures.items(), start=1):
        kind = "portrait" if part in whose else "picture"
        named[part] = (f"images/{name}-{kind}-{number}{picture.ending}", picture)
    return named


def _with_file_names(data: dict[str, Any], files: Mapping[str, str]) -> dict[str, Any]:
    """Give the data with portraits as files; one whose format a brief cannot hold is left out."""
    people = []
    for person in data.get("participants", []):
        file = files.get(person.get("portrait", ""))
        others = {name: value for name, value in person.items() if name != "portrait"}
        people.append({**others, **({"portrait": file} if file else {})})
    return {**data, "participants": people} if people else data
