"""Somebody's picture, small enough for ten thousand of them to lie in one library."""

from __future__ import annotations

from dataclasses import dataclass

EDGE = 192  # pixels: the largest round mark of the window at twice the usual density
LARGEST = 64 * 1024  # bytes kept of one picture; at EDGE a JPEG of a face has about 8 KB
MOST_PIXELS = 64_000_000  # of a picture to be made small; larger ones are traps, not faces

_PNG = b"\x89PNG\r\n\x1a\n"
_ALONE = frozenset([0x01, *range(0xD0, 0xD8)])  # JPEG marks with nothing behind them
_FRAMES = frozenset([*range(0xC0, 0xD0)]) - {0xC4, 0xC8, 0xCC}  # those that tell the size


@dataclass(frozen=True, slots=True)
class Photo:
    """A person's picture as it is kept: a JPEG or PNG of at most `EDGE` by `EDGE` pixels."""

    id: int = 0
    person: int = 0
    data: bytes = b""


def kind_of(data: bytes) -> str:
    """ "jpeg", "png", "gif" or "webp", told from the first bytes alone; "" for all else."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(_PNG):
        return "png"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    return ""


def is_picture(data: bytes) -> bool:
    """Whether bytes are a picture of a kind that is shown, whole, and of a size that can be."""
    width, height = _size_of(data)
    return 0 < width * height <= MOST_PIXELS and _is_whole(data)


def _is_whole(data: bytes) -> bool:
    """Whether there is a picture behind the head; of a JPEG cut off, what is there is shown."""
    kind = kind_of(data)
    if kind == "jpeg":
        return b"\xff\xda" in data
    if kind == "png":
        return b"IDAT" in data and b"IEND" in data[-64:]
    if kind == "webp":
        return len(data) >= int.from_bytes(data[4:8], "little")
    return kind == "gif" and b"," in data[10:]


def _size_of(data: bytes) -> tuple[int, int]:
    """Width and height in pixels as the picture's own head says, 0 and 0 when it says none."""
    kind = kind_of(data)
    if kind == "jpeg":
        return _size_of_jpeg(data)
    if kind == "png" and data[12:16] == b"IHDR":
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    if kind == "gif":
        return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    return _size_of_webp(data) if kind == "webp" else (0, 0)


def _size_of_jpeg(data: bytes) -> tuple[int, int]:
    place = 2
    while place + 9 < len(data) and data[place] == 0xFF:
        mark = data[place + 1]
        if mark == 0xFF:  # filling
            place += 1
        elif mark in _ALONE:
            place += 2
        elif mark in _FRAMES:
            height, width = data[place + 5 : place + 7], data[place + 7 : place + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        else:
            place += 2 + max(2, int.from_bytes(data[place + 2 : place + 4], "big"))
    return 0, 0


def _size_of_webp(data: bytes) -> tuple[int, int]:
    form = data[12:16]
    if form == b"VP8 ":
        width, height = data[26:28], data[28:30]
        return int.from_bytes(width, "little") & 0x3FFF, int.from_bytes(height, "little") & 0x3FFF
    if form == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8X":
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    return 0, 0
