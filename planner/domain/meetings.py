"""1-2-1s, the places for them, and every other contact."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class State(StrEnum):
    """Where a 1-2-1 stands."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    HELD = "held"
    CANCELLED = "cancelled"
    MISSED = "missed"  # a no-show: a decline of time, not of the person


class CalledOff(StrEnum):
    """Who called a 1-2-1 off."""

    UNKNOWN = ""
    ME = "me"
    THEM = "them"


class TalkedMore(StrEnum):
    """Who talked more in a 1-2-1, as the user saw it."""

    UNKNOWN = ""
    ME = "me"
    EVEN = "even"
    THEM = "them"


class Roughly(StrEnum):
    """How well the time of a 1-2-1 is remembered that was noted long after it."""

    NOT = ""  # to the minute
    DAY = "day"  # not at what time
    MONTH = "month"  # not on which day
    YEAR = "year"  # not in which month


PLANNED = frozenset({State.PROPOSED, State.AGREED})
COUNTED = PLANNED | {State.HELD}  # as 1-2-1s of their week
# After its day, while an agreed 1-2-1 that nobody settled keeps its person out of the suggestions:
# it probably took place, and Today asks how it went.
UNTOLD_DAYS = 56
EARLY = timedelta(hours=12)  # before its time, from which talking is no longer the 1-2-1 as planned


@dataclass(frozen=True, slots=True)
class Place:
    """Where one can meet; neutral ground belongs to neither of the two."""

    id: int = 0
    name: str = ""
    address: str = ""
    neutral: bool = True
    online: bool = False

    @property
    def label(self) -> str:
        return ", ".join(part for part in (self.name, self.address) if part)

    @property
    def link(self) -> str:
        """Where an online place is entered, as it was given; "" where none is known."""
        return next((part for part in (self.address, self.name) if is_link(part)), "")


_ONLINE = frozenset({"online", "zoom", "teams", "google meet", "skype", "video call", "phone"})


def is_link(text: str) -> bool:
    """Whether that is an address of the web and not one of a street."""
    return "://" in text or text.lower().startswith("www.")


def place_of(text: str) -> Place:
    """A place as somebody types it: the name up to the first comma, then the address.

    A link, alone or behind a name ("Zoom, https://..."), or a word such as "Online" is an online
    place. Neutral until the user says otherwise.
    """
    text = " ".join(text.split())
    name, _, address = text.partition(",")
    name, address = name.strip(), address.strip(" ,")
    if is_link(text) and not (name and not is_link(name) and is_link(address.split(" ")[0])):
        return Place(name=text, online=True)
    online = is_link(address) or text.lower() in _ONLINE
    return Place(name=name, address=address, online=online)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A 1-2-1. Its truth is the wall time and the IANA zone; UTC is derived from them."""

    id: int = 0
    person: int = 0
    state: State = State.PROPOSED
    starts: datetime = datetime.min  # wall time, naive
    zone: str = "UTC"  # IANA name
    minutes: int = 45
    place: str = ""  # as the invitation says it
    learn: str = ""
    give: str = ""
    ask: str = ""
    invitation: str = ""  # the message as the user last edited it
    summary: str = ""  # what to remember of it, written in the debrief
    guide: str = ""  # id of the guide chosen
    uid: str = ""  # made once, never changes
    sequence: int = 0  # RFC 5546: grows with each change of time, place or status
    stamp: datetime | None = None  # UTC, naive: DTSTAMP of what was last written; never goes back
    created: datetime | None = None  # UTC, naive
    invited: bool = False  # an invitation was written for the guest
    called_off: CalledOff = CalledOff.UNKNOWN  # by whom, when it is cancelled
    organizer: str = ""  # their e-mail when they invited the user: UID and SEQUENCE are theirs
    talked: TalkedMore = TalkedMore.UNKNOWN  # who talked more, told in the debrief
    roughly: Roughly = Roughly.NOT  # how much of `starts` is remembered, when it is long past

    @property
    def theirs(self) -> bool:
        """Whether they invited the user, and not the other way round."""
        return bool(self.organizer)

    @property
    def off_by_them(self) -> bool:
        """Whether they called it off."""
        return self.state is State.CANCELLED and self.called_off is CalledOff.THEM

    @property
    def off_by_me(self) -> bool:
        """Whether the user called it off."""
        return self.state is State.CANCELLED and self.called_off is CalledOff.ME

    @property
    def starts_utc(self) -> datetime:
        """The start in UTC, naive, for sorting and comparing."""
        aware = self.starts.replace(tzinfo=ZoneInfo(self.zone))
        return aware.astimezone(ZoneInfo("UTC")).replace(tzinfo=None)

    @property
    def ends_utc(self) -> datetime:
        return self.starts_utc + timedelta(minutes=self.minutes)

    @property
    def ends(self) -> datetime:
        """The end as wall time in the meeting's own zone, naive; right across a clock change."""
        utc = self.ends_utc.replace(tzinfo=ZoneInfo("UTC"))
        return utc.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)

    @property
    def planned(self) -> bool:
        return self.state in PLANNED

    @property
    def vague(self) -> bool:
        """Whether nobody remembers its day: `starts` only stands for a month or a year."""
        return self.roughly in (Roughly.MONTH, Roughly.YEAR)

    def waits(self, now: datetime) -> bool:
        """Whether it is over, and nobody has noted yet how it went; `now` is UTC, naive."""
        return self.planned and self.ends_utc <= now

    def still_far(self, moment: datetime) -> bool:
        """Whether it is planned for long after `moment` (UTC, naive): another part of the day."""
        return self.planned and self.starts_utc - moment > EARLY

    def behind(self, now: datetime) -> bool:
        """Whether nobody has to be told of it any more: held, missed, or its time is over.

        `now` is UTC, naive.
        """
        return self.state in (State.HELD, State.MISSED) or self.ends_utc <= now


