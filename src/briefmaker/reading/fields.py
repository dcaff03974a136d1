"""What the model says of each field: its kind of text, the part it holds, and the fields a part has."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from briefmaker.model.text import TextField, TextKind


@dataclass(frozen=True, slots=True)
class FieldShape:
    """What may stand in a field: a text of a kind, a choice of words, a part, a list of such, or such under names."""

    choices: tuple[str, ...] = ()
    text: TextKind | None = None
    part: type[BaseModel] | None = None
    entries: "FieldShape | None" = None
    named: "FieldShape | None" = None


@cache
def shapes_of(part: type[BaseModel]) -> dict[str, FieldShape]:
    """Give the shape of each field of a part."""
    return {name: _read_shape(field.annotation, tuple(field.metadata)) for name, field in part.model_fields.items()}


def shape_of_file(part: type[BaseModel]) -> FieldShape:
    """Give the shape of a whole file that holds one part, or parts under names."""
    shapes = shapes_of(part)
    return shapes["root"] if set(shapes) == {"root"} else FieldShape(part=part)


def _read_shape(annotation: Any, metadata: tuple[Any, ...] = ()) -> FieldShape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _read_shape(arguments[0], (*arguments[1:], *metadata))
    if origin in (Union, UnionType):
        filled = [argument for argument in arguments if argument is not type(None)]
        return _read_shape(filled[0], metadata)
    text = next((mark.kind for mark in metadata if isinstance(mark, TextField)), None)
    if text is not None:
        return FieldShape(text=text)
    if origin is tuple:
        return FieldShape(entries=_read_shape(arguments[0]))
    return FieldShape(named=_read_shape(arguments[1])) if origin is dict else _read_class(annotation)


def _read_class(annotation: Any) -> FieldShape:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return FieldShape(choices=tuple(str(choice.value) for choice in annotation))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return FieldShape(part=annotation)
    return FieldShape()


def shape_at(shape: FieldShape, path: tuple[str | int, ...]) -> FieldShape:
    """Give the shape of what stands at a path; an empty shape where the model knows nothing."""
    for step in path:
        if shape.entries is not None and isinstance(step, int):
            shape = shape.entries
        elif shape.named is not None:
            shape = shape.named
        elif shape.part is not None:
            shape = shapes_of(shape.part).get(str(step), FieldShape())
        else:
            return FieldShape()
    return shape


@cache
def find_owners(part: type[BaseModel], name: str) -> tuple[str, ...]:
    """Give where in a file of this part a field of a name belongs, such as ``agenda[...].avoid``; shortest first."""
    owners = [path for path, field in _walk_fields(FieldShape(part=part), "", ()) if field == name]
    return tuple(sorted(owners, key=lambda path: (path.count("."), path)))


def _walk_fields(shape: FieldShape, path: str, within: tuple[type[BaseModel], ...]) -> Iterator[tuple[str, str]]:
    if shape.entries is not None:
        yield from _walk_fields(shape.entries, path, within)
    elif shape.named is not None:
        yield from _walk_fields(shape.named, path, within)
    elif shape.part is not None and shape.part not in within:
        for name, inner in shapes_of(shape.part).items():
            yield path, name
            yield from _walk_fields(inner, f"{path}.{name}" if path else name, (*within, shape.part))


@cache
def list_fields(part: type[BaseModel]) -> tuple[str, ...]:
    """Give all fields of a part and of what stands under it, named without positions and names: ``figures.caption``."""
    owners = _walk_fields(FieldShape(part=part), "", ())
    return tuple(dict.fromkeys(f"{owner}.{name}" if owner else name for owner, name in owners))


@cache
def list_required(part: type[BaseModel], field: str) -> tuple[str, ...]:
    """Give the fields without which the entries that a field stands in cannot be: ``agenda.avoid`` -> ``agenda.topic``."""
    needed: list[str] = []
    shape, here = FieldShape(part=part), ""
    for step in field.split("."):
        shape = _innermost(shapes_of(shape.part).get(step, FieldShape())) if shape.part else FieldShape()
        here = f"{here}.{step}" if here else step
        if shape.part is not None and here != field:
            needed += (f"{here}.{name}" for name, each in shape.part.model_fields.items() if each.is_required())
    return tuple(needed)


def _innermost(shape: FieldShape) -> FieldShape:
    while shape.entries is not None or shape.named is not None:
        shape = shape.entries or shape.named or shape
    return shape
