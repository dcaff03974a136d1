"""The building blocks of a template's body: paragraphs with tags, and tables whose rows repeat."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from tools.word_template.styles import HAIRLINE, INK, NAVY, TINT, mm, pt

FLUSH_RIGHT = '<w:jc w:val="right"/>'


def run(text: str, style: str = "") -> str:
    """Give a run; a tab in the text is a tab in Word."""
    properties = f'<w:rPr><w:rStyle w:val="{style.replace(" ", "")}"/></w:rPr>' if style else ""
    pieces = [f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in text.split("\t")]
    return f"<w:r>{properties}{'<w:tab/>'.join(pieces)}</w:r>"


def paragraph(style: str, *runs: str, jc: str = "", keep_next: bool = False) -> str:
    """Give a paragraph in a style; a bare string is a run without a style of its own."""
    content = "".join(each if each.startswith("<w:") else run(each) for each in runs)
    side = f'<w:jc w:val="{jc}"/>' if jc else ""
    keep = "<w:keepNext/>" if keep_next else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style.replace(" ", "")}"/>{keep}{side}</w:pPr>{content}</w:p>'


def control(tag: str) -> str:
    """Give a paragraph that only steers, such as ``{%p if ... %}``."""
    return paragraph("Table Gap", tag)


def only_if(condition: str, *content: str) -> str:
    """Give content that stands only where a condition holds."""
    return control(f"{{%p if {condition} %}}") + "".join(content) + control("{%p endif %}")


def for_each(loop: str, *content: str) -> str:
    """Give content that is repeated: ``item in view.agenda``."""
    return control(f"{{%p for {loop} %}}") + "".join(content) + control("{%p endfor %}")


def label(key: str, style: str = "Brief Label") -> str:
    """Give a label of the brief's language, with the tab to the text column."""
    return run(f"{{{{ labels.{key} }}}}\t", style)


def field(style: str, key: str, value: str, label_style: str = "Brief Label") -> str:
    """Give a field: its label, and its text that may run on; a field that is empty leaves nothing."""
    return paragraph(style, label(key, label_style), f"{{{{p {value} }}}}")


def cell(width: float, *content: str, shade: str = "", borders: str = "", span: int = 1) -> str:
    """Give a table cell of a width in mm, over one or more columns."""
    columns = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    edges = f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    flush = '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>' if any(FLUSH_RIGHT in each for each in content) else ""
    properties = f'<w:tcW w:w="{mm(width)}" w:type="dxa"/>{columns}{edges}{shading}{flush}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def edge(side: str, width: float, color: str) -> str:
    """Give one edge of a cell or table; the width in points."""
    return f'<w:{side} w:val="single" w:sz="{round(width * 8)}" w:space="0" w:color="{color}"/>'


def no_edge(side: str) -> str:
    """Give an edge that is not drawn."""
    return f'<w:{side} w:val="nil"/>'


def row(*cells: str, header: bool = False) -> str:
    """Give a row that is never cut in two; a header row stands again on each page."""
    repeats = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeats}</w:trPr>{''.join(cells)}</w:tr>"


def control_row(tag: str, width: float) -> str:
    """Give a row that only steers, such as ``{%tr for ... %}``."""
    return row(cell(width, paragraph("Table Gap", tag)))


def rows_if(condition: str, width: float, *rows: str) -> str:
    """Give rows that stand only where a condition holds."""
    return control_row(f"{{%tr if {condition} %}}", width) + "".join(rows) + control_row("{%tr endif %}", width)


def repeated(loop: str, width: float, *rows: str) -> str:
    """Give rows that are repeated."""
    return control_row(f"{{%tr for {loop} %}}", width) + "".join(rows) + control_row("{%tr endfor %}", width)


HAIRLINES = edge("bottom", 0.5, HAIRLINE) + edge("insideH", 0.5, HAIRLINE)


def table(widths: Sequence[float], *rows: str, borders: str = HAIRLINES) -> str:
    """Give a table of fixed column widths in mm, with hairlines between its rows unless it has other borders."""
    edges = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    grid = "".join(f'<w:gridCol w:w="{mm(width)}"/>' for width in widths)
    first = "firstRow" if any("<w:tblHeader/>" in each for each in rows) else "firstColumn"
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(mm(width) for width in widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/>{edges}<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="{pt(6)}" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:{first}="1" w:noHBand="1" w:noVBand="1"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


NO_RULE = no_edge("top") + no_edge("bottom")


def label_cell(*content: str) -> str:
    """Give a cell of the label column, which has no rules."""
    return cell(32, *content, borders=NO_RULE)


def head_words(key: str) -> str:
    """Give the label of a column; with ``time_set if CONDITION`` only where that holds."""
    name, _, condition = key.partition(" if ")
    words = f"{{{{ labels.{name} }}}}"
    return f"{{% if {condition} %}}{words}{{% endif %}}" if condition else words


def where_filled(key: str, entries: str, field_name: str = "") -> str:
    """Give a column's label that stands only where one of the entries has that field."""
    return f"{key} if {entries}|selectattr('{field_name or key}')|list"


def head_row(
    widths: Sequence[float], keys: Sequence[str], right: Sequence[int] = (), *, has_label_column: bool = False
) -> str:
    """Give a header row of labels; columns named in ``right`` are flush right, and a label column has no rule."""
    cells = []
    for number, (width, key) in enumerate(zip(widths, keys, strict=True)):
        side = "right" if number in right else ""
        rule = NO_RULE if has_label_column and number == 0 else edge("bottom", 0.75, INK)
        cells.append(cell(width, paragraph("Table Head", head_words(key), jc=side), borders=rule))
    return row(*cells, header=True)


def lines_block(*content: str, key: str = "lines_to_take") -> str:
    """Give the tinted block of what is to be spoken, with a bar at its left; Enter makes a new line to take."""
    bar = edge("left", 3, NAVY)
    first = cell(
        32, paragraph("Table Gap"), paragraph("Line Label", f"{{{{ labels.{key} }}}}"), shade=TINT, borders=bar
    )
    second = cell(134, paragraph("Table Gap"), *content, shade=TINT)
    return table((32, 134), row(first, second), borders="")


def portrait(who: str) -> str:
    """Give the paragraph with somebody's portrait, for a cell of 26 mm or more; nothing where there is none."""
    return only_if(f"{who}.portrait", paragraph("Portrait", f"{{{{r {who}.portrait }}}}"))
