"""Imports all that writing documents needs, when this module is imported: for processes that will write many."""

from importlib import import_module

from briefmaker.writing.import_weasyprint import import_weasyprint

_NEEDED = (
    "weasyprint.svg",
    "briefmaker.writing.charts.page",
    "briefmaker.writing.fetcher",
    "briefmaker.writing.glyphs",
    "briefmaker.writing.html",
    "briefmaker.writing.pdf",
    "briefmaker.writing.tags",
    "briefmaker.writing.word",
    "briefmaker.writing.word.charts",
)

try:
    import_weasyprint()
    for _name in _NEEDED:
        import_module(_name)
except OSError:
    pass  # Pango is missing; who writes a document tells of it
