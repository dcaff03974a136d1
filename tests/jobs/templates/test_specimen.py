"""The specimen fills every field that readers see, each so that it can be told from the others."""

from collections import Counter

from briefmaker.jobs.templates.specimen import make_specimen, write_data
from briefmaker.model.fields import is_content
from briefmaker.reading import read_brief


def test_the_specimen_is_a_brief_without_findings() -> None:
    """Otherwise the check of a template would speak of the specimen."""
    reading = read_brief(write_data(make_specimen("meeting").data), "specimen", None)
    assert reading.brief is not None
    assert [found.message for found in reading.diagnostics] == []


def test_each_other_value_gives_another_brief_without_findings() -> None:
    """A field whose change is no change would be told as not shown."""
    specimen = make_specimen("meeting")
    brief = read_brief(write_data(specimen.data), "specimen", None).brief
    for field in specimen.fields:
        reading = read_brief(write_data(specimen.with_other(field)), "specimen", None)
        assert [found.message for found in reading.diagnostics] == [], field.field
        assert reading.brief != brief, field.field


def test_no_two_texts_are_alike() -> None:
    """Dates, numbers and words are handed out once."""
    fields = make_specimen("meeting").fields
    values = Counter(str(field.value) for field in fields if not isinstance(field.value, list))
    chosen = {"low"}  # confidence has three words for two fields
    assert {value for value, times in values.items() if times > 1} <= chosen
    assert len(fields) > 100
    assert all(is_content(field.field) for field in fields)
