"""What a document shows that was made without asking the rules of ``check``: it is a draft, and it was not checked."""

from dataclasses import replace

from briefmaker.model import Brief, Status
from briefmaker.view.shape import View


def as_draft(brief: Brief) -> Brief:
    """Give a brief whose documents cannot be taken for final: one that says it is final becomes a draft again."""
    return brief.model_copy(update={"status": Status.DRAFT}) if brief.status is Status.FINAL else brief


def mark_unchecked(view: View) -> View:
    """Give the view of a draft that says, on every page and in the file's properties, that it was not checked."""
    notice = f"{view.draft_notice} · {view.labels['not_checked']}"
    return replace(view, draft_notice=notice, properties=replace(view.properties, status=notice, is_unchecked=True))
