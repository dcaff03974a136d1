"""Random edits of reviewers, and what the brief has to say afterwards: by seed, so that each can be made again."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree
from tests.review.word_edits import WordEdit

from briefmaker.jobs.pull import PullOutcome, pull
from briefmaker.review.blueprint import Blueprint, make_blueprint
from briefmaker.review.citing import Citing
from briefmaker.review.kinds import Kind, kind_of, list_of
from briefmaker.review.package import open_returned
from briefmaker.review.read_paragraphs import read_paragraphs
from briefmaker.review.versions import accept_all, read_version
from briefmaker.writing.word.wordml import W

AUTHORS = ("Ann Clearer", "Bob Drafter", "")
PHRASES = (
    "a wholly new phrase",
    "Überprüfung & Prüfung",
    "5 % (2025) *starred*",
    "snake_case_word",
    "see [note] below",
    "yes: no, # or maybe",
    "<angle> brackets",
    "“quoted” – and dashed…",
    "back\\slash",
)
SENTENCES = (
    "A sentence that was not there before.",
    "Allies agreed: it is done, at last.",
    "- It begins like an entry.",
    "1. It begins like a number.",
    "“What now?” he asked.",
)


@dataclass
class Edit:
    """One edit: what was done, where, and the texts that the field, or the list, has to have afterwards."""

    kind: str
    target: str
    wanted: list[str]
    said: str
    author: str
    is_bold: str = ""


@dataclass
class Sheet:
    """A document and what stands where in it: the texts of each field, in paragraphs."""

    content: bytes
    citing: Citing
    blueprint: Blueprint = field(init=False)

    def __post_init__(self) -> None:
        """Read it as it was sent."""
        document = open_returned("sent.docx", self.content)
        paths = {number: anchor.path for number, anchor in document.anchors.items()}
        self.blueprint = make_blueprint(read_version(read_paragraphs(document), accept_all), paths)

    def anchors(self, path: str) -> list[int]:
        """Give the anchors of a field, of its first occurrence only."""
        found = [each for each in self.blueprint.order if self.blueprint.paths[each] == path]
        return [each for each in found if self.blueprint.occurrences[each] == 0]

    def texts(self, path: str) -> list[str]:
        """Give the paragraphs of a field."""
        return [self.text(anchor) for anchor in self.anchors(path)]

    def text(self, anchor: int) -> str:
        """Give the words of one anchor, without its portion mark."""
        paragraph = self.blueprint.paragraphs[self.blueprint.place[anchor][0].number]
        return "".join(each.text for each in paragraph.spans if each.anchor == anchor and not each.look.is_mark)

    def entries(self, container: str) -> list[str]:
        """Give the entries of a list of lines in the order of the document."""
        paths = dict.fromkeys(self.blueprint.paths[each] for each in self.blueprint.order)
        return [self.texts(path)[0] for path in paths if re.fullmatch(re.escape(container) + r"\[[0-9]+\]", path)]

    def stands_alone(self, anchor: int) -> bool:
        """Tell whether an anchor has its paragraph for itself."""
        return len(self.blueprint.place[anchor][0].anchors) == 1


def cite(sheet: Sheet, text: str) -> str:
    """Give words by which two texts are compared: citations by what they cite, without any blanks."""
    done, written = 0, ""
    for start, end, citation in sheet.citing.find(text):
        written += text[done:start] + "".join(f"[@{each.id} {each.place}]" for each in citation.references)
        done = end
    return "".join((written + text[done:]).split())


class Script:
    """A few random edits of one document, each of a field or list of its own."""

    def __init__(self, seed: int, sent: Sheet) -> None:
        self.random = random.Random(seed)  # noqa: S311 - no secret
        self.sent = sent
        self.open = WordEdit(sent.content)
        self.edits: list[Edit] = []
        self._taken: set[str] = set()

    def write(self, count: int) -> bytes:
        """Make so many edits and give the document."""
        tries = 0
        while len(self.edits) < count and tries < 200:
            tries += 1
            kind = self.random.choice(list(_KINDS))
            edit = _KINDS[kind](self, self.random.choice(AUTHORS))
            if edit is not None:
                edit.kind = kind
                self.edits.append(edit)
        return self.open.save()

    # --- choosing ----------------------------------------------------------------------------------------------------

    def fields(self, *kinds: Kind) -> Iterator[str]:
        """Give fields of some kinds that stand in the body once, in random order, and were not edited yet."""
        paths = [path for path in dict.fromkeys(self.sent.blueprint.paths.values()) if kind_of(path) in kinds]
        self.random.shuffle(paths)
        for path in paths:
            around = list_of(path)
            container = around[0] if around and kind_of(path) is Kind.LINE else path
            if (
                container not in self._taken
                and len(self.open.starts(path)) == len(self.sent.anchors(path))
                and self._is_writable(path)
            ):
                yield path

    def _is_writable(self, path: str) -> bool:
        return not re.search(
            r"^(figures|sources|participants\[\d+\]\.(name|title|organisation)|agenda\[\d+\]\.lead)|\.lead$|^marking|theme$",
            path,
        )

    def take(self, path: str) -> None:
        """Keep a field, or its list, for one edit."""
        around = list_of(path)
        self._taken.add(around[0] if around and kind_of(path) is Kind.LINE else path)

    def words(self, path: str, number: int) -> list[str]:
        """Give words of a paragraph that stand in it once, and whole in one run."""
        text = self.sent.text(self.sent.anchors(path)[number])
        runs = ["".join(each.text or "" for each in run.iter(f"{W}t")) for run in self.open.runs(path, number)]
        found = [word for run in runs for word in re.findall(r"\w{4,}", run)]
        return [word for word in found if text.count(word) == 1]

    def result(self, path: str, texts: list[str], said: str, author: str) -> Edit:
        """Give the edit of a field: of an entry, all entries of its list are told."""
        self.take(path)
        around = list_of(path)
        if kind_of(path) is not Kind.LINE or around is None:
            return Edit("", path, texts, said, author)
        entries = self.sent.entries(around[0])
        place = entries.index(self.sent.texts(path)[0])
        return Edit("", f"{around[0]}[]", [*entries[:place], *texts, *entries[place + 1 :]], said, author)

    def lists(self, least: int) -> Iterator[tuple[str, list[str]]]:
        """Give lists of lines with so many entries at least, each entry in a paragraph of its own: their paths."""
        containers: dict[str, list[str]] = {}
        for path in dict.fromkeys(self.sent.blueprint.paths.values()):
            around = list_of(path)
            if around and kind_of(path) is Kind.LINE:
                containers.setdefault(around[0], []).append(path)
        names = list(containers)
        self.random.shuffle(names)
        for name in names:
            paths = containers[name]
            alone = all(self.sent.stands_alone(anchor) for path in paths for anchor in self.sent.anchors(path))
            texts = self.sent.entries(name)
            if name not in self._taken and len(paths) >= least and alone and len(set(texts)) == len(texts):
                yield name, paths

    def paragraphs(self, least: int) -> Iterator[str]:
        """Give longer texts with so many plain paragraphs at least."""
        for path in self.fields(Kind.RICH):
            layouts = [
                self.sent.blueprint.paragraphs[self.sent.blueprint.place[each][0].number].layout
                for each in self.sent.anchors(path)
            ]
            tables = self.sent.blueprint.tables
            if len(layouts) >= least and all(
                each.numbering is None and (each.cell is None or each.cell.table not in tables) for each in layouts
            ):
                yield path


def _pick(script: Script, *kinds: Kind) -> tuple[str, int, str] | None:
    for path in script.fields(*kinds):
        number = script.random.randrange(len(script.sent.anchors(path)))
        words = script.words(path, number)
        if words:
            return path, number, script.random.choice(words)
    return None


_TEXTS = (Kind.RICH, Kind.LINE, Kind.SHORT)


def _change(script: Script, path: str, number: int, text: str, said: str, author: str) -> Edit:
    texts = script.sent.texts(path)
    return script.result(path, [*texts[:number], text, *texts[number + 1 :]], said, author)


def _replace(script: Script, author: str) -> Edit | None:
    picked = _pick(script, *_TEXTS)
    if picked is None:
        return None
    path, number, word = picked
    new = script.random.choice(PHRASES)
    script.open.replace(path, word, new, author, number)
    return _change(script, path, number, script.sent.texts(path)[number].replace(word, new), new, author)


def _delete(script: Script, author: str) -> Edit | None:
    picked = _pick(script, *_TEXTS)
    if picked is None or len(script.sent.texts(picked[0])[picked[1]].split()) < 3:
        return None
    path, number, word = picked
    script.open.replace(path, word, "", author, number)
    return _change(script, path, number, script.sent.texts(path)[number].replace(word, ""), word, author)


def _insert(script: Script, author: str) -> Edit | None:
    picked = _pick(script, *_TEXTS)
    if picked is None:
        return None
    path, number, word = picked
    new = " " + script.random.choice((*PHRASES, *SENTENCES))
    script.open.insert(path, word, new, author, number)
    return _change(script, path, number, script.sent.texts(path)[number].replace(word, word + new), new, author)


def _append(script: Script, author: str) -> Edit | None:
    for path in script.fields(*_TEXTS):
        number = len(script.sent.anchors(path)) - 1
        anchor = script.sent.anchors(path)[number]
        sent, place = script.sent.blueprint.place[anchor]
        if place == len(sent.anchors) - 1 and not sent.fixed[-1].strip() and script.open.runs(path, number):
            new = " " + script.random.choice(SENTENCES)
            script.open.append_at_end(path, new, author, number)
            return _change(script, path, number, script.sent.texts(path)[number] + new, new, author)
    return None


def _embolden(script: Script, author: str) -> Edit | None:
    for path in script.fields(*_TEXTS):
        number = script.random.randrange(len(script.sent.anchors(path)))
        plain_runs = [each for each in script.open.runs(path, number) if each.find(f"{W}rPr/{W}b") is None]
        words = [w for w in script.words(path, number) if any(w in "".join(r.itertext()) for r in plain_runs)]
        if words and all(run.find(f"{W}rPr/{W}rStyle") is None for run in plain_runs):
            word = script.random.choice(words)
            script.open.embolden(path, word, author, number)
            edit = script.result(path, script.sent.texts(path), word, author)
            edit.is_bold = word
            return edit
    return None


def _split(script: Script, author: str) -> Edit | None:
    for path in script.paragraphs(1):
        number = script.random.randrange(len(script.sent.anchors(path)))
        words = script.words(path, number)[:-1]
        anchor = script.sent.anchors(path)[number]
        if words and script.sent.stands_alone(anchor):
            word = script.random.choice(words)
            text = script.sent.texts(path)[number]
            before, rest = text.split(word)
            if before.strip() and rest.strip():
                script.open.split(path, word, author, number)
                texts = script.sent.texts(path)
                wanted = [*texts[:number], before + word, rest, *texts[number + 1 :]]
                return script.result(path, wanted, word, author)
    return None


def _merge(script: Script, author: str) -> Edit | None:
    for path in script.paragraphs(2):
        number = script.random.randrange(len(script.sent.anchors(path)) - 1)
        if script.open.paragraph(path, number).getnext() is script.open.paragraph(path, number + 1):
            script.open.merge(path, author, number)
            texts = script.sent.texts(path)
            joined = texts[number] + texts[number + 1]
            return script.result(path, [*texts[:number], joined, *texts[number + 2 :]], joined, author)
    return None


def _add_paragraph(script: Script, author: str) -> Edit | None:
    for path in script.paragraphs(1):
        number = script.random.randrange(len(script.sent.anchors(path)))
        if script.sent.stands_alone(script.sent.anchors(path)[number]):
            new = script.random.choice(SENTENCES)
            script.open.add_paragraph(path, new, author, number)
            texts = script.sent.texts(path)
            return script.result(path, [*texts[: number + 1], new, *texts[number + 1 :]], new, author)
    return None


def _drop_paragraph(script: Script, author: str) -> Edit | None:
    for path in script.paragraphs(2):
        number = script.random.randrange(1, len(script.sent.anchors(path)))
        if script.sent.stands_alone(script.sent.anchors(path)[number]):
            script.open.delete_paragraph(path, author, number)
            texts = script.sent.texts(path)
            return script.result(path, [*texts[:number], *texts[number + 1 :]], texts[number], author)
    return None


def _list_edit(script: Script, container: str, wanted: list[str], said: str, author: str) -> Edit:
    script._taken.add(container)
    return Edit("", f"{container}[]", wanted, said, author)


def _add_entry(script: Script, author: str) -> Edit | None:
    for container, paths in script.lists(1):
        place = script.random.randrange(len(paths))
        new = script.random.choice((*SENTENCES[:2], *SENTENCES[4:], *PHRASES))
        script.open.add_paragraph(paths[place], new, author)
        texts = script.sent.entries(container)
        return _list_edit(script, container, [*texts[: place + 1], new, *texts[place + 1 :]], new, author)
    return None


def _drop_entry(script: Script, author: str) -> Edit | None:
    for container, paths in script.lists(2):
        place = script.random.randrange(len(paths))
        script.open.delete_paragraph(paths[place], author)
        texts = script.sent.entries(container)
        return _list_edit(script, container, [*texts[:place], *texts[place + 1 :]], texts[place], author)
    return None


def _move_entry(script: Script, author: str) -> Edit | None:
    for container, paths in script.lists(2):
        place, target = script.random.sample(range(len(paths)), 2)
        script.open.move(paths[place], paths[target], author)
        texts = script.sent.entries(container)
        rest = [*texts[:place], *texts[place + 1 :]]
        at = rest.index(texts[target]) + 1
        return _list_edit(script, container, [*rest[:at], texts[place], *rest[at:]], texts[place], author)
    return None


def _split_entry(script: Script, author: str) -> Edit | None:
    for container, paths in script.lists(1):
        place = script.random.randrange(len(paths))
        words = script.words(paths[place], 0)[:-1]
        text = script.sent.texts(paths[place])[0]
        fitting = [word for word in words if all(part.strip() for part in text.split(word))]
        if fitting:
            word = script.random.choice(fitting)
            script.open.split(paths[place], word, author)
            before, rest = text.split(word)
            texts = script.sent.entries(container)
            return _list_edit(
                script, container, [*texts[:place], before + word, rest, *texts[place + 1 :]], word, author
            )
    return None


def _merge_entries(script: Script, author: str) -> Edit | None:
    for container, paths in script.lists(2):
        place = script.random.randrange(len(paths) - 1)
        first, second = (script.open.paragraph(paths[place + each]) for each in range(2))
        anchor = script.sent.anchors(paths[place + 1])[0]
        fixed = script.sent.blueprint.place[anchor][0].fixed[0]
        if first.getnext() is second and not fixed.strip():
            script.open.merge(paths[place], author)
            texts = script.sent.entries(container)
            joined = texts[place] + texts[place + 1]
            return _list_edit(script, container, [*texts[:place], joined, *texts[place + 2 :]], joined, author)
    return None


_KINDS: dict[str, Callable[[Script, str], Edit | None]] = {
    "replace": _replace,
    "delete": _delete,
    "insert": _insert,
    "append": _append,
    "bold": _embolden,
    "split": _split,
    "merge": _merge,
    "add paragraph": _add_paragraph,
    "drop paragraph": _drop_paragraph,
    "add entry": _add_entry,
    "drop entry": _drop_entry,
    "move entry": _move_entry,
    "split entry": _split_entry,
    "merge entries": _merge_entries,
}


@dataclass
class Judgement:
    """What became of the edits of one script."""

    right: list[Edit] = field(default_factory=list)
    listed: list[Edit] = field(default_factory=list)
    lost: list[tuple[Edit, list[str]]] = field(default_factory=list)
    changed_elsewhere: list[str] = field(default_factory=list)


def judge(edits: list[Edit], sent: Sheet, rebuilt: Sheet, outcome: PullOutcome) -> Judgement:
    """Compare what the brief says after the pull with what each edit wanted, and all else with what it said before."""
    judgement = Judgement()
    for edit in edits:
        got = rebuilt.entries(edit.target[:-2]) if edit.target.endswith("[]") else rebuilt.texts(edit.target)
        wanted = [cite(sent, each) for each in edit.wanted if each.strip()]
        told = [cite(rebuilt, each) for each in got]
        is_bold = not edit.is_bold or _is_bold(rebuilt, edit)
        if wanted == told and is_bold:
            judgement.right.append(edit)
        elif any(_squeeze(edit.said) in _squeeze(left.text) for left in outcome.leftovers) or edit.target.removesuffix(
            "[]"
        ) in {left.near for left in outcome.leftovers}:
            judgement.listed.append(edit)
        else:
            judgement.lost.append((edit, told))
    targets = {edit.target.removesuffix("[]") for edit in edits}
    for path in dict.fromkeys(sent.blueprint.paths.values()):
        around = list_of(path)
        is_target = path in targets or (around is not None and around[0] in targets)
        if not is_target and [cite(sent, each) for each in sent.texts(path)] != [
            cite(rebuilt, each) for each in rebuilt.texts(path)
        ]:
            judgement.changed_elsewhere.append(path)
    return judgement


def _squeeze(text: str) -> str:
    return "".join(re.sub(r"[\\*]", "", text).split())


def _is_bold(rebuilt: Sheet, edit: Edit) -> bool:
    spans = (span for paragraph in rebuilt.blueprint.paragraphs for span in paragraph.spans)
    return any(edit.is_bold in span.text and span.look.strong for span in spans)
