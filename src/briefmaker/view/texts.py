"""Makes the texts of a view: read from Markdown, cited, kept from breaking in the wrong place, and told where from."""

from babel import Locale

from briefmaker.model import Line, TextKind
from briefmaker.model.fields import field_of, has_shown_part, is_shown
from briefmaker.model.rich_text import Paragraph, Run
from briefmaker.reading.markdown import parse_markdown
from briefmaker.view.blanks import keep_together
from briefmaker.view.citations import Citations
from briefmaker.view.portion_marks import PortionMarks
from briefmaker.view.shown_text import Text, Texts


class TextMaker:
    """Makes every text of one view; a field that the template does not show gives None."""

    def __init__(self, locale: Locale, citations: Citations, marks: PortionMarks, shows: tuple[str, ...]) -> None:
        self._locale = locale
        self._citations = citations
        self._marks = marks
        self._shows = shows

    def is_shown(self, path: str) -> bool:
        """Tell whether the template shows the field at this path."""
        return is_shown(field_of(path), self._shows)

    def has_shown_part(self, field: str) -> bool:
        """Tell whether the template shows a field such as ``participants``, or anything that stands under it."""
        return is_shown(field, self._shows) or has_shown_part(field, self._shows)

    def words(self, path: str, value: str | None) -> Text | None:
        """Give a text of plain words, exactly as they are."""
        if value is None or not self.is_shown(path):
            return None
        return Text(path, (Paragraph((Run(value),)),), self.portion(path))

    def require_words(self, path: str, value: str) -> Text:
        """Give a text of plain words for a field without which its part has no sense; an empty one where it is not shown."""
        return self.words(path, value) or Text(path, ())

    def short(self, path: str, value: str | None) -> Text | None:
        """Give a text of one line."""
        return self._make(path, value, TextKind.SHORT)

    def require_short(self, path: str, value: str | None) -> Text:
        """Give a text of one line for a field without which its part has no sense; an empty one where it is not shown."""
        return self.short(path, value) or Text(path, ())

    def rich(self, path: str, value: str | None) -> Text | None:
        """Give a text of paragraphs, lists and tables."""
        return self._make(path, value, TextKind.RICH)

    def lines(self, path: str, lines: tuple[Line, ...]) -> Texts:
        """Give the texts of a list, one for each entry."""
        made = (self.short(f"{path}[{index}]", line.text) for index, line in enumerate(lines))
        return tuple(text for text in made if text is not None)

    def portion(self, path: str) -> str:
        """Give the mark that the text at this path bears, such as ``(NR)``; empty for one that bears none."""
        return self._marks.mark(path)

    def _make(self, path: str, value: str | None, kind: TextKind) -> Text | None:
        if value is None or not value.strip() or not self.is_shown(path):
            return None
        blocks = keep_together(self._citations.resolve(parse_markdown(value, kind)), self._locale)
        return Text(path, blocks, self.portion(path), kind is TextKind.RICH and self._marks.is_on_every_item)
