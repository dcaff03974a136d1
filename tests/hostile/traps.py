"""Lines of YAML that do not mean what they seem to, each with the finding it must give; and honest lines beside them."""

from dataclasses import dataclass

from briefmaker.diagnostics import Code, Severity


@dataclass(frozen=True)
class Trap:
    """Some lines, and the one finding that they must give."""

    lines: str
    code: Code
    place: tuple[int, int]
    hint: str
    severity: Severity = Severity.ERROR


TRAPS = {
    # Quotes that are missing
    "a citation begins a text": Trap("title: [@x] says", Code.YAML_NEEDS_QUOTES, (1, 8), 'quotes: "[@x] says"'),
    "a citation begins an entry": Trap("to:\n  - [@x] says", Code.YAML_NEEDS_QUOTES, (2, 5), "put this text in quotes"),
    "a citation alone": Trap("title: [@x, page 3]", Code.YAML_NEEDS_QUOTES, (1, 8), "put this text in quotes"),
    "a citation within braces": Trap("to: [{text: [@x] no}]", Code.YAML_NEEDS_QUOTES, (1, 13), "in quotes"),
    "a placeholder": Trap("title: {{ row.name }}", Code.YAML_NEEDS_QUOTES, (1, 8), "put this text in quotes"),
    "a placeholder before text": Trap(
        "title: {{ name }} says", Code.YAML_NEEDS_QUOTES, (1, 8), "put this text in quotes"
    ),
    "a colon within a text": Trap("title: Cod: a survey", Code.YAML_NEEDS_QUOTES, (1, 11), 'quotes: "Cod: a survey"'),
    "a colon within an entry": Trap(
        "to:\n  - Minister: Fisheries", Code.YAML_NEEDS_QUOTES, (2, 5), "put this text in quotes"
    ),
    "a colon within a list in brackets": Trap("to: [Minister: Fisheries]", Code.YAML_NEEDS_QUOTES, (1, 6), "quotes"),
    "an at sign begins a text": Trap("title: @nato says", Code.YAML_NEEDS_QUOTES, (1, 8), "put this text in quotes"),
    "a per cent sign begins a text": Trap("title: %x", Code.YAML_NEEDS_QUOTES, (1, 8), "put this text in quotes"),
    "asterisks begin a text": Trap(
        "title: **Now** or never", Code.YAML_NEEDS_QUOTES, (1, 8), "put this text in quotes"
    ),
    "a bracket begins a text": Trap(
        "title: [Draft] of a text", Code.YAML_NEEDS_QUOTES, (1, 8), "put this text in quotes"
    ),
    # Text that is cut off
    "a number sign cuts a text": Trap(
        "title: Point #3 of five", Code.YAML_CUT_BY_COMMENT, (1, 14), '"Point #3 of five"'
    ),
    "a number sign cuts an entry": Trap("to:\n  - Room #3", Code.YAML_CUT_BY_COMMENT, (2, 10), '"Room #3"'),
    "a number sign begins a text": Trap("title: T\nreference: #3", Code.YAML_CUT_BY_COMMENT, (2, 12), '"#3"'),
    "a number sign and more lines": Trap(
        "title: Point #3\n  goes on", Code.YAML_CUT_BY_COMMENT, (1, 14), "quotes, or under |"
    ),
    "a comment close to a text": Trap(
        "title: Some words # or not", Code.YAML_CUT_BY_COMMENT, (1, 19), "leave two blanks", Severity.WARNING
    ),
    "a comma cuts a text in braces": Trap(
        "agenda:\n  - topic: T\n    if_raised: [{they_say: Why, we_say: No, never}]",
        Code.YAML_CUT_BY_COMMA,
        (3, 45),
        'we_say: "No, never"',
    ),
    "a field in braces has no value": Trap(
        "contact: {name: A, phone}", Code.YAML_CUT_BY_COMMA, (1, 20), 'name: "A, phone"'
    ),
    "a folded text has paragraphs": Trap(
        "summary: >\n  One.\n\n  Two.", Code.YAML_FOLDED, (1, 10), "use `|`", Severity.WARNING
    ),
    "a folded text has a list": Trap(
        "summary: >\n  One:\n  - two", Code.YAML_FOLDED, (1, 10), "use `|`", Severity.WARNING
    ),
    "a plain text has a list": Trap(
        "summary: One\n  - two\n  - three", Code.YAML_FOLDED, (1, 10), "use `|`", Severity.WARNING
    ),
    # Broken YAML
    "a tab": Trap("meeting:\n\tplace: Oslo", Code.YAML_SYNTAX, (2, 1), "use blanks"),
    "a quote is not closed": Trap('title: "Cod\nreference: 3', Code.YAML_SYNTAX, (1, 8), "close it"),
    "an apostrophe in single quotes": Trap("title: 'It's time'", Code.YAML_SYNTAX, (1, 12), "twice"),
    "a quote in double quotes": Trap('title: "A "new" deal"', Code.YAML_SYNTAX, (1, 12), '\\"'),
    "text after a closing quote": Trap('title: "A" new deal', Code.YAML_SYNTAX, (1, 12), '\\"'),
    "an unknown escape": Trap('title: "C:\\quota"', Code.YAML_SYNTAX, (1, 11), "backslash twice"),
    "a list is not closed": Trap("to: [A, B\nreference: 3", Code.YAML_SYNTAX, (1, 5), "`]`"),
    "a brace is not closed": Trap("contact: {name: A\nreference: 3", Code.YAML_SYNTAX, (1, 10), "`}`"),
    "a dash in the field's line": Trap("to: - A", Code.YAML_SYNTAX, (1, 5), "line of its own"),
    "text beside the sign for a block": Trap("summary: | One\n  two", Code.YAML_SYNTAX, (1, 12), "next line"),
    "a field stands too deep": Trap("title: T\n  reference: 3", Code.YAML_SYNTAX, (2, 3), "same indentation"),
    "fields out of line": Trap(
        "meeting:\n    place: Oslo\n  press: none", Code.YAML_SYNTAX, (3, 3), "indent it like the fields"
    ),
    "entries out of line": Trap("to:\n    - A\n  - B", Code.YAML_SYNTAX, (3, 3), "indent it like the"),
    "a line outside its text": Trap("to:\n  - A\n B", Code.YAML_SYNTAX, (3, 2), "indent it"),
    "a line without a name": Trap("title: T\nand more\nreference: 3", Code.YAML_SYNTAX, (2, 1), "field's name"),
    "a blank after the colon is missing": Trap("title:T\nreference: 3", Code.YAML_SYNTAX, (1, 6), "field: text"),
    # What YAML can do and a brief does not need
    "a key twice": Trap("title: T\ntitle: U", Code.YAML_DUPLICATE_KEY, (2, 1), "keep one"),
    "a key twice deep down": Trap("meeting: {place: A, place: B}", Code.YAML_DUPLICATE_KEY, (1, 21), "keep one"),
    "a key twice beside broken YAML": Trap("title: T\nto: [A]\ntitle: U", Code.YAML_DUPLICATE_KEY, (3, 1), "keep one"),
    "an alias": Trap("title: *other", Code.YAML_ALIAS, (1, 8), "write it out"),
    "an anchor": Trap("title: &name T", Code.YAML_ALIAS, (1, 8), "take it away"),
    "a tag": Trap("title: !!python/object:os.system T", Code.YAML_TAG, (1, 8), "take it away"),
    "a merge key": Trap("<<: {title: U}", Code.YAML_MERGE_KEY, (1, 1), "write the fields out"),
    "a second document": Trap(
        "title: T\nformat: 1\ntemplate: m\ndate: 2025-10-21\n---\na: b", Code.YAML_SECOND_DOCUMENT, (5, 1), "---"
    ),
    "a list as a key": Trap("? [a]\n: b", Code.YAML_KEY_NOT_TEXT, (1, 3), "plain text"),
    "no key": Trap("meeting: {~: b}", Code.YAML_KEY_NOT_TEXT, (1, 11), "plain text"),
    # Fields
    "an unknown field": Trap("line_to_take: [A]", Code.FIELD_UNKNOWN, (1, 1), "fields here"),
    "a field misspelt": Trap("referense: 3", Code.FIELD_UNKNOWN, (1, 1), "did you mean `reference`?"),
    "a field in the wrong place": Trap("lines_to_take: [A]", Code.FIELD_UNKNOWN, (1, 1), "it belongs in `agenda`"),
    "a field of the brief within a part": Trap(
        "meeting:\n  status: final", Code.FIELD_UNKNOWN, (2, 3), "beginning of a line"
    ),
    "a misspelt field of a part": Trap(
        "agenda:\n  - topic: T\n    line_to_take: [A]", Code.FIELD_UNKNOWN, (3, 5), "`lines_to_take`?"
    ),
    "a missing field": Trap("agenda:\n  - lead: A", Code.FIELD_MISSING, (2, 5), "add `topic:`"),
    "a field not filled in": Trap("agenda:\n  - topic:", Code.FIELD_MISSING, (2, 5), "as it stands on the agenda"),
    "a participant without a name": Trap("participants: [{side: ours}]", Code.FIELD_MISSING, (1, 16), "people.yaml"),
    "a mapping for a text": Trap("title: {a: b}", Code.FIELD_TEXT, (1, 8), "put this text in quotes"),
    "a list for a text": Trap("title: [a, b]", Code.FIELD_TEXT, (1, 8), "put this text in quotes"),
    "a citation in quotes as a list": Trap('title: ["@x"]', Code.YAML_NEEDS_QUOTES, (1, 8), '"[@x]"'),
    "a text for a list": Trap("to: Minister", Code.FIELD_LIST, (1, 5), "[Minister]"),
    "a mapping for a list": Trap("agenda:\n  topic: T", Code.FIELD_LIST, (2, 3), "`- `"),
    "a text for a part": Trap("meeting: Oslo", Code.FIELD_MAPPING, (1, 10), "indented"),
    "a text for an entry": Trap("agenda: [Cod]", Code.FIELD_MAPPING, (1, 10), "`topic`"),
    "an empty entry": Trap("to:\n  - A\n  -", Code.FIELD_VALUE, (3, 4), "take the dash away"),
    "an unknown choice": Trap("status: in clearance", Code.FIELD_CHOICE, (1, 9), "did you mean `in-clearance`?"),
    "no number": Trap("version: two", Code.FIELD_NUMBER, (1, 10), "digits only"),
    "a number of 5,000 digits": Trap("version: " + "9" * 5000, Code.FIELD_NUMBER, (1, 10), "digits only"),
    "an impossible date": Trap("date: 2026-02-30", Code.FIELD_DATE, (1, 7), "calendar"),
    "an impossible hour": Trap("as_of: 2025-10-21 25:00", Code.FIELD_DATE, (1, 8), "calendar"),
    "a date in words": Trap("date: 21 October 2025", Code.FIELD_DATE, (1, 7), "2025-10-22"),
    "no time of day": Trap("meeting:\n  programme: [{step: A, at: noon}]", Code.FIELD_TIME, (2, 29), '"09:30"'),
    "yes for true": Trap("facts: [{id: a, value: 1, key: yes}]", Code.FIELD_YES_NO, (1, 32), "`key: true`"),
    "no id": Trap("template: weekly brief", Code.FIELD_ID, (1, 11), "without blanks"),
    "no id as a name": Trap('sources: {"a b": {title: T}}', Code.FIELD_ID, (1, 11), "without blanks"),
    "no web address": Trap("sources: {a: {title: T, url: nato.int}}", Code.FIELD_ADDRESS, (1, 30), "https://"),
    "two lines for one": Trap("title: |\n  One\n  two", Code.FIELD_ONE_LINE, (1, 8), "one line"),
    "no language": Trap("language: English (UK)", Code.FIELD_LANGUAGE, (1, 11), "en-GB"),
    "no time zone": Trap("timezone: Bruxelles", Code.FIELD_TIMEZONE, (1, 11), "Europe/Brussels"),
    "another format": Trap("format: 2", Code.FORMAT_UNKNOWN, (1, 9), "format: 1"),
    # Texts
    "a link that leads elsewhere": Trap("title: See [it](javascript:x)", Code.TEXT_LINK, (1, 12), "https://"),
    "a link without a scheme": Trap("title: See [it](www.nato.int)", Code.TEXT_LINK, (1, 12), "https://"),
    "an address in angle brackets": Trap("title: See <ftp://nato.int>", Code.TEXT_LINK, (1, 12), "https://"),
    "words behind an address": Trap("title: See [it](https://a.int 'b c')", Code.TEXT_LINK, (1, 12), "before the link"),
    "a citation without a comma": Trap("title: See [@x page 3]", Code.TEXT_CITATION, (1, 12), "with a comma"),
    "a heading": Trap(
        "summary: |\n  Text.\n\n  ## Head", Code.TEXT_UNSUPPORTED, (4, 3), "`sections`", Severity.WARNING
    ),
    "a picture": Trap("title: A ![b](c.png)", Code.TEXT_UNSUPPORTED, (1, 10), "portrait", Severity.WARNING),
    "a block quote": Trap("summary: |\n  > They said.", Code.TEXT_UNSUPPORTED, (2, 3), "quotation", Severity.WARNING),
    "a block of code": Trap(
        "summary: |\n  ```", Code.TEXT_UNSUPPORTED, (2, 3), "take the marks away", Severity.WARNING
    ),
    "a rule": Trap("summary: |\n  A\n\n  ---", Code.TEXT_UNSUPPORTED, (4, 3), "empty line", Severity.WARNING),
    "HTML": Trap("title: A<br>B", Code.TEXT_UNSUPPORTED, (1, 9), "asterisks", Severity.WARNING),
    "a row with too many cells": Trap(
        "summary: |\n  | A | B |\n  |---|---|\n  | 1 | 2 | 3 |", Code.TEXT_UNSUPPORTED, (4, 3), "column"
    ),
    "lists too deep": Trap(
        "summary: |\n" + "".join("  " * (level + 1) + "- a\n" for level in range(7)),
        Code.TEXT_TOO_DEEP,
        (8, 15),
        "flatter",
    ),
    # What one part says of another
    "an unknown source": Trap(
        "summary: |\n  One [@cod].\n\n  Two [@cod; @hake, p. 3].\nsources: {cod: {title: T}, hake-2025: {title: T}}",
        Code.SOURCE_UNKNOWN,
        (4, 14),
        "did you mean `hake-2025`?",
    ),
    "an unknown source in quotes": Trap(
        'title: "A \\u00e9 [@cod]"', Code.SOURCE_UNKNOWN, (1, 19), "add it to `sources`"
    ),
    "an unknown source of a fact": Trap(
        "facts: [{id: a, value: 1, sources: [b]}]", Code.SOURCE_UNKNOWN, (1, 37), "`sources`"
    ),
    "an unknown source of a figure": Trap(
        "figures: {a: {rows: [{b: c}], source: d}}", Code.SOURCE_UNKNOWN, (1, 39), "`sources`"
    ),
    "an unknown figure": Trap("agenda: [{topic: T, figures: [a]}]", Code.FIGURE_UNKNOWN, (1, 31), "`figures`"),
    "an id twice": Trap(
        "agenda: [{topic: T, id: a}]\nfacts: [{id: a, value: 1}]", Code.ID_TWICE, (2, 14), "another id"
    ),
    "a source and a fact of one name": Trap(
        "facts: [{id: a, value: 1}]\nsources: {a: {title: T}}", Code.ID_TWICE, (1, 14), "another id"
    ),
    "an unknown person": Trap("participants: [{person: lindgen}]", Code.PERSON_UNKNOWN, (1, 25), "`lindgren`?"),
    # Files
    "a portrait that is not there": Trap(
        "participants: [{name: A, portrait: a.jpg}]", Code.PICTURE_UNREADABLE, (1, 36), "folder"
    ),
    "a portrait that is no picture": Trap(
        "participants: [{name: A, portrait: data/cod.csv}]", Code.PICTURE_UNUSABLE, (1, 36), "PNG or JPEG"
    ),
    "a portrait outside the workspace": Trap(
        "participants: [{name: A, portrait: ../../../a.jpg}]", Code.PATH_OUTSIDE, (1, 36), "into the workspace"
    ),
    "data outside the workspace": Trap(
        "figures: {a: {data: /etc/passwd}}", Code.PATH_OUTSIDE, (1, 21), "into the workspace"
    ),
    "data that is not there": Trap("figures: {a: {data: a.csv}}", Code.DATA_UNREADABLE, (1, 21), "folder"),
    "data of an unknown kind": Trap("figures: {a: {data: valid.yaml}}", Code.DATA_UNREADABLE, (1, 21), "XLSX"),
    "an unknown column for x": Trap(
        "figures: {a: {data: data/cod.csv, x: Contry}}", Code.DATA_COLUMN, (1, 38), "did you mean `Country`?"
    ),
    "an unknown column for y": Trap(
        "figures:\n  a:\n    data: data/cod.csv\n    y:\n      2025: Now", Code.DATA_COLUMN, (5, 7), "2024"
    ),
    "a text in a chart": Trap(
        "figures: {a: {chart: bar, rows: [{b: c, d: about 2}]}}", Code.CHART_NUMBER, (1, 44), "write digits"
    ),
    "a comma that may stand between thousands": Trap(
        'figures: {a: {chart: bar, rows: [{b: c, d: "1,234"}]}}', Code.CHART_NUMBER, (1, 44), "1234.5"
    ),
    "a chart without numbers": Trap(
        "figures: {a: {chart: line, rows: [{b: c}]}}", Code.CHART_SIZE, (1, 34), "name it under `y`"
    ),
    "a pie of eight parts": Trap(
        f"figures: {{a: {{chart: pie, rows: [{', '.join(['{b: c, d: 1}'] * 8)}]}}}}",
        Code.CHART_SIZE,
        (1, 33),
        "chart: bar",
    ),
    "a pie with a part below zero": Trap(
        "figures: {a: {chart: pie, rows: [{b: c, d: -1}, {b: e, d: 2}]}}", Code.CHART_UNSUITED, (1, 33), "chart: bar"
    ),
    "a reference line far away": Trap(
        "figures: {a: {chart: bar, reference_line: {value: 350, label: l}, rows: [{b: c, d: 3}]}}",
        Code.CHART_UNSUITED,
        (1, 51),
        "speck",
    ),
    "neither data nor rows": Trap("figures: {a: {x: b}}", Code.DATA_SHAPE, (1, 14), "`rows`"),
    "rows that differ": Trap("figures: {a: {rows: [{b: 1, c: 2}, {b: 1}]}}", Code.DATA_SHAPE, (1, 36), "same columns"),
    "a row to set off that is not there": Trap(
        "figures: {a: {data: data/cod.csv, x: Country, highlight: [Swedn]}}",
        Code.DATA_SHAPE,
        (1, 59),
        "`Sweden`?",
        Severity.WARNING,
    ),
}

