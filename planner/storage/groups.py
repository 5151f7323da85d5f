"""Where people were met."""

from __future__ import annotations

from datetime import date

from planner.domain.changes import Kind
from planner.domain.groups import Attendance, Event, Group, MetAt
from planner.storage import group_tables as tables
from planner.storage.columns import Day
from planner.storage.repository import OfPerson, Repository
from planner.storage.tables import Person


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


class Groups(Repository[Group]):
    record = Group
    kind = Kind.GROUP

    def named(self, name: str) -> Group | None:
        """The group of that name, whatever its case and the spaces around it."""
        wanted = _folded(name)
        return next((group for group in self.all() if _folded(group.name) == wanted), None)


class Events(Repository[Event]):
    record = Event
    kind = Kind.EVENT

    def of_group(self, group_id: int) -> list[Event]:
        return self.where(self.table.group == group_id)

    def between(self, first: date, last: date) -> list[Event]:
        """Those on these days, the latest first."""
        found = self.where(self.table.day >= first, self.table.day <= last)
        return sorted(found, key=lambda event: (event.day or first, event.id), reverse=True)


class Attendances(OfPerson[Attendance]):
    record = Attendance
    kind = Kind.ATTENDANCE

    def of_event(self, event_id: int) -> list[Attendance]:
        return self.where(self.table.event == event_id)

    def names_at(self, event_id: int) -> list[tuple[int, str]]:
        """Everybody met at an event, by id and name: much quicker than whole records."""
        query = (
            self.table.select(self.table.person, Person.name)
            .join(Person)
            .where(self.table.event == event_id)
        )
        return [(int(person), str(name)) for person, name in self.selected(query)]

    def pairs(self) -> list[tuple[int, int]]:
        """Every event with everybody met there, by their ids: much quicker than whole records."""
        query = self.table.select(self.table.event, self.table.person).order_by(self.table.id)
        return [(event, person) for event, person in self.selected(query)]

    def met_at(self, person_id: int) -> list[MetAt]:
        """Where somebody was met, newest first; memberships without a day last."""
        query = (
            tables.Attendance.select(
                tables.Attendance.id,
                tables.Event.id,
                tables.Group.id,
                tables.Group.name,
                tables.Event.name,
                tables.Event.day,
            )
            .join(tables.Event)
            .join(tables.Group)
            .where(tables.Attendance.person == person_id)
        )
        found = [
            MetAt(attendance, event, group, group_name, event_name, Day.decode(day))
            for attendance, event, group, group_name, event_name, day in self.selected(query)
        ]
        return sorted(found, key=lambda met: (met.day or date.min, met.attendance), reverse=True)
