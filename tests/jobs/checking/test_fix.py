"""Mending briefs: what is safe to mend changes in its place, every other byte stays, and a second time changes nothing."""

import random
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.checking import check_example

from briefmaker.checks.all_rules import list_rules
from briefmaker.diagnostics import BriefmakerError
from briefmaker.jobs.checking import fix as fixing
from briefmaker.jobs.checking.fix import FixOutcome, fix

HEAD = "format: 1\ntemplate: information\ntitle: Talks\ndate: 2026-03-02\nlanguage: en-GB\n"
MARK = b"\xef\xbb\xbf"
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# Of each rule that mends: lines of a brief as they were, and as they are then.
MENDED = {
    "NAM001": ("issue: From Kyiv to Kiev, and back to Kyiv.\n", "issue: From Kyiv to Kyiv, and back to Kyiv.\n"),
    "NAM003": (
        "issue: Ask Zelensky.\nparticipants: [{name: Volodymyr Zelenskyy}]\n",
        "issue: Ask Zelenskyy.\nparticipants: [{name: Volodymyr Zelenskyy}]\n",
    ),
    "PRB004": (
        "likelihood_scale: phia\nimplications: [{statement: It is highly improbable that they come.}]\n",
        "likelihood_scale: phia\nimplications: [{statement: It is highly unlikely that they come.}]\n",
    ),
    "PRB005": (
        "implications: [{statement: A, likelihood: improbable}, {statement: B, likelihood: likely}]\n",
        "implications: [{statement: A, likelihood: improbable}, {statement: B, likelihood: probable}]\n",
    ),
    "STY006": (
        "issue: Ukraine's allies -- all of them -- met in 2014-2024...\n",
        "issue: Ukraine’s allies – all of them – met in 2014–2024…\n",
    ),
    "STY009": (
        "bottom_line: The MFF is settled.\nglossary: {MFF: multiannual financial framework}\n",
        "bottom_line: The multiannual financial framework (MFF) is settled.\nglossary: {MFF: multiannual financial framework}\n",
    ),
}

# One text in each way of writing it, with a name to mend, an apostrophe, and a line break within where there can be one.
STYLES = (
    "issue: The allies' way to Kiev, 5 % of it # the allies' own\n",
    "issue:\n  The allies' way\n  to Kiev\n  # the allies' own\n",
    "issue: 'The allies'' way to Kiev' # the allies' own\n",
    "issue: 'The allies'' way\n  to Kiev'\n",
    "issue: \"The allies' way\\u0020to \\\n  Kiev\" # the allies' own\n",
    "issue: |   # the allies' own\n    The allies' way\n\n    to Kiev  \n\n# Kiev\n",
    "issue: |+\n  The allies' way to Kiev\n\n\n",
    "issue: >-\n  The allies' way\n  to Kiev\n",
    "sections: [{heading: A, text: The allies' way to Kiev}] # the allies' own\n",
    "sections:\n- {heading: A,\n   text: 'The allies'' way to Kiev'}\n",
)


@pytest.fixture
def brief(workspace: Path) -> Path:
    """Give where the only brief of the workspace stands."""
    return workspace / "briefs" / "grain.yaml"


def mend(brief: Path, content: str | bytes, *select: str) -> tuple[bytes, FixOutcome]:
    """Write a brief, mend it, and give the bytes that the file has then; what the outcome says of them is true."""
    before = content if isinstance(content, bytes) else content.encode()
    brief.write_bytes(before)
    (outcome,) = fix([brief], select=select)
    assert (outcome.brief, outcome.before, outcome.after) == (brief, before, brief.read_bytes())
    return outcome.after, outcome


def test_no_rule_mends_that_is_not_tried_here() -> None:
    """As far as the examples of their pages show it; the one that is not among them mends no example of its own."""
    mending = {rule.code for rule in list_rules() if any(each.fix for each in check_example(rule, rule.page.wrong))}
    assert mending == set(MENDED) - {"PRB004"}


@pytest.mark.parametrize("code", MENDED)
def test_each_rule_that_mends_says_the_same_in_the_right_words(brief: Path, code: str) -> None:
    """It finds nothing afterwards, and a second time there is nothing to do."""
    before, after = MENDED[code]
    mended, outcome = mend(brief, HEAD + before, code)
    assert mended.decode() == HEAD + after
    assert outcome.mended > 0
    assert outcome.diagnostics == ()
    assert mend(brief, mended, code)[1].mended == 0


