"""A brief's file into a brief: its fields, the texts in them, what they refer to, and its data."""

import hashlib

from briefmaker.diagnostics import in_order
from briefmaker.model import Brief
from briefmaker.reading.read_model import read_model
from briefmaker.reading.reading import Reading
from briefmaker.workspace.files import BriefFolder


def read_brief(content: bytes, file: str, folder: BriefFolder | None) -> Reading:
    """Give a brief from a file's bytes, with everything that is wrong with it; never raises.

    ``file`` is the name by which diagnostics speak of it. ``folder`` is where its data, pictures and people are looked
    for; without one they are not read.
    """
    fingerprint = hashlib.sha256(content).hexdigest()
    fields = read_model(content, file, Brief)
    return Reading(fields.value, {}, fields.places, in_order(fields.diagnostics), fingerprint)
