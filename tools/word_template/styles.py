"""The named styles of every Word template: type, colour and space of the printed page, as Word knows them."""

import re

from briefmaker.model.style import PLAIN_STYLE
from briefmaker.writing.word.house import write_colour

# A template holds the colours and fonts of a house that sets nothing; briefmaker puts those of the house in their place.
_COLOURS = PLAIN_STYLE.colours
NAVY, INK, QUIET = (write_colour(each) for each in (_COLOURS.accent, _COLOURS.ink, _COLOURS.quiet))
BACKGROUND, CAUTION, TINT = (write_colour(each) for each in (_COLOURS.background, _COLOURS.caution, _COLOURS.tint))
BAR, HAIRLINE = (write_colour(each) for each in (_COLOURS.bar, _COLOURS.hairline))
SERIF, DISPLAY, SANS = PLAIN_STYLE.serif.name, PLAIN_STYLE.display.name, PLAIN_STYLE.sans.name
TWIPS_PER_MM = 1440 / 25.4
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def mm(length: float) -> int:
    """Give millimetres as twips."""
    return round(length * TWIPS_PER_MM)


def pt(length: float) -> int:
    """Give points as twips."""
    return round(length * 20)


def fonts(family: str) -> str:
    """Give the fonts of a run: the family for Latin, Greek and Cyrillic, companions for Arabic and Hebrew."""
    return f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{family}" w:cs="Noto Naskh Arabic"/>'


def run_properties(
    family: str | None = None,
    size: float | None = None,
    color: str | None = None,
    *,
    bold: bool | None = None,
    italic: bool | None = None,
    spacing: float | None = None,
    frame: float | None = None,
) -> str:
    """Give a style's ``w:rPr``, in the order of the schema; ``frame`` is the width of a line around it, in points."""
    parts = [fonts(family)] if family else []
    for name, value in (("b", bold), ("i", italic)):
        if value is not None:
            flag = "" if value else ' w:val="0"'
            parts += [f"<w:{name}{flag}/><w:{name}Cs{flag}/>"]
    parts += [f'<w:color w:val="{color}"/>'] if color else []
    parts += [f'<w:spacing w:val="{pt(spacing)}"/>'] if spacing else []
    parts += [f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'] if size else []
    line = round(frame * 8) if frame else 0
    parts += [f'<w:bdr w:val="single" w:sz="{line}" w:space="0" w:color="{color or INK}"/>'] if frame else []
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def rule(side: str, width: float, color: str = NAVY, space: int = 0) -> str:
    """Give one line of a paragraph's border; the width in points."""
    return f'<w:{side} w:val="single" w:sz="{round(width * 8)}" w:space="{space}" w:color="{color}"/>'


def paragraph_properties(
    leading: float | None = None,
    before: float = 0,
    after: float = 0,
    *,
    left: float = 0,
    hanging: float = 0,
    right: float = 0,
    tabs: tuple[tuple[str, float], ...] = (),
    borders: str = "",
    keep_next: bool = False,
    keep_lines: bool = False,
    together: bool = False,
    align: str = "",
    outline: int | None = None,
) -> str:
    """Give a style's ``w:pPr``, in the order of the schema; leading, before and after in points, the rest in mm.

    A leading of 0 is as high as what stands in the line, such as a picture.
    ``together`` leaves no space between paragraphs of the style, so that one border holds them.
    """
    parts = ["<w:keepNext/>"] if keep_next else []
    parts += ["<w:keepLines/>"] if keep_lines else []
    parts += ["<w:widowControl/>"]
    parts += [f"<w:pBdr>{borders}</w:pBdr>"] if borders else []
    if tabs:
        parts += ["<w:tabs>" + "".join(f'<w:tab w:val="{kind}" w:pos="{mm(at)}"/>' for kind, at in tabs) + "</w:tabs>"]
    line = f' w:line="{pt(leading)}" w:lineRule="exact"' if leading else ""
    line = ' w:line="240" w:lineRule="auto"' if leading == 0 else line
    parts += [f'<w:spacing w:before="{pt(before)}" w:after="{pt(after)}"{line}/>']
    parts += [f'<w:ind w:left="{mm(left)}" w:right="{mm(right)}" w:hanging="{mm(hanging)}"/>']
    parts += ["<w:contextualSpacing/>"] if together else []
    parts += [f'<w:jc w:val="{align}"/>'] if align else []
    parts += [f'<w:outlineLvl w:val="{outline}"/>'] if outline is not None else []
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def paragraph_style(name: str, paragraph: str, run: str, *, based_on: str = "Normal", following: str = "") -> str:
    """Give a paragraph style; its id is its name without blanks."""
    style_id = name.replace(" ", "")
    base = "" if name == "Normal" else f'<w:basedOn w:val="{based_on}"/>'
    default = ' w:default="1"' if name == "Normal" else ""
    custom = "" if name in BUILT_IN else ' w:customStyle="1"'
    then = f'<w:next w:val="{following.replace(" ", "")}"/>' if following else ""
    shown = BUILT_IN.get(name, name)
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style_id}"><w:name w:val="{shown}"/>{base}{then}'
        f"<w:qFormat/>{paragraph}{run}</w:style>"
    )


