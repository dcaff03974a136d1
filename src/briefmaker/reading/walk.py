"""A file's tree and its model side by side: every field that is there, also where others are broken."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from briefmaker.model.part import Line
from briefmaker.model.text import TextKind
from briefmaker.reading.fields import FieldShape, shape_of_file, shapes_of
from briefmaker.reading.yaml_nodes import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class FoundField:
    """A value with its path, what the model says of it, and the part and field it stands in."""

    path: str
    node: Node
    shape: FieldShape
    part: type[BaseModel] | None = None
    name: str = ""

    @property
    def kind(self) -> TextKind | None:
        """Give the kind of text the value is, if it is a text; a line may be written as plain text."""
        if not isinstance(self.node, Scalar) or self.node.is_null:
            return None
        return TextKind.SHORT if self.shape.part is Line else self.shape.text

    def is_in(self, part: type[BaseModel], name: str) -> bool:
        """Tell whether this is a field of a kind of part, or an entry of the list that is that field."""
        return self.name == name and self.part is not None and issubclass(self.part, part)


def walk_fields(root: Node | None, model: type[BaseModel]) -> Iterator[FoundField]:
    """Give every value of a file in its order; what the model does not know is left out."""
    stack = [FoundField("", root, shape_of_file(model))] if root is not None else []
    while stack:
        found = stack.pop()
        yield found
        stack.extend(reversed(tuple(_inner(found))))


def _inner(found: FoundField) -> Iterator[FoundField]:
    match found.node:
        case Mapping(entries=entries):
            for entry in entries:
                name = entry.key.text
                path = f"{found.path}.{name}" if found.path else name
                if found.shape.part is not None:
                    shape = shapes_of(found.shape.part).get(name)
                    if shape is not None:
                        yield FoundField(path, entry.value, shape, found.shape.part, name)
                elif found.shape.named is not None:
                    yield FoundField(path, entry.value, found.shape.named, found.part, found.name)
        case Sequence(entries=nodes) if found.shape.entries is not None:
            for index, node in enumerate(nodes):
                yield FoundField(f"{found.path}[{index}]", node, found.shape.entries, found.part, found.name)
        case _:
            pass
