"""Text from anywhere as one short printable line, measured by what it costs to read."""

from __future__ import annotations

import math
import unicodedata

LETTERS_A_WORD = 8  # a run without blanks costs a word every so many letters
WIDE_LETTERS_A_WORD = 2  # Chinese, Japanese and Korean letters say more and take more room
OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # turn the reading direction
TRAILING = " ,;:.–-("  # what looks odd before an ellipsis


def one_line(text: str) -> str:
    """Text as one line of plain text: blanks made single, control letters and overrides gone.

    Composed (NFC), so that a letter and its accent are one glyph and one letter in a PDF.
    """
    shown = (
        " " if letter.isspace() else letter
        for letter in unicodedata.normalize("NFC", text)
        if letter.isspace() or not unprintable(letter)
    )
    return " ".join("".join(shown).split())


def unprintable(letter: str) -> bool:
    """Control letters, lone surrogates, byte order marks and direction overrides."""
    return unicodedata.category(letter) in ("Cc", "Cs") or letter in OVERRIDES or letter == "\ufeff"


def words(text: str) -> int:
    """How many words a text costs to read; a long run without blanks counts as several."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    runs = math.ceil((len(text) - wide) / LETTERS_A_WORD + wide / WIDE_LETTERS_A_WORD)
    return max(len(text.split()), runs)


def shorten(text: str, limit: int) -> str:
    """One line of at most `limit` words; what was cut shows as an ellipsis."""
    line = one_line(text)
    if words(line) <= limit:
        return line
    kept = ""
    for word in line.split(" "):
        longer = f"{kept} {word}" if kept else word
        if words(f"{longer}…") > limit:
            break
        kept = longer
    if not kept:  # the first word alone is too long
        kept = line[: limit * LETTERS_A_WORD - 1]
        while words(f"{kept}…") > limit:
            kept = kept[:-1]
    return kept.rstrip(TRAILING) + "…"
