"""Puts what has changed since an earlier version into a view: the box on page one, and what has become of each short entry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from briefmaker.model import Brief
from briefmaker.model.fields import is_shown
from briefmaker.model.house_style import DateStyle
from briefmaker.model.markings import MarkingScheme
from briefmaker.model.rich_text import Inlines, Paragraph, Run
from briefmaker.model.template_description import TemplateDescription
from briefmaker.reading.reading import DataTable
from briefmaker.view.blanks import NO_BREAK, keep_together
from briefmaker.view.build_view import locale_of
from briefmaker.view.calendar import Calendar
from briefmaker.view.change_sentences import is_of_judgement, rank_changes, write_changes
from briefmaker.view.change_shape import Change, ChangeKind
from briefmaker.view.changes import compare_briefs
from briefmaker.view.edition_brief import NO_DATE
from briefmaker.view.item_changes import ItemChange, write_item_changes
from briefmaker.view.labels import load_labels, write_label
from briefmaker.view.quoted_portions import QuotedPortions
from briefmaker.view.shape import ChangesView, ItemView, ThemeView, View
from briefmaker.view.shown_text import Text

MOST_LINES, MOST_LINES_OF_A_PAGE = 6, 3
"""Sentences in the box; fewer of them where the whole document is to fit on one page."""
_LONGEST, _LONGEST_OF_A_PAGE = 70, 40
"""Characters that are quoted of a text: a sentence takes two lines or so."""
_SHORT_WORD = 10
_ENTRIES = ("items", "implications", "agenda", "participants")


@dataclass(frozen=True, slots=True)
class Versions:
    """An earlier version and the one that is viewed, as the same readers see both, each with the data of its figures.

    ``is_issue`` tells that the earlier one is an issue of its own, such as that of last week.
    """

    old: Brief
    new: Brief
    old_tables: Mapping[str, DataTable] = field(default_factory=dict)
    new_tables: Mapping[str, DataTable] = field(default_factory=dict)
    is_issue: bool = False


@dataclass(frozen=True, slots=True)
class MarkedChanges:
    """A view that tells its changes, and how many are left out, as what they quote is marked above what is viewed."""

    view: View
    left_out: int


def mark_changes(
    view: View,
    versions: Versions,
    scheme: MarkingScheme,
    description: TemplateDescription,
    style: DateStyle = DateStyle.LANGUAGE,
) -> MarkedChanges:
    """Give the view of the new version with what has changed since the old one, for a template that shows ``changes``."""
    found = compare_briefs(
        versions.old,
        versions.new,
        old_tables=versions.old_tables,
        new_tables=versions.new_tables,
        shows=description.shows,
    )
    portions = QuotedPortions(versions.old, versions.new, scheme)
    changes = [each for each in found if portions.may_be_quoted(each)]
    withheld = [each for each in found if each not in changes]
    writer = _BoxWriter(view, versions, portions, description, style)
    box = writer.write(changes, withheld)
    of_items = write_item_changes(changes, withheld, versions.new, writer.label, style)
    themes = tuple(_mark_theme(each, of_items, portions) for each in view.themes)
    return MarkedChanges(replace(view, changes=box, themes=themes), len(withheld))


def _mark_theme(theme: ThemeView, changes: Mapping[int, ItemChange], portions: QuotedPortions) -> ThemeView:
    return replace(theme, items=tuple(_mark_item(each, changes, portions) for each in theme.items))


def _mark_item(item: ItemView, changes: Mapping[int, ItemChange], portions: QuotedPortions) -> ItemView:
    change = changes.get(int(item.title.path.removeprefix("items[").partition("]")[0]))
    if change is None:
        return item
    text = _text((Run(change.words),), portions.mark(*change.quoted))
    return replace(item, change=text, has_changed=change.has_changed)


def _text(inlines: Inlines, portion: str = "") -> Text:
    """Give a text that is no field of the brief."""
    return Text("", (Paragraph(inlines),), portion)


def _bind_end(inlines: Inlines) -> Inlines:
    """Give a sentence whose last word is short with that bound to the one before, lest it stands on a line of its own."""
    bound, length = list(inlines), 0
    for index in range(len(bound) - 1, -1, -1):
        run = bound[index]
        if not isinstance(run, Run) or length > _SHORT_WORD:
            break
        head, blank, word = run.text.rpartition(" ")
        length += len(word)
        if blank and length <= _SHORT_WORD:
            bound[index] = replace(run, text=f"{head}{NO_BREAK}{word}")
        if blank:
            break
    return tuple(bound)


@dataclass(frozen=True, slots=True)
class _BoxWriter:
    view: View
    versions: Versions
    portions: QuotedPortions
    description: TemplateDescription
    style: DateStyle

    def label(self, key: str, **values: object) -> str:
        brief = self.versions.new
        return write_label(load_labels(brief.language) or load_labels("en") or {}, key, locale_of(brief), **values)

    def write(self, changes: Sequence[Change], withheld: Sequence[Change]) -> ChangesView | None:
        """Give the box; None where nothing may be told of it."""
        why = self.view.changes.why if self.view.changes else None
        told = rank_changes([each for each in changes if self._is_told(each)])
        opening = self._tell_judgements(changes, withheld, told)
        most = MOST_LINES_OF_A_PAGE if self._is_one_page else MOST_LINES
        lines = (*opening, *self._write_lines(told, most - len(opening)))
        if not lines and not why:
            return None
        return ChangesView(_text((Run(self._name_former()),)), lines, why)

    @property
    def _is_one_page(self) -> bool:
        return self.description.limits.pages == 1

    def _is_told(self, change: Change) -> bool:
        """Tell whether a change is one for the box: of another issue only what lasts from one to the next is compared."""
        if change.kind is ChangeKind.DATED:
            return False
        if not self.versions.is_issue:
            return True
        is_entry = change.field in _ENTRIES and change.kind in (ChangeKind.ADDED, ChangeKind.DROPPED)
        # A new entry of a weekly brief says so where it stands, and in the list of what is in it.
        is_new_item = change.field == "items" and change.kind is ChangeKind.ADDED
        return is_of_judgement(change) or change.kind is ChangeKind.POSITION or (is_entry and not is_new_item)

    def _tell_judgements(
        self, changes: Sequence[Change], withheld: Sequence[Change], told: Sequence[Change]
    ) -> tuple[Text, ...]:
        """Say that nothing has changed, or no judgement has, where there were judgements to be changed (ICD 203, standard 7)."""
        if withheld or any(map(is_of_judgement, changes)):
            return ()
        has_judgements = all(map(self._has_judgements, (self.versions.old, self.versions.new)))
        key = "no_judgement_changed" if has_judgements else "" if told else "nothing_changed"
        return (_text((Run(self.label(key)),)),) if key else ()

    def _has_judgements(self, brief: Brief) -> bool:
        shows = self.description.shows
        judged = [each.judgement for each in brief.items] if is_shown("items.judgement", shows) else []
        return bool(any(judged) or (brief.implications and is_shown("implications.statement", shows)))

    def _write_lines(self, told: Sequence[Change], most: int) -> tuple[Text, ...]:
        shown = told if len(told) <= most else told[: most - 1]
        longest = _LONGEST_OF_A_PAGE if self._is_one_page else _LONGEST
        write = partial(write_changes, brief=self.versions.new, style=self.style, longest=longest)
        lines = [self._join(write((each,))[0].inlines, self.portions.mark(each)) for each in shown]
        if len(shown) < len(told):
            lines.append(_text((Run(self.label("change_more", n=len(told) - len(shown))),)))
        return tuple(lines)

    def _join(self, inlines: Inlines, portion: str) -> Text:
        kept = keep_together((Paragraph(_bind_end(inlines)),), locale_of(self.versions.new))
        return Text("", kept, portion)

    def _name_former(self) -> str:
        """Give since when: the earlier version or issue with its day, as far as these readers may see either."""
        old, view = self.versions.old, self.view
        calendar = Calendar(locale_of(self.versions.new), style=self.style)
        is_dated = bool(view.date.blocks) and old.date.isoformat() != NO_DATE
        date = calendar.partial_day(old.date.isoformat()).replace(" ", NO_BREAK) if is_dated else ""
        values: dict[str, object] = {"date": date}
        if not self.versions.is_issue and view.version.blocks:
            key, values["n"] = "since_version", old.version
        elif self.versions.is_issue and old.reference and view.reference is not None:
            key, values["reference"] = "since_issue", old.reference
        else:
            return self.label("since_day", date=date) if date else self.label("since_last_time")
        return self.label(f"{key}_of" if date else key, **values)
