"""The files that came with briefmaker itself: fonts, templates and example briefs."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped_folder(name: str) -> Path:
    """Give a folder that ships with briefmaker: ``fonts`` and ``templates``.

    A wheel carries it inside the package; in a checkout of the project ``templates`` stands at the top.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent.parent / name
