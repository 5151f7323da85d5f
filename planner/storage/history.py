"""Figures of everybody at once, as the index looks at them.

The whole network is judged each time Today is shown, so this reads plain rows in a handful of
statements, the same on every database, instead of a record at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import repeat
from typing import TYPE_CHECKING, Any, TypeVar

from planner.domain.fit import Wishes
from planner.domain.me import Me
from planner.domain.slipping import slipped
from planner.domain.suggestions import (
    DAYS_IN_WEEK,
    UNKNOWN_DAYS,
    UNKNOWN_FIT,
    Signals,
    decline_rest,
    silence,
)
from planner.domain.week import pinned
from planner.storage.database import LibraryFile
from planner.storage.encounters import Ages, Encounters
from planner.storage.telling import Telling
from planner.storage.telling import of_some as _of
from planner.storage.whereabouts import Whereabouts

if TYPE_CHECKING:
    from planner.domain.trips import Trip

V = TypeVar("V")


def _known(by_person: dict[int, V], at: Mapping[int, int]) -> dict[int, V]:
    """What belongs to somebody who is there."""
    if by_person.keys() <= at.keys():
        return by_person
    return {person: what for person, what in by_person.items() if person in at}


def _pace(rhythm: str) -> float:
    from planner.domain.learning import PACES  # not imported at the start, as few say

    return {said.value: pace for said, pace in PACES.items()}.get(rhythm, 1.0)


class History:
    """Reads what happened, for suggesting."""

    def __init__(self, database: LibraryFile) -> None:
        self._database = database
        self._telling = Telling(database)
        self._encounters = Encounters(database)
        self._whereabouts = Whereabouts(database)

    def signals(
        self,
        me: Me,
        today: date,
        only: Collection[int] | None = None,
        *,
        as_of: date | None = None,
    ) -> list[Signals]:
        """What the index looks at, for everybody in the library (or `only` a few), by id."""
        return self.judged(me, self.unjudged(me, today, only, as_of=as_of))

    def judged(self, me: Me, people: Sequence[Signals]) -> list[Signals]:
        """The same people with their names, and how they fit what the user looks for."""
        if not people:
            return []
        columns: dict[str, Sequence[Any]]
        columns = dict(zip(Signals._fields, zip(*people, strict=True), strict=True))
        names = self._telling.names([of.person for of in people])
        columns |= {"name": names, "fit": self.fits(me, people)}
        return list(map(Signals._make, zip(*columns.values(), strict=True)))

    def fits(self, me: Me, people: Sequence[Signals]) -> list[float]:
        """How well people fit what the user looks for, 0..1, in their order."""
        wishes = self.wishes(me)
        return wishes.judge(*self._telling.told([of.person for of in people], wishes))

    def unjudged(
        self,
        me: Me,
        today: date,
        only: Collection[int] | None = None,
        *,
        as_of: date | None = None,
    ) -> list[Signals]:
        """What the index looks at, but for the name and the fit, which take longest to read.

        Ages count until `as_of`, the Monday of a pinned week, say (None: today); who rests, is
        planned or within reach is judged today.

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
        ages = Ages(today)
        back = 0 if as_of is None else (today - as_of).days
        none, nobody = [0] * len(ids), [False] * len(ids)
        held, accepted, rests, lost = none[:], none[:], none[:], none[:]
        invited: list[float] = [*none]
        shared, planned, let_go = nobody[:], nobody[:], nobody[:]
        promised: list[float | None] = [None] * len(ids)
        paces = [1.0] * len(ids)
        for person, rest, gone, rhythm in self._spoken_of(only):
            let_go[at[person]] = bool(gone)
            rests[at[person]] = 0 if rest is None else max(0, -ages[rest])
            if rhythm:
                paces[at[person]] = _pace(rhythm)
        apart = [UNKNOWN_DAYS if day is None else pinned(ages[day], back) for day in connected]
        # What belongs to nobody, in a spoiled file, is left to “Check my data”.
        touched = _known(self._encounters.touched(ages, only), at)
        met = _known(self._encounters.met(ages, only), at)
        for person, age in self._encounters.seen(ages, only):
            if person not in at:
                continue
            shared[at[person]] = True
            if age is None:
                continue
            if person in met and met[person].held:
                # Between two who know each other, an event together is one more touch.
                touched[person] = min(age, touched.get(person, age))
            else:
                apart[at[person]] = min(pinned(age, back), apart[at[person]])
        for person, history in met.items():
            i = at[person]
            held[i], invited[i], accepted[i] = history.held, history.invited, history.accepted
            planned[i] = history.planned
            if history.held:
                apart[i] = pinned(history.last, back)
                weeks = apart[i] // DAYS_IN_WEEK
                lost[i] = slipped(stages[i], history.held, shared[i], weeks)
            if history.declines:
                rests[i] = max(rests[i], decline_rest(history.declines, history.declined))
        silent: list[float] = [*apart]
        for person, age in touched.items():
            i = at[person]
            silent[i] = silence(apart[i], pinned(age, back))
        for person, days in _known(self._encounters.promised(met, ages, back, only), at).items():
            promised[at[person]] = days
        near = [True] * len(ids)
        if me.city and not me.meets_online:
            near = self._whereabouts.near(me, today, only)
        for person in self._unknown(only):
            i = at[person]
            heard_of = person in met or person in touched or shared[i]
            near[i] = near[i] and (heard_of or promised[i] is not None)
        columns = zip(
            ids, repeat(""), stages, held, apart, silent, invited, accepted, repeat(UNKNOWN_FIT),
            shared, promised, rests, planned, let_go, near, lost, paces,
        )  # fmt: skip
        # What Signals(...) does for each, in a C loop.
        return list(map(tuple.__new__, repeat(Signals), columns))

    def pictured(self) -> frozenset[int]:
        """The ids of all who have a picture; Today asks, and mostly needs no more of pictures."""
        return frozenset(person for (person,) in self._rows("SELECT person_id FROM photo"))

    def _spoken_of(self, only: Collection[int] | None) -> list[tuple[Any, ...]]:
        """Those of whom the user said "not now", "never", or how often to keep in touch."""
        condition = "(rests_until IS NOT NULL OR let_go OR rhythm != '')"
        return self._rows(
            f"SELECT id, rests_until, let_go, rhythm FROM person{_of('id', only, condition)}"
        )

    def _unknown(self, only: Collection[int] | None) -> list[int]:
        """Those of whom only a name is known, such as a broken row of a file leaves: nothing to
        reach them by, to fit by, or to place them in time."""
        nothing = " AND ".join(
            f"{column} = ''"
            for column in ("emails", "phones", "links", "company", "role", "city", "fit", "rhythm")
        )
        condition = f"{nothing} AND connected_on IS NULL AND sample = 0"
        rows = self._rows(f"SELECT id FROM person{_of('id', only, condition)}")
        return [person for (person,) in rows]

    def wishes(self, me: Me) -> Wishes:
        """What the user looks for, ready for judging."""
        return self._telling.wishes(me)

    def found_by(self, me: Me) -> tuple[dict[str, set[int]], dict[str, set[int]], int]:
        """Whom each thing wanted finds, and each avoided: places among all, of so many people."""
        return self._telling.found_by(me)

    def memberships(self, only: Collection[int]) -> dict[int, str]:
        """The group that a few people belong to without an event, by person."""
        return self._encounters.memberships(only)

    def trips_in_sight(self, today: date) -> tuple[Trip, ...]:
        """Trips under way or near enough to plan for, soonest first."""
        return self._whereabouts.trips_in_sight(today)

    def _rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self._database.fetched(self._database.execute_sql(sql))
