"""What is left of a brief when its wrong fields are taken out, so that later steps can tell what they find in the rest."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

Location = tuple[int | str, ...]
ModelType = TypeVar("ModelType", bound=BaseModel)
MAX_ROUNDS = 3  # taking a field out can show that another, which needs it, is wrong


def read_sound_part(value: Any, model: type[ModelType], stand_ins: dict[str, str]) -> ModelType | None:
    """Give the model of what is right in a value, or None where too little is.

    ``stand_ins`` take the place of fields that must be there and are wrong or missing.

    Entries of a list keep their numbers, so that what is found in them is told at the right place: a list with a wrong
    entry is taken out whole.
    """
    for _ in range(MAX_ROUNDS):
        try:
            return model.model_validate(value)
        except ValidationError as invalid:
            wrong = [error["loc"] for error in invalid.errors(include_input=False, include_url=False)]
        removable = {_removable(location) for location in wrong}
        if not isinstance(value, dict) or () in removable:
            return None
        value = stand_ins | _without(value, removable, ())
    return None


def _removable(location: Location) -> Location:
    """Give the path of the field that is taken out: up to the list that holds it, if one does, or its top field."""
    for length, step in enumerate(location):
        if isinstance(step, int):
            return location[:length]
    return location[:1]


def _without(value: Any, removable: set[Location], here: Location) -> Any:
    if not isinstance(value, dict):
        return value
    kept = {key: each for key, each in value.items() if (*here, key) not in removable}
    return {key: _without(each, removable, (*here, key)) for key, each in kept.items()}
