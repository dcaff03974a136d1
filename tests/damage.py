"""Damages a brief's file as accidents do: fields dropped, renamed, retyped and moved, bytes flipped and cut."""

import random
import re


def damage(text: bytes, chance: random.Random) -> bytes:
    """Give the file with one accident in it."""
    lines = text.split(b"\n")
    kind = chance.choice(["drop", "rename", "retype", "flip", "cut", "move"])
    number = chance.randrange(len(lines))
    if kind == "drop":
        del lines[number]
    elif kind == "rename":
        lines[number] = re.sub(rb"(\w)(\w*):", rb"\2\1:", lines[number], count=1)
    elif kind == "retype":
        value = chance.choice(
            [b"[]", b"{}", b"3", b"null", b"[a, b]", b"{a: b}", b"*x", b"'", b"|", b"99999999999", b"- x"]
        )
        lines[number] = re.sub(rb":.*", b": " + value, lines[number], count=1)
    elif kind == "move":
        lines.insert(chance.randrange(len(lines)), b" " * chance.randrange(6) + lines.pop(number).strip())
    else:
        flipped = bytearray(text)
        for _ in range(chance.randrange(1, 4)):
            place = chance.randrange(len(flipped))
            if kind == "flip":
                flipped[place] ^= 1 << chance.randrange(8)
            else:
                del flipped[place : place + chance.randrange(1, 40)]
        return bytes(flipped)
    return b"\n".join(lines)
