"""How hard a passphrase is to guess, roughly: enough to say it in a word beside the field."""

from __future__ import annotations

import re
from enum import IntEnum

WORDS = 4  # what the window suggests, because it is easier to remember than eight odd signs
SHORTEST = 8  # characters

# Bits of guessing that a part costs. A word is one of the some four thousand that people think of;
# of a longer run of letters no dictionary helps with the rest.
_WORD_BITS, _WORD_LETTERS, _LETTER_BITS = 12.0, 6, 3.0
_SIGN_BITS = 5.0
_DIGIT_BITS = 3.3
_WORD = re.compile(r"[^\W\d_]{3,}")

# One graphics card tries some five thousand passphrases a second against the key's 256,000 rounds:
# the first is a few months of one, the second two thousand years.
_FAIR_BITS, _STRONG_BITS = 35.0, 48.0


class Strength(IntEnum):
    """What guessing it would take."""

    NONE = 0  # nothing typed yet
    WEAK = 1
    FAIR = 2
    STRONG = 3


def strength(passphrase: str) -> Strength:
    """How the passphrase would hold; that it is a well-known saying is not found out."""
    typed = passphrase.strip().casefold()
    if not typed:
        return Strength.NONE
    if len(typed) < SHORTEST:
        return Strength.WEAK
    words = set(_WORD.findall(typed))  # the same word again is no work
    beyond = sum(max(0, len(word) - _WORD_LETTERS) for word in words if len(word) > 2 * SHORTEST)
    rest = set(_WORD.sub("", typed)) - {" "}
    digits = sum(sign.isdigit() for sign in rest)
    bits = len(words) * _WORD_BITS + beyond * _LETTER_BITS
    bits += digits * _DIGIT_BITS + (len(rest) - digits) * _SIGN_BITS
    if bits >= _STRONG_BITS:
        return Strength.STRONG
    return Strength.FAIR if bits >= _FAIR_BITS else Strength.WEAK
