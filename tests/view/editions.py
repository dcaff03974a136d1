"""Makes an edition of a few lines of YAML, for the tests of what it holds."""

from tests.briefs import EVERYTHING, read_text

from briefmaker.model.editions import Edition
from briefmaker.model.settings import Settings
from briefmaker.model.template_description import TemplateDescription
from briefmaker.view.edition import EditionMaking, make_edition

LOW, HIGH = "NATO RESTRICTED", "NATO SECRET"


def make(
    lines: str,
    *shows: str,
    ceiling: str | None = LOW,
    caveats: tuple[str, ...] | None = None,
    title: str | None = None,
) -> EditionMaking:
    """Give the edition ``readers`` of a brief; without names it shows every field."""
    brief = read_text(lines)
    assert brief.brief is not None, brief.diagnostics
    edition = Edition(shows=shows or EVERYTHING, ceiling=ceiling, caveats=caveats, title=title)
    settings = Settings(editions={"readers": edition, "others": Edition(shows=EVERYTHING)})
    description = TemplateDescription(
        name={"en": "Brief", "fr": "Note"}, description="Shows what a test wants.", shows=EVERYTHING
    )
    return make_edition(brief.brief, brief.tables, brief.places, settings, description, "readers")
