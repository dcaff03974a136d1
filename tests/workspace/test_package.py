"""What ships with briefmaker is found, in a checkout as in a wheel."""

import pytest

from briefmaker.workspace.package import shipped_folder


@pytest.mark.parametrize(("name", "pattern"), [("fonts", "*.ttf"), ("templates", "*/template.yaml")])
def test_shipped_folders_are_there(name: str, pattern: str) -> None:
    """Fonts and templates can be read from where the package lies."""
    assert list(shipped_folder(name).glob(pattern))
