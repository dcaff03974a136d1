"""Templates whose pages take for ever, or more memory than there is, to lay out: little input, far beyond any size limit."""

from pathlib import Path

_USE = "".join(f'<g id="u{level}">' + f'<use href="#u{level - 1}"/>' * 10 + "</g>" for level in range(1, 9))
_VARIABLES = "".join(f"--v{number}: var(--v{number - 1}) var(--v{number - 1});" for number in range(1, 31))

SLOW_LAYOUTS = {
    "flex": '<div style="display:flex"><div style="flex:1">' * 14 + "text" + "</div></div>" * 14,
    "colspan": '<table><tr><td colspan="3000000">a</td></tr><tr><td>b</td></tr></table>',
    "use-bomb": (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><defs>'
        f'<g id="u0"><rect width="1" height="1"/></g>{_USE}</defs><use href="#u8"/></svg>'
    ),
    "variables": f'<div style="--v0: a a; {_VARIABLES} font-family: var(--v30)">text</div>',
    "footnotes": "<p>" + 'word<span style="float: footnote">note</span> ' * 4000 + "</p>",
    "rows": "<table>" + "<tr><td>one</td><td>two</td><td>three</td><td>four</td></tr>" * 60_000 + "</table>",
    "endless": "{% for a in range(99999) %}{% for b in range(99999) %}{% if a == -1 %}x{% endif %}{% endfor %}{% endfor %}",
    "hoard": "{% set text = 'x' * 2000000000 %}{{ text }}",
}
"""The page of each: its body, between the words that every page has to have."""


def write_slow_template(workspace: Path, name: str) -> None:
    """Write a template into a workspace whose page is one of the slow ones, and a brief that asks for it."""
    folder = workspace / "templates" / name
    folder.mkdir(parents=True)
    (folder / "template.yaml").write_text(
        f"name: {{en: {name}}}\ndescription: A page that is slow.\nshows: [title, date]\n", "utf-8"
    )
    head = '<!doctype html><html lang="en"><head><title>{{ view.title }}</title></head>'
    page = f"{head}<body>{SLOW_LAYOUTS[name]}</body></html>"
    (folder / "page.html.j2").write_text(page, "utf-8")
    (folder / "page.css").write_text("", "utf-8")
    brief = f"format: 1\ntemplate: {name}\ntitle: The page {name}\ndate: 2026-03-02\nstatus: draft\n"
    (workspace / "briefs" / f"{name}.yaml").write_text(brief, "utf-8")