@pytest.mark.parametrize("code", MENDED)
def test_each_rule_that_mends_mends_its_example(brief: Path, code: str) -> None:
    """All that its page shows to be wrong, where it can be mended at all."""
    (rule,) = (rule for rule in list_rules() if rule.code == code)
    lines = "".join(
        f"{line}\n" for line in HEAD.splitlines() if f"\n{line.split(':')[0]}:" not in f"\n{rule.page.wrong}"
    )
    _, outcome = mend(brief, lines + rule.page.wrong, code)
    assert [each for each in outcome.diagnostics if each.fix] == []


@pytest.mark.parametrize("mark", [b"", MARK], ids=["", "mark"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("written", STYLES)
def test_only_what_is_wrong_changes_in_every_way_of_writing(
    brief: Path, written: str, newline: str, mark: bytes
) -> None:
    """Not a line break, comment, quotation mark, indent or byte order mark beside it."""
    lines = f"{HEAD}# Kiev's\nkey_points: [From Kyiv, to Kyiv]\n{written}to: [Kyiv]"
    text = lines.replace("\n", newline)
    place = text.index("The allies'")
    fault = "allies''" if "allies''" in written else "allies'"
    expected = text[:place] + text[place:].replace(fault, "allies’", 1).replace("Kiev", "Kyiv", 1)
    after, outcome = mend(brief, mark + text.encode(), "STY006", "NAM001")
    assert after.decode() == (mark + expected.encode()).decode()
    assert outcome.mended == 2
    assert outcome.diagnostics == ()


def test_a_blank_that_is_mended_leaves_the_lines_as_they_are(brief: Path) -> None:
    """Blanks are a part of what is replaced, at its beginning as at its end."""
    before = "issue: >\n  First 5 % of it,\n  then 6 % of it, then 7% of\n  it, from 3 - 4 to 5.\n"
    after, _ = mend(brief, HEAD + before, "STY006")
    assert after.decode() == HEAD + before.replace("7%", "7 %").replace("3 - 4", "3–4")


def test_what_cannot_be_written_in_its_style_is_quoted(brief: Path) -> None:
    """A plain text may not begin with every sign."""
    (brief.parents[1] / "briefmaker.yaml").write_text("checks: {names: {'#Kyiv: city': [Kiev]}}\n", "utf-8")
    after, _ = mend(brief, f"{HEAD}issue: Kiev # stays\nbackground: 'Kiev'\n", "NAM001")
    assert after.decode() == f"{HEAD}issue: '#Kyiv: city' # stays\nbackground: '#Kyiv: city'\n".replace(
        "issue: '#Kyiv: city'", 'issue: "#Kyiv: city"'
    )


def test_what_is_no_text_stays(brief: Path) -> None:
    """Code, addresses, ids, keys, sources and comments are not set in type."""
    lines = (
        "issue: See [it's](https://a.example/it's--2014-2024...) . # it's\n"
        "sources: {it-s: {title: It's, url: https://a.example/it's}}\n"
    )
    after, _ = mend(brief, HEAD + lines, "STY006")
    assert after.decode() == HEAD + lines.replace("[it's]", "[it’s]")


def test_more_than_a_rule_tells_at_once_is_mended_all(brief: Path) -> None:
    """So that a second time there is nothing to do."""
    lines = "issue: |\n" + "  It's so.\n" * 2500
    after, outcome = mend(brief, HEAD + lines, "STY006")
    assert after.decode() == HEAD + lines.replace("'", "’")
    assert outcome.mended == 2500


def test_what_only_a_person_can_mend_is_told(brief: Path) -> None:
    """At its place in the file as it is now, beside what was mended."""
    _, outcome = mend(brief, f"{HEAD}bottom_line: |\n  The MFF's end...\n  is synergies.\nkey_points: [TBC]\n")
    told = {(str(each.code), each.span.line, each.span.column) for each in outcome.diagnostics}
    assert {("STY004", 8, 6), ("STR010", 9, 14)} <= told
    assert not any(code == "STY006" for code, _, _ in told)


def test_an_ignored_finding_is_not_mended(brief: Path) -> None:
    """Whoever gave a reason keeps the words."""
    lines = "issue: Ukraine's. # briefmaker: ignore[STY006] because it is quoted so\nbackground: Ukraine's.\n"
    after, outcome = mend(brief, HEAD + lines, "STY006")
    assert after.decode() == HEAD + lines.replace("background: Ukraine's", "background: Ukraine’s")
    assert outcome.mended == 1


def test_only_what_is_chosen_is_mended(brief: Path) -> None:
    """By the command, or by the settings."""
    lines = "issue: Kyiv's Kiev is Kyiv.\n"
    assert mend(brief, HEAD + lines, "NAM001")[0].decode() == HEAD + lines.replace("Kiev", "Kyiv")
    (brief.parents[1] / "briefmaker.yaml").write_text("checks: {ignore: [NAM001]}\n", "utf-8")
    assert mend(brief, HEAD + lines)[0].decode() == HEAD + lines.replace("'", "’")


@pytest.mark.parametrize(
    "content",
    [
        f"{HEAD}issue: Ukraine's. Kiev, Kyiv\nissue: Russia's.\n".encode(),
        f"{HEAD}issue: Ukraine's\n  bad: [\n".encode(),
        f"{HEAD}issue: Ukraine's\nbackground: *none\n".encode(),
        f"{HEAD}issue: Ukraine's \x0b\n".encode(),
        f"{HEAD}issue: Ukraine's\n---\nissue: Russia's\n".encode(),
        HEAD.encode() + b"issue: Ukraine's \xff\n",
        HEAD.encode("utf-16"),
        b"",
        b"- Ukraine's\n",
    ],
)
def test_a_broken_file_is_left_alone(brief: Path, content: bytes) -> None:
    """And told to be one; what could be read of it is no reason to write it."""
    after, outcome = mend(brief, content)
    assert after == content
    assert outcome.mended == 0
    assert outcome.diagnostics


def test_a_sound_file_with_a_wrong_field_is_mended(brief: Path) -> None:
    """What a field may not hold stays as it is, and is told."""
    lines = "issue: Ukraine's.\nstatus: it's fine\nisue: Russia's.\n"
    after, outcome = mend(brief, HEAD + lines)
    assert after.decode() == HEAD + lines.replace("Ukraine's", "Ukraine’s")
    assert {"FLD001"} <= {str(each.code) for each in outcome.diagnostics}


def test_without_writing_the_file_stays(brief: Path) -> None:
    """The outcome says what would become of it."""
    before, after = (HEAD + lines for lines in MENDED["STY006"])
    brief.write_text(before, "utf-8")
    (outcome,) = fix([brief], write=False)
    assert brief.read_text("utf-8") == before
    assert outcome.after.decode() == after


def test_a_brief_with_nothing_to_mend_is_not_written(brief: Path) -> None:
    """Not even with the same bytes."""
    brief.write_text(HEAD, "utf-8")
    before = brief.stat()
    fix([brief])
    assert (brief.stat().st_ino, brief.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_file_that_may_not_be_written_is_left_and_told(brief: Path) -> None:
    """Whoever made it read-only meant it, even where the folder would let another take its place."""
    brief.write_text(HEAD + MENDED["STY006"][0], "utf-8")
    brief.chmod(0o444)
    with pytest.raises(BriefmakerError, match=r"briefs/grain\.yaml cannot be written: Permission denied"):
        fix([brief])
    assert brief.read_text("utf-8") == HEAD + MENDED["STY006"][0]
    assert stat.S_IMODE(brief.stat().st_mode) == 0o444
    assert [file.name for file in brief.parent.iterdir()] == ["grain.yaml"]


def test_a_file_that_was_changed_meanwhile_is_left_and_told(brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody saved between reading and writing is not lost."""
    replace_file: Callable[[Path, bytes, bytes], bool] = fixing.replace_file

    def save_first(file: Path, before: bytes, after: bytes) -> bool:
        file.write_text("theirs", "utf-8")
        return replace_file(file, before, after)

    brief.write_text(HEAD + MENDED["STY006"][0], "utf-8")
    monkeypatch.setattr(fixing, "replace_file", save_first)
    with pytest.raises(BriefmakerError, match=r"briefs/grain\.yaml was changed meanwhile"):
        fix([brief])
    assert brief.read_text("utf-8") == "theirs"


def test_permissions_and_links_stay(brief: Path) -> None:
    """A brief that is a link to another file is mended there."""
    kept = brief.parents[1] / "kept.yaml"
    kept.write_text(HEAD + MENDED["STY006"][0], "utf-8")
    kept.chmod(0o640)
    brief.unlink()
    brief.symlink_to(kept)
    fix([brief])
    assert brief.is_symlink()
    assert kept.read_text("utf-8") == HEAD + MENDED["STY006"][1]
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640


PIECES = (
    ("Kiev", "Kyiv"),
    ("allies'", "allies’"),
    ("one -- two", "one – two"),
    ("and so...", "and so…"),
)
SOUND = (
    "Kyiv was there",
    "all of it",
    "5 % here",
    "a: b is",
    "x #y is",
    "été",
    "Say it",
    "نقاط",
    "[@a] says",
    "6 % too",
)


def write_text(chance: random.Random) -> tuple[str, str]:
    """Give a few words with some faults among them, and the same without; of one line."""
    pieces = [
        chance.choice(PIECES) if chance.random() < 0.5 else (each := chance.choice(SOUND), each) for _ in range(6)
    ]
    before, after = (", ".join(piece[side] for piece in pieces) for side in (0, 1))
    return f"The {before} today.", f"The {after} today."


def write_field(chance: random.Random, name: str, text: str) -> str:
    """Give a field of a brief with a text in one of its styles, folded at random, and perhaps a comment."""
    comment = chance.choice(["", f"  # it's {name}, Kiev"])
    folded = re.sub(", ", lambda _: chance.choice([", ", ", ", ",\n    "]), text)
    plain = folded if ": " not in text and " #" not in text else f'"{folded}"'
    return chance.choice(
        [
            f"{name}: {plain}{comment}\n",
            f"{name}: '" + folded.replace("'", "''") + f"'{comment}\n",
            f'{name}: "{folded}"{comment}\n',
            f"{name}: |{comment}\n    {text}\n\n",
            f"{name}: >-{comment}\n    {folded}\n",
        ]
    )


def load(content: bytes) -> Any:
    """Read a file as PyYAML does, everything as text."""
    return yaml.load(content.decode("utf-8-sig"), Loader=_LOADER)  # noqa: S506 - texts only


@pytest.mark.parametrize("seed", range(60))
def test_in_random_files_nothing_else_changes(brief: Path, seed: int) -> None:
    """Another reader of YAML reads the right words; lines without a fault, comments and line ends are the same; twice is once."""
    chance = random.Random(seed)  # noqa: S311 - the same files every time
    names = ("issue", "background", "considerations", "bottom_line")
    texts = {name: write_text(chance) for name in names}
    fields = "".join(write_field(chance, name, before) for name, (before, _) in texts.items())
    newline = chance.choice(["\n", "\r\n"])
    head = f"{HEAD}key_points: [Kyiv and Kyiv, Kyiv Kyiv Kyiv, Kyiv and Kyiv and Kyiv]\n"
    content = chance.choice([b"", MARK]) + (head + fields).replace("\n", newline).encode()
    (brief.parents[1] / "briefmaker.yaml").write_text("checks: {names: {Kyiv: [Kiev]}}\n", "utf-8")
    after, outcome = mend(brief, content, "NAM001", "STY006")
    right = load(content)
    right |= {name: right[name].replace(before, text) for name, (before, text) in texts.items()}
    assert load(after) == right
    old, new = content.split(b"\n"), after.split(b"\n")
    assert len(old) == len(new)
    for line, mended in zip(old, new, strict=True):
        comments = [each.partition(b"# it's")[1:] for each in (line, mended)]
        assert comments[0] == comments[1]
        assert line == mended or re.search(rb"Kiev|'|--|\.\.\.", line.partition(b"# it's")[0])
    assert [each for each in outcome.diagnostics if each.fix] == []
    assert mend(brief, after, "NAM001", "STY006")[0] == after
