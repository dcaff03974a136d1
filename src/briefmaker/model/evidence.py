"""What the brief rests on: sources, key facts and figures."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from briefmaker.model.part import AsList, Ids, Marked, Part, Portion
from briefmaker.model.text import DecimalNumber, Id, ShortText, WebAddress, Words, YesNo
from briefmaker.model.when import Date, PartialDate


class SourceKind(StrEnum):
    """Whether a source speaks for itself or of others."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Source(Marked):
    """Something that can be looked up; the elements are those of ISO 690."""

    title: ShortText = Field(description="Title of the work.")
    publisher: ShortText | None = Field(None, description="Who published it.")
    date: PartialDate | None = Field(None, description="When it was published: 2025, 2025-08 or 2025-08-28.")
    url: WebAddress | None = Field(None, description="Where it can be read.")
    accessed: Date | None = Field(None, description="When it was last read there.")
    kind: SourceKind | None = Field(None, description="primary or secondary.")
    grade: Words | None = Field(None, description="Admiralty code: reliability A-F and credibility 1-6, such as A2.")


class Fact(Portion):
    """A key figure, kept once and cited by its id wherever it is used."""

    id: Id = Field(description="Its name, used to cite it: [@us-share-2024].")
    value: Words = Field(description="The value, as it is to be printed.")
    unit: ShortText | None = Field(None, description="Unit, such as % of GDP.")
    as_of: PartialDate | None = Field(None, description="What day, month or year the value holds for.")
    sources: Ids = Field((), description="The sources it rests on.")
    key: YesNo = Field(False, description="true for a fact on which the brief turns.")


class Chart(StrEnum):
    """How a figure is drawn."""

    BAR = "bar"
    COLUMN = "column"
    LINE = "line"
    PIE = "pie"
    TABLE = "table"


class ReferenceLine(Part):
    """A value to compare with."""

    value: DecimalNumber = Field(description="Where the line stands.")
    label: ShortText = Field(description="What it means.")


class Figure(Marked):
    """A chart or table made from data."""

    chart: Chart = Field(Chart.TABLE, description="bar, column, line, pie or table.")
    data: Words | None = Field(None, description="CSV or XLSX file, seen from the brief's folder.")
    rows: Annotated[tuple[dict[str, Words | None], ...], AsList] | None = Field(
        None, description="The data itself, one mapping a row, instead of a file."
    )
    x: Words | None = Field(None, description="Column that names the rows.")
    y: dict[str, ShortText] = Field({}, description="Columns with values, each with the label to print.")
    unit: ShortText | None = Field(None, description="Unit of all values.")
    reference_line: ReferenceLine | None = Field(None, description="A value to compare with.")
    highlight: Annotated[tuple[Words, ...], AsList] = Field((), description="Rows to set off, as named in column x.")
    caption: ShortText | None = Field(None, description="What the figure shows.")
    alt: Words | None = Field(None, description="What the figure shows, for readers who cannot see it.")
    source: Id | None = Field(None, description="The source of the data.")

    @model_validator(mode="after")
    def _has_data_once(self) -> "Figure":
        if (self.data is None) == (self.rows is None):
            raise PydanticCustomError("figure_data", "a figure needs either `data` or `rows`")
        return self
