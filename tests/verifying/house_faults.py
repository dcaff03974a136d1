"""Documents that lack what the house puts on each, or the marks that its scheme asks for, each in one way."""

from tests.verifying.planting import HOUSE, Fault, Tree, change_page, change_text, change_tree

from briefmaker.verifying.word_outline import DRAWING

_ITEM = "one at the weir"
_RUN = '</w:t></w:r><w:r><w:t xml:space="preserve">'


def _page(check: str, what: str, old: str, new: str) -> Fault:
    return Fault(check, "pdf", what, change_page(old, new, HOUSE), HOUSE)


def _word(check: str, what: str, old: str, new: str, part: str = "word/document.xml") -> Fault:
    return Fault(check, "docx", what, change_text(old, new, part, HOUSE), HOUSE)


def _describe_otherwise(root: Tree) -> None:
    next(root.iter(f"{DRAWING}docPr")).set("descr", "Ministry of Winds")


HOUSE_FAULTS: tuple[Fault, ...] = (
    _page("house", "no name", "Ministry of Tides · Information", "Information"),
    _word("house", "no name", "Ministry of Tides · ", ""),
    _page("house", "no logo", '<div class="letterhead"><img', '<div class="letterhead" hidden><img'),
    Fault("house", "docx", "another logo", change_tree(_describe_otherwise, "word/header1.xml", HOUSE), HOUSE),
    _page("house", "no small print", "<p>Return this paper to the registry of tides.</p>", ""),
    _word("house", "other small print", "Return this paper", "Keep this paper", "word/footer2.xml"),
    _page("house", "another last line", "Printed in the house of tides", "Printed in the house of winds"),
    _word("house", "another last line", "Printed in the house of tides", "Printed in the house of winds"),
    _page("portion-marks", "an entry", f'<span class="portion">(C)</span> {_ITEM}', _ITEM),
    _word("portion-marks", "an entry", f"(C)\u00a0{_RUN}{_ITEM}", f"{_RUN}{_ITEM}"),
)
