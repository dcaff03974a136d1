"""Writes a view as an HTML page, by a template that cannot run code and that escapes all it is given."""

import base64
import datetime
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import TracebackType

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
    pass_context,
)
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from briefmaker.diagnostics import BriefmakerError
from briefmaker.model.picture import Picture
from briefmaker.model.rich_text import iterate_inlines, plain_text
from briefmaker.view.figure_shape import FigureView
from briefmaker.view.pack_shape import PackView
from briefmaker.view.shape import View
from briefmaker.view.shown_text import Text
from briefmaker.writing.bidirectional import has_right_to_left
from briefmaker.writing.house_css import fill_in_style
from briefmaker.writing.rich_html import count_lines, write_alignment, write_blocks, write_inline
from briefmaker.writing.template import FileRefusedError, Template, say_plainly, tell_refused

PAGE_FILE = "page.html.j2"
PICTURE_FOLDER = "pictures"
_PAGE_NUMBER = Markup('<span class="page-number"></span>')
_PAGE_TOTAL = Markup('<span class="page-total"></span>')
_MISTAKES = (
    TemplateError,
    TypeError,
    ValueError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)
"""What a wrong template raises; it is one only where the traceback leads through a line of the template."""

_TAG = re.compile(r"\{[{%].*?[%}]\}")


def write_html(view: View | PackView, template: Template, page_file: str = PAGE_FILE) -> str:
    """Give the page of a brief, or one of those that a pack adds, as HTML, without its styles.

    Raises BriefmakerError, with file, line and tag, for a template with a mistake in it.
    """
    environment = _environment(template)
    try:
        page = environment.get_template(page_file)
        return page.render(view=view, labels=view.labels, page_number=_PAGE_NUMBER, page_total=_PAGE_TOTAL)
    except TemplateSyntaxError as mistake:
        raise _broken(template, mistake.filename, mistake.lineno, str(mistake.message)) from mistake
    except TemplateNotFound as missing:
        raise _broken(template, None, 0, f"the template has no file `{missing.name}`") from missing
    except _MISTAKES as mistake:
        file, line = _place_in_template(mistake.__traceback__, template)
        if file is None:
            raise
        raise _broken(template, file, line, str(mistake)) from mistake


def write_whole_html(view: View, template: Template) -> str:
    """Give the page of a brief as one HTML file with its styles inside, to be read on a screen."""
    names = list_styles(template, view.paper, view.direction)
    try:
        styles = "\n".join(fill_in_style(template.read_text(name), view.style) for name in names)
    except FileRefusedError as refused:
        raise tell_refused(template, refused) from refused
    without_fonts = re.sub(r"@font-face\s*\{[^}]*\}\s*", "", styles).replace("</", "<\\/")
    head = f"{_NOTHING_FROM_OUTSIDE}\n<style>\n{without_fonts}</style>\n</head>"
    page = write_html(view, template).replace("</head>", head, 1)
    for picture in view.pictures:
        page = page.replace(f'src="{PICTURE_FOLDER}/{picture.key}"', f'src="{_write_inside(picture)}"')
    return page


def _write_inside(picture: Picture) -> str:
    """Give a picture as an address that holds it."""
    kind = _KINDS[picture.key.rpartition(".")[2]]
    return f"data:image/{kind};base64,{base64.b64encode(picture.content).decode()}"


_KINDS = {"png": "png", "jpg": "jpeg", "svg": "svg+xml"}


def list_styles(template: Template, paper: str, direction: str) -> tuple[str, ...]:
    """Give the names of the template's stylesheets for this paper and writing direction, in the order they apply in."""
    turned = ("right-to-left.css",) if direction == "rtl" else ()
    names = ("brief.css", f"paper-{paper}.css", *turned, "page.css")
    return tuple(name for name in names if template.has(name))


# Whatever a template names, a browser that shows the page fetches nothing.
_NOTHING_FROM_OUTSIDE = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">"
)


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which escaping cannot be switched off."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for switch in tree.find_all(nodes.EvalContextModifier):
            raise TemplateSyntaxError("`autoescape` cannot be switched", switch.lineno, name, filename)
        return tree


