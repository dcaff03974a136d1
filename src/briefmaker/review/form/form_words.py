"""The words of a form in its language: labels, what belongs into each place, and how to add more."""

from typing import Any

from briefmaker.reading.shipped_yaml import load_shipped_yaml, names_of_shipped_yaml
from briefmaker.review.form.form_plan import Group, GroupKind
from briefmaker.view.labels import Labels, load_labels

_PACKAGE = "briefmaker.review"
_FOLDER = "form_words"
_USUAL = "en"
# Labels that briefmaker prints, under the names that a form's places have.
_PRINTED = {
    "place": "where", "kind": "format", "interpreter": "interpretation", "clearances": "clearance", "annexes": "annex",
    "prepared_by": "from", "decision.by": "decision_by", "statement": "we_judge", "judgement": "we_judge",
}  # fmt: skip


class FormWords:
    """The words of one language; where a place has no line in it, its label says enough."""

    def __init__(self, language: str) -> None:
        self.language = language
        code = language.partition("-")[0].lower()
        self._words = load_shipped_yaml(_PACKAGE, _FOLDER, code) or {}
        self._english = load_shipped_yaml(_PACKAGE, _FOLDER, _USUAL)
        self._printed: Labels = load_labels(language) or {}

    def say(self, name: str) -> Any:
        """Give a text of the form itself, such as ``place`` or ``intro``."""
        return self._words.get(name, self._english[name])

    def label(self, path: str) -> str:
        """Give the label of a place by its path, such as ``meeting.place``: the form's own, or the one that is printed."""
        leaf = path.rpartition(".")[2]
        own = self._words.get("labels", {})
        for name in (path, leaf):
            if name in own:
                return str(own[name])
        printed = self._printed.get(_PRINTED.get(path, _PRINTED.get(leaf, leaf)))
        return printed if isinstance(printed, str) else str(self._english["labels"].get(leaf, leaf))

    def hint(self, path: str) -> str:
        """Give the line that says what belongs into a place; nothing where the label says it all."""
        return str((self._words or self._english)["hints"].get(path, ""))


def write_note(words: FormWords, group: Group) -> str:
    """Give the line under the heading of a group: what belongs there, and how to add more."""
    more = {GroupKind.TABLE: "more_rows", GroupKind.BLOCKS: "more_blocks"}.get(group.kind)
    hint = words.hint(group.name) if group.name else ""
    return " ".join(filter(None, (hint, words.say(more) if more else "")))


def languages_with_forms() -> tuple[str, ...]:
    """Give the languages in which there are forms."""
    return names_of_shipped_yaml(_PACKAGE, _FOLDER)


def list_placeholders() -> tuple[str, ...]:
    """Give what stands in a place that nobody has filled in, in every language."""
    return tuple(str(FormWords(language).say("place")) for language in languages_with_forms())
