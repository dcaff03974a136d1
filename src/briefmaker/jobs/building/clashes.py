"""Briefs of one run whose documents would have the same names: neither is built, as one would take the other's place."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from briefmaker.diagnostics import Code, Diagnostic
from briefmaker.jobs.building.making import Order, about_output, name_documents, open_desk_once, read_order
from briefmaker.jobs.desk import shown_path
from briefmaker.workspace.slug import safe_slug

_STATE = re.compile(r"-(draft|replaced)-v[0-9]+")


def refuse_clashes(orders: Sequence[Order]) -> tuple[Order, ...]:
    """Give the orders, with an obstacle for those whose documents another one's would overwrite.

    What documents are called depends on what stands in the brief: only those are read here whose files' names leave a doubt.
    """
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    folders = {folder: str(folder.resolve()) for folder in {order.folder for order in orders}}
    for number, order in enumerate(orders):
        # Case is ignored, as on Windows and macOS it does not tell two files apart.
        stem = _STATE.sub("", safe_slug(order.stem).casefold())
        groups[folders[order.folder], f"{stem}.{order.edition or ''}"].append(number)
    checked = list(orders)
    for group in groups.values():
        if len(group) > 1:
            for number, clash in zip(group, _find_clashes([orders[each] for each in group]), strict=True):
                checked[number] = replace(orders[number], obstacles=(clash,)) if clash else orders[number]
    return tuple(checked)


def _find_clashes(orders: Sequence[Order]) -> list[Diagnostic | None]:
    readings = [read_order(order, open_desk_once(order.workspace)) for order in orders]
    names = [
        name_documents(order.stem, reading.brief, order.request.edition) if reading.brief else None
        for order, reading in zip(orders, readings, strict=True)
    ]
    counts = Counter(name.casefold() for name in names if name is not None)
    return [
        _report_clash(order, name) if name is not None and counts[name.casefold()] > 1 else None
        for order, name in zip(orders, names, strict=True)
    ]


def _report_clash(order: Order, name: str) -> Diagnostic:
    target = shown_path(order.target(name, order.request.formats[0]))
    message = f"another brief of this run would be written to {target} too"
    return about_output(order, Code.OUTPUT_CLASH, message, "rename one of the two files")