class _TemplateLoader(BaseLoader):
    """Gives Jinja the files of one template and of the shared folders, and no others."""

    def __init__(self, template: Template) -> None:
        self._template = template

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """Give the text of a file, its path, and whether it is still as it was read."""
        try:
            file = self._template.find(template)
            written_at = file.stat().st_mtime_ns
            source = self._template.read_text(template)
        except FileRefusedError as refused:
            raise TemplateNotFound(template) from refused
        except UnicodeDecodeError as wrong:
            raise TemplateSyntaxError("the file is not UTF-8", 1, template, str(file)) from wrong
        return source, str(file), lambda: file.is_file() and file.stat().st_mtime_ns == written_at


@lru_cache(maxsize=32)
def _environment(template: Template) -> Environment:
    environment = _Environment(
        loader=_TemplateLoader(template),
        autoescape=True,
        undefined=StrictUndefined,
        optimized=False,  # a template is compiled in a sixth less time, and has no sums to work out beforehand
        trim_blocks=True,
        lstrip_blocks=True,
    )
    del environment.filters["safe"]
    environment.filters |= {
        "inline": _inline,
        "blocks": _blocks,
        "alignment": write_alignment,
        "lines": count_lines,
        "chart": _draw_chart,
        "fill": _fill,
        "w3c": _write_w3c_date,
    }
    return environment


@pass_context
def _inline(context: Context, text: Text | None) -> Markup:
    """Give a text within one line; one without a letter from right to left keeps its own order on such a page."""
    written = write_inline(text)
    return Markup('<bdi dir="ltr">{}</bdi>').format(written) if _is_foreign(context, text) else written


@pass_context
def _blocks(context: Context, text: Text | None) -> Markup:
    """Give a text as paragraphs; the same holds for them."""
    written = write_blocks(text)
    return Markup('<div dir="ltr">{}</div>').format(written) if _is_foreign(context, text) else written


def _is_foreign(context: Context, text: Text | None) -> bool:
    """Tell whether a text has letters, none of them from right to left, and stands on a page that runs so."""
    if text is None or context.resolve("view").direction == "ltr":
        return False
    words = "".join(plain_text(inlines) for inlines in iterate_inlines(text.blocks))
    return not has_right_to_left(words) and any(map(str.isalpha, words))


@pass_context
def _draw_chart(context: Context, figure: FigureView, direction: str) -> Markup:
    """Give a figure's chart in the colours of the house; a brief without one does not wait for what draws it."""
    from briefmaker.writing.charts import write_chart

    return write_chart(figure, direction, context.resolve("view").style.colours)


def _fill(words: str, /, **values: object) -> Markup:
    """Give a label with its words in braces filled in: ``"{lead} leads" | fill(lead=...)``."""
    pieces = re.split(r"\{(\w+)\}", words)
    filled = [escape(piece) if index % 2 == 0 else escape(values[piece]) for index, piece in enumerate(pieces)]
    return Markup().join(filled)


def _write_w3c_date(moment: datetime.datetime) -> str:
    """Give a time as PDF's metadata wants it; one without a zone counts as UTC."""
    return moment.isoformat(timespec="seconds") + ("" if moment.tzinfo else "Z")


def _place_in_template(trace: TracebackType | None, template: Template) -> tuple[str | None, int]:
    """Give the innermost line of a template that an error came from; Jinja puts it into the traceback."""
    file, line = None, 0
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if any(Path(name).is_relative_to(folder) for folder in template.folders):
            file, line = name, trace.tb_lineno
        trace = trace.tb_next
    return file, line


def _broken(template: Template, file: str | None, line: int, message: str) -> BriefmakerError:
    path = Path(file) if file else template.folders[0] / PAGE_FILE
    tag = _tag_of(path, line)
    place = f"{path.parent.name}/{path.name}" + (f":{line}" if line else "")
    return BriefmakerError(
        f"templates/{place}: {say_plainly(message)}" + (f", in `{tag}`" if tag else ""),
        "a template shows what the view holds, and each part of it exactly as it is named there",
        exit_code=1,
    )


def _tag_of(file: Path, line: int) -> str:
    """Give the first tag of a template's line, or the whole line."""
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    if not 0 < line <= len(lines):
        return ""
    found = _TAG.search(lines[line - 1])
    return found[0] if found else lines[line - 1].strip()
