"""What a reviewer types beside the body, in notes, boxes, heads, feet and replies, is taken over or told, and never dropped."""

from pathlib import Path

import pytest
from lxml import etree
from tests.review.returned import Desk, open_desk_with
from tests.review.word_edits import WordEdit

from briefmaker.jobs.reviewing.pull import PullOutcome
from briefmaker.writing.word.wordml import W

_MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Give a brief and its document."""
    return open_desk_with(tmp_path)


def _texts(outcome: PullOutcome) -> str:
    return " | ".join(left.text for left in outcome.leftovers)


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
@pytest.mark.parametrize("is_tracked", [False, True])
def test_a_note_is_listed(desk: Desk, kind: str, is_tracked: bool) -> None:
    """With its text, whether it was tracked or not."""
    edit = desk.edit()
    run = edit.runs("agenda[0].objective")[-1]
    run.addnext(etree.fromstring(f'<w:r {_MAIN}><w:{kind}Reference w:id="2"/></w:r>'))
    said = "<w:r><w:t>A note that somebody typed.</w:t></w:r>"
    said = f'<w:ins w:id="7" w:author="Ann" w:date="2025-10-20T09:00:00Z">{said}</w:ins>' if is_tracked else said
    part = f'<w:{kind}s {_MAIN}><w:{kind} w:id="2"><w:p>{said}</w:p></w:{kind}></w:{kind}s>'
    _add_part(edit, f"{kind}s", part)
    outcome = desk.pull(edit)
    assert "A note that somebody typed." in _texts(outcome)
    assert outcome.after == outcome.before


def _add_part(edit: WordEdit, name: str, content: str) -> None:
    types, rels = edit.parts["[Content_Types].xml"].decode(), edit.parts["word/_rels/document.xml.rels"].decode()
    kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
    relation = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}"
    override = f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/></Types>'
    edit.parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    link = f'<Relationship Id="rIdN" Type="{relation}" Target="{name}.xml"/></Relationships>'
    edit.parts["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", link).encode()
    edit.parts[f"word/{name}.xml"] = content.encode()


def test_a_text_box_is_listed(desk: Desk) -> None:
    """Behind the paragraph that it hangs on."""
    edit = desk.edit()
    box = (
        f'<w:r {_MAIN}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>Typed in a box.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    edit.runs("agenda[0].objective")[-1].addnext(etree.fromstring(box))
    outcome = desk.pull(edit)
    assert "Typed in a box." in _texts(outcome)
    assert outcome.after == outcome.before


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_what_is_typed_into_a_head_or_foot_is_listed(desk: Desk, kind: str) -> None:
    """A new line as well as words beside what is printed there."""
    edit = desk.edit()
    name = next(each for each in sorted(edit.parts) if each.startswith(f"word/{kind}"))
    root = etree.fromstring(edit.parts[name])
    root.append(etree.fromstring(f"<w:p {_MAIN}><w:r><w:t>A line of its own.</w:t></w:r></w:p>"))
    last = [each for each in root.iter(f"{W}t") if (each.text or "").strip()]
    if last:
        last[-1].text = f"{last[-1].text} and more"
    edit.parts[name] = etree.tostring(root)
    outcome = desk.pull(edit)
    told = _texts(outcome) + outcome.after.decode()
    assert "A line of its own." in told
    assert not last or "and more" in told


def test_a_title_changed_in_the_head_alone_is_taken_over(desk: Desk) -> None:
    """The head shows the title too: what one place says and the other does not is pulled, or told."""
    edit = desk.edit()
    for name in [each for each in edit.parts if each.startswith("word/header")]:
        edit.parts[name] = edit.parts[name].replace(b"Grain talks in Ankara", b"Grain talks in Izmir")
    outcome = desk.pull(edit)
    assert "Izmir" in outcome.after.decode() + _texts(outcome)


def test_a_reply_to_a_comment_is_one_more_comment(desk: Desk) -> None:
    """Beside the field that the first is about, also where the reply has no range of its own, as in some programs."""
    edit = desk.edit()
    edit.comment("agenda[0].objective", "Which date?", "Ann")
    comments = etree.fromstring(edit.parts["word/comments.xml"])
    first = comments.find(f"{W}comment")
    w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    first.find(f"{W}p").set(f"{{{w14}}}paraId", "0A")
    reply = etree.fromstring(
        f'<w:comment {_MAIN} w:id="77" w:author="Bob"><w:p xmlns:w14="{w14}" w14:paraId="0B">'
        "<w:r><w:t>The ninth.</w:t></w:r></w:p></w:comment>"
    )
    comments.append(reply)
    edit.parts["word/comments.xml"] = etree.tostring(comments)
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
    part = (
        f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="0A"/>'
        '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/></w15:commentsEx>'
    )
    _add_part(edit, "commentsExtended", part)
    outcome = desk.pull(edit)
    assert [(each.path, each.author) for each in outcome.remarks] == [
        ("agenda[0].objective", "Ann"),
        ("agenda[0].objective", "Bob"),
    ]
    assert "# Bob: The ninth." in outcome.after.decode()
