"""Pictures that a brief, people.yaml or the settings name: found, looked at, and what is wrong with them told."""

from dataclasses import dataclass, field

from briefmaker.diagnostics import Code, Diagnostic, Places
from briefmaker.model.picture import Picture
from briefmaker.workspace.files import BriefFolder, PathOutsideError, TooLargeFileError, UnreadableFileError

MAX_BYTES = 10_000_000
PORTRAIT_BOX = (25.0, 32.0)
"""The most that a portrait measures on the page: width and height in millimetres."""

LOGO_BOX = (38.0, 14.0)
"""The most that a logo measures, beside the marking and above the title."""


@dataclass(slots=True)
class PictureReader:
    """Reads the pictures that one file names, seen from a folder; keeps them by name, and what is wrong with them."""

    folder: BriefFolder
    places: Places
    pictures: dict[str, Picture] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def read(self, path: str, name: str, box: tuple[float, float], *, may_be_drawn: bool = False) -> None:
        """Read the picture that the field at ``path`` names; it will be printed no larger than the box.

        ``may_be_drawn`` lets it be an SVG.
        """
        from briefmaker.reading.picture_file import PictureError, read_picture

        try:
            content = self.folder.read(name, MAX_BYTES)
            self.pictures[name] = read_picture(content, name, box, may_be_drawn=may_be_drawn)
        except PathOutsideError as outside:
            self._tell(Code.PATH_OUTSIDE, path, str(outside), "copy the picture into the workspace")
        except TooLargeFileError as large:
            self._tell(Code.PICTURE_TOO_LARGE, path, str(large), "save it smaller: 1,000 pixels a side are plenty")
        except UnreadableFileError as unreadable:
            whose = "workspace's" if self.folder.base == self.folder.root else "brief's"
            hint = f"the path is seen from the {whose} folder; capitals and small letters differ"
            self._tell(Code.PICTURE_UNREADABLE, path, str(unreadable), hint)
        except PictureError as refused:
            self._tell(refused.code, path, str(refused), refused.hint)

    def _tell(self, code: Code, path: str, message: str, hint: str) -> None:
        self.diagnostics.append(self.places.finding(code, path, message, hint))
