"""The text of a view: what a field of the brief says, and which field it is."""

from dataclasses import dataclass

from briefmaker.model.rich_text import Blocks


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the brief; ``path`` is its field, such as ``agenda[0].background``; ``portion`` its mark, such as ``(NR)``.

    ``marks_items`` says that the entries of its lists bear the mark as its paragraphs do.

    The path is empty where a text is a name in the brief and not the value of a field: an acronym of the glossary.
    """

    path: str
    blocks: Blocks
    portion: str = ""
    marks_items: bool = False


Texts = tuple[Text, ...]
