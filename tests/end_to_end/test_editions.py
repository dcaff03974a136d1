"""What an edition withholds is nowhere in its documents, however they are taken apart."""

import hashlib
import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.end_to_end.edition_case import FIELDS, SHOWS, Case
from tests.planted import plant
from tests.unpacked import Search

from briefmaker.model import Brief
from briefmaker.model.fields import field_of, is_content, is_shown
from briefmaker.reading.fields import list_fields, list_required
from briefmaker.view.edition_limits import EditionLimits

FORMATS = ("pdf", "docx", "html")
PLANTED = plant()
TEMPLATES = Path(__file__).parents[2] / "templates"
TEMPLATE_SHOWS = tuple(
    re.findall(r"^  - ([\w.]+)", (TEMPLATES / "meeting" / "template.yaml").read_text("utf-8"), re.MULTILINE)
)
# Printed only where it is counted or compared, or as a part of something else.
_NOT_PRINTED = re.compile(r"^(facts\.id|sources|figures|figures\.alt|clearances\.email|meeting\.end|glossary)$|\.id$")


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """Give the planted brief in a workspace of its own."""
    return Case(PLANTED, tmp_path)


def list_halves(case: Case, half: int) -> list[str]:
    """Give one of two halves of all that can be withheld: every first or second entry, every other field at the top."""
    entries = [path for path in case.entries() if re.match(rf"[a-z_.]+\[{half}\]$", path)]
    named = [f"{name}.{list(case.data[name])[half]}" for name in ("figures", "sources", "glossary")]
    lists = {path.split("[")[0].split(".")[0] for path in (*case.entries(), *named)}
    alone = [name for name in FIELDS if name not in lists and name not in ("version", "status")]
    return [*entries, *named, *alone[half::2]]


def test_every_field_of_the_template_is_planted_and_found(case: Case) -> None:
    """The search sees what is shown, in each format; otherwise it would prove nothing where it finds nothing."""
    shown = {
        path: word
        for path, word in PLANTED.words.items()
        if is_shown(field_of(path), TEMPLATE_SHOWS)
        and is_content(field_of(path))
        and not _NOT_PRINTED.search(field_of(path))
        and not re.search(r"\.(name|column)[01]$", path)
    }
    assert len(shown) > 120
    for documents in (case.build(None), case.build("readers")):
        for name, search in documents.items():
            assert {path for path, word in shown.items() if not search.has(word)} == set(), name


def test_the_search_finds_a_word_wherever_it_hides() -> None:
    """In a package within a package, a property, an attachment, a stream; in UTF-16, hexadecimal or base64; over a line's end."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/sharedStrings.xml", "<si><t>Zqa</t><t>aavx</t></si>")
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/embeddings/sheet.xlsx", inner.getvalue())
        package.writestr("docProps/Zqaabvx.xml", "Zqaacvx".encode("utf-16-le"))
        package.writestr("a.bin", b"x" + b"5a71616164767800")
        package.writestr("b.xml", "<a>WnFhYWV2eA==</a><b>Zq\u00adaa-\nfvx</b>")
    assert Search(outer.getvalue()).find(["Zqaaavx", "Zqaabvx", "Zqaacvx", "Zqaadvx", "Zqaaevx", "Zqaafvx"]) == {
        *("Zqaaavx", "Zqaabvx", "Zqaacvx", "Zqaadvx", "Zqaaevx", "Zqaafvx")
    }
    document = pikepdf.new()
    document.add_blank_page()
    document.docinfo["/Subject"] = "Zqaagvxé"
    document.attachments["data.csv"] = b"Zqaahvx"
    document.Root.Hidden = document.make_stream(b"<x>Zqaaivx</x>" * 100)
    document.Root.Deep = pikepdf.Dictionary(Kids=[pikepdf.String("Zqaajvx")])
    saved = io.BytesIO()
    document.save(saved, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    words = {"Zqaagvx", "Zqaahvx", "Zqaaivx", "Zqaajvx"}
    assert not any(word.encode() in saved.getvalue() for word in ("Zqaaivx", "Zqaajvx"))
    assert Search(saved.getvalue()).find(words | {"Zqaakvx"}) == words


def test_a_leak_would_be_found(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edition without its ceiling is caught by the same search, in every format."""
    hidden = [path for path in list_halves(case, 0) if re.match(r"(agenda|sources|figures)\b|bottom_line", path)]
    for path in hidden:
        case.withhold(path, "marking")
    monkeypatch.setattr(EditionLimits, "_is_below_ceiling", lambda *_: True)
    for name, search in case.build("readers").items():
        assert len(search.find(case.words_under(*hidden))) > 20, name


@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize("way", ["marking", "editions"])
def test_one_half_is_withheld_and_the_other_is_shown(case: Case, way: str, half: int) -> None:
    """By the ceiling, or as another edition's; each portion is once on either side."""
    whole = case.build(None)
    hidden = list_halves(case, half)
    for path in hidden:
        case.withhold(path, way)
    names = {f"{name}.name{half}" for name in ("figures", "sources")}
    withheld = case.words_under(*hidden, *names)
    assert len(withheld) > 80
    for name, search in case.build("readers").items():
        assert search.find(withheld) == set(), name
        others = {word for path, word in PLANTED.words.items() if word not in withheld and is_printed(path)}
        assert search.find(others) == whole[name].find(others), name
        assert len(others) > 80


@pytest.mark.parametrize("template", sorted(file.parent.name for file in TEMPLATES.glob("*/template.yaml")))
def test_every_template_withholds(tmp_path: Path, template: str) -> None:
    """It is handed nothing else; so none has to remember."""
    case = Case(plant(template), tmp_path)
    hidden = list_halves(case, 1)
    for path in hidden:
        case.withhold(path, "marking")
    for name, search in case.build("readers").items():
        assert search.find(case.words_under(*hidden)) == set(), name


