"""The vocabulary of WordprocessingML: the few elements that briefmaker writes itself, as text."""

from xml.sax.saxutils import escape, quoteattr

WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD_NAMESPACE}}}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TWIPS_PER_MM = 1440 / 25.4

# Braces would be taken for a template's tags when the finished text is read again.
_BRACES = {"{": "&#123;", "}": "&#125;"}


def write_text(text: str) -> str:
    """Give text as the content of an element; tabs and line ends become blanks, since they are elements in Word."""
    return escape(" ".join(text.splitlines()).replace("\t", " "), _BRACES)


def write_run(text: str, properties: str = "") -> str:
    """Give a run of text with the given ``w:rPr``."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{write_text(text)}</w:t></w:r>' if text else ""


def write_break(properties: str = "") -> str:
    """Give a line break within a paragraph."""
    return f"<w:r>{properties}<w:br/></w:r>"


def write_field(name: str, properties: str = "", shown: str = "1") -> str:
    """Give a field that Word keeps up to date, such as PAGE; until it does, it shows this."""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{properties}<w:t>{write_text(shown)}</w:t></w:r>"
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def write_bookmark(number: int, name: str, content: str) -> str:
    """Give content with a bookmark around it; the number is unique in the document."""
    return f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/>{content}<w:bookmarkEnd w:id="{number}"/>'


def write_paragraph(properties: str, content: str) -> str:
    """Give a paragraph with the given ``w:pPr``."""
    return f"<w:p>{properties}{content}</w:p>"


def mm(length: float) -> int:
    """Give a length in millimetres as twips, twentieths of a point."""
    return round(length * TWIPS_PER_MM)
