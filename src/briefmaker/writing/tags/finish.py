"""The last hand on a PDF's structure tree, before the file is written."""

from typing import Any

from briefmaker.writing.tags.artifacts import mark_artifacts
from briefmaker.writing.tags.attributes import mend_attributes
from briefmaker.writing.tags.join import join_pieces
from briefmaker.writing.tags.links import mend_links
from briefmaker.writing.tags.lists import mend_lists
from briefmaker.writing.tags.tree import Tree


def finish_tags(pdf: Any) -> None:
    """Mend the tree of a PDF, pydyf's, that WeasyPrint has built, under ``recorded_tags``, and not yet written.

    Each fault, with the clause of PDF/UA-1 that it breaks, stands in docs/decisions/0012.
    """
    tree = Tree(pdf, pdf.tag_record)
    tree.document["K"][0:0] = [element.reference for element in tree.record.running]
    mend_lists(tree)
    join_pieces(tree, tree.document)
    mend_links(tree)
    mend_attributes(tree)
    mark_artifacts(tree)
