"""Names to offer for files: safe on every system, whatever somebody is called."""

from __future__ import annotations

import unicodedata

from planner.domain.shortening import one_line

FORBIDDEN = '<>:"/\\|?*'  # on Windows; POSIX forbids the slash alone
MOST_LETTERS = 80
MOST_OCTETS = 200  # of 255 that file systems allow; a letter may take four, the ending needs some
# Devices, whatever ending follows: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_PORTS = frozenset(f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³")
RESERVED = frozenset({"CON", "PRN", "AUX", "NUL"}) | _PORTS
INSTEAD = "1-2-1"  # what a name begins with that would be none, or a device's


def safe_file_name(words: str, ending: str) -> str:
    """Such as "1-2-1 Maya Okafor 2026-11-24.ics"; what `ending` says is never cut off."""
    shown = "".join(
        " " if letter in FORBIDDEN or unicodedata.category(letter).startswith("C") else letter
        for letter in one_line(words)
    )
    short = " ".join(shown.split())[:MOST_LETTERS].encode()[:MOST_OCTETS]
    stem = short.decode(errors="ignore").strip(" .")  # a letter cut in two goes whole
    if not stem or stem.partition(".")[0].rstrip().upper() in RESERVED:
        stem = f"{INSTEAD} {stem}".rstrip()
    return stem + ending
