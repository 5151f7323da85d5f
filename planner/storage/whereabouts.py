"""Who is within reach: near the user, or where a trip leads."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from planner.domain.me import Me
from planner.storage.database import LibraryFile
from planner.storage.faults import unreadable
from planner.storage.telling import of_some as _of

if TYPE_CHECKING:
    from planner.domain.trips import Trip


class Whereabouts:
    """Reads where everybody lives, and where the user goes."""

    def __init__(self, database: LibraryFile) -> None:
        self._database = database

    def trips_in_sight(self, today: date) -> tuple[Trip, ...]:
        """Trips under way or near enough to plan for, soonest first."""
        rows = self._rows(
            f"SELECT id, city, starts, ends FROM trip WHERE ends >= '{today.isoformat()}'"
            " ORDER BY starts, id"
        )
        if not rows:
            return ()
        from planner.domain.trips import Trip  # not imported at the start, as few travel

        try:
            trips = [
                Trip(id, city, date.fromisoformat(starts), date.fromisoformat(ends))
                for id, city, starts, ends in rows
            ]
        except ValueError as error:
            raise unreadable("day") from error
        return tuple(trip for trip in trips if trip.in_sight(today))

    def near(self, me: Me, today: date, only: Collection[int] | None) -> list[bool]:
        """Whether each, by id, lives near the user or where a trip leads, or nobody knows where."""
        rows = self._rows(f"SELECT city FROM person{_of('id', only)} ORDER BY id")
        cities = [city for (city,) in rows]
        goes = (me.city, *(trip.city for trip in self.trips_in_sight(today)))
        if set(cities) <= {"", *goes}:
            return [True] * len(cities)
        from planner.storage.town_list import surroundings

        around = surroundings(me).near_any(goes)
        near = {city: not city.strip() or around(city) for city in set(cities)}
        return [near[city] for city in cities]

    def _rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self._database.fetched(self._database.execute_sql(sql))
