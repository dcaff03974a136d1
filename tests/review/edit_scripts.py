"""Random edits of reviewers, and what the brief has to say afterwards: by seed, so that each can be made again."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from tests.review.word_edits import WordEdit

from briefmaker.diagnostics import Places
from briefmaker.jobs.reviewing.pull import PullOutcome
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
        self.taken: set[str] = set()

    def write(self, count: int, kinds: "Kinds") -> bytes:
        """Make so many edits of these kinds and give the document."""
        for _ in range(200):
            if len(self.edits) == count:
                break
            kind = self.random.choice(list(kinds))
            edit = kinds[kind](self, self.random.choice(AUTHORS))
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
                container not in self.taken
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
        self.taken.add(around[0] if around and kind_of(path) is Kind.LINE else path)

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
            if name not in self.taken and len(paths) >= least and alone and len(set(texts)) == len(texts):
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


def find_lines_elsewhere(edits: list[Edit], outcome: PullOutcome, places: Places) -> list[str]:
    """Give the lines of the file that changed although no edit was about them: not a byte may."""
    allowed: set[int] = set()
    for edit in edits:
        span = places.value(edit.target.removesuffix("[]"))
        allowed |= set(range(span.line - 1, span.end_line + 1))
    before, after = (content.decode().splitlines(keepends=True) for content in (outcome.before, outcome.after))
    changed = [
        code for code in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if code[0] != "equal"
    ]
    return [before[line] for _, first, last, _, _ in changed for line in range(first, last) if line not in allowed]


Kinds = dict[str, Callable[[Script, str], Edit | None]]
