"""Writes templates/NAME/word.docx anew: ``python -m tools.word_template.make`` from the root of the project.

The Word templates are ordinary documents that staff change in Word; this makes the ones that come with briefmaker, so that
a change of style reaches them all. The same input gives the same bytes.
"""

import io
import zipfile
from pathlib import Path

from briefmaker.model.font_family import COMPANIONS
from briefmaker.model.style import PLAIN_STYLE, list_families
from briefmaker.writing.word.house import write_font_entry
from tools.word_template import information, meeting, pack, scene_setter, speaking_points, submission, summary, weekly
from tools.word_template.parts import cell, only_if, paragraph, row, run, table
from tools.word_template.styles import NAMESPACES, mm, styles_part

TEMPLATES = Path(__file__).parents[2] / "templates"
BODIES = {
    "information": (information.body, ""),
    "meeting": (meeting.body, ""),
    "pack": (pack.body, pack.STYLES),
    "scene-setter": (scene_setter.body, scene_setter.STYLES),
    "speaking-points": (speaking_points.body, speaking_points.STYLES),
    "submission": (submission.body, submission.STYLES),
    "summary": (summary.body, summary.STYLES),
    "weekly": (weekly.body, weekly.STYLES),
}
"""Each template's body, and the styles that it has beside the usual ones or in their place."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "document": "main",
    "styles": "styles",
    "settings": "settings",
    "fontTable": "fontTable",
    "numbering": "numbering",
    "header1": "header",
    "header2": "header",
    "footer1": "footer",
    "footer2": "footer",
}


def header_part(*, is_first: bool) -> str:
    """Give the head of a page: marking, then the short title from page two, and what says that it is a draft.

    The logo of the house floats at the corner of page one, so that nothing moves where there is none.
    """
    marking = paragraph("Marking", *(["{{r logo }}"] if is_first else []), "{{r view.marking }}")
    notice = ["{% if view.draft_notice %}", run("{{ view.draft_notice }}", "Draft"), "{% endif %}"]
    replaces = only_if(
        "view.replaces_notice", paragraph("Header", run("{{ view.replaces_notice }}", "Strong Words"), jc="right")
    )
    title = "" if is_first else "{{r view.title }}"
    kind = "" if is_first else "   {{ view.kind }}"
    columns = (118.0, 48.0) if is_first else (110.0, 56.0)
    line = table(
        columns,
        row(
            cell(columns[0], paragraph("Header", title)),
            cell(columns[1], paragraph("Header", *notice, kind, jc="right"), replaces),
        ),
        borders="",
    )
    # Where a long marking or title makes the head higher than its margin, the text begins below this.
    line += paragraph("Table Gap") * 3
    return f"<w:hdr {NAMESPACES}>{marking}{line}</w:hdr>"


def footer_part(*, is_first: bool) -> str:
    """Give the foot of a page: reference, version, status, date, what was known when; page x of y; marking.

    On page one the text that the house puts there stands above.
    """
    fixed = "view.house.first_page"
    small_print = only_if(fixed, paragraph("First Page Foot", f"{{{{p {fixed} }}}}")) if is_first else ""
    line = paragraph(
        "Footer",
        "{{r [view.reference, view.version, view.status, view.date,"
        " labels.as_of|fill(moment=view.as_of) if view.as_of else none]|joined(' · ') }}"
        "\t{{r labels.page_of|fill(page=page_number, pages=page_total) }}",
    )
    return f"<w:ftr {NAMESPACES}>{small_print}{line}{paragraph('Marking', '{{r view.marking }}')}</w:ftr>"


def document_part(body: str) -> str:
    """Give the body with its page."""
    references = "".join(
        f'<w:{kind}Reference w:type="{which}" r:id="{key}"/>'
        for kind, which, key in (
            ("header", "default", "header2"),
            ("header", "first", "header1"),
            ("footer", "default", "footer1"),
            ("footer", "first", "footer2"),
        )
    )
    page = (
        f'<w:sectPr>{references}<w:pgSz w:w="{mm(210)}" w:h="{mm(297)}"/><w:pgMar w:top="{mm(25)}" w:right="{mm(22)}" '
        f'w:bottom="{mm(24)}" w:left="{mm(22)}" w:header="{mm(11)}" w:footer="{mm(9)}" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
    closing = only_if("view.house.end", paragraph("Fixed Text", "{{p view.house.end }}"))
    return f"<w:document {NAMESPACES}><w:body>{body}{closing}{page}</w:body></w:document>"


def font_table_part() -> str:
    """Give the fonts with what Office has in their place for readers who have not installed them."""
    families = (*list_families(PLAIN_STYLE), *COMPANIONS)
    fonts = "".join(write_font_entry(family) for family in families)
    return f"<w:fonts {NAMESPACES}>{fonts}</w:fonts>"


def settings_part() -> str:
    """Give the settings: no surprises from older Words, tabs as in the styles."""
    compatible = (
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compatible}</w:compat></w:settings>'
    )


def relationships(entries: dict[str, tuple[str, str]]) -> str:
    """Give a relationships part: id -> (kind, target)."""
    lines = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, (kind, target) in entries.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'
    )


def content_types() -> str:
    """Give the part that says what each part is."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind if kind != "main" else "document.main"}+xml"/>'
        for name, kind in _PARTS.items()
    )
    core = '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
        f"{overrides}{core}</Types>"
    )


def core_part() -> str:
    """Give core properties, which briefmaker fills in."""
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>briefmaker template</dc:title>'
        "<dc:creator>briefmaker</dc:creator></cp:coreProperties>"
    )


def make_template(name: str) -> bytes:
    """Give the Word template of this name as a file."""
    body, own_styles = BODIES[name]
    return write_template(body(), own_styles)


def write_template(body: str, own_styles: str = "") -> bytes:
    """Give a Word template with this body, and styles beside those of all templates, as a file."""
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            {
                "rId1": (f"{_OFFICE}/officeDocument", "word/document.xml"),
                "rId2": (
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "docProps/core.xml",
                ),
            }
        ),
        "docProps/core.xml": core_part(),
        "word/_rels/document.xml.rels": relationships(
            {name: (f"{_OFFICE}/{kind}", f"{name}.xml") for name, kind in _PARTS.items() if kind != "main"}
        ),
        "word/document.xml": document_part(body),
        "word/styles.xml": styles_part(own_styles),
        "word/settings.xml": settings_part(),
        "word/fontTable.xml": font_table_part(),
        "word/numbering.xml": f"<w:numbering {NAMESPACES}/>",
        "word/header1.xml": header_part(is_first=True),
        "word/header2.xml": header_part(is_first=False),
        "word/footer1.xml": footer_part(is_first=False),
        "word/footer2.xml": footer_part(is_first=True),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            entry = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, _DECLARATION + content)
    return written.getvalue()


def main() -> None:
    """Write every template that comes with briefmaker."""
    for template in BODIES:
        (TEMPLATES / template / "word.docx").write_bytes(make_template(template))


if __name__ == "__main__":
    main()
