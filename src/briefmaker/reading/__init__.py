"""Text into a brief, with everything that is wrong with it: YAML with positions, Markdown, data files."""

from briefmaker.reading.brief_file import read_brief
from briefmaker.reading.house_style import StyleReading, read_house_style
from briefmaker.reading.markdown import parse_markdown
from briefmaker.reading.read_model import ModelReading, read_model
from briefmaker.reading.reading import DataTable, Reading
from briefmaker.reading.settings_file import read_settings
from briefmaker.reading.template_file import read_template_description

__all__ = [
    "DataTable",
    "ModelReading",
    "Reading",
    "StyleReading",
    "parse_markdown",
    "read_brief",
    "read_house_style",
    "read_model",
    "read_settings",
    "read_template_description",
]
