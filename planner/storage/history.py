"""Figures of everybody at once: what the library says of when and how people were met.

The whole network is judged each time Today is shown, so this reads plain rows in a handful of
statements, the same on every database, instead of a record at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import repeat
from typing import Any, TypeVar

from planner.domain.facts import FactKind
from planner.domain.fit import Wishes, folded
from planner.domain.me import Me
from planner.domain.meetings import PLANNED, State
from planner.domain.online_networks import ONLINE_NETWORKS
from planner.domain.suggestions import (
    UNDATED_PROMISE_DAYS,
    UNKNOWN_DAYS,
    UNKNOWN_FIT,
    Signals,
    decline_rest,
    silence,
)
from planner.storage.database import LibraryFile
from planner.storage.faults import unreadable

# Facts that tell whether somebody fits what the user looks for.
TELLING_FIT = (FactKind.DOES, FactKind.FOR_WHOM, FactKind.NETWORK)
# Of more people than this, everybody is read: that is quicker than looking each of them up.
A_FEW = 5000
# A planned 1-2-1 nobody settled keeps its person off the list for this many days after its day.
UNSETTLED_DAYS = 14

_PLANNED = frozenset(state.value for state in PLANNED)
_CANCELLED = State.CANCELLED.value
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


class _Ages(dict[Any, int]):
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


V = TypeVar("V")


def _known(by_person: dict[int, V], at: Mapping[int, int]) -> dict[int, V]:
    """What belongs to somebody who is there."""
    if by_person.keys() <= at.keys():
        return by_person
    return {person: what for person, what in by_person.items() if person in at}


class _Met:
    """What the 1-2-1s with one person come to."""

    __slots__ = ("accepted", "declined", "declines", "held", "invited", "last", "planned")

    def __init__(self) -> None:
        self.invited = self.accepted = self.held = 0
        self.last = 0  # days since the last one held
        self.declines = 0  # declined or missed since the last one held
        self.declined = 0  # days since the latest of those
        self.planned = False


_NEVER = _Met()


class History:
    """Reads what happened, for suggesting."""

    def __init__(self, database: LibraryFile) -> None:
        self._database = database

    def signals(self, me: Me, today: date, only: Collection[int] | None = None) -> list[Signals]:
        """What the index looks at, for everybody in the library (or `only` a few), by id."""
        return self.judged(me, self.unjudged(me, today, only))

    def judged(self, me: Me, people: Sequence[Signals]) -> list[Signals]:
        """The same people with their names, and how they fit what the user looks for."""
        if not people:
            return []
        columns: dict[str, Sequence[Any]]
        columns = dict(zip(Signals._fields, zip(*people, strict=True), strict=True))
        wishes = Wishes(me)
        names, said, known = self._told([of.person for of in people], telling=bool(wishes))
        columns |= {"name": names, "fit": wishes.judge(said, known)}
        return list(map(Signals._make, zip(*columns.values(), strict=True)))

    def unjudged(self, me: Me, today: date, only: Collection[int] | None = None) -> list[Signals]:
        """What the index looks at, but for the name and the fit, which take longest to read.

        Column by column, as the few who have a history are filled in among the many who do not:
        ten thousand people take half the time that one after the other takes.
        """
        if only is not None and not only:
            return []
        rows = self._rows(
            f"SELECT id, stage, connected_on FROM person{_of('id', only)} ORDER BY id"
        )
        if not rows:
            return []
        ids, stages, connected = zip(*rows, strict=True)
        at = dict(zip(ids, range(len(ids)), strict=True))
        ages = _Ages(today)
        none, nobody = [0] * len(ids), [False] * len(ids)
        held, invited, accepted, rests = none[:], none[:], none[:], none[:]
        shared, planned, let_go = nobody[:], nobody[:], nobody[:]
        promised: list[float | None] = [None] * len(ids)
        for person, rest, gone in self._set_aside(only):
            let_go[at[person]] = bool(gone)
            rests[at[person]] = 0 if rest is None else max(0, -ages[rest])
        apart = [UNKNOWN_DAYS if day is None else max(0, ages[day]) for day in connected]
        # What belongs to nobody, in a spoiled file, is left to “Check my data”.
        touched = _known(self._touched(ages, only), at)
        met = _known(self._met(ages, only), at)
        for person, age in self._seen(ages, only):
            if person not in at:
                continue
            shared[at[person]] = True
            if age is None:
                continue
            if person in met and met[person].held:
                # Between two who know each other, an event together is one more touch.
                touched[person] = min(age, touched.get(person, age))
            else:
                apart[at[person]] = min(age, apart[at[person]])
        for person, history in met.items():
            i = at[person]
            held[i], invited[i], accepted[i] = history.held, history.invited, history.accepted
            planned[i] = history.planned
            if history.held:
                apart[i] = history.last
            if history.declines:
                rests[i] = max(rests[i], decline_rest(history.declines, history.declined))
        silent: list[float] = [*apart]
        for person, age in touched.items():
            i = at[person]
            silent[i] = silence(apart[i], age)
        for person, days in _known(self._promised(met, ages, only), at).items():
            promised[at[person]] = days
        near = [True] * len(ids) if me.meets_online or not me.city else self._near(me, only)
        for person in self._unknown(only):
            i = at[person]
            heard_of = person in met or person in touched or shared[i]
            near[i] = near[i] and (heard_of or promised[i] is not None)
        columns = zip(
            ids, repeat(""), stages, held, apart, silent, invited, accepted, repeat(UNKNOWN_FIT),
            shared, promised, rests, planned, let_go, near,
        )  # fmt: skip
        # What Signals(...) does for each, in a C loop.
        return list(map(tuple.__new__, repeat(Signals), columns))

    def pictured(self) -> frozenset[int]:
        """The ids of all who have a picture; Today asks, and mostly needs no more of pictures."""
        return frozenset(person for (person,) in self._rows("SELECT person_id FROM photo"))

    def _set_aside(self, only: Collection[int] | None) -> list[tuple[Any, ...]]:
        """Those of whom the user said "not now" or "never"."""
        condition = "(rests_until IS NOT NULL OR let_go)"
        return self._rows(f"SELECT id, rests_until, let_go FROM person{_of('id', only, condition)}")

    def _unknown(self, only: Collection[int] | None) -> list[int]:
        """Those of whom only a name is known, such as a broken row of a file leaves: nothing to
        reach them by, to fit by, or to place them in time."""
        nothing = " AND ".join(
            f"{column} = ''"
            for column in ("emails", "phones", "links", "company", "role", "city", "fit")
        )
        condition = f"{nothing} AND connected_on IS NULL AND sample = 0"
        rows = self._rows(f"SELECT id FROM person{_of('id', only, condition)}")
        return [person for (person,) in rows]

    def _met(self, ages: _Ages, only: Collection[int] | None) -> dict[int, _Met]:
        met: dict[int, _Met] = {}
        declined: list[tuple[_Met, int, int]] = []
        for person, state, starts, stamp in self._rows(
            f"SELECT person_id, state, starts, stamp FROM meeting{_of('person_id', only)}"
        ):
            history = met.get(person)
            if history is None:
                history = met[person] = _Met()
            history.invited += 1
            age = ages[starts[:10]]
            if state == _HELD:
                history.last = min(history.last, max(0, age)) if history.held else max(0, age)
                history.held += 1
                history.accepted += 1
            elif state in _PLANNED:
                history.accepted += state == _AGREED
                history.planned = history.planned or age <= UNSETTLED_DAYS
            elif state in _DECLINED:
                # Called off beforehand: the rest begins then, not on the day once agreed.
                called_off = ages[stamp] if stamp and state == _CANCELLED else age
                declined.append((history, age, max(age, called_off, 0)))
        for history, age, since in declined:
            if not history.held or age < history.last:
                history.declined = min(history.declined, since) if history.declines else since
                history.declines += 1
        return met

    def _touched(self, ages: _Ages, only: Collection[int] | None) -> dict[int, int]:
        """How many days ago everybody was last in touch."""
        rows = self._rows(
            f"SELECT person_id, day FROM touch{_of('person_id', only)} ORDER BY person_id, day"
        )
        latest = dict(rows)  # of each person's rows the last stays
        return {person: max(0, ages[day]) for person, day in latest.items()}

    def _seen(self, ages: _Ages, only: Collection[int] | None) -> Iterator[tuple[int, int | None]]:
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

    def _promised(
        self, met: dict[int, _Met], ages: _Ages, only: Collection[int] | None
    ) -> dict[int, float]:
        """Days until the most pressing promise is due that a 1-2-1 would keep.

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
            days = UNDATED_PROMISE_DAYS if due is None else -ages[due]
            soonest[person] = min(days, soonest.get(person, days))
        return soonest

    def _told(self, ids: Sequence[int], *, telling: bool) -> tuple[list[str], list[str], list[str]]:
        """Of each: the name, the user's word on the fit and, where `telling`, what may tell it."""
        only = ids if len(ids) <= A_FEW else None
        text = "role || ' | ' || company || ' | ' || city" if telling else "''"
        told = {
            person: rest
            for person, *rest in self._rows(
                f"SELECT id, name, fit, {text} FROM person{_of('id', only)}"
            )
        }
        names, said, known = map(list, zip(*map(told.__getitem__, ids), strict=True))
        if telling:
            at = dict(zip(ids, range(len(ids)), strict=True))
            kinds = ", ".join(f"'{kind.value}'" for kind in TELLING_FIT)
            for person, text in self._rows(
                f"SELECT person_id, text FROM fact{_of('person_id', only, f'kind IN ({kinds})')}"
            ):
                if person in at:
                    known[at[person]] += f" | {text}"
        return names, said, known

    def _near(self, me: Me, only: Collection[int] | None) -> list[bool]:
        """Whether each, by id, lives where the user does, or nobody knows where."""
        home = folded(me.city.strip())
        rows = self._rows(f"SELECT city FROM person{_of('id', only)} ORDER BY id")
        cities = [city for (city,) in rows]
        same = {city: not city or folded(city.strip()) == home for city in set(cities)}
        return [same[city] for city in cities]

    def _rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self._database.fetched(self._database.execute_sql(sql))


def _of(column: str, only: Collection[int] | None, condition: str = "") -> str:
    """The WHERE for a few people, or for everybody."""
    conditions = [condition] if condition else []
    if only is not None:
        conditions.append(f"{column} IN ({', '.join(map(str, map(int, only)))})")
    return " WHERE " + " AND ".join(conditions) if conditions else ""
