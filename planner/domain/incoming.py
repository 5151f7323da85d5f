"""What a calendar file says of one meeting, and what came of looking at it.

Who writes such files says the same in many ways; here it is told in one. Texts are one short line
each, addresses without `mailto:`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from planner.domain.busy import Skipped
from planner.domain.identity import email_key
from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.wall_time import instants


class Method(StrEnum):
    """What a file is for (RFC 5546, 1.4); `PUBLISH` is also one that does not say."""

    PUBLISH = "publish"
    REQUEST = "request"
    REPLY = "reply"
    ADD = "add"
    CANCEL = "cancel"
    REFRESH = "refresh"
    COUNTER = "counter"
    DECLINECOUNTER = "declinecounter"


ANSWERS = frozenset({Method.REPLY, Method.COUNTER, Method.REFRESH})


class Answer(StrEnum):
    """What somebody said to an invitation (PARTSTAT); `NONE` is nothing yet, or not known here."""

    NONE = ""
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TENTATIVE = "tentative"
    DELEGATED = "delegated"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody named in a calendar file."""

    address: str = ""
    name: str = ""
    answer: Answer = Answer.NONE

    @property
    def key(self) -> str:
        """What the address is compared by."""
        return email_key(self.address)


@dataclass(frozen=True, slots=True)
class Message:
    """What one calendar file says of one meeting. Rooms and the like are no parties of it."""

    method: Method = Method.PUBLISH
    uid: str = ""
    sequence: int = 0
    stamp: datetime | None = None  # DTSTAMP: UTC, naive
    summary: str = ""
    place: str = ""
    comment: str = ""
    starts: datetime | None = None  # wall time in `zone`, naive; None where it cannot be read
    zone: str = "UTC"  # IANA name
    minutes: int = 0  # 0 where no end is said
    all_day: bool = False
    repeats: bool = False  # a series, or a date of one
    off: bool = False  # called off: STATUS:CANCELLED
    organizer: Party = Party()
    attendees: tuple[Party, ...] = ()
    file: str = ""  # its name, without the folder
    where: str = ""  # "line 120"

    @property
    def starts_utc(self) -> datetime | None:
        """The start in UTC, naive; of two such times in autumn the first."""
        return None if self.starts is None else _first_instant(self.starts, self.zone)

    @property
    def ends_utc(self) -> datetime | None:
        begun = self.starts_utc
        return None if begun is None else begun + timedelta(minutes=self.minutes)

    @property
    def age(self) -> tuple[int, datetime]:
        """By which of two messages on one meeting the newer is known (RFC 5546, 2.1.5)."""
        return self.sequence, self.stamp or datetime.min


@lru_cache(maxsize=256)  # asked several times of each message, one message after another
def _first_instant(wall: datetime, zone: str) -> datetime | None:
    return next(iter(instants(wall, zone)), None)


@dataclass(frozen=True, slots=True)
class Contents:
    """What was read of one calendar file.

    `others` counts what is no meeting, by its name in such files: "VTODO", say. What is no
    calendar file is not `sound`, and `skipped` says what it is.
    """

    file: str  # its name, without the folder
    messages: tuple[Message, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    others: tuple[tuple[str, int], ...] = ()
    sound: bool = True


class Act(StrEnum):
    """What a message asks for."""

    AGREE = "agreed"  # they said yes
    DECLINE = "declined"  # they said no
    DOUBT = "unsure"  # they may come
    COUNTER = "counter"  # they propose another time
    INVITE = "invitation"  # they invite the user
    UPDATE = "update"  # their invitation, changed
    CALL_OFF = "cancellation"  # they call theirs off
    HOLD = "held"  # an event that is over: a 1-2-1 that was held
    PLAN = "planned"  # an event to come: a 1-2-1 that is agreed
    NOTHING = ""


class Hitch(StrEnum):
    """Why nothing is done about a message."""

    NONE = ""
    KNOWN = "known"  # it stands so already
    OLDER = "older"  # it is about an earlier version
    UNKNOWN = "unknown"  # about a meeting that is not in the library
    OVER = "over"  # the 1-2-1 was held or missed
    OFF = "off"  # it was called off, or said no to
    OWN = "own"  # the user's own file
    MOVED = "moved"  # the user's own 1-2-1, at another time in this file
    SENDER = "sender"  # not from whom the invitation was
    FOREIGN = "foreign"  # about the user's own 1-2-1, as if somebody else had planned it
    ANOTHER = "another"  # an answer from somebody else whom the user knows
    SILENT = "silent"  # no answer in it
    DELEGATED = "delegated"  # they pass it on to somebody else
    KEPT = "kept"  # they keep to the time it has
    ASKS = "asks"  # they ask for the newest version
    SERIES = "series"
    ALL_DAY = "all-day"
    NO_TIME = "no-time"
    TOO_LONG = "too-long"
    PAST = "past"  # it proposes a time that is over
    SEVERAL = "several"  # a meeting of more than two
    ALONE = "alone"  # nobody else is named
    STRANGER = "stranger"  # with somebody who is not in the library
    OTHERS = "others"  # between others


class Doubt(StrEnum):
    """Why the user is asked before anything is done."""

    NONE = ""
    ADDRESS = "address"  # from an address that is not known to be theirs
    UNSIGNED = "unsigned"  # it does not say from whom it is
    GUEST = "guest"  # made out to an address that is not known to be the user's
    NAME = "name"  # whom it is with is told by the name alone
    STRANGER = "stranger"  # from somebody who would come in with it
    ENTRY = "entry"  # an entry in a calendar, which nobody sent
    UNANSWERED = "unanswered"  # it is over, and nobody said a clear yes to it
    TIME = "time"  # an answer to another time than the 1-2-1 has
    VERSION = "version"  # an answer to a version that was never sent


@dataclass(frozen=True, slots=True)
class Finding:
    """What one message means here.

    `meeting` is the 1-2-1 it is about, `person` whom it is with: id 0 where they would come in
    with it. `address` is one that would be added to theirs. `before` is the 1-2-1 as it was, once
    something was done about it.
    """

    message: Message
    act: Act = Act.NOTHING
    hitch: Hitch = Hitch.NONE
    doubt: Doubt = Doubt.NONE
    meeting: Meeting | None = None
    person: Person | None = None
    address: str = ""
    agreed: bool = False  # of a new 1-2-1: the two have said yes to it already
    before: Meeting | None = None

    @property
    def can(self) -> bool:
        """Whether something can be done about it."""
        return self.hitch is Hitch.NONE and self.act is not Act.NOTHING

    @property
    def sure(self) -> bool:
        """Whether it can be done unasked."""
        return self.can and self.doubt is Doubt.NONE

    @property
    def about(self) -> Meeting | Message:
        """What its time is told of: an answer is about the 1-2-1, but for another time proposed."""
        answers = self.message.method in ANSWERS and self.act is not Act.COUNTER
        return self.meeting if answers and self.meeting is not None else self.message

    @property
    def guest(self) -> str:
        """The address to which an invitation is made out; "" where it names none, or several."""
        message = self.message
        guests = [one.address for one in message.attendees if one.key != message.organizer.key]
        return guests[0] if len(guests) == 1 else ""

    def stopped(self, hitch: Hitch) -> Finding:
        return replace(self, hitch=hitch)
