"""Reading one calendar the user named: a file, a folder of them, or the sample network's own.

It may lie anywhere: on a disk that is not connected, or be written by another program just now.
"""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from planner.domain.busy import MOST_MEGABYTES, BusyFile, Skipped
from planner.domain.calendar_reads import SAMPLE, Asked, CalendarRead, Kept, Stamp, Trouble
from planner.storage.open_files import bytes_of

log = logging.getLogger(__name__)

ENDINGS = (".ics", ".ical", ".ifb", ".icalendar")
LARGEST = MOST_MEGABYTES * 1_000_000  # bytes of one file that are taken into memory
AT_ONCE = 1 << 20  # bytes read between two words on it
MOST_FILES, DEEPEST = 20_000, 3  # in a folder: one for each event is usual (vdir). Our choice
JUST_NOW = 3.0  # seconds in which a change may leave a file's time as it was: disks count in 2
_BEGINS, _ENDS = b"BEGIN:VCALENDAR", b"END:VCALENDAR"
_TAIL = 4096  # bytes at the end of a file in which the end of the calendar is looked for

Progress = Callable[[int, int], None]  # so many bytes of so many are read; it may raise


def unseen(done: int, of: int) -> None:
    """Nobody looks."""


def read_source(
    path: str, asked: Asked, known: CalendarRead | None, moment: float, tell: Progress = unseen
) -> CalendarRead:
    """Reads what has changed of one calendar since it was `known`.

    `moment` is the machine's time in seconds since 1970. Whatever is wrong stands in the answer;
    only what `tell` raises goes through.
    """
    if known is not None and known.asked != asked:
        known = None  # another zone, or another month
    before = known or CalendarRead(path, asked)
    if path == SAMPLE:
        return before if before.read else _sample(before, tell)
    try:
        seen = Path(path).stat()
        if stat.S_ISDIR(seen.st_mode):
            return _folder(before, moment, tell)
        return _file(before, seen, moment, tell)
    except FileNotFoundError:
        return replace(before, trouble=Trouble.MISSING)
    except NotADirectoryError:
        return replace(before, trouble=Trouble.MISSING)
    except OSError as error:
        log.info("a calendar cannot be read: %s", type(error).__name__)  # its name is private
        return replace(before, trouble=Trouble.SHUT)


def _sample(before: CalendarRead, tell: Progress) -> CalendarRead:
    from importlib.resources import files

    data = (files("resources") / "sample" / "calendar.ics").read_bytes()
    part = Kept((0, 0, len(data), 0), _understood(data, SAMPLE, before.asked, tell))
    return replace(before, parts={SAMPLE: part}, read=True)


def _file(
    before: CalendarRead, seen: os.stat_result, moment: float, tell: Progress
) -> CalendarRead:
    known = before.parts.get(before.path)
    kept, writing = _one(before.path, seen, before.asked, known, moment, tell)
    if writing:
        return replace(before, trouble=Trouble.WRITING)
    if kept is known and before.read and before.trouble is Trouble.NOTHING:
        return before
    return CalendarRead(before.path, before.asked, {before.path: kept}, read=True)


def _folder(before: CalendarRead, moment: float, tell: Progress) -> CalendarRead:
    found: list[tuple[str, os.stat_result]] = []
    left_out: list[Skipped] = []
    for entry in _calendar_files(before.path, 0):
        if len(found) >= MOST_FILES:
            left_out.append(
                Skipped("the folder", f"It has more than {MOST_FILES:,} files; these alone count.")
            )
            break
        try:
            found.append((entry.path, entry.stat()))
        except FileNotFoundError:
            continue  # replaced at this moment: the next look sees it
        except OSError:
            left_out.append(Skipped(entry.name, "It cannot be read."))
    whole = max(1, sum(seen.st_size for _, seen in found))
    done, writing = 0, False
    parts: dict[str, Kept] = {}
    for path, seen in sorted(found):
        tell(done, whole)
        known = before.parts.get(path)

        def told(bytes_done: int, _: int, before_it: int = done) -> None:
            tell(before_it + bytes_done, whole)

        try:
            kept, at_it = _one(path, seen, before.asked, known, moment, told)
        except FileNotFoundError:
            continue
        except OSError:
            left_out.append(Skipped(Path(path).name, "It cannot be read."))
            continue
        writing = writing or at_it
        if at_it and known is not None:
            parts[path] = known
        elif not at_it:
            parts[path] = kept
        done += seen.st_size
    trouble = Trouble.WRITING if writing else Trouble.NOTHING if found else Trouble.EMPTY
    return CalendarRead(before.path, before.asked, parts, True, trouble, tuple(left_out), True)


