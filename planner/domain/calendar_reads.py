"""What was read of one calendar the user named, and what was wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from planner.domain.busy import BusyFile, Skipped

SAMPLE = "sample"  # the sample network's calendar; all others are absolute paths
Stamp = tuple[int, int, int, int]  # by which a file is known to be the same: times, size, number


class Trouble(StrEnum):
    """Why a calendar could not be read at all, or says something older than it should."""

    NOTHING = ""
    MISSING = "missing"
    SHUT = "shut"  # it is there and may not be read, or its disk fails
    EMPTY = "empty"  # a folder without calendar files
    WRITING = "writing"  # another program is at it
    SILENT = "silent"  # a network folder, say, that does not answer


@dataclass(frozen=True, slots=True)
class Asked:
    """What a calendar is read for; what was read for another is of no use."""

    zone: str  # of times that name none
    start: datetime  # UTC, naive
    end: datetime
    mine: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Kept:
    """One file as it was read."""

    stamp: Stamp | None  # None where it may have changed since, unseen
    file: BusyFile


@dataclass(frozen=True, slots=True)
class CalendarRead:
    """What one calendar said when it was last read.

    Where it cannot be read just now, what it said before still counts, and `trouble` says why.
    """

    path: str
    asked: Asked
    parts: Mapping[str, Kept] = field(default_factory=dict)  # by path, as one may be a folder
    folder: bool = False
    trouble: Trouble = Trouble.NOTHING
    left_out: tuple[Skipped, ...] = ()  # what of a folder is not looked at
    read: bool = False  # ever, since the program runs

    @property
    def events(self) -> int:
        return sum(kept.file.events for kept in self.parts.values())

    @property
    def skipped(self) -> tuple[tuple[str, Skipped], ...]:
        """What was not read as it stands there, each with the name of its file."""
        found = [
            (Path(path).name, skipped)
            for path, kept in self.parts.items()
            for skipped in kept.file.skipped
        ]
        return (*((Path(self.path).name, skipped) for skipped in self.left_out), *found)

    def says_the_same(self, other: CalendarRead | None) -> bool:
        """Whether the same times are taken as in another reading of it."""
        mine = [(path, kept.file.busy) for path, kept in self.parts.items()]
        theirs = [(path, kept.file.busy) for path, kept in other.parts.items()] if other else []
        return mine == theirs

    @property
    def unsettled(self) -> bool:
        """Whether it is to be looked at again in a moment."""
        return self.trouble is Trouble.WRITING or any(
            kept.stamp is None for kept in self.parts.values()
        )

    @property
    def problem(self) -> str:
        """A sentence on its trouble, "" when it has none."""
        return problem(self.path, self.trouble)


def problem(path: str, trouble: Trouble) -> str:
    """What is wrong with a calendar, and what to do."""
    return {
        Trouble.NOTHING: "",
        Trouble.MISSING: f"There is no {path} any more. If it was moved, name it where it is now.",
        Trouble.SHUT: f"{path} cannot be read: look whether you may read it, and its disk works.",
        Trouble.EMPTY: f"There is no calendar file (.ics) in {path}.",
        Trouble.WRITING: f"{path} is being written just now, and is read once that is done.",
        Trouble.SILENT: f"{path} does not answer: its disk or network may be away.",
    }[trouble]
