"""Tests of finding a template and reading its files."""

from pathlib import Path

import pytest

from briefmaker.writing.template import (
    FILE_LIMIT,
    FileRefusedError,
    Template,
    find_template,
    iterate_templates,
    say_plainly,
    tell_refused,
)


@pytest.fixture
def collections(tmp_path: Path) -> tuple[Path, Path]:
    """Give two folders of templates; both have ``note``, and shared files."""
    own, built_in = tmp_path / "own", tmp_path / "built-in"
    for collection, names in ((own, ["note"]), (built_in, ["note", "meeting"])):
        (collection / "shared").mkdir(parents=True)
        for name in names:
            (collection / name).mkdir()
            (collection / name / "template.yaml").write_text("name: {en: X}\n")
    (built_in / "shared" / "brief.css").write_text("built-in")
    return own, built_in


def test_a_template_of_the_workspace_comes_before_the_built_in_one(collections: tuple[Path, Path]) -> None:
    """Proves that a desk can replace a kind of document by its own."""
    template = find_template("note", collections)
    assert template is not None
    assert template.folders[0] == collections[0] / "note"


def test_every_template_is_listed_once_and_shared_is_none(collections: tuple[Path, Path]) -> None:
    """Proves that the shared folder does not count as a kind of document."""
    assert [template.name for template in iterate_templates(collections)] == ["note", "meeting"]
    assert find_template("shared", collections) is None


def test_a_file_is_taken_from_the_first_folder_that_has_it(collections: tuple[Path, Path]) -> None:
    """Proves that a workspace can replace a single shared file."""
    template = find_template("meeting", collections)
    assert template is not None
    assert template.read("brief.css") == b"built-in"
    (collections[0] / "shared" / "brief.css").write_text("own")
    assert template.read("brief.css") == b"own"


@pytest.mark.parametrize("name", ["../note/template.yaml", "/etc/passwd", "a/../../x", "", "a//b", "..\\x", "x\0y"])
def test_a_name_that_leads_out_of_the_template_is_refused(collections: tuple[Path, Path], name: str) -> None:
    """Proves that no spelling of a name reaches a file outside."""
    template = find_template("note", collections)
    assert template is not None
    with pytest.raises(FileRefusedError, match="inside the template"):
        template.find(name)


def test_a_link_that_leads_out_of_the_template_is_refused(tmp_path: Path) -> None:
    """Proves that a symbolic link is followed before it is judged, and not passed over as if there were no file."""
    (tmp_path / "secret").write_text("x")
    folder = tmp_path / "t"
    folder.mkdir()
    (folder / "page.css").symlink_to(tmp_path / "secret")
    template = Template("t", (folder,))
    with pytest.raises(FileRefusedError, match="leads out"):
        template.find("page.css")
    assert template.has("page.css")
    with pytest.raises(FileRefusedError, match="leads out"):
        template.read_text("page.css")


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    """Proves that a stylesheet in another encoding is told of, not a traceback."""
    (tmp_path / "page.css").write_bytes(b"h1 {}\xff\xfe")
    with pytest.raises(FileRefusedError, match="not text in UTF-8"):
        Template("t", (tmp_path,)).read_text("page.css")


@pytest.mark.parametrize(
    ("python", "plain"),
    [
        ("'briefmaker.view.shape.View object' has no attribute 'titel'", "there is no `titel` in a View"),
        ("'None' has no attribute 'when'", "nothing stands there that could have a `when`"),
        ("'nothere' is undefined", "there is no `nothere`"),
        ("No filter named 'shout'.", "there is no filter `shout`"),
        ("'dict object' has no attribute 'wen'", "there is no label `wen`"),
        ("unexpected '}'", "unexpected '}'"),
    ],
)
def test_mistakes_are_told_in_plain_words(python: str, plain: str) -> None:
    """Proves that staff who do not know Python can read what is wrong with a tag."""
    assert say_plainly(python) == plain


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    """Proves that nobody waits for a huge file in a template."""
    (tmp_path / "big").write_bytes(b"x" * (FILE_LIMIT + 1))
    with pytest.raises(FileRefusedError, match="larger than 10 MB"):
        Template("t", (tmp_path,)).read("big")


def test_a_missing_file_is_told_by_its_name(tmp_path: Path) -> None:
    """Proves that a template without its page says which file to add."""
    template = Template("t", (tmp_path,))
    with pytest.raises(FileRefusedError) as refused:
        template.read("page.html.j2")
    told = tell_refused(template, refused.value)
    assert told.message == "templates/t: the template has no file `page.html.j2`"
    assert told.exit_code == 1
