"""A drawing in SVG, taken down to shapes and colours: what could run, fetch, hide or take for ever is refused by name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

MAX_BYTES = 500_000
MAX_ELEMENTS = 20_000
"""Most shapes that are drawn, each as often as ``use`` repeats it: far above what a coat of arms has."""

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use"}
_GROUPS = {"svg", "g", "defs", "symbol", "clipPath", "linearGradient", "radialGradient", "stop", "style", "switch"}
_SAID_ONLY = {"title", "desc", "metadata"}
"""Words for programs and readers: left out, since the document names the organisation itself."""

_REACHES_OUT = re.compile(r"url\s*\((?!\s*['\"]?#)|@|\\|javascript:", re.IGNORECASE)
_NAMES_CLIP = re.compile(r"clip-path\s*:\s*url\(\s*['\"]?#([^'\")\s]*)", re.IGNORECASE)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}?")
_LENGTH = re.compile(r"\s*([0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*(?:px|pt|mm|cm|in|pc|q)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A plain SVG, and its width and height in units of its own."""

    content: bytes
    width: float
    height: float


def read_svg(content: bytes) -> Drawing:
    """Give a drawing of shapes and colours only. Raises ValueError with a sentence about what it may not hold."""
    if len(content) > MAX_BYTES:
        raise ValueError(f"a drawing may have {MAX_BYTES // 1000} kB at most")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as broken:
        raise ValueError("this is not XML") from broken
    if root.getroottree().docinfo.internalDTD is not None and b"<!ENTITY" in content:
        raise ValueError("a drawing may not define entities")
    if root.tag != f"{_SVG}svg":
        raise ValueError("this is XML, and not SVG")
    _leave_out_words(root)
    for element in root.iter():
        _check_element(element)
    _check_repetition(root)
    width, height = _read_size(root)
    etree.cleanup_namespaces(root)
    return Drawing(etree.tostring(root, with_tail=False), width, height)


def _leave_out_words(root: etree._Element) -> None:
    """Take out titles and what drawing programs keep for themselves, in elements and attributes of their own."""
    for element in list(root.iter(etree.Element)):
        tag = etree.QName(element)
        if element is not root and (tag.namespace != _SVG[1:-1] or tag.localname in _SAID_ONLY):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            continue
        for name in [str(name) for name in element.attrib]:
            if name.startswith("{") and name != _HREF:
                del element.attrib[name]


def _check_element(element: etree._Element) -> None:
    if not isinstance(element.tag, str):
        raise ValueError("a drawing may not define entities")  # noqa: TRY004 - a reference that was left unresolved
    tag = etree.QName(element).localname
    if tag == "text":
        raise ValueError("it holds letters, which would look different on each machine")
    if tag not in _SHAPES | _GROUPS:
        raise ValueError(f"it holds `{tag}`, and a drawing may hold shapes only")
    if tag == "style" and element.text and _REACHES_OUT.search(element.text):
        raise ValueError("its styles name something outside")
    for name, value in _iterate_attributes(element):
        if name.lower().startswith("on"):
            raise ValueError(f"it holds a script (`{name}`)")
        if name in ("href", _HREF) and not value.startswith("#"):
            raise ValueError("it links to something outside")
        if _REACHES_OUT.search(value):
            raise ValueError(f"its `{name}` names something outside")


def _iterate_attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    return ((str(name), str(value)) for name, value in element.attrib.items())


def _check_repetition(root: etree._Element) -> None:
    """Count what is drawn when each ``use`` and clip draws what it names; one that leads back to itself never ends."""
    named = {str(element.get("id")): element for element in root.iter() if element.get("id")}
    clips = list(_iterate_clip_rules(root))
    counted: dict[etree._Element, int] = {}
    open_parts: set[etree._Element] = set()

    def count(element: etree._Element) -> int:
        if element in open_parts:
            raise ValueError("a part of it draws itself")
        if element not in counted:
            open_parts.add(element)
            repeated = sum(count(named[name]) for name in _list_drawn(element, clips) if name in named)
            counted[element] = 1 + repeated + sum(count(child) for child in element)
            open_parts.discard(element)
        return counted[element]

    try:
        total = count(root)
    except RecursionError as deep:
        raise ValueError("its parts stand inside one another too deeply") from deep
    if total > MAX_ELEMENTS:
        raise ValueError(f"it draws more than {MAX_ELEMENTS:,} shapes")


def _iterate_clip_rules(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Give the rules of styles that clip: a class, or nothing for a rule that may be about any shape, and what clips."""
    for style in root.iter(f"{_SVG}style"):
        for selectors, rule in _RULE.findall(style.text or ""):
            for clip in _NAMES_CLIP.findall(rule):
                for selector in selectors.split(","):
                    plain = re.fullmatch(r"\.([\w-]+)", selector.strip())
                    yield (plain[1] if plain else "", clip)


def _list_drawn(element: etree._Element, clips: list[tuple[str, str]]) -> set[str]:
    """Give the ids of what is drawn with an element, besides what stands in it."""
    said = f"clip-path:{element.get('clip-path') or ''};{element.get('style') or ''}"
    classes = {"", *str(element.get("class") or "").split()}
    drawn = {*_NAMES_CLIP.findall(said), *(clip for name, clip in clips if name in classes)}
    if etree.QName(element).localname == "use":
        drawn.add(str(element.get(_HREF) or element.get("href") or "#")[1:])
    return drawn


def _read_size(root: etree._Element) -> tuple[float, float]:
    """Give width and height by ``viewBox``, or by the attributes of these names; make sure that it has both."""
    box = [float(number) for number in re.findall(r"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)", root.get("viewBox") or "")]
    if len(box) == 4 and box[2] > 0 and box[3] > 0:  # noqa: PLR2004 - left, top, width, height
        width, height = box[2], box[3]
    else:
        found = [_LENGTH.fullmatch(root.get(side) or "") for side in ("width", "height")]
        width, height = (float(each[1]) if each else 0.0 for each in found)
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    if not width or not height or not 1 / 30 < width / height < 30:  # noqa: PLR2004 - thinner is a line, no logo
        raise ValueError("its `viewBox` gives no size that can be used")
    # Without these a browser, and WeasyPrint too, takes 300 by 150.
    root.set("width", f"{width:g}")
    root.set("height", f"{height:g}")
    return width, height
