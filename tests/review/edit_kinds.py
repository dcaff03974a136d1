"""The kinds of edits that a random script makes; each gives what it wants, or None where nothing in the document allows it."""

from collections.abc import Callable

from tests.review.edit_scripts import PHRASES, SENTENCES, Edit, Script

from briefmaker.review.kinds import Kind
from briefmaker.writing.word.wordml import W


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


def _rewrite(script: Script, author: str) -> Edit | None:
    for path in script.fields(*_TEXTS):
        number = script.random.randrange(len(script.sent.anchors(path)))
        if script.open.runs(path, number):
            new = f"{script.random.choice(SENTENCES)} {script.random.choice(SENTENCES)}"
            script.open.rewrite(path, new, author, number)
            return _change(script, path, number, new, new, author)
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
    script.taken.add(container)
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


KINDS: dict[str, Callable[[Script, str], Edit | None]] = {
    "replace": _replace,
    "delete": _delete,
    "insert": _insert,
    "append": _append,
    "bold": _embolden,
    "rewrite": _rewrite,
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
