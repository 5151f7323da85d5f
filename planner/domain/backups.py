"""Which backups are kept: many of the last days, fewer of the weeks and months before.

Nothing here asks what day it is now. Backups are numbered in the order they were made, and days
are counted as they follow each other in that order: a clock that jumps ten years ahead, or back a
day, makes a backup with an odd date, but never makes the others look old.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

# A slip is noticed within days, a wrong import within weeks; what went wrong longer ago is looked
# for by the month. Together they are at most 34 files, of some megabytes each.
DAYS, WEEKS, MONTHS = 14, 8, 12
OTHERS = 10  # copies made by hand, or before something risky, such as a step of the schema
MOST = DAYS + WEEKS + MONTHS + OTHERS

BY_HAND = "hand"  # what stands for `before` in a backup somebody asked for

ENDING = ".visavis"
_NAME = re.compile(
    r"(?P<stem>.+)-(?P<day>\d{4}-\d{2}-\d{2})-(?P<time>\d{6})-(?P<number>\d{4,})"
    r"(?:-by-(?P<hand>hand)|-before-(?P<before>[a-z]+))?" + re.escape(ENDING),
    re.DOTALL,  # a file's name may hold a line break
)


KEPT, DAMAGED = "kept", "damaged"  # why a library was put aside: for a backup's sake, or broken
_MOMENT = "%Y-%m-%d-%H%M%S"
_ASIDE = re.compile(
    r"(?P<stem>.+)-(?P<why>kept|damaged)-(?P<moment>\d{4}-\d{2}-\d{2}-\d{6})(?:-\d+)?"
    r"(?P<suffix>\.[^.]+)?",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup by its name: whose, when on the wall, the how-manieth, and before what if so.

    `stem` is what `stem_of` makes of the library's name. The day's own has no `before`.
    """

    stem: str
    made: datetime
    number: int
    before: str = ""

    @property
    def name(self) -> str:
        """The file's name: letters, digits and hyphens, which every system allows."""
        before = f"-before-{self.before}" if self.before else ""
        if self.before == BY_HAND:
            before = f"-by-{BY_HAND}"
        return f"{self.stem}-{self.made:%Y-%m-%d-%H%M%S}-{self.number:04}{before}{ENDING}"


@dataclass(frozen=True, slots=True)
class Aside:
    """A library that was put aside, by its name: whose (its name in two parts), why and when."""

    stem: str
    suffix: str
    why: str
    made: datetime


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a library, in figures, and the last 1-2-1 held: with whom, on which day.

    `notes` are the answers written down in conversations, and what was noted of times in touch.
    `last_noted` is the last day anything was written down about somebody.
    """

    people: int = 0
    meetings: int = 0
    promises: int = 0
    last_with: str = ""
    last_on: date | None = None
    facts: int = 0
    notes: int = 0
    last_noted: date | None = None


def stem_of(library: str) -> str:
    """How the names of a library's backups begin; `library` is its file's name.

    An ending other than the usual stays, so that `net.db` beside `net.visavis` has its own.
    """
    return library.removesuffix(ENDING) or library


def named(name: str) -> Backup | None:
    """The backup whose file has this name; None for a file that is not ours to let go."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        made = datetime.strptime(f"{found['day']} {found['time']}", "%Y-%m-%d %H%M%S")
    except ValueError:
        return None
    return Backup(found["stem"], made, int(found["number"]), found["hand"] or found["before"] or "")


def name_aside(stem: str, suffix: str, why: str, made: datetime, number: int = 1) -> str:
    """What to call a library that is put aside; `number` tells those of one second apart."""
    again = f"-{number}" if number > 1 else ""
    return f"{stem}-{why}-{made.strftime(_MOMENT)}{again}{suffix}"


def put_aside(name: str) -> Aside | None:
    """The library put aside whose file has this name; None for any other file."""
    found = _ASIDE.fullmatch(name)
    if found is None:
        return None
    try:
        made = datetime.strptime(found["moment"], _MOMENT)
    except ValueError:
        return None
    return Aside(found["stem"], found["suffix"] or "", found["why"], made)


def following(stem: str, made: datetime, others: Iterable[Backup], before: str = "") -> Backup:
    """The next backup, numbered after all `others` whatever their dates say."""
    last = max((other.number for other in others), default=0)
    return Backup(stem, made.replace(microsecond=0), last + 1, before)


def is_due(backups: Iterable[Backup], now: datetime) -> bool:
    """Whether there is none of this day yet; one made by hand or before something is not its own.

    So what the day began with is there in the evening, whatever was done and backed up since.
    """
    return all(backup.before or backup.made.date() != now.date() for backup in backups)


def to_let_go(backups: Iterable[Backup]) -> frozenset[Backup]:
    """The backups that are no longer needed; never the one made last.

    Kept are the last of each of the newest DAYS days that have one, of WEEKS weeks, of MONTHS
    months, and the newest OTHERS copies made by hand or before something.
    """
    newest_first = sorted(backups, key=lambda backup: backup.number, reverse=True)
    dated = [backup for backup in newest_first if not backup.before]
    others = [backup for backup in newest_first if backup.before]
    kept = {
        *others[:OTHERS],
        *_last_of_each(dated, lambda made: made.date(), DAYS),
        *_last_of_each(dated, lambda made: made.isocalendar()[:2], WEEKS),
        *_last_of_each(dated, lambda made: (made.year, made.month), MONTHS),
    }
    return frozenset(newest_first) - kept


def _last_of_each(
    newest_first: list[Backup], span: Callable[[datetime], Hashable], most: int
) -> list[Backup]:
    """The newest backup of each of the newest `most` spans that have one."""
    found: dict[Hashable, Backup] = {}
    for backup in newest_first:
        key = span(backup.made)
        if key not in found and len(found) < most:
            found[key] = backup
    return list(found.values())
