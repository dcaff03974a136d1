"""Edits documents within LibreOffice itself, with its own tracking, as an author of one's choice."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Review" script:language="StarBasic">
Sub Edit(source As String, target As String, pairs As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = &quot;Hidden&quot; : hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, &quot;_blank&quot;, 0, hidden())
  doc.RecordChanges = True
  parts = Split(pairs, &quot;|&quot;)
  For i = 0 To UBound(parts) Step 2
    search = doc.createSearchDescriptor()
    search.SearchString = parts(i)
    found = doc.findFirst(search)
    If Left(parts(i + 1), 1) = &quot;+&quot; Then
      cursor = found.Text.createTextCursorByRange(found)
      cursor.gotoEndOfParagraph(False)
      found.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
      found.Text.insertString(cursor, Mid(parts(i + 1), 2), False)
    Else
      found.setString(parts(i + 1))
    End If
  Next
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = &quot;FilterName&quot; : kind(0).Value = &quot;MS Word 2007 XML&quot;
  doc.storeToURL(target, kind())
  doc.close(True)
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Review"/></library:library>
"""
_DATA = '<item oor:path="/org.openoffice.UserProfile/Data">'


@dataclass(frozen=True)
class Office:
    """LibreOffice with a profile of its own in a folder."""

    folder: Path

    def edit(self, source: Path, target: Path, author: str, edits: Sequence[tuple[str, str]]) -> Path:
        """Replace words by others, or, where those begin with +, put a paragraph behind theirs; all is tracked."""
        self._prepare(source)
        self._name_author(author)
        pairs = "|".join(part for edit in edits for part in edit)
        self._run(f'macro:///Standard.Review.Edit("{source.as_uri()}","{target.as_uri()}","{pairs}")')
        return target

    def _run(self, *arguments: str) -> None:
        program = shutil.which("soffice")
        assert program, "LibreOffice is needed for the tests: install libreoffice-writer"
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--norestore", *arguments]
        subprocess.run(command, check=True, capture_output=True, timeout=180)

    def _prepare(self, source: Path) -> None:
        """Have a profile made by a first run, and put the macro into it."""
        library = self.folder / "profile" / "user" / "basic" / "Standard"
        if not library.exists():
            self._run("--convert-to", "txt:Text", "--outdir", str(self.folder / "first"), str(source))
        (library / "Review.xba").write_text(_MODULE, "utf-8")
        (library / "script.xlb").write_text(_LIBRARY, "utf-8")

    def _name_author(self, author: str) -> None:
        settings = self.folder / "profile" / "user" / "registrymodifications.xcu"
        text = re.sub(rf"{re.escape(_DATA)}.*?</item>\n?", "", settings.read_text("utf-8"))
        named = zip(("givenname", "sn"), author.split(" "), strict=True)
        items = "".join(
            f'{_DATA}<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
            for name, value in named
        )
        settings.write_text(text.replace("</oor:items>", f"{items}</oor:items>"), "utf-8")
