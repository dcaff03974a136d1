"""What a template says of itself: ``template.yaml``."""

from functools import lru_cache

from briefmaker.model.template_description import TemplateDescription
from briefmaker.reading.read_model import ModelReading, read_model


# The description is asked for each time a document is made, and is the same as long as its bytes are.
@lru_cache(maxsize=32)
def read_template_description(content: bytes, file: str) -> ModelReading[TemplateDescription]:
    """Give a template's description from a file's bytes, with all that is wrong with it (then ``value`` is None)."""
    return read_model(content, file, TemplateDescription)
