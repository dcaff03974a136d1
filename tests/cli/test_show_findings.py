"""A finding shows its place, whatever stands in the line."""

import click
import pytest

from briefmaker.cli.show_findings import describe_finding, draw_excerpt, make_printable
from briefmaker.diagnostics import Code, Diagnostic, Severity, Span


def _finding(excerpt: str, span: Span, **more: str) -> Diagnostic:
    return Diagnostic(Code.FIELD_UNKNOWN, "there is no field `lins`", "briefs/x.yaml", span, excerpt=excerpt, **more)


def test_a_finding_is_a_line_a_caret_and_a_hint() -> None:
    """In the form that editors and people know from compilers."""
    finding = _finding("    lins: [a]", Span.at(12, 5, 4), hint="did you mean `lines`?")
    assert click.unstyle(describe_finding(finding)).splitlines() == [
        "briefs/x.yaml:12:5: FLD001 there is no field `lins`",
        "        lins: [a]",
        "        ^^^^",
        "    hint: did you mean `lines`?",
    ]


def test_a_warning_says_so() -> None:
    """Without colours the severity can still be read."""
    finding = Diagnostic(Code.TEMPLATE_NOT_SHOWN, "not shown", "x.yaml", severity=Severity.WARNING)
    assert click.unstyle(describe_finding(finding)) == "x.yaml:1:1: TPL002 warning: not shown"


def test_a_long_line_is_cut_around_the_place() -> None:
    """The caret stands under the same words as in the file."""
    line = "a" * 300 + " WRONG " + "b" * 300
    text, caret = draw_excerpt(_finding(line, Span.at(1, 302, 5)))
    assert len(text) <= 102
    assert text.startswith("…")
    assert text.endswith("…")
    assert text[caret.index("^") : caret.rindex("^") + 1] == "WRONG"


def test_a_span_over_lines_is_marked_to_the_end_of_the_first() -> None:
    """And one past the end of a line still gets a caret."""
    assert draw_excerpt(_finding("key: |  ", Span(1, 6, 4, 3)))[1] == "     ^"
    assert draw_excerpt(_finding("key:", Span.at(1, 9)))[1] == "    ^"


def test_wide_and_combining_letters_keep_the_caret_in_place() -> None:
    """Chinese letters take two columns, a combining accent none."""
    assert draw_excerpt(_finding("標題: x", Span.at(1, 5)))[1] == "      ^"
    assert draw_excerpt(_finding("e\u0301: x", Span.at(1, 5)))[1] == "   ^"


@pytest.mark.parametrize("sign", ["\x1b", "\x07", "\x9b", "\u202e", "\u2028", "\x7f", "\ud800"])
def test_no_sign_can_steer_the_terminal(sign: str) -> None:
    """Control and direction characters are shown as one sign each, so that columns stay."""
    assert make_printable(f"a{sign}b") == "a\ufffdb"


def test_a_file_name_and_a_message_cannot_steer_it_either() -> None:
    """All that is printed is neutralised."""
    finding = Diagnostic(Code.FIELD_UNKNOWN, "a\x1b[2Jb", "x\x1b]0;y.yaml", hint="\x1b[31m")
    assert "\x1b" not in click.unstyle(describe_finding(finding))
