"""From a view to a Word document, by a template that staff can change in Word."""

from briefmaker.writing.word.document import write_word
from briefmaker.writing.word.package import is_untouched

__all__ = ["is_untouched", "write_word"]
