"""Addresses as a mail program lists them on one line, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from email.utils import getaddresses

_MOST_LINES = 5  # such a list is copied out of the "To" of an e-mail
_LONGEST = 200_000  # characters


def one_a_line(lines: Sequence[str]) -> Sequence[str]:
    """A line for every address with its name, where the lines are such lists; else the lines."""
    filled = [line for line in lines[: 10 * _MOST_LINES] if line.strip()]
    if not 0 < len(filled) <= _MOST_LINES or len(lines) > 10 * _MOST_LINES:
        return lines
    if sum(map(len, filled)) > _LONGEST or not all(line.count("@") > 1 for line in filled):
        return lines
    pairs = [pair for line in filled for pair in getaddresses([line.replace(";", ",")])]
    pairs = [pair for pair in pairs if any(pair)]
    named = any(name for name, _ in pairs)
    # Two bare addresses on a line may as well be one person's.
    if not all("@" in address for _, address in pairs) or not (named or len(pairs) > 2):
        return lines
    return [f'{address},"{_quoted(name)}"' for name, address in pairs]


def _quoted(name: str) -> str:
    return name.replace('"', '""')
