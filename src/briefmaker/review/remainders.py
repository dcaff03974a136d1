"""What came back and has no field of the brief to go into; comments, and anchors that are gone."""

from collections.abc import Iterator, Sequence

from briefmaker.diagnostics import Code, Diagnostic, Severity
from briefmaker.review.blueprint import group_spans, squeeze
from briefmaker.review.changes import Leftover, Remark
from briefmaker.review.comparison import Comparison
from briefmaker.review.read_paragraphs import PICTURE
from briefmaker.review.structure import FieldParagraph, build_blocks
from briefmaker.writing.word.anchors import DIGEST_OF_ALL, digest_words

_FEW = 0.5
"""Of the anchors that were sent, so many at least have to be there for nothing to be told."""


class Remainders:
    """Finds what is left of a returned document beside the texts of fields."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    def leftovers(self) -> Iterator[Leftover]:
        """Give words that no field was found for."""
        for each in self._comparison.now.contents.unplaced:
            sources = self._comparison.now.paragraphs[each.paragraph].sources if each.paragraph >= 0 else ()
            yield Leftover(
                squeeze(each.text).replace(PICTURE, "(a picture)"),
                each.near,
                each.why,
                self._comparison.returned.name,
                self._comparison.hands_in(sources, None),
            )
        yield from self._list_lost()
        yield from self._find_new_pictures()

    def _list_lost(self) -> Iterator[Leftover]:
        """Give what stands in the anchors of entries that the brief no longer has, where it is not what was sent."""
        anchors, lost = self._comparison.returned.anchors, dict.fromkeys(self._comparison.blueprint.lost)
        found: dict[tuple[str, int], list[tuple[int, FieldParagraph]]] = {}
        last = (-1, 0)  # an anchor, and the first of those of its field that stand together
        for number, paragraph in enumerate(self._comparison.now.paragraphs):
            for anchor, spans in group_spans(paragraph.spans, lost):
                if anchor:
                    path = anchors[-anchor].path
                    is_next = -anchor in (last[0], last[0] + 1) and (path, last[1]) in found
                    last = (-anchor, last[1] if is_next else -anchor)
                    found.setdefault((path, last[1]), []).append((number, FieldParagraph(spans, paragraph.layout)))
        for (path, first), paragraphs in found.items():
            blocks = build_blocks([each for _, each in paragraphs], self._comparison.showing.citing)
            then = anchors[first].digest[DIGEST_OF_ALL:]
            if digest_words(blocks) != then:
                yield self._leave_lost(path, paragraphs)

    def _leave_lost(self, path: str, paragraphs: Sequence[tuple[int, FieldParagraph]]) -> Leftover:
        said = squeeze(" ".join(span.text for _, each in paragraphs for span in each.spans))
        sources = [each for number, _ in paragraphs for each in self._comparison.now.paragraphs[number].sources]
        why = f"the brief no longer has `{path}`"
        return Leftover(said, path, why, self._comparison.returned.name, self._comparison.hands_in(sources))

    def _find_new_pictures(self) -> Iterator[Leftover]:
        """Tell of pictures among the words of fields, which no text of a brief can hold."""
        for (path, _), paragraphs in self._comparison.now.contents.texts.items():
            if any(PICTURE in span.text for each in paragraphs for span in each.spans):
                yield Leftover(
                    "(a picture)", path, "a text of a brief holds no pictures", self._comparison.returned.name
                )

    def look_at_anchors(self) -> Iterator[Diagnostic]:
        """Tell where so many anchors are gone that texts had to be found by their words."""
        known = self._comparison.sent_anchors
        there = {anchor for paragraph in self._comparison.untouched for anchor in paragraph.opened if anchor in known}
        sent = len(known)
        if sent and len(there) < sent * _FEW:
            message = f"{sent - len(there)} of {sent} anchors are gone: texts were found by their words, as far as they could be"
            hint = "look through what is shown before it is applied"
            yield Diagnostic(
                Code.REVIEW_ANCHORS_LOST, message, self._comparison.returned.name, hint=hint, severity=Severity.WARNING
            )

    def remarks(self) -> Iterator[Remark]:
        """Give the comments of the document, each with the field that it is about."""
        for comment in self._comparison.text.comments:
            if comment.text:
                path = self._path_of_comment(comment.id) or self._path_of_comment(comment.answers)
                yield Remark(
                    path,
                    comment.author,
                    comment.date,
                    comment.text,
                    squeeze(comment.about),
                    self._comparison.returned.name,
                )

    def _path_of_comment(self, id_: str) -> str:
        last = ""
        for paragraph in self._comparison.text.paragraphs:
            here = [
                words.anchor
                for words in paragraph.words
                if id_ in words.comments and words.anchor in self._comparison.paths
            ]
            known = [
                anchor
                for anchor in (*paragraph.opened, *(w.anchor for w in paragraph.words))
                if anchor in self._comparison.paths
            ]
            if here:
                return self._comparison.paths[here[0]]
            if id_ in paragraph.comments:
                return self._comparison.paths[known[0]] if known else last
            last = self._comparison.paths[known[-1]] if known else last
        return ""