def character_style(name: str, run: str) -> str:
    """Give a character style."""
    custom = "" if name == "Hyperlink" else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{custom} w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>{run}</w:style>'
    )


# Built-in styles, with the names that Word gives them in the file.
BUILT_IN = {
    "Normal": "Normal",
    "Title": "Title",
    "Heading 1": "heading 1",
    "Caption": "caption",
    "Header": "header",
    "Footer": "footer",
}

_DEFAULT_CHARACTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
)
LABEL_COLUMN, NUMBER_COLUMN, WIDTH = 32.0, 6.0, 166.0
_FIELD = {"left": LABEL_COLUMN, "hanging": LABEL_COLUMN, "tabs": (("left", LABEL_COLUMN),)}
_NUMBERED = {
    "left": LABEL_COLUMN + NUMBER_COLUMN,
    "hanging": LABEL_COLUMN + NUMBER_COLUMN,
    "tabs": (("left", LABEL_COLUMN), ("left", LABEL_COLUMN + NUMBER_COLUMN)),
}


def paragraph_styles() -> str:
    """Give all paragraph styles; measures in points and millimetres as on the printed page."""
    p, r, style = paragraph_properties, run_properties, paragraph_style
    heading, closing = rule("top", 1.5, space=6), rule("top", 0.75, space=5)
    box = "".join(
        rule(side, 0.75, space=space) for side, space in (("top", 1), ("left", 2), ("bottom", 1), ("right", 2))
    )
    return "".join(
        [
            style("Normal", p(14, after=4), r(SERIF, 10.5, INK)),
            style("Title", p(26, after=6, right=26, keep_next=True, outline=None), r(DISPLAY, 22, INK)),
            style("Lengthy Title", p(21, after=6, keep_next=True), r(DISPLAY, 17, INK), based_on="Title"),
            style(
                "Heading 1",
                p(
                    18,
                    18,
                    3,
                    borders=heading,
                    keep_next=True,
                    keep_lines=True,
                    outline=0,
                ),
                r(SERIF, 14, INK, bold=True),
                following="Brief Field",
            ),
            style(
                "Numbered Heading",
                p(
                    18,
                    18,
                    3,
                    left=9,
                    hanging=9,
                    tabs=(("left", 9.0),),
                    borders=heading,
                    keep_next=True,
                    keep_lines=True,
                    outline=0,
                ),
                "",
                based_on="Heading1",
                following="Brief Field",
            ),
            # A part of the end matter stands as high in the outline as any other, in smaller type.
            style(
                "Minor Heading",
                p(14, 13, 3, borders=rule("top", 0.75, space=5), keep_next=True, keep_lines=True, outline=0),
                r(SERIF, 11, INK, bold=True),
                based_on="Heading1",
            ),
            style("Caption", p(13, 6, 4, left=LABEL_COLUMN, keep_next=True), r(SANS, 9, INK)),
            style("Header", p(12, tabs=(("right", WIDTH),)), r(SANS, 8, QUIET)),
            style("Footer", p(12, 5, tabs=(("right", WIDTH),)), r(SANS, 8, QUIET)),
            style("Marking", p(12, align="center", left=38, right=38), r(SANS, 10, INK, bold=True, spacing=0.8)),
            style("Brief Kicker", p(14, keep_next=True), r(SANS, 9, NAVY, bold=True, spacing=0.45)),
            style("Brief Meta", p(13, after=7), r(SANS, 9, QUIET)),
            style("Brief Fact", p(13.5, 2, 2), r(SANS, 9.5, INK)),
            style("Bottom Line", p(18, 9, 5, keep_lines=True, **_FIELD), r(SERIF, 13, INK), based_on="Normal"),
            style("Brief Objectives", p(14, 0, 2, **_NUMBERED), r(SERIF, 10.5, INK)),
            style("Brief Field", p(14, 0, 5, **_FIELD), r(SERIF, 10.5, INK)),
            style("Brief Objective", p(14, 0, 8, keep_next=True, **_FIELD), r(bold=True), based_on="BriefField"),
            style("Brief List", p(14, 0, 2, **_NUMBERED), r(SERIF, 10.5, INK)),
            style("Brief Background", p(13, 0, 5, **_FIELD), r(SANS, 9.25, BACKGROUND)),
            style("Line to Take", p(17, 0, 5, keep_lines=True), r(SERIF, 12.5, INK), following="Line to Take"),
            style("Heading Note", p(12, 0, 6, left=9, keep_next=True), r(SANS, 9, QUIET)),
            style(
                "Likelihood",
                p(11, 4, 4, left=1, right=1.2, borders=box, together=True),
                r(SANS, 8.25, NAVY, bold=True),
            ),
            style("Line Label", p(17, left=3), r(SANS, 9, NAVY, bold=True)),
            style("They Say", p(13.5, 3, 3), r(SERIF, 10, INK, italic=True)),
            style("We Say", p(13.5, 3, 3), r(SERIF, 10, INK)),
            style("Judgement", p(14, 3, 2), r(SERIF, 10.5, INK, bold=True)),
            style("So What", p(14, 0, 2), r(SERIF, 10.5, INK)),
            style("Quiet", p(12.5, 0, 2), r(SANS, 9, QUIET)),
            style("Figure Place", p(13, 0, 0, left=LABEL_COLUMN, keep_next=True), r(SANS, 9, INK)),
            style("Section Text", p(14, 0, 4, left=LABEL_COLUMN), r(SERIF, 10.5, INK)),
            style("Table Text", p(13, 1.5, 1.5), r(SANS, 9.5, INK)),
            style("Table Head", p(12, 2, 2, keep_next=True), r(SANS, 8.5, NAVY, bold=True)),
            style("Source", p(11, 1, 1), r(SANS, 8.5, INK)),
            style("Note", p(12, 3, 6), r(SANS, 8.5, QUIET)),
            style("Figure Note", p(12, 3, 6, left=LABEL_COLUMN), r(SANS, 8.5, QUIET)),
            style("Closing", p(12, 13, 2, borders=closing, keep_lines=True, together=True), r(SANS, 8.5, QUIET)),
            style("Change Since", p(13, 2, 1), r(SANS, 9.25, QUIET)),
            style("Change Line", p(13, 0, 1, left=4, hanging=4, tabs=(("left", 4.0),)), r(SANS, 9.25, INK)),
            style("Change Text", p(13, 2, 2), r(SANS, 9.25, INK)),
            style("Table Gap", p(4), r(SANS, 2)),
            style("Portrait", p(0, 5, 2), r(SANS, 9, INK)),
            style("First Page Foot", p(10.5, 0, 2), r(SANS, 8, QUIET)),
            style("Fixed Text", p(11, 13, 2, together=True), r(SANS, 8, QUIET)),
        ]
    )


