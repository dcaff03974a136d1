"""Puts charts into a Word document: the part of each, its data sheet, and the drawing that shows it in a paragraph."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefmaker.view.chart_shape import ChartView
from briefmaker.view.pack_shape import PackView
from briefmaker.view.shape import View
from briefmaker.writing.charts.look import LOOK
from briefmaker.writing.word.charts import chart_height, list_cells, write_chart_part
from briefmaker.writing.word.drawingml import CHART_NAMESPACE, DRAWING_NAMESPACE, EMU_PER_POINT
from briefmaker.writing.word.wordml import W
from briefmaker.writing.word.workbook import write_workbook

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


_CAPTION = "Caption"


class ChartParts:
    """Adds the charts of one document, in the order in which they stand in it.

    ``numbers`` are those of the document's drawings, which pictures take theirs from too.
    """

    def __init__(self, document_part: Part, view: View | PackView, numbers: Iterator[int]) -> None:
        self._document_part = document_part
        self._view = view
        self._numbers = numbers
        self._count = 0

    def add(self, chart: ChartView, description: str) -> str:
        """Add a chart with its sheet, and give the run that shows it; the description is for who cannot see it."""
        self._count += 1
        package = self._document_part.package
        view = self._view
        xml = write_chart_part(chart, view.style, view.language, is_mirrored=view.direction == "rtl")
        part = Part(PackURI(f"/word/charts/chart{self._count}.xml"), CONTENT_TYPE.DML_CHART, xml.encode(), package)
        sheet = Part(
            PackURI(f"/word/embeddings/chart{self._count}.xlsx"),
            CONTENT_TYPE.SML_SHEET,
            write_workbook(list_cells(chart), chart.number_format),
            package,
        )
        part.relate_to(sheet, RELATIONSHIP_TYPE.PACKAGE)
        relationship = self._document_part.relate_to(part, RELATIONSHIP_TYPE.CHART)
        return self._draw(relationship, chart_height(chart), description)

    def _draw(self, relationship: str, height: float, description: str) -> str:
        size = f'cx="{round(LOOK.width * EMU_PER_POINT)}" cy="{round(height * EMU_PER_POINT)}"'
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_PICTURE}" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{next(self._numbers)}" name="Chart {self._count}" descr={_attribute(description)}/>'
            f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{DRAWING_NAMESPACE}"><a:graphicData uri="{CHART_NAMESPACE}">'
            f'<c:chart xmlns:c="{CHART_NAMESPACE}" r:id="{relationship}"/></a:graphicData></a:graphic></wp:inline>'
            "</w:drawing></w:r>"
        )


def join_captions(body: etree._Element) -> None:
    """Put each chart into the paragraph of its caption, under it: LibreOffice keeps no paragraph with a chart that follows."""
    for chart in list(body.iter(f"{{{CHART_NAMESPACE}}}chart")):
        paragraph = next(chart.iterancestors(f"{W}p"))
        caption = paragraph.getprevious()
        style = None if caption is None else caption.find(f"{W}pPr/{W}pStyle")
        if caption is None or style is None or style.get(f"{W}val") != _CAPTION:
            continue
        # Lines of exact height would cut the chart off.
        style.addnext(etree.Element(f"{W}spacing", {f"{W}lineRule": "atLeast", f"{W}after": "60"}))
        style.addnext(etree.Element(f"{W}keepLines"))
        etree.SubElement(etree.SubElement(caption, f"{W}r"), f"{W}br")
        caption.extend(paragraph.findall(f"{W}r"))
        body_of_both = paragraph.getparent()
        if body_of_both is not None:
            body_of_both.remove(paragraph)


def _attribute(text: str) -> str:
    """Give text as a quoted attribute; braces would be taken for a template's tags."""
    return quoteattr(text, {"{": "&#123;", "}": "&#125;"})
