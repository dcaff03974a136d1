"""Draws the charts of a page: marks as SVG, words as HTML beside and over them."""

from briefmaker.writing.charts.page import write_chart

__all__ = ["write_chart"]
