"""About me: the user, what they look for, and when they meet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

WEEKDAYS = range(7)  # Monday is 0, as datetime.date.weekday()


@dataclass(frozen=True, slots=True)
class Hours:
    """When the user meets on one weekday, wall time; `starts` equal to `ends` means not at all."""

    starts: time = time(9, 0)
    ends: time = time(17, 0)

    @property
    def open(self) -> bool:
        return self.starts < self.ends


HERE = "here"  # the public holidays of the country the user's zone is in
NOWHERE = ""  # no public holidays
CLOSED = Hours(time(0, 0), time(0, 0))
OFFICE_WEEK = (Hours(),) * 5 + (CLOSED,) * 2  # Monday to Friday, nine to five


@dataclass(frozen=True, slots=True)
class Me:
    """The user. `week` has seven entries, Monday first."""

    name: str = ""
    email: str = ""
    phone: str = ""
    company: str = ""
    city: str = ""
    does: str = ""
    for_whom: str = ""
    ideal_referral: str = ""
    per_week: int = 2  # 1-2-1s a week
    week: tuple[Hours, ...] = OFFICE_WEEK
    zone: str = ""  # IANA name; "" until first start has found it
    wanted: tuple[str, ...] = ()  # industries, roles, companies, places looked for
    avoided: tuple[str, ...] = ()
    meets_online: bool = True
    alarm_minutes: int = 60  # reminder before a 1-2-1; 0 for none
    evening_alarm: bool = False  # and one the evening before, for preparing
    ready: bool = False  # first start was walked through or skipped
    # Minutes on the way, kept free before a 1-2-1 and after it, by kind of place. Our choice.
    travel_online: int = 0
    travel_neutral: int = 15
    travel_own: int = 30  # somebody's own place, the user's or theirs
    holidays: str = HERE  # public holidays are days off: HERE, NOWHERE, or a code such as "DE-BY"
    sheet_in_calendar: bool = False  # the user's own calendar file holds the cheat-sheet's text
