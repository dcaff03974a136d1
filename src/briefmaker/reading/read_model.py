"""Any of briefmaker's YAML files into its model, with every mistake in it."""

from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from briefmaker.diagnostics import Code, Diagnostic, Places, has_errors, in_order
from briefmaker.reading.field_errors import tell_field_errors
from briefmaker.reading.hidden_characters import find_hidden_characters
from briefmaker.reading.limit import MAX_TOLD, limit_findings
from briefmaker.reading.text_file import FileText, decode_file
from briefmaker.reading.yaml_data import FileData, read_data
from briefmaker.reading.yaml_file import read_tree
from briefmaker.reading.yaml_nodes import Mapping, Node, Scalar, Sequence
from briefmaker.reading.yaml_problems import Problem

ModelType = TypeVar("ModelType", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class ModelReading(Generic[ModelType]):
    """A file as its model; ``value`` is None when there is an error, and ``diagnostics`` are in the file's order.

    ``text``, ``root`` and ``data`` are what the value was made of, as far as it could be read.
    """

    value: ModelType | None
    places: Places
    diagnostics: tuple[Diagnostic, ...]
    text: FileText
    root: Node | None = None
    data: FileData = field(default_factory=lambda: FileData(None, Places("")))


def read_model(content: bytes, file: str, model: type[ModelType]) -> ModelReading[ModelType]:
    """Give the model of a YAML file's bytes, and all that is wrong with the file; never raises.

    ``file`` is the name by which diagnostics speak of it.
    """
    text, refused = decode_file(content, file)
    if refused:
        return ModelReading(None, Places(file, text.lines), refused, text)
    tree = read_tree(text.text)
    problems = [_as_diagnostic(problem, text) for problem in tree.problems]
    data = read_data(tree.root, text)
    hidden = islice(find_hidden_characters(text, data.quoted), 2 * MAX_TOLD)
    problems += [_as_diagnostic(problem, text) for problem in hidden]
    if not isinstance(tree.root, Mapping):
        if not problems:
            problems.append(_tell_no_mapping(tree.root, data))
        return ModelReading(None, data.places, in_order(problems), text, tree.root, data)
    value, errors = _validate(data, model)
    found = limit_findings([*problems, *errors])
    return ModelReading(None if has_errors(found) else value, data.places, found, text, tree.root, data)


def _validate(data: FileData, model: type[ModelType]) -> tuple[ModelType | None, tuple[Diagnostic, ...]]:
    try:
        value = model.model_validate(data.value)
    except ValidationError as invalid:
        # Never include_input: printing what was read could take for ever.
        errors = invalid.errors(include_input=False, include_url=False)
        return None, tuple(tell_field_errors(errors, data, model))
    return value, tuple(tell_field_errors((), data, model))


def _as_diagnostic(problem: Problem, text: FileText) -> Diagnostic:
    place = text.span(problem.start, problem.end)
    excerpt = text.lines[place.line - 1]
    return Diagnostic(problem.code, problem.message, text.file, place, problem.hint, problem.severity, "", excerpt)


def _tell_no_mapping(root: Node | None, data: FileData) -> Diagnostic:
    what = "a list" if isinstance(root, Sequence) else "text" if isinstance(root, Scalar) and root.text else "nothing"
    message = f"the file holds {what}; it needs fields such as `title: ...`"
    return data.places.finding(Code.YAML_NOT_A_MAPPING, "", message, "write each field as `name: value`")
