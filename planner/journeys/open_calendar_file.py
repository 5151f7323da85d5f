"""Opening calendar files: what they say of 1-2-1s, and what that means here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from planner.domain.busy import MOST_MEGABYTES, Skipped
from planner.domain.changes import HEARD, INVITED_AS, Kind, setting_about
from planner.domain.identity import email_key
from planner.domain.in_bulk import in_bulk
from planner.domain.incoming import Contents, Finding
from planner.domain.known_here import Known
from planner.domain.meetings import Meeting
from planner.domain.opening import look_at
from planner.errors import PlannerError
from planner.journeys.answer_proposal import proposals
from planner.journeys.given_files import invited_since
from planner.storage.open_files import bytes_of, is_open
from planner.storage.store import Store

ENDINGS = (".ics", ".ical", ".icalendar", ".ifb", ".vcs")
_MOST_BYTES = MOST_MEGABYTES * 1_000_000  # of a file
_BEGINNING = 512  # bytes in which a calendar says what it is
_BYTES_A_MESSAGE = 300  # or more
_PIECE = 1 << 20  # bytes read at once
_READING = 600  # thousandths of the time that reading takes; looking at it takes the rest

# The settings that say at which address of the user's somebody invited them.
_INVITED_AS = setting_about(INVITED_AS, Kind.MEETING, 0).removesuffix("0")

Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """What files say, each thing with what it means here; `shut` could not be read, and why.

    `shut_at` tells where among the files given those stood.
    """

    findings: tuple[Finding, ...] = ()
    files: tuple[Contents, ...] = ()
    shut: tuple[Skipped, ...] = ()
    shut_at: tuple[int, ...] = ()

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What was not read, or not as it stands there; with the file where there are several."""
        several = len(self.files) + len(self.shut) > 1
        told = [
            Skipped(f"{each.file}, {one.where}", one.reason) if several else one
            for each in self.files
            for one in each.skipped
        ]
        return (*self.shut, *told)


def is_calendar_file(path: Path) -> bool:
    """Whether a file is a calendar, by its name or by how it begins."""
    if path.suffix.lower() in ENDINGS:
        return True
    try:
        if not path.is_file() or is_open(path):
            return False
        with bytes_of(path) as file:
            start = file.read(_BEGINNING)
    except (OSError, ValueError):
        return False
    text = start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return text[:15].upper() == b"BEGIN:VCALENDAR"


def open_files(
    store: Store, paths: Sequence[Path], zone: str, now: datetime, tell: Tell | None = None
) -> Opened:
    """What calendar files say and what that means here; nothing is changed.

    `zone` is where the user is, `now` UTC, naive. `tell(done, of)` hears how far it is. A file
    that cannot be read is named in `shut`.
    """
    with in_bulk(sum(map(_size, paths)) // _BYTES_A_MESSAGE):
        return _open_files(store, paths, zone, now, tell)


def _open_files(
    store: Store, paths: Sequence[Path], zone: str, now: datetime, tell: Tell | None
) -> Opened:
    files: list[Contents] = []
    shut: dict[int, Skipped] = {}
    for number, path in enumerate(paths):
        told = _part(tell, number * _READING, (number + 1) * _READING, 1000 * len(paths))
        try:
            files.append(_read(path, zone, told))
        except PlannerError as refusal:
            shut[number] = Skipped(path.name, str(refusal))
    messages = [message for each in files for message in each.messages]
    known = known_here(store, {message.uid for message in messages})
    findings = look_at(messages, known, now, _part(tell, _READING, 1000, 1000))
    return Opened(findings, tuple(files), tuple(shut.values()), tuple(shut))


def known_here(store: Store, uids: Iterable[str]) -> Known:
    """What the library knows of the 1-2-1s with these UIDs, and of everybody."""
    wanted = set(uids)
    meetings = store.meetings.all()
    asked = [meeting for meeting in meetings if meeting.uid in wanted]
    people = store.people.all()
    theirs = {email_key(address) for person in people for address in person.emails}
    invited_as = set(map(email_key, store.settings.beginning(_INVITED_AS).values()))
    mine = {email_key(store.me.get().email)} | (invited_as - theirs)
    heard = {meeting.id: stamp for meeting in asked if (stamp := _heard(store, meeting))}
    return Known(
        people=people,
        meetings=meetings,
        mine=frozenset(mine) - {""},
        heard=heard,
        since={meeting.id: invited_since(store, meeting) for meeting in asked},
        proposals=proposals(store, asked),
    )


def _read(path: Path, zone: str, tell: Tell | None) -> Contents:
    from planner.calendar.incoming import contents

    if is_open(path):
        raise PlannerError("This is the library that is open, not a calendar file.")
    try:
        if path.is_dir():
            raise PlannerError("This is a folder. Open the calendar files in it.")
        if path.stat().st_size > _MOST_BYTES:
            raise PlannerError(
                f"It is larger than {MOST_MEGABYTES} MB. "
                "Export a shorter span of time from your calendar."
            )
        data = _bytes(path)
    except OSError as error:
        why = error.strerror or "the system gave no reason"
        raise PlannerError(f"It cannot be opened: {why}.") from error
    except ValueError as error:  # a name with a NUL in it
        raise PlannerError("It cannot be opened: no file has such a name.") from error
    return contents(data, path.name, zone, tell)


def _size(path: Path) -> int:
    """Bytes of a file; 0 for what cannot be told."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _bytes(path: Path) -> bytes:
    with bytes_of(path) as file:
        pieces = []
        left = _MOST_BYTES
        while left > 0 and (piece := file.read(min(_PIECE, left))):
            pieces.append(piece)
            left -= len(piece)
    return b"".join(pieces)


def _part(tell: Tell | None, first: int, last: int, of: int) -> Tell | None:
    """Tells of a part of the work as of the whole."""
    if tell is None:
        return None
    whole = tell

    def told(done: int, among: int) -> None:
        whole(first + (last - first) * min(done, among) // max(among, 1), of)

    return told


def _heard(store: Store, meeting: Meeting) -> datetime | None:
    """DTSTAMP of the last message on it that was taken."""
    try:
        kept = json.loads(store.settings.get(setting_about(HEARD, Kind.MEETING, meeting.id), "{}"))
        return datetime.fromisoformat(kept["stamp"]).replace(tzinfo=None)
    except (ValueError, TypeError, KeyError):
        return None
