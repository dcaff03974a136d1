"""Descriptions of templates are read with the same care as briefs."""

from briefmaker.reading import read_template_description


def test_a_template_description_is_read() -> None:
    """Proves that names by language and the fields that are shown arrive."""
    content = b"name: {en: Meeting brief, fr: Note}\ndescription: For a meeting\nshows: [title, agenda.topic]\n"
    value = read_template_description(content, "template.yaml").value
    assert value is not None
    assert (value.name["fr"], value.shows) == ("Note", ("title", "agenda.topic"))
