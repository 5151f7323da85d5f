"""What can be wrong with a library, one finding each; the window and the terminal word them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from planner.domain.backups import Contents
from planner.domain.changes import Kind


class Trouble(StrEnum):
    """The sorts of findings, the worst first."""

    FILE = "file"  # pages of the file are broken
    UNREADABLE = "unreadable"  # a record holds what it cannot hold
    LOOSE = "loose"  # a record belongs to another that is not there
    LOOKUP = "lookup"  # one of the database's own indexes differs from its table
    INDEX = "index"  # the search index does not hold what the records say
    BACKUP = "backup"  # a backup is not sound
    ROOM = "room"  # the disk is nearly full


MENDABLE = frozenset({Trouble.UNREADABLE, Trouble.LOOSE, Trouble.LOOKUP, Trouble.INDEX})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. Which fields say what depends on `trouble`.

    `kind`, `id` and `title` name a record by its first words; `column` what of it cannot be
    read; `owner` what it should belong to; `count` is a number of documents, or megabytes;
    `detail` is a sentence, a file's name, or SQLite's own words.
    """

    trouble: Trouble
    kind: Kind | None = None
    id: int = 0
    title: str = ""
    column: str = ""
    owner: Kind | None = None
    count: int = 0
    detail: str = ""

    @property
    def mendable(self) -> bool:
        return self.trouble in MENDABLE


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found, and figures of what it looked through. `free` and `size` in bytes."""

    findings: tuple[Finding, ...]
    contents: Contents | None  # None where the records cannot even be counted
    records: int
    backups: int
    size: int
    free: int
    unread: int = 0  # backups with another passphrase, of which nobody can tell

    @property
    def sound(self) -> bool:
        return not self.findings

    @property
    def mendable(self) -> bool:
        return any(finding.mendable for finding in self.findings)