def revised(before: Meeting, after: Meeting, now: datetime) -> Meeting:
    """The meeting `after` a change, numbered so that every calendar takes it for the newer one.

    SEQUENCE grows with a change of time, place or state (RFC 5546 2.1.4), never shrinks, and
    stays for a change of words alone; of a 1-2-1 they invited to it is theirs, and stays. Nothing
    grows when nothing differs. `now` is UTC, naive.
    """
    kept = replace(after, uid=before.uid, sequence=before.sequence, stamp=before.stamp)
    if kept == before:
        return before
    grows = not before.theirs and _schedule(before) != _schedule(kept)
    return stamped(replace(kept, sequence=before.sequence + grows), now)


def stamped(meeting: Meeting, now: datetime) -> Meeting:
    """The meeting with the DTSTAMP of something written `now` (UTC, naive), in whole seconds.

    A stamp never goes back, even when the computer's clock does.
    """
    now = now.replace(microsecond=0)
    return replace(meeting, stamp=max(meeting.stamp or now, now))


def rescheduled(
    meeting: Meeting,
    now: datetime,
    *,
    starts: datetime,
    zone: str,
    minutes: int,
    place: str,
) -> Meeting:
    """The meeting at another time or place; a time both had agreed on is a proposal again."""
    moved = replace(meeting, starts=starts, zone=zone, minutes=minutes, place=place)
    if _time(moved) != _time(meeting):
        moved = replace(moved, state=State.PROPOSED)
    return revised(meeting, moved, now)


def cancelled(meeting: Meeting, now: datetime, by: CalledOff = CalledOff.UNKNOWN) -> Meeting:
    """The meeting called off; the guest's calendar is told by the same UID."""
    return revised(meeting, replace(meeting, state=State.CANCELLED, called_off=by), now)


def marked(meeting: Meeting, state: State, now: datetime) -> Meeting:
    """The meeting as agreed, held or missed, say."""
    return revised(meeting, replace(meeting, state=state, called_off=CalledOff.UNKNOWN), now)


def _time(meeting: Meeting) -> tuple[datetime, str, int]:
    return meeting.starts, meeting.zone, meeting.minutes


def _schedule(meeting: Meeting) -> tuple[datetime, str, int, str, State]:
    """What a guest has to be told anew when it changes."""
    return *_time(meeting), meeting.place, meeting.state


class TouchKind(StrEnum):
    MESSAGE = "message"
    CALL = "call"
    CHAT = "chat"  # a chat at an event or by chance


@dataclass(frozen=True, slots=True)
class Touch:
    """Any contact that is not a 1-2-1."""

    id: int = 0
    person: int = 0
    day: date = date.min
    kind: TouchKind = TouchKind.MESSAGE
    note: str = ""
    theirs: bool = False  # they made the first move
