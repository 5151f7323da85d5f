"""Writing the calendar file that other programs subscribe to; needs neither window nor display."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from planner.errors import PlannerError
from planner.journeys.subscribed_calendar import (
    refuse_what_is_not_ours,
    subscribed,
    subscribed_calendar,
)
from ui import saving

if TYPE_CHECKING:
    from planner.storage.store import Store


@dataclass(frozen=True, slots=True)
class Content:
    """What is to stand in which file; no path when none is wanted any more."""

    path: Path | None
    data: bytes = b""


def content_of(store: Store, now: datetime) -> Content:
    """What the file is to say now; `now` is UTC, naive."""
    file = subscribed(store)
    if file is None:
        return Content(None)
    return Content(file.path, subscribed_calendar(store, now))


def bring_up_to_date(content: Content) -> None:
    """Writes the file whole, unless it says so already. PlannerError in words when it cannot."""
    path = content.path
    if path is None:
        return
    saving.check(path)
    refuse_what_is_not_ours(path)
    if not _says(path, content.data):
        saving.save(path, content.data)


def write_subscribed(store: Store, now: datetime) -> str:
    """Brings the file up to date, if there is to be one; what went wrong, "" when nothing did."""
    try:
        bring_up_to_date(content_of(store, now))
    except PlannerError as refusal:
        return f"The calendar file for subscribing is not up to date. {refusal}"
    return ""


def _says(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
