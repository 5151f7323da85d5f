"""Another time for a 1-2-1, which the guest proposed and the user has not answered yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from planner.domain.first_names import given_name
from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.spoken import spoken_time, when_and_where
from planner.domain.wall_time import instants, wall_of


@dataclass(frozen=True, slots=True)
class Proposal:
    """When and where they would rather meet, and what was planned when they said so."""

    starts: datetime  # wall time in `zone`, naive
    zone: str  # IANA name
    minutes: int
    place: str = ""  # "" leaves the place as it is
    comment: str = ""
    instead_of: str = ""  # `planned_as` of the 1-2-1 then

    @property
    def starts_utc(self) -> datetime:
        """The start in UTC, naive."""
        return instants(self.starts, self.zone)[0]

    @property
    def ends_utc(self) -> datetime:
        return self.starts_utc + timedelta(minutes=self.minutes)

    @property
    def ends(self) -> datetime:
        """The end as wall time in its zone, naive."""
        return wall_of(self.ends_utc, self.zone)

    @property
    def is_of_place_alone(self) -> bool:
        """Whether the time they propose is the one planned."""
        return self.instead_of == _as_text(self.starts, self.zone, self.minutes)

    def holds(self, meeting: Meeting) -> bool:
        """Whether it is still to be answered: nothing was planned anew meanwhile."""
        return meeting.planned and self.instead_of == planned_as(meeting)


def asking_to_keep(proposal: Proposal, meeting: Meeting, person: Person, my_name: str) -> str:
    """A message to the guest: thanks for their time, and whether the one planned may stay."""
    other = replace(
        meeting,
        starts=proposal.starts,
        zone=proposal.zone,
        minutes=proposal.minutes,
        place=proposal.place,
    )
    theirs = (when_and_where if proposal.place else spoken_time)(other, person)
    name = given_name(person.name)
    paragraphs = (
        f"Hi {name}," if name else "Hello,",
        f"Thank you for suggesting {theirs}. Could we keep {when_and_where(meeting, person)}? If "
        "that does not suit you, just say, and we look for another time.",
        given_name(my_name),
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def planned_as(meeting: Meeting) -> str:
    """When a 1-2-1 is planned, as one text."""
    return _as_text(meeting.starts, meeting.zone, meeting.minutes)


def _as_text(starts: datetime, zone: str, minutes: int) -> str:
    return f"{starts:%Y-%m-%dT%H:%M} {zone} {minutes}"
