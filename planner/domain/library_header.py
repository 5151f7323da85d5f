"""How a library file is told from any other: by its first bytes, without opening it."""

from __future__ import annotations

SQLITE_MAGIC = b"SQLite format 3\0"  # https://www.sqlite.org/fileformat.html, 1.3; offsets too
HEADER_BYTES = 100
APPLICATION_ID = 0x56495356  # "VISV": says in the file's header whose file it is
_APPLICATION_ID_AT = slice(68, 72)

# Endings of the journals that SQLite keeps beside a library; what was saved last is in them.
JOURNAL_ENDINGS = ("-wal", "-shm", "-journal")


def is_library(header: bytes) -> bool:
    """Whether a file that begins with these bytes is a library, or a backup of one."""
    return (
        header.startswith(SQLITE_MAGIC)
        and int.from_bytes(header[_APPLICATION_ID_AT]) == APPLICATION_ID
    )
