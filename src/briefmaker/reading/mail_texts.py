"""A text of a message with ``{{ title }}`` in it: what may stand there, and what it says of one document.

The rules are those of texts that a row fills in: values and a few filters only, so that a text costs about as much as it is long.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from jinja2 import Template, TemplateSyntaxError, UndefinedError, nodes

from briefmaker.model.mail_words import MAIL_WORDS
from briefmaker.reading.row_texts import (
    ALLOWED_NODES,
    FILTERS,
    MARKDOWN,
    TOO_DEEP,
    TOO_DEEP_HINT,
    WORDS,
    find_marker,
    is_too_deep,
    iterate_nodes,
)
from briefmaker.reading.suggest import did_you_mean, list_words

_HINT = "a text may hold {{ title }} and the like with filters such as upper, default or replace, and {% if %}"
_WITH_PARTS = (nodes.Getattr, nodes.Getitem)


class MailTextError(Exception):
    """A text cannot be read or worked out; ``offset`` is where in the text, ``length`` for how long."""

    def __init__(self, message: str, hint: str, offset: int = 0, length: int = 1) -> None:
        super().__init__(message)
        self.hint = hint
        self.offset = offset
        self.length = length


@dataclass(frozen=True)
class MailText:
    """A subject or a body; in a body, ``is_markdown``, what is filled in is put in as letters, whatever signs it holds."""

    source: str
    is_markdown: bool = False

    def check(self) -> None:
        """Make sure that it can be filled in. Raises MailTextError for the first thing that may not stand there."""
        self._template  # noqa: B018 - refuses what may not stand there

    def fill(self, words: Mapping[str, str]) -> str:
        """Give the text with the words of a message, each under its name in MAIL_WORDS; one that is not given is empty.

        Raises MailTextError when the text may not stand there, or cannot be worked out.
        """
        try:
            return self._template.render({name: words.get(name, "") for name in MAIL_WORDS})
        except (TypeError, ValueError, ArithmeticError, UndefinedError) as odd:
            raise MailTextError(f"this cannot be worked out: {odd}", "look at its filters") from odd

    @cached_property
    def _template(self) -> Template:
        environment = MARKDOWN if self.is_markdown else WORDS
        try:
            tree = environment.parse(self.source)
        except TemplateSyntaxError as broken:
            place = find_marker(self.source, broken.lineno)
            # What jinja2 was looking for, it tells in further sentences, for those who write templates.
            told = (broken.message or "").split(". ")[0].rstrip(".")
            raise MailTextError(f"this cannot be read: {told[:1].lower()}{told[1:]}", _HINT, *place) from broken
        except RecursionError as deep:
            raise MailTextError(TOO_DEEP, TOO_DEEP_HINT) from deep
        if is_too_deep(tree):
            raise MailTextError(TOO_DEEP, TOO_DEEP_HINT)
        for node in iterate_nodes(tree):
            self._refuse(node)
        return environment.from_string(tree)

    def _refuse(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.Name) and node.name not in MAIL_WORDS:
            hint = did_you_mean(node.name, MAIL_WORDS, f"there are {list_words(MAIL_WORDS, len(MAIL_WORDS))}")
            raise MailTextError(f"there is no `{node.name}` here", hint, *self._find_word(node.name, node.lineno))
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            hint = did_you_mean(node.name, sorted(FILTERS), f"there are {list_words(sorted(FILTERS), len(FILTERS))}")
            raise MailTextError(
                f"there is no filter `{node.name}` here", hint, *self._find_word(node.name, node.lineno)
            )
        if isinstance(node, _WITH_PARTS) or not isinstance(node, ALLOWED_NODES):
            what = "part of a value" if isinstance(node, _WITH_PARTS) else type(node).__name__.lower()
            raise MailTextError(
                f"a text of a message may hold no {what}", _HINT, *find_marker(self.source, node.lineno)
            )

    def _find_word(self, word: str, line: int) -> tuple[int, int]:
        """Give where a word stands within a marker, on a line or after it."""
        start = sum(len(each) + 1 for each in self.source.split("\n")[: line - 1])
        for marker in re.finditer(r"\{[{%].*?(?:[}%]\}|$)", self.source[start:], re.DOTALL):
            found = re.search(rf"(?<![\w.'\"]){re.escape(word)}\b", marker.group())
            if found:
                return start + marker.start() + found.start(), len(word)
        return find_marker(self.source, line)
