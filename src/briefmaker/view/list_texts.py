"""All texts of a brief in which citations stand, each with the path of its field."""

from collections.abc import Iterator

from briefmaker.model import Line, Part
from briefmaker.model.fields import iterate_parts
from briefmaker.model.text import TextKind
from briefmaker.reading.fields import FieldShape, shapes_of


def iterate_markdown(part: Part, path: str = "") -> Iterator[tuple[str, str]]:
    """Give the texts of a part and of all parts under it that are read as Markdown; a line's path is its entry's."""
    for here, inner in iterate_parts(part, path):
        for name, shape in shapes_of(type(inner)).items():
            value = getattr(inner, name)
            field = here if isinstance(inner, Line) else f"{here}.{name}" if here else name
            if isinstance(value, str) and is_markdown(shape):
                yield field, value
            elif isinstance(value, dict) and shape.named is not None and is_markdown(shape.named):
                yield from ((f"{field}.{key}", each) for key, each in value.items())


def is_markdown(shape: FieldShape) -> bool:
    """Tell whether a field holds Markdown, in which citations are read."""
    return shape.text in (TextKind.SHORT, TextKind.RICH)
