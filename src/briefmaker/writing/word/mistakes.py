"""Tells of a mistake in a Word template: in which paragraph, and in which tag as staff typed it."""

import re
from types import TracebackType

from briefmaker.diagnostics import BriefmakerError
from briefmaker.writing.template import say_plainly

HINT = "open the template in Word and correct the tag"
LONGEST_TOLD = 160
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_INLINE_CALL = re.compile(r"\{\{ write_inline\(\((.+?)\), \d+\) \}\}")
_BLOCK_CALL = re.compile(r"\{\{ write_block\(\((.+?)\), \d+(?:, prefix)?\) \}\}")
_CAPTURE = re.compile(r"\{% (?:set prefix|endset) %\}")


def tell_mistake(file: str, source: str, line: int, reason: str) -> BriefmakerError:
    """Give the error for a mistake in one line of a part's Jinja source, which holds one paragraph a line."""
    lines = source.replace("<w:p ", "\n<w:p ").replace("<w:p>", "\n<w:p>").splitlines()
    words = re.sub(r"<[^>]*>", "", lines[line - 1]).strip() if 0 < line <= len(lines) else ""
    message = f"{file}, paragraph {line - 1}: {say_plainly(reason)}, in `{_find_tag(words, reason)}`"
    return BriefmakerError(message, HINT, exit_code=1)


def _find_tag(words: str, reason: str) -> str:
    """Give the tag that a mistake is in: the first with the name that is complained of, or all of the paragraph."""
    typed = _BLOCK_CALL.sub(r"{{p \1 }}", _INLINE_CALL.sub(r"{{r \1 }}", _CAPTURE.sub("", words)))
    names = re.findall(r"'(\w+)'", reason)
    tags = [tag for tag in _TAG.findall(typed) if names and names[-1] in tag]
    return tags[0] if tags else typed[:LONGEST_TOLD]


def find_source_line(trace: TracebackType | None) -> int | None:
    """Give the line of the template's Jinja source that an error came from, None for one from elsewhere."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
