"""Pictures made without a library, for tests."""

from __future__ import annotations

import zlib

Colour = tuple[int, int, int]
PINE: Colour = (15, 107, 88)


def png(width: int = 4, height: int = 4, colour: Colour = PINE) -> bytes:
    """A picture of one colour."""
    rows = (b"\0" + bytes(colour) * width) * height
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", _number(width) + _number(height) + b"\x08\x02\0\0\0"),
            _chunk(b"IDAT", zlib.compress(rows)),
            _chunk(b"IEND", b""),
        )
    )


def gif(width: int, height: int) -> bytes:
    """The head of one, which tells its size."""
    return (
        b"GIF89a" + width.to_bytes(2, "little") + height.to_bytes(2, "little") + b"," + b"\0" * 40
    )


def jpeg_head(width: int, height: int) -> bytes:
    """A JPEG as far as its size is told."""
    frame = b"\x08" + height.to_bytes(2, "big") + width.to_bytes(2, "big") + b"\x03"
    start = b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
    return start + b"\xff\xff\xc2\x00\x11" + frame + b"\xff\xda" + b"\0" * 30


def webp_head(width: int, height: int) -> bytes:
    """A WebP with a canvas, as far as its size is told."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\x30\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + size + b"\0" * 30


def _chunk(name: bytes, body: bytes) -> bytes:
    return _number(len(body)) + name + body + _number(zlib.crc32(name + body))


def _number(value: int) -> bytes:
    return value.to_bytes(4, "big")
