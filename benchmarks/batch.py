"""Many briefs: briefmaker beside pandoc + WeasyPrint, docxtpl + LibreOffice, typst and a bare pool of WeasyPrint; and the week.

    python benchmarks/batch.py [--briefs 100] [--week 500] [--rounds 3] [--pictures docs/pictures]

All make documents of the same briefs, four pages each, that have no sentence in common; each starts from nothing and uses both
cores in its own best way. In the week, a twentieth of many briefs was changed: briefmaker builds what changed, typst all anew.
The program ends with 1 when a limit is missed, or when a peer's documents lack words.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from batch_pictures import draw_bars
from brief_words import find_shared_sentences, write_brief
from peer_documents import count_missing, count_words
from peers import Peer, install_peers, prepare_peers, run, write_markdown
from used_time import Used, measure_used, middle_of, name_machine

BRIEFMAKER = "briefmaker"
CHANGED = 20  # one brief in so many, each week
PANDOC_FACTOR, BARE_FACTOR, WEEK_FACTOR = 4.5, 1.2, 1.5
MOST_MISSING = 0.02  # of a page's words: the halves of one that is divided in a narrow column are read apart
PROGRAMS = Path(sys.executable).parent


def main() -> int:
    """Prepare, measure, show, and tell whether all limits were kept."""
    asked = _read_arguments()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        typst = install_peers(asked.installed)
        print(name_machine())
        sound, batch = _measure_batch(asked.briefs, asked.rounds, folder / "batch", typst)
        week = _measure_week(asked.week, asked.rounds, folder / "week", typst)
    if asked.pictures:
        draw_bars(asked.pictures / "batch.svg", f"{asked.briefs} briefs of four pages, from nothing", batch)
        draw_bars(asked.pictures / "week.svg", f"{asked.week} briefs, of which {asked.week // CHANGED} changed", week)
    return 0 if all([sound, _tell_batch(batch, asked.briefs), _tell_week(week)]) else 1


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--briefs", type=int, default=100)
    parser.add_argument("--week", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pictures", type=Path, help="write the plots into this folder")
    parser.add_argument("--installed", type=Path, default=Path.home() / ".cache" / "briefmaker-peers")
    return parser.parse_args()


def _measure_batch(count: int, rounds: int, folder: Path, typst: Path) -> tuple[bool, dict[str, Used]]:
    briefs = _write_workspace(folder, count)
    peers = prepare_peers(briefs, folder / "peers", typst)
    write_markdown(folder / "peers")
    output = folder / "output"

    def build(number: int, formats: str) -> Callable[[], None]:
        return lambda: _build(folder, output / f"{number}-{formats}", formats)

    used: dict[str, list[Used]] = {}
    for number in range(rounds):
        works = {f"{BRIEFMAKER}, both": build(number, "pdf,docx"), f"{BRIEFMAKER}, PDF": build(number, "pdf")}
        works |= {f"{peer.name}, {'both' if peer.words else 'PDF'}": peer.make for peer in peers}
        for name, work in works.items():
            used.setdefault(name, []).append(measure_used(work))
    ours = Peer(BRIEFMAKER, lambda: None, output / "0-pdf,docx", output / "0-pdf,docx")
    pages = sorted((folder / "peers" / "briefs").glob("*.html"))
    tellings = [_hold_all_words(peer, pages) for peer in (ours, *peers)]
    return all(tellings), {name: middle_of(each) for name, each in used.items()}


def _measure_week(count: int, rounds: int, folder: Path, typst: Path) -> dict[str, Used]:
    briefs = _write_workspace(folder, count)
    output = folder / "output"
    (compiling,) = (peer for peer in prepare_peers(briefs, folder / "peers", typst) if peer.name == "typst")
    _build(folder, output, "pdf,docx")
    used: dict[str, list[Used]] = {}
    for number in range(rounds):
        for place in range(number, count, CHANGED):
            briefs[place].write_text(write_brief(place, edit=f"In week {number} this was changed."), "utf-8")
        used.setdefault(f"{BRIEFMAKER}, both, what changed", []).append(
            measure_used(lambda: _build(folder, output, "pdf,docx"))
        )
        used.setdefault("typst, PDF, all anew", []).append(measure_used(compiling.make))
    return {name: middle_of(each) for name, each in used.items()}


def _write_workspace(folder: Path, count: int) -> list[Path]:
    """Write a workspace with so many briefs, none of which shares a sentence with another."""
    (folder / "briefs").mkdir(parents=True)
    (folder / "briefmaker.yaml").write_text("paper: a4\n", "utf-8")
    texts = [write_brief(number) for number in range(count)]
    if shared := find_shared_sentences(texts):
        raise SystemExit(f"the briefs share {len(shared)} sentences, such as: {min(shared)}")
    briefs = [folder / "briefs" / f"brief-{number:04}.yaml" for number in range(count)]
    for brief, text in zip(briefs, texts, strict=True):
        brief.write_text(text, "utf-8")
    return briefs


def _build(folder: Path, output: Path, formats: str) -> None:
    run(PROGRAMS / "briefmaker", "build", folder / "briefs", "--format", formats, "--output", output)


def _hold_all_words(peer: Peer, pages: Sequence[Path]) -> bool:
    """Tell whether a peer made every document, and whether some of its PDFs have the words of their pages."""
    made = {file.stem for file in peer.pdfs.glob("*.pdf")}
    words = {file.stem for file in peer.words.glob("*.docx")} if peer.words else made
    missing = {page.stem for page in pages} - (made & words)
    lost = total = 0
    for page in [] if missing else pages[:: max(1, len(pages) // 5)]:
        text = page.read_text("utf-8")
        lost += count_missing(text, peer.pdfs / f"{page.stem}.pdf")
        total += count_words(text)
    sound = not missing and lost <= MOST_MISSING * total
    print(f"{peer.name}: {len(missing)} documents not made; of {total} words looked for, {lost} not found")
    return sound


def _tell_batch(used: dict[str, Used], count: int) -> bool:
    ours, bare = used[f"{BRIEFMAKER}, both"].wall, used["WeasyPrint, PDF"].wall
    print(f"\n{count} briefs of four pages, from nothing")
    _show(used, ours)
    kept = [
        _tell("pandoc + WeasyPrint takes", used["pandoc + WeasyPrint, both"].wall / ours, at_least=PANDOC_FACTOR),
        _tell("docxtpl + LibreOffice takes", used["docxtpl + LibreOffice, both"].wall / ours, at_least=1.0),
        _tell("both formats take, of WeasyPrint's PDF alone,", ours / bare, at_most=BARE_FACTOR),
    ]
    return all(kept)


def _tell_week(used: dict[str, Used]) -> bool:
    ours, typst = (each.wall for each in used.values())
    print("\nThe week")
    _show(used, ours)
    return _tell("typst takes", typst / ours, at_least=WEEK_FACTOR)


def _show(used: dict[str, Used], ours: float) -> None:
    for name, each in used.items():
        print(f"  {name:<32} {each.wall:7.1f} s  {each.processor:7.1f} s of both cores  {each.wall / ours:5.2f}")


def _tell(what: str, times: float, at_least: float = 0.0, at_most: float = float("inf")) -> bool:
    limit = f"at least {at_least}" if at_least else f"at most {at_most}"
    print(f"  {what} {times:.2f} times; {limit}")
    return at_least <= times <= at_most


if __name__ == "__main__":
    sys.exit(main())
