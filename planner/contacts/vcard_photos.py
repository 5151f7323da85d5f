"""The pictures in vCards: those that lie in the file itself, ready to be made small."""

from __future__ import annotations

import binascii
import re
from collections.abc import Sequence
from urllib.parse import unquote_to_bytes

from planner.contacts.vcard_lines import Property
from planner.contacts.vcard_values import by_preference
from planner.domain.photos import is_picture

# A camera's own picture, uncut, stays below this; phones put a few hundred kilobytes in a card.
LARGEST_MEGABYTES = 8
_LARGEST = LARGEST_MEGABYTES * 1_000_000  # bytes

_DATA = re.compile(rb"\s*data:[^,\\]{0,200}(?:\\;[^,\\]{0,200})*\\?,", re.I)
_IN_BASE64 = re.compile(rb"base64", re.I)
_LETTERS_OF_BASE64 = re.compile(rb"[A-Za-z0-9+/=\s]*")
_ADDRESS = re.compile(rb"\s*[a-z][a-z0-9+.-]{1,20}\\?:", re.I)
_SHORTEST = 40  # bytes; no picture has fewer


class Photos:
    """Reads the pictures of one file; counts those it had to leave out, each kind of them once."""

    def __init__(self) -> None:
        self._elsewhere: list[int] = []  # lines
        self._too_large: list[int] = []
        self._unknown: list[int] = []

    def read(self, properties: Sequence[Property]) -> bytes:
        """The first picture among a card's PHOTOs as it is in the file, b"" when there is none.

        What the properties hold is let go: a picture is the largest thing in a card by far.
        """
        found = b""
        problem: list[int] | None = None
        for each in by_preference(properties):
            if not found:
                value = b"".join([each.value, *_broken_off(each)])
                found, at_fault = self._picture(each, value)
                problem = problem if problem is not None else at_fault
            each.value = b""
            each.strays.clear()
        if not found and problem is not None:
            problem.append(properties[0].line)
        return found

    def told(self) -> list[tuple[int, str]]:
        """What was left out, as sentences with the line of the first of each kind."""
        kinds = (
            (
                self._elsewhere,
                "lie elsewhere, not in the file, and were left out; nothing is ever fetched",
                "lies elsewhere, not in the file, and was left out; nothing is ever fetched",
            ),
            (
                self._too_large,
                f"are larger than {LARGEST_MEGABYTES} MB and were left out",
                f"is larger than {LARGEST_MEGABYTES} MB and was left out",
            ),
            (
                self._unknown,
                "are no JPEG, PNG, GIF or WebP that can be shown, and were left out",
                "is no JPEG, PNG, GIF or WebP that can be shown, and was left out",
            ),
        )
        return [
            (lines[0], f"A picture {one}." if len(lines) == 1 else f"{len(lines)} pictures {many}.")
            for lines, many, one in kinds
            if lines
        ]

    def _picture(self, found: Property, value: bytes) -> tuple[bytes, list[int] | None]:
        """The picture, or where to count that there is none; neither for an empty value."""
        if not value.strip():
            return b"", None
        if len(value) > 2 * _LARGEST:
            return b"", self._too_large
        start = _DATA.match(value)
        if start:
            body = value[start.end() :]
            data = _from_base64(body) if _IN_BASE64.search(start[0]) else unquote_to_bytes(body)
        elif _ADDRESS.match(value):
            return b"", self._elsewhere
        elif found.quoted:
            data = binascii.a2b_qp(value)
        elif found.base64 or _LETTERS_OF_BASE64.fullmatch(value):
            data = _from_base64(value)
        else:
            data = b""
        if len(data) > _LARGEST:
            return b"", self._too_large
        return (data, None) if is_picture(data) else (b"", self._unknown)


def _broken_off(found: Property) -> list[bytes]:
    """The lines after a picture that continue it, though nothing marks them."""
    lines = []
    for _, line in found.strays:
        if not _LETTERS_OF_BASE64.fullmatch(line):
            break
        lines.append(line)
    return lines


def _from_base64(value: bytes) -> bytes:
    if len(value) < _SHORTEST:
        return b""
    try:
        return binascii.a2b_base64(value)
    except binascii.Error:  # cut off: what is there of it may still show a face
        letters = value.translate(None, b" \t\r\n=")
    try:
        return binascii.a2b_base64(letters[: len(letters) // 4 * 4])
    except binascii.Error:
        return b""
