"""The tags of Word templates, however Word has cut them up."""

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from tests.writing.word.desk import HEAD, open_brief
from tests.writing.word.soundness import anchored_texts, open_parts

from briefmaker.diagnostics import BriefmakerError
from briefmaker.writing.template import Template
from briefmaker.writing.word import write_word


def write_with(folder: Path, old: str, new: str) -> bytes:
    """Write a short brief with the shipped template in which one piece of the body was changed."""
    brief = folder / "brief.yaml"
    brief.write_text(HEAD + "bottom_line: Ask for a date.\nobjectives: [A date is named.]\n")
    reading, view, template, _ = open_brief(brief)
    return write_word(view, change_template(folder, template, old, new), fingerprint=reading.fingerprint)


def change_template(folder: Path, template: Template, old: str, new: str) -> Template:
    """Give a template that is the shipped one but for one piece of its body."""
    parts = open_parts(template.read("word.docx"))
    body = parts["word/document.xml"].decode()
    assert old in body
    parts["word/document.xml"] = body.replace(old, new, 1).encode()
    own = folder / "own"
    own.mkdir()
    with zipfile.ZipFile(own / "word.docx", "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return Template("own", (own,))


def test_a_tag_that_word_has_cut_into_runs_is_found(tmp_path: Path) -> None:
    """Spelling marks and edits cut text into runs anywhere; a tag is joined again before it is read."""
    cut = '{{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>r view.ti</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>tle }}'
    content = write_with(tmp_path, "{{r view.title }}", cut)
    assert "Grain talks" in [text for _, text in anchored_texts(content)]


def test_typographic_quotes_in_a_tag_are_plain_ones(tmp_path: Path) -> None:
    """Word turns quotes into typographic ones as staff type."""
    content = write_with(tmp_path, "{{r view.title }}", "{{r [view.title]|joined(“ – ”) }}")
    assert "Grain talks" in [text for _, text in anchored_texts(content)]


def test_the_style_of_a_place_is_the_style_of_its_text(tmp_path: Path) -> None:
    """Staff choose in Word how a field looks: all its paragraphs take the style of the tag's own."""
    content = write_with(tmp_path, '<w:pStyle w:val="BottomLine"/>', '<w:pStyle w:val="Quiet"/><w:jc w:val="right"/>')
    body = open_parts(content)["word/document.xml"].decode()
    place = body.index("Ask for a date")
    properties = body[body.rindex("<w:pPr>", 0, place) : place]
    assert 'w:val="Quiet"' in properties
    assert 'w:jc w:val="right"' in properties


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("{{r view.titel }}", "there is no `titel` in a View, in `{{r view.titel }}`"),
        ("{{r view.title", "paragraph 3: a tag is opened and not closed"),
        ("{{r nothere.deeper }}", "there is no `nothere`, in `{{r nothere.deeper }}`"),
        ("{{p view.titel }}", "there is no `titel` in a View"),
        ("{{r view.title|shout }}", "there is no filter `shout`, in `{{r view.title|shout }}`"),
        ("{% if view.title %}{{r view.title }}", "endif"),
        ("{{p view.title }} and more", "nothing may follow"),
    ],
)
def test_a_mistake_in_a_template_names_file_paragraph_and_tag(tmp_path: Path, new: str, said: str) -> None:
    """Staff who change a template are told where it broke, in one sentence and without a traceback."""
    with pytest.raises(BriefmakerError) as raised:
        write_with(tmp_path, "{{r view.title }}", new)
    assert "own/word.docx" in raised.value.message
    assert said in raised.value.message
    assert raised.value.hint


def test_a_template_cannot_run_code(tmp_path: Path) -> None:
    """A tag reaches only what it is handed."""
    for tag in ("{{r view.__class__.__mro__ }}", "{{r ''.__class__.__base__.__subclasses__() }}"):
        folder = tmp_path / str(len(tag))
        folder.mkdir()
        with pytest.raises(BriefmakerError):
            write_with(folder, "{{r view.title }}", tag)


def test_a_file_that_is_no_word_document_is_told(tmp_path: Path) -> None:
    """A template folder with something else under the name is a sentence, not a traceback."""
    brief = tmp_path / "brief.yaml"
    brief.write_text(HEAD)
    reading, view, _, _ = open_brief(brief)
    for number, content in enumerate((b"no package", io.BytesIO().getvalue(), b"PK\x03\x04 cut off")):
        own = tmp_path / str(number)
        own.mkdir()
        (own / "word.docx").write_bytes(content)
        with pytest.raises(BriefmakerError, match="not a Word document"):
            write_word(view, Template("own", (own,)), fingerprint=reading.fingerprint)


def test_a_long_text_in_an_inline_tag_loses_no_word(tmp_path: Path) -> None:
    """Staff may set a text of several paragraphs within a line: all of it stands there, as on the page."""
    brief = tmp_path / "brief.yaml"
    brief.write_text(
        HEAD + "bottom_line: |\n  First.\n\n  - second\n  - third\n\n  | a | b |\n  |---|---|\n  | c | d |\n"
    )
    reading, view, template, _ = open_brief(brief)
    own = change_template(tmp_path, template, "{{r view.title }}", "{{r view.bottom_line }}")
    texts = [text for _, text in anchored_texts(write_word(view, own, fingerprint=reading.fingerprint))]
    assert "First. second third a b c d" in texts


def test_documents_made_at_the_same_time_do_not_mix(tmp_path: Path) -> None:
    """Two threads fill in one template: each document is what it is when it is made alone."""
    works = []
    for name in ("one", "two"):
        brief = tmp_path / f"{name}.yaml"
        lines = "".join(f"  - See [{name} {number}](https://{name}.example/{number}).\n" for number in range(300))
        brief.write_text(f"{HEAD}objectives:\n{lines}")
        reading, view, template, _ = open_brief(brief)
        works.append(partial(write_word, view, template, fingerprint=reading.fingerprint))
    alone = [work() for work in works]
    with ThreadPoolExecutor(2) as threads:
        together = [each.result() for each in [threads.submit(work) for work in works * 4]]
    assert together == alone * 4