def _calendar_files(folder: str, depth: int) -> Iterator[os.DirEntry[str]]:
    """The calendar files in a folder and those in it; hidden ones belong to other programs."""
    with os.scandir(folder) as entries:
        inner = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.name.lower().endswith(ENDINGS) and entry.is_file():
                yield entry
            elif depth + 1 < DEEPEST and entry.is_dir(follow_symlinks=False):
                inner.append(entry.path)
    for path in sorted(inner):
        try:
            yield from _calendar_files(path, depth + 1)
        except OSError:
            continue  # of no concern unless its files are; they would be named then


def _one(
    path: str,
    seen: os.stat_result,
    asked: Asked,
    known: Kept | None,
    moment: float,
    tell: Progress,
) -> tuple[Kept, bool]:
    """One file, read unless it is as it was; and whether another program is writing it just now."""
    stamp = _stamp(seen)
    if known is not None and known.stamp == stamp:
        return known, False
    if not stat.S_ISREG(seen.st_mode):
        said = Skipped("the file", "It is no file that could be read: a pipe or a device.")
        return Kept(stamp, BusyFile(path, skipped=(said,))), False
    fresh = abs(moment - seen.st_mtime) < JUST_NOW
    if seen.st_size > LARGEST:
        data, after, whole = b"", seen, True
        reason = f"It is larger than {MOST_MEGABYTES} MB; export fewer years of the calendar."
        said = Skipped("the file", reason)
        file = BusyFile(path, skipped=(said,))
    else:
        data, after = _bytes(path, seen.st_size, tell)
        whole = _is_whole(data) and _stamp(after) == stamp
    if fresh and not whole:
        return known or Kept(None, BusyFile(path)), True
    if seen.st_size <= LARGEST:
        file = _understood(data, path, asked, tell)
    return Kept(None if fresh else _stamp(after), file), False


def _bytes(path: str, size: int, tell: Progress) -> tuple[bytes, os.stat_result]:
    """What stands in a file, and how it looked at the end of reading."""
    pieces: list[bytes] = []
    done = 0
    with bytes_of(Path(path)) as file:
        while done <= LARGEST and (piece := file.read(AT_ONCE)):
            pieces.append(piece)
            done += len(piece)
            tell(0, size)
        return b"".join(pieces), os.fstat(file.fileno())


def _is_whole(data: bytes) -> bool:
    """Whether a calendar that begins also ends; what is no calendar is as whole as it gets."""
    if not data[:_TAIL].strip():
        return False  # emptied, and about to be filled
    return _BEGINS not in data[:_TAIL].upper() or _ENDS in data[-_TAIL:].upper()


def _stamp(seen: os.stat_result) -> Stamp:
    # The second time is when its name or rights changed too, on Windows when it was made.
    return seen.st_mtime_ns, seen.st_ctime_ns, seen.st_size, seen.st_ino


def _understood(data: bytes, file: str, asked: Asked, tell: Progress) -> BusyFile:
    """What the bytes say.

    What stands in a calendar is private: no fault may carry it into the log.
    """
    from planner.calendar.busy import read_busy

    ended = False

    def told(done: int, of: int) -> None:
        nonlocal ended
        ended = True  # should this raise
        tell(done, of)
        ended = False

    told_of = (asked.zone, asked.start, asked.end)
    try:
        return read_busy(data, file, *told_of, mine=asked.mine, tell=told)
    except Exception as fault:
        if ended:
            raise
        log.error("a calendar was not understood: %s", type(fault).__name__)
        said = Skipped("the file", "It could not be read, for a fault of this program's own.")
        return BusyFile(file, skipped=(said,))
