"""Which way a text is read, and how texts of both ways stand beside each other in one line."""

from __future__ import annotations

import unicodedata

FIRST_RIGHT_TO_LEFT = "\u0590"  # no letter before it is read from right to left
_FROM_RIGHT = frozenset({"R", "AL"})
# Qt writes these into no PDF, as it does the newer isolates, for which it takes another font.
_RIGHT_TO_LEFT, _LEFT_TO_RIGHT, _END, _MARK = "\u202b", "\u202a", "\u202c", "\u200e"


def leftward(text: str) -> bool:
    """Whether all its letters are read from right to left, so that it begins at the right."""
    if max(text, default="") < FIRST_RIGHT_TO_LEFT:
        return False
    kinds = {unicodedata.bidirectional(letter) for letter in text}
    return bool(kinds & _FROM_RIGHT) and "L" not in kinds


def held_together(text: str) -> str:
    """A text that keeps its own direction among others in a line, and leaves them theirs."""
    if max(text, default="") < FIRST_RIGHT_TO_LEFT:
        return text
    kinds = [unicodedata.bidirectional(letter) for letter in text]
    strong = [kind for kind in kinds if kind == "L" or kind in _FROM_RIGHT]
    if not _FROM_RIGHT.intersection(strong):
        return text
    begin = _RIGHT_TO_LEFT if strong[0] in _FROM_RIGHT else _LEFT_TO_RIGHT
    return f"{begin}{text}{_END}{_MARK}"
