"""What happened with everybody, in days and counts: 1-2-1s, touches, events, promises."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from planner.domain.meetings import PLANNED, UNTOLD_DAYS, CalledOff, State
from planner.domain.online_networks import ONLINE_NETWORKS
from planner.domain.suggestions import UNANSWERED, UNDATED_PROMISE_DAYS, UNSETTLED_DAYS
from planner.storage.database import LibraryFile
from planner.storage.faults import unreadable
from planner.storage.telling import of_some as _of

_PLANNED = frozenset(state.value for state in PLANNED)
_CANCELLED = State.CANCELLED.value
_BY_ME = CalledOff.ME.value
_DECLINED = frozenset({_CANCELLED, State.MISSED.value})
_HELD = State.HELD.value
_AGREED = State.AGREED.value
_ONLINE = f"LOWER(community.name) IN ({', '.join(map(repr, ONLINE_NETWORKS))})"
# An event of a group that the user goes to: it has a day, or another event of the group has.
_ATTENDED = (
    "(event.day IS NOT NULL OR event.group_id IN (SELECT occasion.group_id FROM event AS occasion"
    " JOIN community ON community.id = occasion.group_id"
    f" WHERE occasion.day IS NOT NULL AND NOT {_ONLINE}))"
)


class Ages(dict[Any, int]):
    """Days from a kept day or moment to `today`, negative for days ahead; each worked out once."""

    def __init__(self, today: date) -> None:
        self.today = today.isoformat()
        self._day = today.toordinal()

    def __missing__(self, kept: Any) -> int:
        try:
            age = self._day - date.fromisoformat(str(kept)[:10]).toordinal()
        except ValueError as error:
            raise unreadable("day") from error
        self[kept] = age
        return age


class Met:
    """What the 1-2-1s with one person come to."""

    __slots__ = ("accepted", "declined", "declines", "held", "invited", "last", "planned")

    def __init__(self) -> None:
        self.invited: float = 0
        self.accepted = self.held = 0
        self.last = 0  # days since the last one held
        self.declines = 0  # declined or missed since the last one held
        self.declined = 0  # days since the latest of those
        self.planned = False


_NEVER = Met()


class Encounters:
    """Reads it by person, for everybody or `only` a few, as of the day of the ages."""

    def __init__(self, database: LibraryFile) -> None:
        self._database = database

    def met(self, ages: Ages, only: Collection[int] | None) -> dict[int, Met]:
        """What the 1-2-1s with everybody who had any come to.

        One that the user called off themselves is no decline and lets nobody rest; one called off
        by them is, and so is one of which nobody knows by whom.
        """
        met: dict[int, Met] = {}
        declined: list[tuple[Met, int, int]] = []
        for person, state, starts, stamp, by in self._rows(
            "SELECT person_id, state, starts, stamp, called_off"
            f" FROM meeting{_of('person_id', only)}"
        ):
            if by == _BY_ME and state == _CANCELLED:
                continue  # it says nothing of them, neither yes nor no
            history = met.get(person)
            if history is None:
                history = met[person] = Met()
            age = ages[starts[:10]]
            history.invited += 1
            if state == _HELD:
                if not history.held or age < history.last:
                    history.last = age if age > 0 else 0
                history.held += 1
                history.accepted += 1
            elif state in _PLANNED:
                history.accepted += state == _AGREED
                if age <= (UNTOLD_DAYS if state == _AGREED else UNSETTLED_DAYS):
                    history.planned = True
                elif state != _AGREED:
                    history.invited += UNANSWERED - 1
            elif state in _DECLINED:
                # Called off beforehand: the rest begins then, not on the day once agreed.
                called_off = ages[stamp] if stamp and state == _CANCELLED else age
                declined.append((history, age, max(age, called_off, 0)))
        for history, age, since in declined:
            if not history.held or age < history.last:
                history.declined = min(history.declined, since) if history.declines else since
                history.declines += 1
        return met

    def touched(self, ages: Ages, only: Collection[int] | None) -> dict[int, int]:
        """How many days ago everybody was last in touch."""
        rows = self._rows(
            f"SELECT person_id, day FROM touch{_of('person_id', only)} ORDER BY person_id, day"
        )
        latest = dict(rows)  # of each person's rows the last stays
        return {person: max(0, ages[day]) for person, day in latest.items()}

    def seen(self, ages: Ages, only: Collection[int] | None) -> Iterator[tuple[int, int | None]]:
        """Everybody a group is shared with, and how many days ago the last event together was.

        A group the user goes to: an event with a day says so of itself, and of the memberships
        of its group. That an address book or an online network lists somebody says nothing.
        """
        for person, day in self._rows(
            "SELECT attendance.person_id,"
            f" MAX(CASE WHEN event.day <= '{ages.today}' THEN event.day END)"
            " FROM attendance JOIN event ON event.id = attendance.event_id"
            f"{_of('attendance.person_id', only, _ATTENDED)} GROUP BY attendance.person_id"
        ):
            yield person, None if day is None else ages[day]

    def memberships(self, only: Collection[int]) -> dict[int, str]:
        """The group that a few people belong to without an event, by person.

        One the user goes to, else an online network; a label in an address book tells nothing.
        """
        telling = f"event.day IS NULL AND ({_ATTENDED} OR {_ONLINE})"
        rows = self._rows(
            "SELECT attendance.person_id, community.name FROM attendance"
            " JOIN event ON event.id = attendance.event_id"
            " JOIN community ON community.id = event.group_id"
            f"{_of('attendance.person_id', only, telling)}"
            f" ORDER BY CASE WHEN {_ONLINE} THEN 0 ELSE 1 END, attendance.id"
        )
        return dict(rows)  # of each person's rows the last stays

    def promised(
        self, met: dict[int, Met], ages: Ages, back: int, only: Collection[int] | None
    ) -> dict[int, float]:
        """Days until the most pressing promise is due that a 1-2-1 would keep, `back` days ago.

        A 1-2-1 held after it was made counts as having kept it.
        """
        soonest: dict[int, float] = {}
        for person, due, made in self._rows(
            "SELECT person_id, due, made_on FROM promise"
            f"{_of('person_id', only, 'done_on IS NULL AND needs_meeting')}"
        ):
            history = met.get(person, _NEVER)
            if history.held and made is not None and history.last < ages[made]:
                continue
            days = UNDATED_PROMISE_DAYS if due is None else back - ages[due]
            soonest[person] = min(days, soonest.get(person, days))
        return soonest

    def _rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self._database.fetched(self._database.execute_sql(sql))
