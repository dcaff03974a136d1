"""The codes of all that reading, viewing and writing can find wrong; each keeps its meaning for ever."""

from enum import StrEnum


class Code(StrEnum):
    """A stable name for one kind of finding; the value is what users see and search for."""

    # The file as a whole
    FILE_UNREADABLE = "FIL001"
    FILE_TOO_LARGE = "FIL002"
    FILE_NOT_UTF8 = "FIL003"
    FILE_UNSAFE_CHARACTER = "FIL004"
    FILE_EMPTY = "FIL005"
    PATH_OUTSIDE = "FIL006"

    # YAML
    YAML_SYNTAX = "YML001"
    YAML_DUPLICATE_KEY = "YML002"
    YAML_ALIAS = "YML003"
    YAML_TAG = "YML004"
    YAML_MERGE_KEY = "YML005"
    YAML_TOO_DEEP = "YML006"
    YAML_TOO_MANY = "YML007"
    YAML_SECOND_DOCUMENT = "YML008"
    YAML_KEY_NOT_TEXT = "YML009"
    YAML_NOT_A_MAPPING = "YML010"
    YAML_CUT_BY_COMMENT = "YML011"
    YAML_CUT_BY_COMMA = "YML012"
    YAML_FOLDED = "YML013"
    YAML_NEEDS_QUOTES = "YML014"

    # Fields
    FIELD_UNKNOWN = "FLD001"
    FIELD_MISSING = "FLD002"
    FIELD_TEXT = "FLD003"
    FIELD_LIST = "FLD004"
    FIELD_MAPPING = "FLD005"
    FIELD_CHOICE = "FLD006"
    FIELD_NUMBER = "FLD007"
    FIELD_DATE = "FLD008"
    FIELD_TIME = "FLD009"
    FIELD_YES_NO = "FLD010"
    FIELD_ID = "FLD011"
    FIELD_ADDRESS = "FLD012"
    FIELD_ONE_LINE = "FLD013"
    FIELD_LANGUAGE = "FLD014"
    FIELD_TIMEZONE = "FLD015"
    FIELD_VALUE = "FLD016"
    FORMAT_UNKNOWN = "FLD017"

    # Rich text
    TEXT_LINK = "TXT001"
    TEXT_CITATION = "TXT002"
    TEXT_UNSUPPORTED = "TXT003"
    TEXT_TOO_DEEP = "TXT004"
    TEXT_GLYPH = "TXT005"

    # What one part of a brief says of another
    SOURCE_UNKNOWN = "REF001"
    FIGURE_UNKNOWN = "REF002"
    ID_TWICE = "REF003"
    PERSON_UNKNOWN = "REF004"
    EDITION_UNKNOWN = "REF005"

    # Markings and likelihood
    MARKING_UNKNOWN = "MRK001"
    MARKING_PORTION_ABOVE = "MRK002"
    LIKELIHOOD_UNKNOWN = "PRB001"

    # Data files
    DATA_UNREADABLE = "FIG001"
    DATA_COLUMN = "FIG002"
    DATA_SHAPE = "FIG003"

    # Templates and settings
    TEMPLATE_UNKNOWN = "TPL001"
    TEMPLATE_NOT_SHOWN = "TPL002"
    TEMPLATE_BROKEN = "TPL003"
    TEMPLATE_CONTRACT = "TPL004"
    TEMPLATE_REFUSED = "TPL005"
    SETTINGS = "SET001"

    # What is written
    OUTPUT_EDITED = "OUT001"
    OUTPUT_CLASH = "OUT002"
    OUTPUT_UNWRITABLE = "OUT003"
