"""What commands print: for people, line by line; for programs, one JSON document."""

from __future__ import annotations

import json
import os
import re
import sys
from dataclasses import dataclass
from typing import Any, TextIO

from planner.domain.shortening import unprintable

# Controls beyond ASCII, line separators and marks that turn the reading direction: JSON allows
# them as they are, but a terminal may obey them.
_OBEYED = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Told:
    """What a command has to say: the JSON document, the same as lines, and its exit code."""

    document: Any
    lines: tuple[str, ...]
    refused: str = ""  # a sentence for stderr when the command could not do what it was for
    warning: str = ""  # one for stderr when it could, but there is a catch


def as_json(document: Any) -> str:
    """One JSON document, UTF-8 except for what a terminal would obey, which is escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return _OBEYED.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    """Half of a character, which no JSON may hold, reads `\\xff`: a byte of a file's name."""
    code = ord(found[0])
    if 0xD800 <= code <= 0xDFFF:
        return rf"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else rf"\\u{code:04x}"
    return f"\\u{code:04x}"


def plain(text: str) -> str:
    """Text from outside as one line that a terminal shows and does not obey."""
    shown = "".join(
        " " if letter.isspace() else "\ufffd" if unprintable(letter) else letter for letter in text
    )
    return " ".join(shown.split())


def columns(*parts: str) -> str:
    """What there is to say of something, in one line, blanks left out."""
    return " — ".join(told for part in parts if (told := plain(part)))


def tell(told: Told, *, in_json: bool) -> None:
    """Prints what a command has to say on stdout."""
    lines = (as_json(told.document),) if in_json else told.lines
    if sys.stdout is not None:
        _write(sys.stdout, "".join(f"{line}\n" for line in lines))


def complain(sentence: str) -> None:
    """Says on stderr, in one line, why something was refused."""
    if sys.stderr is not None:
        _write(sys.stderr, f"{plain(sentence)}\n")


def speak_utf8() -> None:
    """Makes both streams UTF-8, whatever the locale: names are from everywhere."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def fall_silent(*streams: TextIO) -> None:
    """Nobody reads these any more: what they still hold goes nowhere, and without a complaint."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        try:
            os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError, AttributeError):  # a stream without a file of its own
            continue
    os.close(nowhere)


def _write(stream: TextIO, text: str) -> None:
    stream.write(text)
    stream.flush()
