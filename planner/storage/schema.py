"""Which step a library's schema stands at, and bringing it to the newest."""

from __future__ import annotations

from pathlib import Path

from planner.domain.library_header import APPLICATION_ID
from planner.storage.database import LibraryFile

SCHEMA_VERSION = 5  # the newest step in migrations/; kept in the file as user_version

_STEPS = Path(__file__).parent / "migrations"


def version(database: LibraryFile) -> int:
    """The schema's version, once SQLite has brought the file up from its journal.

    Raises LibraryError for a file whose table of tables is damaged: there it shows soonest.
    """
    database.get_tables()
    return int(database.pragma("user_version"))


def migrate(database: LibraryFile) -> None:
    """Takes the steps that are missing, each with its record in one transaction.

    Every open calls `version` first and this only when it is behind: the import alone costs more
    than opening does.
    """
    from playhouse.migrations import Runner

    from planner.storage.search_index import make_index

    Runner(database, str(_STEPS)).up()
    make_index(database)
    database.pragma("application_id", APPLICATION_ID)
    database.pragma("user_version", SCHEMA_VERSION)
    # So that both stand in the header, where they are looked for before opening.
    database.pragma("wal_checkpoint(truncate)")
