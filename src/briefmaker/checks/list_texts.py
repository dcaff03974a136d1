"""All texts of a brief's file, as rules see them."""

from collections.abc import Iterator

from briefmaker.checks.text_in_brief import TextInBrief
from briefmaker.model import Brief
from briefmaker.model.fields import field_of
from briefmaker.reading.reading import SourceFile
from briefmaker.reading.yaml_nodes import Scalar


def list_texts(source: SourceFile | None, brief: Brief) -> Iterator[TextInBrief]:
    """Give every text in the order of the file, also where other fields are broken."""
    facts = {fact.id: " ".join(filter(None, [fact.value, fact.unit])) for fact in brief.facts}
    for found in source.fields if source else ():
        if found.kind is not None and isinstance(found.node, Scalar):
            yield TextInBrief(found.path, field_of(found.path), found.kind, found.node.text, facts)
