"""Taking a copy of the library to a safe place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from planner.errors import PlannerError
from planner.storage import backup
from planner.storage.store import Store

ENDING = ".visavis"


def file_name(today: date) -> str:
    """What to call a backup made today."""
    return f"visavis-{today.isoformat()}{ENDING}"


def back_up(store: Store, target: Path) -> None:
    """Copies the whole library to `target`, a file that may be there already.

    Changes nothing in the library. Raises PlannerError in words when the copy cannot be written,
    or would take the place of the library itself.
    """
    if target.exists() and target.samefile(store.path):
        raise PlannerError(
            f"{target} is the library you are working in. Give the backup another name."
        )
    if target.is_dir():
        raise PlannerError(f"{target} is a folder. Name a file in it for the backup.")
    backup.back_up(store, target)
