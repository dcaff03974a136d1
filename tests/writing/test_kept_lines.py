"""Tests of lines that are drawn as they were set."""

import pytest

from briefmaker.writing.import_weasyprint import import_weasyprint

WORDS = (
    "Words that go on over more than one line, with an AV of kerned letters, figures 1,234 and a soft hy\u00adphen. "
)
PAGE = f"""<html lang="en"><title>Lines</title><body><p>{WORDS * 3}</p><p class="even">{WORDS * 3}</p><pre>{WORDS}
kept   as  it stands
	after a tab</pre><p class="first">{WORDS}</p><p class="cut">{WORDS}</p><p class="clamp">{WORDS * 9}</p>
<p class="wide">{WORDS}<u>under <s>through</s></u></p><p lang="de" class="divided">Donaudampfschifffahrtsgesellschaft {WORDS}</p>
<p lang="ar" dir="rtl">نص قصير في سطر واحد {WORDS}</p><table><thead><tr><th>Head {WORDS}</thead><tbody>
{"<tr><td>Cell" * 60}</tbody></table></body></html>"""
SHEET = """
@page { size: 90mm 120mm; margin: 9mm; @top-left { content: "Running " counter(page) } }
.even { text-align: justify } .first::first-line { font-size: 16pt } .first::first-letter { font-size: 20pt }
.cut { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.clamp { max-lines: 2; block-ellipsis: auto; continue: discard }
.wide { letter-spacing: .1em; word-spacing: 2pt; overflow-wrap: anywhere } .divided { hyphens: auto; width: 25mm }
"""


def _set_page() -> bytes:
    weasyprint = import_weasyprint()
    styles = [weasyprint.CSS(string=SHEET)]
    content = weasyprint.HTML(string=PAGE).write_pdf(stylesheets=styles, uncompressed_pdf=True, pdf_variant="pdf/ua-1")
    assert isinstance(content, bytes)
    return content


def test_lines_are_drawn_as_weasyprint_itself_sets_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proves that a page of lines of every kind is the same byte for byte: divided, cut, even, mixed, repeated and shaped."""
    kept = _set_page()
    from weasyprint.text.line_break import Layout

    from briefmaker.writing import kept_lines

    with monkeypatch.context() as patch:
        for name in ("set_text", "deactivate", "reactivate"):
            patch.setattr(Layout, name, getattr(kept_lines, f"_{name}"))
        assert _set_page() == kept
    monkeypatch.setattr(kept_lines, "_reactivate", lambda *_: None)
    with pytest.raises(AttributeError):
        _set_page()


def test_most_lines_are_set_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proves that lines are kept at all: WeasyPrint sets few of them a second time, and holds none once they are drawn."""
    weasyprint = import_weasyprint()
    from weasyprint.text.line_break import Layout

    from briefmaker.writing import kept_lines

    again: list[str] = []
    given_up: list[str] = []

    def set_again(layout: Layout, style: object) -> None:
        again.append(layout.text)
        reactivate(layout, style)

    def give_up(layout: Layout) -> None:
        given_up.append(layout.text)
        deactivate(layout)

    reactivate, deactivate = kept_lines._reactivate, kept_lines._deactivate
    monkeypatch.setattr(kept_lines, "_reactivate", set_again)
    monkeypatch.setattr(kept_lines, "_deactivate", give_up)
    document = weasyprint.HTML(string="".join(f"<p>Line {number}</p>" for number in range(30))).render()
    assert given_up == []
    document.write_pdf()
    assert again == []
    assert sorted(given_up) == sorted(f"Line {number}" for number in range(30))
