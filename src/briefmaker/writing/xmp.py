"""What a PDF says of itself for programs that read no PDF: language, marking and status, and which standards it keeps."""

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

_END = b"</rdf:RDF>"
_CUSTOM = "http://ns.adobe.com/pdfx/1.3/"
"""Where Acrobat keeps the custom properties of a document; another program looks for them there."""

_UA = "http://www.aiim.org/pdfua/ns/id/"


def complete_metadata(pdf: Any, language: str, properties: Mapping[str, str], *, is_archive: bool) -> None:
    """Add to the metadata that WeasyPrint has put into a PDF, and leave them readable as text.

    ``properties`` are those of the document that PDF has no name for; one whose own name is no word is left out. An archived
    file also says that it is PDF/UA-1, and describes the properties that PDF/A does not know, as ISO 19005-3, 6.6.2.3 asks.
    """
    properties = {name: text for name, text in properties.items() if text and name.isascii() and name.isidentifier()}
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    added = [_describe_language(language), _describe_properties(properties)]
    if is_archive:
        added += [_DECLARATION, _describe_schemas(properties)]
    stream.compress = False
    stream.stream = [stream.stream[0].replace(_END, "".join(added).encode() + _END, 1)]


def _describe_language(language: str) -> str:
    words = f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>"
    return f'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">{words}</rdf:Description>'


def _describe_properties(properties: Mapping[str, str]) -> str:
    named = "".join(f"<pdfx:{name}>{escape(text)}</pdfx:{name}>" for name, text in properties.items())
    return f'<rdf:Description rdf:about="" xmlns:pdfx="{_CUSTOM}">{named}</rdf:Description>' if named else ""


_DECLARATION = f'<rdf:Description rdf:about="" xmlns:pdfuaid="{_UA}" pdfuaid:part="1"/>'


def _describe_schemas(properties: Mapping[str, str]) -> str:
    schemas = _describe_schema("PDF/UA identification", _UA, "pdfuaid", {"part": ("Integer", "internal")})
    if properties:
        kinds = dict.fromkeys(properties, ("Text", "external"))
        schemas += _describe_schema("Properties of the document", _CUSTOM, "pdfx", kinds)
    extension = "http://www.aiim.org/pdfa/ns/"
    return (
        f'<rdf:Description rdf:about="" xmlns:pdfaExtension="{extension}extension/" xmlns:pdfaSchema="{extension}schema#"'
        f' xmlns:pdfaProperty="{extension}property#">'
        f"<pdfaExtension:schemas><rdf:Bag>{schemas}</rdf:Bag></pdfaExtension:schemas></rdf:Description>"
    )


def _describe_schema(title: str, namespace: str, prefix: str, properties: Mapping[str, tuple[str, str]]) -> str:
    named = "".join(
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{name}</pdfaProperty:name><pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        f"<pdfaProperty:category>{category}</pdfaProperty:category>"
        f"<pdfaProperty:description>{title}: {name}</pdfaProperty:description></rdf:li>"
        for name, (kind, category) in properties.items()
    )
    return (
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaSchema:schema>{title}</pdfaSchema:schema><pdfaSchema:namespaceURI>{namespace}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{named}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )
