"""Names to offer for files: safe on every system, whatever somebody is called."""

from __future__ import annotations

import unicodedata

from planner.domain.shortening import one_line

FORBIDDEN = '<>:"/\\|?*'  # on Windows; POSIX forbids the slash alone
MOST_LETTERS = 80  # of 255 octets that file systems allow; letters may take four


def safe_file_name(words: str, ending: str) -> str:
    """Such as "1-2-1 Maya Okafor 2026-11-24.ics". `words` begin with one that is no device's."""
    shown = "".join(
        " " if letter in FORBIDDEN or unicodedata.category(letter).startswith("C") else letter
        for letter in one_line(words)
    )
    return " ".join(shown.split())[:MOST_LETTERS].strip(" .") + ending
