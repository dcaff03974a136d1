"""Mends the structure tree that WeasyPrint writes into a PDF, which is what somebody hears who has the page read aloud."""

from briefmaker.writing.tags.finish import finish_tags
from briefmaker.writing.tags.record import recorded_tags

__all__ = ["finish_tags", "recorded_tags"]
