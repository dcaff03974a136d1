"""From the tree of a YAML file to plain data for the model, and the places of all its fields."""

from dataclasses import dataclass, field
from typing import Any

from briefmaker.diagnostics import Places, Span, join_path
from briefmaker.reading.text_file import FileText
from briefmaker.reading.yaml_nodes import Mapping, Node, Refused, Scalar, Sequence

Path = tuple[str | int, ...]


@dataclass(slots=True)
class FileData:
    """A file as plain data: ``dict``, ``list`` and ``str``.

    ``empty_entries`` are paths of list entries that hold nothing; ``refused`` those of values that have been told of, with
    their steps; ``unfilled`` those of fields with a name and no value, which the data leaves out. ``quoted`` are all texts
    in double quotes, names of fields too.
    """

    value: Any
    places: Places
    scalars: dict[str, Scalar] = field(default_factory=dict)
    empty_entries: dict[str, None] = field(default_factory=dict)
    refused: dict[str, Path] = field(default_factory=dict)
    unfilled: set[str] = field(default_factory=set)
    quoted: list[Scalar] = field(default_factory=list)

    def is_told(self, path: Path) -> bool:
        """Tell whether a field, or a part around it, has been told of already."""
        return any(join_path(path[:length]) in self.refused for length in range(1, len(path) + 1))


def read_data(root: Node | None, text: FileText) -> FileData:
    """Give the plain data of a tree, and where all of it stands."""
    values: dict[str, Span] = {}
    keys: dict[str, Span] = {}
    data = FileData(None, Places(text.file, text.lines, values, keys))
    if root is not None:
        data.value = _Reader(text, data, values, keys).read(root, "")
    return data


@dataclass(slots=True)
class _Reader:
    text: FileText
    data: FileData
    values: dict[str, Span]
    keys: dict[str, Span]

    def read(self, node: Node, path: str, steps: Path = ()) -> Any:
        """Give one value; the depth of a tree is bounded, so this may recurse."""
        self.values[path] = self._span(node)
        match node:
            case Scalar():
                self.data.scalars[path] = node
                self._keep_quoted(node)
                return None if node.is_null else node.text
            case Sequence():
                return [
                    self._read_entry(entry, f"{path}[{index}]", (*steps, index))
                    for index, entry in enumerate(node.entries)
                ]
            case Mapping():
                return self._read_mapping(node, path, steps)
            case Refused():
                self.data.refused[path] = steps
                return None

    def _read_entry(self, node: Node, path: str, steps: Path) -> Any:
        value = self.read(node, path, steps)
        if value is None and isinstance(node, Scalar):
            self.data.empty_entries[path] = None
        return value

    def _read_mapping(self, node: Mapping, path: str, steps: Path) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for entry in node.entries:
            name = entry.key.text
            inner = f"{path}.{name}" if path else name
            self.keys[inner] = self.text.span(entry.key.start, entry.key.end)
            self._keep_quoted(entry.key)
            value = self.read(entry.value, inner, (*steps, name))
            if value is not None:
                fields[name] = value
            elif inner not in self.data.refused:
                self.data.unfilled.add(inner)
        return fields

    def _keep_quoted(self, scalar: Scalar) -> None:
        if scalar.style == '"':
            self.data.quoted.append(scalar)

    def _span(self, node: Node) -> Span:
        if isinstance(node, Mapping) and not node.is_flow and node.entries:
            first = node.entries[0].key
            return self.text.span(first.start, first.end)
        return self.text.span(node.start, max(node.end, node.start + 1))
