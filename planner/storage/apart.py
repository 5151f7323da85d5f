"""Who was said not to be one person."""

from __future__ import annotations

from planner.domain.changes import Kind
from planner.domain.duplicates import Apart
from planner.storage.repository import Repository


class Aparts(Repository[Apart]):
    record = Apart
    kind = Kind.APART
