"""Documents that another program took all anchors from: what nobody changed is where it was, and an edit is in its field."""

import shutil
from pathlib import Path

import pytest
from tests.review.running import EXAMPLES, make_sheet
from tests.review.word_edits import WordEdit

from briefmaker.jobs.read import find_desk
from briefmaker.jobs.reviewing.pull import PullOutcome, PullWishes, pull_documents
from briefmaker.review.lost_anchors import part_as_sent
from briefmaker.review.paragraphs import Layout
from briefmaker.review.versions import ReadParagraph, Span
from briefmaker.writing.word.wordml import W


def pull_without_anchors(example: Path, folder: Path, edits: dict[str, tuple[str, str]]) -> PullOutcome:
    """Make the document of an example, edit fields in it, take all anchors out, and pull it."""
    file = Path(shutil.copytree(example.parent, folder / "briefs")) / example.name
    sheet, _ = make_sheet(file.read_bytes(), file, find_desk(file)[1])
    edit = WordEdit(sheet.content)
    for path, (old, new) in edits.items():
        edit.replace(path, old, new)
    for each in list(edit.root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        each.getparent().remove(each)
    document = folder / "came-back.docx"
    document.write_bytes(edit.save())
    return pull_documents([document], file, PullWishes())


@pytest.mark.parametrize("name", ["haiti-2025-10-16", "union-africaine-2025-05-20", "nato-us-2025-10-22"])
def test_what_nobody_changed_stays(name: str, tmp_path: Path) -> None:
    """Also where a comma or a bracket that parts two fields stands in one of them, too."""
    example = next(each for each in EXAMPLES if each.stem == name)
    outcome = pull_without_anchors(example, tmp_path, {})
    assert outcome.changes == ()
    assert outcome.after == outcome.before


def test_an_edit_beside_such_a_sign_is_in_its_field(tmp_path: Path) -> None:
    """The paragraph is compared with what was sent: the words that were not touched say where the fields end."""
    example = next(each for each in EXAMPLES if each.stem == "union-africaine-2025-05-20")
    edits = {"participants[0].title": ("extérieures", "étrangères"), "participants[0].role": ("coprésident", "hôte")}
    outcome = pull_without_anchors(example, tmp_path, edits)
    assert {change.path: change.after for change in outcome.changes} == {
        "participants[0].title": "Ministre des Relations étrangères d’Angola, président du Conseil exécutif",
        "participants[0].role": "hôte",
    }


def say(*parts: tuple[int, str]) -> ReadParagraph:
    """Give a paragraph of words in anchors; 0 for what is printed."""
    spans = tuple(Span(text, anchor=anchor) for anchor, text in parts)
    return ReadParagraph(spans, Layout("body"))


def part(text: str, sent: ReadParagraph) -> list[tuple[int, str]] | None:
    """Part a text as a paragraph that was sent with the anchors 1 and 2."""
    parts = part_as_sent((Span(text),), sent, (1, 2))
    return parts and [(anchor, "".join(span.text for span in spans)) for anchor, spans in parts]


def test_printed_words_have_to_be_there() -> None:
    """Where they are changed, or something stands before or behind them, nothing is guessed."""
    sent = say((0, "("), (1, "one, two"), (0, ", "), (2, "three"), (0, ")"))
    assert part("(one, two, three)", sent) == [(1, "one, two"), (2, "three")]
    assert part("(one, 2, three)", sent) == [(1, "one, 2"), (2, "three")]
    assert part("one, two, three", sent) is None
    assert part("and (one, two, three)", sent) is None
    assert part("(one, two, three) and more", sent) is None


def test_fields_with_nothing_between_are_parted_where_both_are_as_they_were() -> None:
    """Beside an edit it is not known whose the new words are."""
    sent = say((1, "one. "), (2, "two."))
    assert part("one. two three.", sent) == [(1, "one. "), (2, "two three.")]
    assert part("one. new two.", sent) is None