def is_printed(path: str) -> bool:
    """Tell whether a word is one that a document prints, and not only a name within its file."""
    return is_content(field_of(path)) and not re.search(r"\.(name|column)[01]$|\.id$", path)


@pytest.mark.parametrize("half", [0, 1])
def test_a_field_that_the_edition_does_not_name_is_withheld(case: Case, half: int) -> None:
    """Every other field of the model; those that an entry must have stay."""
    fields = [name for name in list_fields(Brief) if is_content(name) and not is_frame(name)]
    leaves = [name for name in fields if not any(other.startswith(f"{name}.") for other in fields)]
    needed = {name for each in leaves for name in list_required(Brief, each)} | {"participants.name", "figures.rows"}
    dropped = [name for name in leaves if name not in needed][half::2]
    case.shows = [name for name in leaves if name not in dropped]
    withheld = {word for path, word in PLANTED.words.items() if field_of(path) in dropped and not is_term(path)}
    assert len(withheld) > 50
    for name, search in case.build("readers").items():
        assert search.find(withheld) == set(), name
        assert search.has(PLANTED.words["agenda[1].topic"])


def is_frame(name: str) -> bool:
    """Tell whether a field is not one of its own kind to leave out: a line's text stands for the line."""
    return name.endswith(".text") and name.split(".")[-2] not in ("options", "sections", "annexes", "items")


def test_each_portion_in_turn_is_withheld(case: Case) -> None:
    """All that stands in it goes with it, in Word and on the page."""
    paths = [*case.entries(), *(name for name in FIELDS if name not in ("version", "status"))]
    assert len(paths) > 80
    for path in paths:
        turn = Case(PLANTED, case.folder)
        turn.withhold(path, "marking")
        for name, search in turn.build("readers", ("docx", "html")).items():
            assert search.find(turn.words_under(path)) == set(), (path, name)


def test_no_trace_of_the_whole_file_is_left(case: Case) -> None:
    """Neither its fingerprint, by which a guess could be proven, nor names within it, nor the place of any field."""
    brief = case.write()
    fingerprint = hashlib.sha256(brief.read_bytes()).hexdigest()
    printed = re.compile(r"^(facts\.(value|unit|as_of)|meeting\.end|figures\.reference_line\.value)$")
    steering = {path: word for path, word in PLANTED.words.items() if not is_content(field_of(path))}
    inner = {word for path, word in steering.items() if not printed.match(field_of(path))}
    inner |= {word for path, word in PLANTED.words.items() if re.match(r"(figures|sources)\.name[01]$", path)}
    assert Search((case.folder / "briefs" / "planted.yaml").read_bytes()).find(inner) == inner
    whole = case.build(None)["docx"]
    assert whole.has(fingerprint)
    assert whole.has("meeting.purpose")
    for name, search in case.build("readers").items():
        traces = inner | {fingerprint, fingerprint[:8], "meeting.purpose", "].topic", "others"}
        assert search.find(traces) == set(), name


def test_numbers_and_counts_tell_nothing_of_what_is_withheld(case: Case) -> None:
    """Items, sources and figures count on without a gap, and clearances are counted as if there were no others."""
    case.planted.data["clearances"][0]["state"] = case.data["clearances"][0]["state"] = "requested"
    for path in (*(f"{name}[0]" for name in ("agenda", "clearances")), f"sources.{next(iter(case.data['sources']))}"):
        case.withhold(path, "editions")
    page = case.build("readers", ("html",))
    html = (case.folder / "output" / "planted-DRAFT-v3.readers.html").read_text("utf-8")
    assert page["html"].has(PLANTED.words["agenda[1].topic"])
    assert re.findall(r'id="(item-\d+|source-\d+)"', html) == ["item-1", "source-1"]
    assert re.findall(r"Figure (\d+)", html) == ["1"]
    assert "1 of 1" in html


choices = st.sampled_from(["", "", "marking", "editions"])


def test_random_portions_never_show(tmp_path: Path) -> None:
    """Whatever is withheld together, by whichever way, and whichever fields the edition names."""
    built: list[bool] = []

    @settings(max_examples=100, deadline=None, phases=[Phase.generate])
    @given(data=st.data())
    def check(data: st.DataObject) -> None:
        case = Case(PLANTED, tmp_path)
        case.shows = sorted(data.draw(st.sets(st.sampled_from(SHOWS), min_size=len(SHOWS) // 2)))
        drawn = {path: data.draw(choices) for path in (*case.entries(), *FIELDS) if path not in ("version", "status")}
        for path, way in drawn.items():
            if way:
                case.withhold(path, way)
        withheld = case.words_under(*(path for path, way in drawn.items() if way))
        withheld |= {word for path, word in PLANTED.words.items() if not _is_named(path, case)}
        (outcome,) = case.carry_out("readers", ("docx", "html"))
        built.append(outcome.is_built)
        for document in outcome.documents:
            found = Search(document.path.read_bytes()).find(withheld)
            assert not found, [(path, drawn.get(path)) for path, word in PLANTED.words.items() if word in found]

    check()
    assert sum(built) > 50


def _is_named(path: str, case: Case) -> bool:
    """Tell whether the edition names a field; facts and what steers a brief are shown with others, not by name."""
    return is_shown(field_of(path), tuple(case.shows)) or not is_content(field_of(path)) or is_term(path)


def is_term(path: str) -> bool:
    """Tell whether a word is a term of the glossary, which stands in another text too."""
    return path.startswith("glossary.name")
