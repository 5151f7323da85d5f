"""Somebody's picture, small enough for ten thousand of them to lie in one library."""

from __future__ import annotations

from dataclasses import dataclass

EDGE = 192  # pixels: the largest round mark of the window at twice the usual density
LARGEST = 64 * 1024  # bytes kept of one picture; at EDGE a JPEG of a face has about 8 KB


@dataclass(frozen=True, slots=True)
class Photo:
    """A person's picture as it is kept: a JPEG or PNG of at most `EDGE` by `EDGE` pixels."""

    id: int = 0
    person: int = 0
    data: bytes = b""
