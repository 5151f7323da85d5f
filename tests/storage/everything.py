"""All that a library file holds, plain or encrypted, read by the driver alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from planner.storage.cipher import Key

ONE = Key(bytes(range(32)), bytes(range(100, 116)))
OTHER = Key(bytes(range(50, 82)), bytes(range(200, 216)))


@contextmanager
def opened(path: Path, key: Key | None) -> Iterator[Any]:
    from sqlcipher3 import dbapi2

    driver = sqlite3 if key is None else dbapi2
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        if key is not None:
            connection.execute(f"PRAGMA key = {key.literal()}")
        yield connection


def everything(path: Path, key: Key | None) -> dict[str, Any]:
    """Every table row by row, the index's own too, and what the header says."""
    with opened(path, key) as connection:
        found: dict[str, Any] = {
            said: connection.execute(f"PRAGMA {said}").fetchall()
            for said in ("user_version", "application_id", "encoding")
        }
        schema = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
        found["schema"] = connection.execute(schema).fetchall()
        for kind, name, *_ in found["schema"]:
            if kind == "table":
                found[name] = connection.execute(f'SELECT * FROM "{name}"').fetchall()
        return found
