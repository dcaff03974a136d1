"""Families of fonts: those that ship with briefmaker, and what a family of a house's own consists of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FontFace:
    """One file of a family: its weight (400, 600 or 700) and slant.

    ``file`` is the name of a shipped file, or of a house's own, whose ``content`` is then here.
    """

    weight: int
    is_italic: bool
    file: str
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class FontFamily:
    """A family by the name that Word knows it by; ``fallback`` is what Word takes where it is not installed.

    ``is_serif`` tells Word which kind to look for where it has neither. A family for titles may have one face only.
    ``characters`` are those that a house's own family has; of the shipped ones fonts/coverage.txt tells.
    """

    name: str
    fallback: str
    is_serif: bool
    faces: tuple[FontFace, ...]
    characters: frozenset[int] = frozenset()


def is_single(family: FontFamily) -> bool:
    """Tell whether a family has one face, so that nothing can be set in bold or italic."""
    return len(family.faces) == 1


def find_face(family: FontFamily, weight: int, *, is_italic: bool) -> FontFace | None:
    """Give a family's face of this weight and slant."""
    return next((each for each in family.faces if (each.weight, each.is_italic) == (weight, is_italic)), None)


SOURCE_SERIF = FontFamily(
    "Source Serif 4",
    "Cambria",
    is_serif=True,
    faces=(
        FontFace(400, False, "SourceSerif4-Regular.ttf"),
        FontFace(400, True, "SourceSerif4-It.ttf"),
        FontFace(600, False, "SourceSerif4-Semibold.ttf"),
        FontFace(600, True, "SourceSerif4-SemiboldIt.ttf"),
        FontFace(700, False, "SourceSerif4-Bold.ttf"),
        FontFace(700, True, "SourceSerif4-BoldIt.ttf"),
    ),
)
SOURCE_SANS = FontFamily(
    "Source Sans 3",
    "Calibri",
    is_serif=False,
    faces=(
        FontFace(400, False, "SourceSans3-Regular.ttf"),
        FontFace(400, True, "SourceSans3-It.ttf"),
        FontFace(600, False, "SourceSans3-Semibold.ttf"),
        FontFace(700, False, "SourceSans3-Bold.ttf"),
    ),
)
SOURCE_SERIF_DISPLAY = FontFamily(
    "Source Serif 4 Display Semibold",
    "Cambria",
    is_serif=True,
    faces=(FontFace(600, False, "SourceSerif4Display-Semibold.ttf"),),
)
NOTO_ARABIC = FontFamily(
    "Noto Naskh Arabic",
    "Times New Roman",
    is_serif=True,
    faces=(FontFace(400, False, "NotoNaskhArabic-Regular.ttf"), FontFace(700, False, "NotoNaskhArabic-Bold.ttf")),
)
NOTO_HEBREW = FontFamily(
    "Noto Serif Hebrew",
    "Times New Roman",
    is_serif=True,
    faces=(FontFace(400, False, "NotoSerifHebrew-Regular.ttf"), FontFace(700, False, "NotoSerifHebrew-Bold.ttf")),
)
COMPANIONS = (NOTO_ARABIC, NOTO_HEBREW)
"""Families for scripts that the others have not; they stay the same in every house."""

SHIPPED_FAMILIES = {each.name: each for each in (SOURCE_SERIF, SOURCE_SANS, SOURCE_SERIF_DISPLAY)}
