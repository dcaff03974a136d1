"""The brief as a whole: described, strict, and never changed."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel, ValidationError
from tests.briefs import read_text

from briefmaker.model import Brief, Line
from briefmaker.model.people import Person
from briefmaker.model.schema import brief_schema
from briefmaker.model.settings import Settings
from briefmaker.model.template_description import TemplateDescription
from briefmaker.reading.fields import FieldShape, shapes_of

MINIMAL = {"format": "1", "template": "meeting", "title": "Talks", "date": "2025-10-21"}


def iterate_models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Give a model and all that stand in its fields."""
    yield model
    for shape in shapes_of(model).values():
        yield from _iterate_inner(shape)


def _iterate_inner(shape: FieldShape) -> Iterator[type[BaseModel]]:
    if shape.part is not None:
        yield from iterate_models(shape.part)
    for inner in (shape.entries, shape.named):
        if inner is not None:
            yield from _iterate_inner(inner)


MODELS = [*dict.fromkeys(iterate_models(Brief)), Person, Settings, TemplateDescription]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_described(model: type[BaseModel]) -> None:
    """In a sentence, for whoever fills it in an editor."""
    assert len(MODELS) > 20
    for name, field in model.model_fields.items():
        assert field.description, name
        assert field.description.endswith("."), name
        assert len(field.description) >= len("By when."), name


def test_the_schema_has_every_description() -> None:
    """An editor shows what the model says."""
    schema = brief_schema()
    parts = [schema, *schema["$defs"].values()]
    properties = [(name, field) for part in parts for name, field in part.get("properties", {}).items()]
    assert len(properties) > 120
    assert [name for name, field in properties if not field.get("description")] == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_unknown_fields_are_refused_everywhere(model: type[BaseModel]) -> None:
    """A misspelt name is never dropped in silence."""
    with pytest.raises(ValidationError) as refused:
        model.model_validate({"no_such_field": "x", "data": "a.csv"})
    assert "extra_forbidden" in {error["type"] for error in refused.value.errors()}


def test_nothing_changes_after_reading() -> None:
    """Neither the brief nor a part of it; lists are tuples."""
    brief = read_text("agenda: [{topic: Grain, lines_to_take: [Now.]}]").brief
    assert brief is not None
    for part, name in ((brief, "title"), (brief.agenda[0], "topic"), (brief.agenda[0].lines_to_take[0], "text")):
        with pytest.raises(ValidationError, match="frozen"):
            setattr(part, name, "Changed")
    assert isinstance(brief.agenda, tuple)
    assert isinstance(brief.agenda[0].lines_to_take, tuple)


@pytest.mark.parametrize("missing", MINIMAL)
def test_four_fields_are_needed_and_no_more(missing: str) -> None:
    """A draft can be looked at while it grows."""
    assert Brief.model_validate(MINIMAL).version == 1
    with pytest.raises(ValidationError) as refused:
        Brief.model_validate({name: value for name, value in MINIMAL.items() if name != missing})
    assert [(error["type"], error["loc"]) for error in refused.value.errors()] == [("missing", (missing,))]


def test_a_line_is_a_text_or_a_mapping() -> None:
    """Both read the same; what is neither is refused."""
    brief = read_text(
        """
        objectives:
          - Listen.
          - {text: Ask., marking: NATO SECRET, editions: [chair], id: ask}
        """
    ).brief
    assert brief is not None
    assert brief.objectives == (
        Line(text="Listen."),
        Line(text="Ask.", marking="NATO SECRET", editions=("chair",), id="ask"),
    )
    for wrong in ([["Listen."]], [None], ["One\ntwo"], [{"text": "a", "marks": "b"}], "Listen.", {"text": "Listen."}):
        with pytest.raises(ValidationError):
            Brief.model_validate({**MINIMAL, "objectives": wrong})


def test_a_participant_needs_a_name_or_a_person() -> None:
    """Nobody sits at the table without either."""
    for named in ({"name": "Anna"}, {"person": "anna"}):
        assert Brief.model_validate({**MINIMAL, "participants": [named]}).participants
    with pytest.raises(ValidationError) as refused:
        Brief.model_validate({**MINIMAL, "participants": [{"title": "Minister"}]})
    assert refused.value.errors()[0]["type"] == "participant_without_name"


@pytest.mark.parametrize("data", [{}, {"data": "a.csv", "rows": [{"a": "1"}]}])
def test_a_figure_has_its_data_once(data: dict[str, object]) -> None:
    """In a file or in place, not both and not neither."""
    with pytest.raises(ValidationError) as refused:
        Brief.model_validate({**MINIMAL, "figures": {"spending": data}})
    assert refused.value.errors()[0]["type"] == "figure_data"


@pytest.mark.parametrize("version", ["2", "1.0", "", "01"])
def test_another_format_is_not_known(version: str) -> None:
    """Format 1 is read for ever; no other yet."""
    with pytest.raises(ValidationError) as refused:
        Brief.model_validate({**MINIMAL, "format": version})
    assert refused.value.errors()[0]["type"] == "format_unknown"


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc/passwd", "/etc/passwd", "", "Europe"])
def test_a_zone_has_to_be_one(zone: str) -> None:
    """And never a path."""
    with pytest.raises(ValidationError) as refused:
        Brief.model_validate({**MINIMAL, "timezone": zone})
    assert refused.value.errors()[0]["type"] == "timezone_unknown"
