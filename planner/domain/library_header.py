"""How a library file is told from any other: by its first bytes, without opening it."""

from __future__ import annotations

from collections import Counter

SQLITE_MAGIC = b"SQLite format 3\0"  # https://www.sqlite.org/fileformat.html, 1.3; offsets too
HEADER_BYTES = 100
FIRST_PAGE_BYTES = 4096  # a page of SQLCipher 4; its files are whole pages
APPLICATION_ID = 0x56495356  # "VISV": says in the file's header whose file it is
_APPLICATION_ID_AT = slice(68, 72)

# How other kinds of file begin that look like chance further on: zip, gzip, bzip2, xz, 7-Zip, rar,
# Zstandard, PNG, JPEG, WebP, PDF (https://www.garykessler.net/library/file_sigs.html).
_PACKED = (
    b"PK\x03\x04", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!",
    b"\x28\xb5\x2f\xfd", b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"%PDF",
)  # fmt: skip
_EVENEST, _UNEVENEST = 100.0, 436.0  # chi-squared of 256 kinds: by chance 255, give or take 22.6

# Endings of the journals that SQLite keeps beside a library; what was saved last is in them.
JOURNAL_ENDINGS = ("-wal", "-shm", "-journal")


def is_library(header: bytes) -> bool:
    """Whether a file that begins with these bytes is a library, or a backup of one."""
    return (
        header.startswith(SQLITE_MAGIC)
        and int.from_bytes(header[_APPLICATION_ID_AT]) == APPLICATION_ID
    )


def may_be_encrypted(first_page: bytes) -> bool:
    """Whether a file that begins with these bytes (FIRST_PAGE_BYTES of them) may be an encrypted
    library: nothing in such a file is told from chance but by its passphrase.

    Held against even chances by the chi-squared test: of encrypted pages one in 10^10 fails it,
    while text, programs and pictures are off by thousands.
    """
    if len(first_page) < FIRST_PAGE_BYTES or begins_as_another_kind(first_page):
        return False
    even = FIRST_PAGE_BYTES / 256
    counts = Counter(first_page[:FIRST_PAGE_BYTES])
    return _EVENEST < sum((counts[byte] - even) ** 2 / even for byte in range(256)) < _UNEVENEST


def begins_as_another_kind(first: bytes) -> bool:
    """Whether these first bytes are those of a packed file, whose rest looks like chance too."""
    return first.startswith((SQLITE_MAGIC, *_PACKED))


def may_be_ours(first_page: bytes) -> bool:
    """Whether a file that begins with these bytes must not be written over: a library or a backup,
    encrypted or not.
    """
    return is_library(first_page) or may_be_encrypted(first_page)
