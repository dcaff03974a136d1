"""Word briefs as organisations write them, each in its own way: made here, after the formats that are in use."""

from collections.abc import Callable

import docx
from docx.document import Document
from docx.oxml import parse_xml
from tests.word_pieces import W, add, add_link, add_part, add_table, append_xml


def uk_submission() -> Document:
    """Give a submission with labels in bold at its head and headings by style."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "OFFICIAL-SENSITIVE"
    document.sections[0].footer.paragraphs[0].text = "Fisheries Policy Directorate"
    for label, text in (
        ("To", "Minister for Fisheries; Permanent Secretary"),
        ("From", "Rowan Petrie, Fisheries Policy, rowan.petrie@example.int, +44 20 7946 0000"),
        ("Date", "3 March 2026"),
        ("Reference", "SUB/2026/0117"),
        ("Subject", "Quota for North Sea herring in 2027"),
    ):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(text)
    add(document, "# Issue", "Whether to open the herring quota before the autumn survey is published.")
    add(document, "# Recommendation", "That you agree to hold the quota at its present level until the survey.")
    add(document, "# Timing", "Decision needed by 20 March 2026, since the Council meets on 24 March.")
    add(
        document,
        "# Background",
        "Catches fell by a tenth in two years. The survey of 2024 was late.",
        "Ports asked for a date.",
    )
    add(
        document,
        "# Argument",
        "Holding costs little; opening early cannot be undone.",
        "- Ports lose 2 weeks",
        "- Stocks keep their margin",
    )
    add(document, "# Presentation", "No announcement is needed. Press officers have a short line.")
    return document


def us_memo() -> Document:
    """Give an action memorandum in capitals, its lines parted by tabs."""
    document = docx.Document()
    add(document, "UNCLASSIFIED", "ACTION MEMORANDUM", "March 3, 2026")
    add(
        document,
        "TO:\tThe Deputy Secretary",
        "THROUGH:\tUnder Secretary for Water",
        "FROM:\tOffice of River Affairs – Dana Reyes",
    )
    add(document, "SUBJECT:\tSigning the basin protocol")
    add(document, "BOTTOM LINE", "Sign in April. Waiting until June lets the downstream states add conditions.")
    add(document, "RECOMMENDATION", "That you approve signature of the protocol by March 20, 2026.")
    add(document, "BACKGROUND", "(U) The basin states agreed a text in January.", "(U) Two of them have ratified it.")
    add(document, "CLEARANCES")
    add_table(
        document,
        ("Office", "Name", "Status"),
        ("Legal", "P. Ito", "Cleared"),
        ("Treasury", "L. Okoye", "waiting for figures"),
    )
    add(document, "Attachments", "- Tab A: Text of the protocol", "- Tab B: Map of the basin")
    return document


def eu_note() -> Document:
    """Give a briefing for a commissioner: scene setter, objectives, lines to take, defensives, CVs."""
    document = docx.Document()
    document.core_properties.title = "Meeting with Minister Halvorsen"
    document.core_properties.language = "en-IE"
    add(document, "# Meeting with Minister Halvorsen, Oslo, 14 May 2026")
    add(
        document,
        "## Scene setter",
        "You last met in November. The Minister wants a sign on electricity cables before the summer.",
    )
    add(document, "## Objectives", "- A date for the cable agreement", "- Support for the storage rules")
    add(document, "## Participants")
    add_table(
        document,
        ("Name", "Function", "Organisation"),
        ("Ingrid Halvorsen", "Minister of Energy", "Norway"),
        ("Per Lund", "Director, Grid", "Norway"),
    )
    add(document, "## Topics for discussion", "### Electricity cables")
    add(document, "**Lines to take", "- We need the cables by 2030.", "- Ownership is open for us.")
    add(document, "**Defensives", "**Why not use the old cables?", "They carry a third of what is needed.")
    add(document, "**Background", "The first cable dates from 1976.")
    add(
        document,
        "### Gas storage",
        "**Objective",
        "Support for common rules.",
        "**Lines to take",
        "- Storage was 93 % full.",
    )
    add(document, "## CVs", "### Ingrid Halvorsen", "Born in Bergen; engineer; in office since 2024.")
    return document


def french_note() -> Document:
    """Give a note in French with numbered headings and a footnote-like list of sources."""
    document = docx.Document()
    document.core_properties.language = "fr-FR"
    add(document, "NOTE D’INFORMATION", "Objet : Coopération sur les ports de la mer Noire", "Date : 2 mars 2026")
    add(document, "À l’attention de : Cabinet du ministre", "De : Aline Moreau, Sous-direction des ports")
    add(document, "**1. L’essentiel", "Deux ports sur trois ont repris le trafic.")
    add(document, "**2. Contexte", "Le trafic avait cessé en 2022 ; il a repris par étapes.")
    add(document, "**3. Éléments de langage", "- Nous voulons un calendrier.", "- Les ports restent ouverts à tous.")
    add(document, "**4. Suites à donner")
    add_table(document, ("Action", "Responsable", "Échéance"), ("Écrire à Varna", "Ports", "9 mars 2026"))
    add(document, "**Sources", "Autorité portuaire, Rapport de trafic, 2026. https://example.int/rapport")
    return document


def speaking_notes() -> Document:
    """Give speaking notes: a title and points, some nested, with emphasis and a link."""
    document = docx.Document()
    document.add_paragraph("Speaking notes", style="Title")
    add(document, "# Opening")
    add(document, "- Thank you for coming at such short notice.")
    document.add_paragraph("And for the report.", style="List Bullet 2")
    paragraph = document.add_paragraph(style="List Bullet")
    paragraph.add_run("Peace").bold = True
    paragraph.add_run(" and ")
    paragraph.add_run("bread").italic = True
    paragraph.add_run(" go together, says ")
    add_link(document, paragraph, "the council", "https://example.int/council?a=1&b=2")
    add(document, "# Key messages", "1. Keep the corridor open.", "2. Name a date.")
    add(
        document,
        "# If asked",
        "Q: Is the corridor safe?",
        "A: It is watched day and night.",
        "Q: Who pays?",
        "A: All of us.",
    )
    return document


def table_only() -> Document:
    """Give a brief that is one table: labels on the left, texts on the right."""
    document = docx.Document()
    add_table(
        document,
        ("Subject", "Call with the Governor of Odra"),
        ("Date and time", "12 May 2026, 10:30–11:00"),
        ("Venue", "Room 4, City Hall"),
        ("Purpose", "Agree who repairs the bridge."),
        ("Talking points", "Thank him for the inspection.\nOffer half of the cost."),
        ("Background", "The bridge dates from 1931."),
        ("Weather", "Rain is expected."),
        ("Contact", "K. Nowak, +48 22 000 00 00"),
    )
    cell = document.tables[0].rows[4].cells[1]
    cell.paragraphs[0].style = document.styles["List Bullet"]
    return document


def tracked_changes() -> Document:
    """Give a brief with insertions, deletions, a deleted row, a struck paragraph mark, a comment, hidden words and a text box."""
    document = docx.Document()
    add(document, "# Title of the tracked brief")
    add(document, "# Background")
    by = 'w:id="9{}" w:author="Noor Vasquez" w:date="2026-02-01T10:00:00Z"'
    append_xml(
        document,
        f'<w:p><w:r><w:t xml:space="preserve">Talks began in </w:t></w:r><w:del {by.format(1)}><w:r><w:delText>winter</w:delText>'
        f"</w:r></w:del><w:ins {by.format(2)}><w:r><w:t>spring</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>",
        f"<w:p><w:pPr><w:rPr><w:del {by.format(3)}/></w:rPr></w:pPr><w:r><w:t>First half</w:t></w:r></w:p>",
        '<w:p><w:r><w:t xml:space="preserve"> and second half.</w:t></w:r></w:p>',
        f"<w:p><w:moveFrom {by.format(4)}><w:r><w:t>Wandering words</w:t></w:r></w:moveFrom></w:p>",
        f"<w:p><w:moveTo {by.format(5)}><w:r><w:t>Wandering words</w:t></w:r></w:moveTo></w:p>",
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Unseen remark</w:t></w:r>"
        '<w:r><w:t xml:space="preserve"> Seen remark</w:t></w:r></w:p>',
        '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>Commented clause</w:t></w:r><w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r></w:p>',
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wp:docPr id='1' name='b'/><a:graphic>"
        "<a:graphicData uri='x'><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>Boxed sentence of the margin.</w:t></w:r></w:p>"
        "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback>"
        "<w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Boxed sentence of the margin.</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
    )
    add_part(document, "comments", f'<w:comments {W}><w:comment w:id="1" w:author="Ada Kern" w:date="2026-02-02T08:00:00Z" '
             'w:initials="AK"><w:p><w:r><w:t>Please source this claim</w:t></w:r></w:p></w:comment></w:comments>')  # fmt: skip
    add_table(document, ("Port", "Ships"), ("Varna", "12"), ("Burgas", "7"))
    row = document.tables[0].rows[2]._tr
    row.get_or_add_trPr().append(parse_xml(f"<w:del {W} {by.format(6)}/>"))
    return document


def footnotes() -> Document:
    """Give a brief with footnotes and an endnote, one with a link."""
    document = docx.Document()
    add(document, "# Grain prices in spring", "## Summary")
    append_xml(
        document,
        '<w:p><w:r><w:t>Prices fell in March.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:t xml:space="preserve"> Stocks rose.</w:t></w:r><w:r><w:endnoteReference w:id="3"/></w:r></w:p>',
    )
    add(document, "## Key points", "- Wheat is down by 4 %.", "- Maize is level.")
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    note = "<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{}</w:t></w:r></w:p>"
    first = note.format("Market bulletin 14, https://example.int/bulletin")
    add_part(
        document, "footnotes", f'<w:footnotes {W}>{separator}<w:footnote w:id="2">{first}</w:footnote></w:footnotes>'
    )
    last = note.format("Ministry of Agriculture, stock survey").replace("footnoteRef", "endnoteRef")
    add_part(document, "endnotes", f'<w:endnotes {W}><w:endnote w:id="3">{last}</w:endnote></w:endnotes>')
    return document


def un_note() -> Document:
    """Give talking points for a bilateral with numbered agenda items of one level, and a list of delegates by side."""
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "NATO UNCLASSIFIED"
    add(document, "BRIEFING NOTE", "**Bilateral with the Foreign Minister of Lirania")
    add_table(
        document, ("Date and time:", "4 June 2026, 3 pm"), ("Location:", "UNHQ, room 12"), ("Interpretation:", "None")
    )
    add(document, "**Composition of delegation", "Our side:", "- Sade Bello, Under-Secretary, Department of Peace")
    add(document, "Their side:", "- Tomas Vik, Foreign Minister", "- Lena Orr (adviser)")
    add(
        document,
        "**Agenda item 1: Peacekeeping",
        "**Talking points",
        "- We thank Lirania for its battalion.",
        "**Background",
        "It came in 2019.",
    )
    add(
        document,
        "**Agenda item 2: Arrears",
        "**Talking points",
        "- Two years are open.",
        "**If raised",
        "- The scale was agreed by all.",
    )
    add(document, "**Sensitivities", "- The border commission")
    return document


def german_note() -> Document:
    """Give a note in German with a programme, implications and acronyms."""
    document = docx.Document()
    add(document, "# Gesprächsvorlage: Treffen mit der Hafenbehörde", "Betreff: Treffen mit der Hafenbehörde Rostock")
    add(document, "Datum: 12. Mai 2026", "An: Staatssekretärin", "Ort: Rostock, Hafenhaus")
    add(document, "## Ziele", "- Termin für den Ausbau", "## Gesprächspunkte", "- Wir stehen zum Ausbau.")
    add(document, "## Programm")
    add_table(document, ("Uhrzeit", "Programmpunkt"), ("10:00", "Begrüßung"), ("10:15–11:00", "Rundgang"))
    add(document, "## Hintergrund", "Der Hafen wuchs um 3 %.", "## Abkürzungen", "HBR – Hafenbehörde Rostock")
    return document


def visit_programme() -> Document:
    """Give a visit brief with underlined headings, a content control, fields, merged cells, nested bullets and a symbol."""
    document = docx.Document()
    document.core_properties.title = "Visit to the harbour of Lirania"
    for words in ("Purpose of the meeting", "Programme", "Messages"):
        paragraph = document.add_paragraph()
        paragraph.add_run(words).underline = True
        if words == "Programme":
            add_table(
                document, ("Time", "Event", "Led by"), ("09:30", "Arrival", "Protocol"), ("10:00", "Lunch", "Protocol")
            )
            table = document.tables[0]
            table.cell(1, 2).merge(table.cell(2, 2)).text = "Protocol"
        elif words == "Messages":
            add(document, "- Ports stay open")
            document.add_paragraph("to all flags", style="List Bullet 2")
        else:
            inner = "<w:p><w:r><w:t>See the new quay.</w:t></w:r></w:p>"
            append_xml(document, f"<w:sdt {W}><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>")
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    field = (
        f'<w:p><w:r><w:t xml:space="preserve">More on </w:t></w:r>{mark.format("begin")}'
        '<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://example.int/quay" </w:instrText></w:r>'
        f"{mark.format('separate')}<w:r><w:t>the quay</w:t></w:r>{mark.format('end')}"
        '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r></w:p>'
    )
    heading = "<w:p><w:r><w:rPr><w:u w:val='single'/></w:rPr><w:t>Background</w:t></w:r></w:p>"
    append_xml(document, heading, field)
    footer = document.sections[0].footer.paragraphs[0]
    footer.add_run("Harbour desk, page ")
    footer._p.append(parse_xml(f'<w:fldSimple {W} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    return document


def plain_text() -> Document:
    """Give a document without a single heading."""
    document = docx.Document()
    add(
        document,
        "Notes on the herring talks",
        "We met twice, and nothing was signed; see page 3 * of the [draft] _text_ | annex.",
    )
    add(document, "The second meeting dealt with ports only.")
    return document


def long_report(pages: int = 200) -> Document:
    """Give a document of many pages."""
    document = docx.Document()
    for number in range(pages):
        add(document, f"# Chapter {number} on harbour {number * 7}")
        for part in range(8):
            add(
                document,
                f"In harbour {number * 7} there were {part + number} ships, and the master noted each of them by name. "
                * 4,
            )
    return document


ALL: dict[str, Callable[[], Document]] = {
    each.__name__: each
    for each in (
        uk_submission, us_memo, eu_note, french_note, speaking_notes, table_only,
        tracked_changes, footnotes, un_note, german_note, visit_programme, plain_text,
    )
}  # fmt: skip