HONEST = {
    "a comment after two blanks": "title: Some words  # a remark",
    "a comment after one word": "status: draft # for now",
    "a comment after a time": "as_of: 2025-10-21 12:00 # Oslo time",
    "a number sign in quotes": 'title: "Point #3"',
    "a number sign in a block": "summary: |\n  Point #3 # here",
    "a comment after a field's name": "meeting: # later\n  place: Oslo",
    "a comment line": "title: T\n#3 is to be added",
    "a comma in quotes in braces": 'agenda: [{topic: T, if_raised: [{they_say: A, we_say: "No, never"}]}]',
    "a field in braces with an empty value": "contact: {name: A, phone: }",
    "a folded text of one paragraph": "summary: >\n  One\n  two.",
    "a folded short text": "title: >\n  One\n  two.",
    "a colon in a block": "summary: |\n  Note: this is it.",
    "a citation in a block": "summary: |\n  [@a] says so.\nsources: {a: {title: T}}",
    "a citation that a backslash sets off": "summary: |\n  Write \\[@id] to cite.",
    "a citation of a fact": "summary: |\n  It is [@a].\nfacts: [{id: a, value: 1}]",
    "marks of direction": "title: A \u200e(\u200fB) C",
    "a link to the web": "title: See [it](https://nato.int/a_(b)?c=d&e) and <mailto:a@b.int>",
    "signs that are not HTML": "title: A < B, 5 > 3, AT&T, a<5, <Name>",
    "a row with fewer cells": "summary: |\n  | A | B |\n  |---|---|\n  | 1 |",
    "a bar in a cell": "summary: |\n  | A | B |\n  |---|---|\n  | 1 | a \\| b |",
    "six lists in each other": "summary: |\n" + "".join("  " * (level + 1) + "- a\n" for level in range(6)),
    "an empty value in a row": "figures: {a: {rows: [{b: 1, c: 2}, {b: 1, c: }]}}",
    "a document mark at the top": "---\ntitle: T",
    "a picture and a heading that backslashes set off": "summary: |\n  \\# Head and \\![a](https://b.int)",
}
