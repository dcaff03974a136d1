"""Compares a returned document with a pristine one: what each field said, what it says now, by whom and when."""

from collections.abc import Iterator

from briefmaker.model.rich_text import Blocks
from briefmaker.model.text import TextKind
from briefmaker.review.changes import Change, Leftover, Review, What
from briefmaker.review.comparison import Comparison, Key
from briefmaker.review.entries import EntryChanges
from briefmaker.review.kinds import Kind, kind_of
from briefmaker.review.manual_looks import find_manual_looks
from briefmaker.review.markdown import write_markdown
from briefmaker.review.marks import read_mark
from briefmaker.review.package import ReturnedDocument
from briefmaker.review.remainders import Remainders
from briefmaker.review.showing import Showing
from briefmaker.review.versions import Accepts, accept_all
from briefmaker.view.blanks import NO_BREAK


def pull_document(
    returned: ReturnedDocument, pristine: ReturnedDocument, showing: Showing, accepts: Accepts = accept_all
) -> Review:
    """Give what came back with a document; ``pristine`` is what the brief is made into now.

    ``accepts`` tells which revisions count; those that do not are read as if they were rejected.
    """
    comparison = Comparison(returned, pristine, showing, accepts)
    entries, remainders = EntryChanges(comparison), Remainders(comparison)
    found = [*entries.removals(), *_TextChanges(comparison, entries).edits(), *entries.additions(), *entries.moves()]
    return Review(
        returned.name,
        tuple(each for each in found if isinstance(each, Change)),
        (
            *(each for each in found if isinstance(each, Leftover)),
            *remainders.leftovers(),
            *find_manual_looks(comparison),
        ),
        tuple(remainders.remarks()),
        (*returned.findings, *remainders.look_at_anchors()),
        frozenset(each.author for paragraph in comparison.text.paragraphs for each in paragraph.iterate_revisions()),
    )


class _TextChanges:
    """Finds the fields whose texts were changed."""

    def __init__(self, comparison: Comparison, entries: EntryChanges) -> None:
        self._comparison = comparison
        self._entries = entries

    def edits(self) -> Iterator[Change | Leftover]:
        """Give the fields that say something else, and what was changed where no field can hold it."""
        keys = [key for key in self._comparison.base.contents.texts if not self._entries.is_removed(key[0])]
        told: dict[str, Blocks] = {}
        for key in keys:
            if self._comparison.is_alike(key) and not self._comparison.is_stale(key[0]):
                continue
            base, now = (self._comparison.blocks(each, key) for each in (self._comparison.base, self._comparison.now))
            yield from self._look_at_marks(key)
            if base == now and not (self._comparison.is_stale(key[0]) and self._comparison.is_touched(key[0], now)):
                continue
            path = key[0]
            if path in told and told[path] == now:
                continue
            if path in told:
                yield self._leave(now, key, "the field was changed in two places, and not in the same way")
                continue
            told[path] = now
            is_said = now == self._comparison.showing.blocks(path)
            if self._comparison.is_same or not is_said:
                yield self._edit(key, base, now)

    def _edit(self, key: Key, base: Blocks, now: Blocks) -> Change | Leftover:
        path = key[0]
        if kind_of(path) is Kind.WORKED_OUT:
            return self._leave(now, key, "what is shown here is worked out from the brief, or looked up")
        if not now and any(other[0] == path and other != key for other in self._comparison.now.contents.texts):
            return self._leave(base, key, "it was taken away here, and still stands elsewhere")
        kind = kind_of(path).text
        shown = self._comparison.showing.blocks(path)
        return Change(
            What.EDITED if now else What.EMPTIED,
            path,
            self._comparison.returned.name,
            write_markdown(base, kind, self._comparison.showing.citing),
            write_markdown(now, kind, self._comparison.showing.citing),
            self._comparison.hands_of(key),
            self._comparison.blocks(self._comparison.rejected, key) == base,
            blocks=now,
            is_exact=base == shown,
            is_stale=self._comparison.is_stale(path),
        )

    def _leave(self, blocks: Blocks, key: Key, why: str) -> Leftover:
        text = write_markdown(blocks, TextKind.RICH, self._comparison.showing.citing)
        return Leftover(
            text.replace(NO_BREAK, " "), key[0], why, self._comparison.returned.name, self._comparison.hands_of(key)
        )

    def _look_at_marks(self, key: Key) -> Iterator[Leftover]:
        """Tell of portion marks that were changed, and of paragraphs that came from a text with another one."""
        comparison = self._comparison
        before = comparison.mark(comparison.base, key)
        paragraphs = comparison.now.contents.texts.get(key, ())
        marks = dict.fromkeys(mark for each in paragraphs if (mark := read_mark([each])) and mark != before)
        for mark in marks:
            why = f"the portion mark of this text was {before or 'none'}: markings are set in the brief"
            yield Leftover(mark, key[0], why, comparison.returned.name, comparison.hands_of(key))
