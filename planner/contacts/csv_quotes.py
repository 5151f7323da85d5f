"""Lines of a CSV file whose quotation marks other programs than spreadsheets have put there."""

from __future__ import annotations

import re

DELIMITERS = (",", ";", "\t", "|", "^", "~")

_CURLY = str.maketrans("“”„‟", '""""')
_AT_EDGES = re.compile(r"(?:(?<=[,;\t|])|^)'|'(?=[,;\t|]|$)")


def unwrapped(lines: list[str]) -> list[str]:
    """The lines with plain quotation marks around cells alone.

    Some programs put each line as a whole in quotation marks, some write “curly” or 'single' ones.
    The first line tells.
    """
    first = next((line.strip() for line in lines if line.strip()), "")
    if first[:1] in "“„" and first:
        return [line.translate(_CURLY) for line in lines]
    if first[:1] == "'" and first[-1:] == "'" and len(first) > 2:
        return [_AT_EDGES.sub('"', line.strip()) for line in lines]
    inner = _inner(first)
    if inner != first and any(delimiter in inner for delimiter in DELIMITERS):
        return [_inner(line) for line in lines]
    return lines


def _inner(line: str) -> str:
    """What stands between the quotation marks around a whole line, else the line."""
    bare = line.strip().rstrip(",;")
    whole = len(bare) > 2 and bare[0] == bare[-1] == '"'
    if not whole or '"' in bare[1:-1].replace('""', ""):
        return line
    return bare[1:-1].replace('""', '"')


def cells_forgiving(line: str, delimiter: str) -> list[str]:
    """The cells of a line whose quotation marks do not match.

    One opens a cell only where the cell begins, and closes it only before a delimiter or the end;
    all others are part of the text, as in "Ann "Annie" Lee".
    """
    cells: list[str] = []
    at = 0
    while at <= len(line):
        end = -1
        if line[at : at + 1] == '"':
            end = _closing(line, at + 1, delimiter)
        if end < 0:
            stop = line.find(delimiter, at)
            stop = len(line) if stop < 0 else stop
            cells.append(line[at:stop].strip('"') if line[at : at + 1] == '"' else line[at:stop])
        else:
            cells.append(line[at + 1 : end].replace('""', '"'))
            stop = end + 1
        at = stop + 1
    return cells


def _closing(line: str, start: int, delimiter: str) -> int:
    """Where the quotation mark stands that closes a cell, -1 when none does."""
    at = line.find('"', start)
    while at >= 0:
        after = line[at + 1 : at + 2]
        if after in ("", delimiter):
            return at
        at = line.find('"', at + (2 if after == '"' else 1))
    return -1
