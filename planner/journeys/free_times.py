"""When the user is free for a 1-2-1: around those planned, their calendars and days off."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date, datetime, time, timedelta

from planner.domain.diary import EMPTY, Diary
from planner.domain.known_places import meant
from planner.domain.me import Me
from planner.domain.meetings import COUNTED, Meeting, Place, place_of
from planner.domain.slots import STEP_MINUTES, Slot, free_slots
from planner.domain.travel import between, way
from planner.domain.week import full_weeks, monday_of
from planner.storage.store import Store


def free_times(
    store: Store,
    me: Me,
    first_day: date,
    days: int,
    minutes: int,
    now: datetime,
    *,
    step_minutes: int = STEP_MINUTES,
    moving: int = 0,
    zone: str = "",
    place: Place | None = None,
    diary: Diary = EMPTY,
    until: date = date.max,
    full_too: bool = False,
    away: Collection[date] = (),
) -> tuple[Slot, ...]:
    """Starts within the user's hours on the next `days` working days, none after `until`.

    Wall time in `zone`, where the user is then, else in their own. Around planned 1-2-1s and what
    the diary holds time is kept for the way to `place` and back (None: not chosen yet); days off
    are passed over, and weeks with as many 1-2-1s as wanted unless these are wanted too
    (`full_too`). `moving` is the 1-2-1 being moved: its own time is free, and it does not count.
    `away` are days on which the user is too far away for it.
    """
    ahead = meetings_ahead(store, max(first_day, now.date() - timedelta(days=1)), moving)
    full = {} if full_too else full_weeks(counted(ahead), me.per_week)
    return free_slots(
        _around(store, me, place, ahead),
        me.week,
        zone or me.zone or "UTC",
        first_day,
        days,
        minutes,
        step_minutes,
        now,
        until=until,
        days_off={*diary.days_off, *away} if away else diary.days_off,
        full_weeks=full,
        also_free=_beside(store, way(me, place), diary),
    )


def meetings_ahead(store: Store, first_day: date, moving: int) -> list[Meeting]:
    """1-2-1s from the week of that day on, whatever their state, but the one being moved."""
    # Wall time decides which week one belongs to: a day more is looked at.
    begins = datetime.combine(monday_of(first_day), time.min) - timedelta(days=1)
    ahead = store.meetings.between(begins, datetime.max)
    return [meeting for meeting in ahead if meeting.id != moving]


def counted(meetings: Iterable[Meeting]) -> Iterator[date]:
    """The days of those that count as 1-2-1s of their week, by the wall where each is."""
    return (meeting.starts.date() for meeting in meetings if meeting.state in COUNTED)


def _around(
    store: Store, me: Me, place: Place | None, ahead: Iterable[Meeting]
) -> Iterator[tuple[datetime, datetime]]:
    """The planned 1-2-1s, each with the time to get from the one to the other."""
    place_meant = remembered(store)
    for meeting in ahead:
        if meeting.planned:
            gap = between(me, place, place_meant(meeting.place))
            yield meeting.starts_utc - gap, meeting.ends_utc + gap


def _beside(
    store: Store, gap: timedelta, diary: Diary
) -> Callable[[datetime, datetime], bool] | None:
    """Tells whether the diary leaves a time free, and the way there and back.

    The user's own 1-2-1s in it do not count: the library knows better when they are.
    """
    if not diary:
        return None
    ours = store.meetings.uids()
    return lambda start, end: diary.is_free(start - gap, end + gap, ours)


def remembered(store: Store) -> Callable[[str], Place | None]:
    """Tells the place that a 1-2-1's words mean, with what is remembered of it; None for none."""
    places = {place.id: place for place in store.places.all()}
    by_text = meant(places.values())

    def place_meant(text: str) -> Place | None:
        text = " ".join(text.split())
        known = by_text.get(text.casefold())
        return places[known] if known else place_of(text) if text else None

    return place_meant
