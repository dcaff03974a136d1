"""What is told of the texts of messages in the settings, and where."""

from briefmaker.diagnostics import Code
from briefmaker.reading import read_settings
from briefmaker.reading.check_mail_texts import check_mail_texts


def tell(lines: str) -> list[tuple[Code | str, int, int, str]]:
    """Give code, line, column and sentence of what is found in settings."""
    reading = read_settings(lines.encode(), "briefmaker.yaml")
    return [(each.code, each.span.line, each.span.column, each.message) for each in check_mail_texts(reading)]


GOOD = """\
mail:
  texts:
    en:
      subject: "{{ title }} ({{ reference }})"
      body: |
        Dear {{ recipient }},

        please find **{{ title }}** enclosed{% if place %}, for {{ place }}{% endif %}.
    fr: {subject: }
"""


def test_good_texts_are_not_told_of() -> None:
    """Nor is one that is left empty."""
    assert tell(GOOD) == []


def test_each_wrong_word_is_told_where_it_stands_in_its_text() -> None:
    """In quotes and in a block, and more than one text at once."""
    lines = GOOD.replace("{{ reference }}", "{{ number }}").replace("for {{ place }}", "for {{ venue }}")
    assert tell(lines) == [
        (Code.SETTINGS_MAIL_TEXT, 4, 33, "there is no `number` here"),
        (Code.SETTINGS_MAIL_TEXT, 8, 68, "there is no `venue` here"),
    ]


def test_a_body_cannot_cite_and_has_only_what_markdown_here_has() -> None:
    """As other fixed texts."""
    told = tell(GOOD.replace("Dear", "# Dear").replace("enclosed", "enclosed [@hague]"))
    assert [each[:2] for each in told] == [(Code.TEXT_UNSUPPORTED, 6), (Code.SETTINGS_MAIL_TEXT, 8)]
