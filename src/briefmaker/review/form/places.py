"""How the places of a form are named in its document: a bookmark for each label, which no one types into."""

import re

FORM_PROPERTY = "briefmaker-form"
TEMPLATE_PROPERTY = "briefmaker-form-template"
LANGUAGE_PROPERTY = "briefmaker-form-language"
FORM_VERSION = 1
_PREFIX = "bff_"
_MARK = re.compile(rf"{_PREFIX}([a-z_]+?)_([0-9]+)")
_CODE = re.compile(r"briefmaker-form ([0-9]+) · ([\w-]+) · ([A-Za-z0-9-]+)")


def name_mark(path: str, number: int) -> str:
    """Give the bookmark of a place; numbers keep the names of one document apart. Word takes 40 characters at most."""
    return f"{_PREFIX}{path.replace('.', '__')}_{number}"


def read_mark(name: str) -> str | None:
    """Give the path of the place that a bookmark names; None for one of something else."""
    found = _MARK.fullmatch(name)
    return None if found is None else found[1].replace("__", ".")


def write_code(template: str, language: str) -> str:
    """Give the words at the foot of a form by which it is known where a program has dropped its properties."""
    return f"briefmaker-form {FORM_VERSION} · {template} · {language}"


def read_code(text: str) -> tuple[int, str, str] | None:
    """Give version, template and language of a form by the words at its foot."""
    found = _CODE.search(text)
    return None if found is None else (int(found[1]), found[2], found[3])