def character_styles() -> str:
    """Give all character styles."""
    r, style = run_properties, character_style
    return "".join(
        [
            _DEFAULT_CHARACTERS,
            style("Brief Label", r(SANS, 9, NAVY, bold=True, italic=False)),
            style("Label Caution", r(SANS, 9, CAUTION, bold=True)),
            style("Item Number", r(SERIF, None, NAVY, bold=True)),
            style("Citation", r(SANS, 8, QUIET, bold=False, italic=False)),
            style("Portion", r(SANS, 8, INK, bold=True, italic=False)),
            style("Quiet Words", r(SANS, 9, QUIET)),
            style("Strong Words", r(bold=True)),
            style("Quiet Label", r(SANS, None, INK, bold=True)),
            style("Quiet Small", r(SANS, 8.5, QUIET, italic=False)),
            style("Source Title", r(italic=True)),
            style("Draft", r(SANS, 8, CAUTION, bold=True)),
            style("Hyperlink", r(None, None, NAVY)),
        ]
    )


def styles_part(own: str = "") -> str:
    """Give the part ``word/styles.xml``; a template's own styles come in the place of those that have their ids."""
    ids = re.findall(r'w:styleId="(\w+)"', own)
    usual = f"{character_styles()}{paragraph_styles()}"
    kept = "".join(
        each
        for each in re.findall(r"<w:style .*?</w:style>", usual)
        if not any(f'"{name}"' in each.partition(">")[0] for name in ids)
    )
    return (
        f'<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts(SERIF)}<w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        f"{kept}{own}"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style></w:styles>"
    )
