"""Introductions: the user brings two people together, once both have said yes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """How far an introduction is."""

    ASKED = "asked"  # one or both were asked whether they would like to meet
    MADE = "made"  # both said yes, and were put in touch
    HELPED = "helped"  # something good came of it
    NOTHING = "nothing"  # nothing came of it
    DECLINED = "declined"  # one of the two would rather not
    PASSED_OVER = "passed_over"  # the user does not think that these two could help each other


OPEN = frozenset({Standing.ASKED, Standing.MADE})


@dataclass(frozen=True, slots=True)
class Introduction:
    """Two people who could help each other, and how far it is."""

    id: int = 0
    person: int = 0  # who looks for something
    other: int = 0  # who could help
    why: str = ""  # what it is about, as the two would be told
    standing: Standing = Standing.ASKED
    person_asked: bool = False
    other_asked: bool = False
    person_agreed: bool = False
    other_agreed: bool = False
    asked_on: date | None = None
    moved_on: date | None = None  # when it last got further, or ended
    note: str = ""

    @property
    def people(self) -> tuple[int, int]:
        """The two, who looks for something first."""
        return self.person, self.other

    def asked(self, person: int) -> bool:
        return self.person_asked if person == self.person else self.other_asked

    def agreed(self, person: int) -> bool:
        return self.person_agreed if person == self.person else self.other_agreed

    def days_waiting(self, today: date) -> int:
        """Days since it last got further; 0 where that is not known, or is still to come."""
        since = self.moved_on or self.asked_on
        return 0 if since is None else max(0, (today - since).days)


class Step(StrEnum):
    """What is to be done next."""

    ASK = "ask"  # somebody of the two was not asked yet
    ANSWER = "answer"  # somebody who was asked has not said yes or no
    INTRODUCE = "introduce"  # both said yes
    OUTCOME = "outcome"  # they were put in touch: what came of it?
    DONE = "done"


def next_step(one: Introduction) -> Step:
    """What to do next; whoever was asked is waited for before the other is asked."""
    if one.standing is Standing.MADE:
        return Step.OUTCOME
    if one.standing is not Standing.ASKED:
        return Step.DONE
    if one.person_agreed and one.other_agreed:
        return Step.INTRODUCE
    if any(one.asked(person) and not one.agreed(person) for person in one.people):
        return Step.ANSWER
    return Step.ASK


def asked(one: Introduction, person: int, today: date) -> Introduction:
    """The same once one of the two was asked."""
    flag = "person_asked" if person == one.person else "other_asked"
    moved = one.moved_on if one.asked_on else None
    return replace(one, **{flag: True}, asked_on=one.asked_on or today, moved_on=moved or today)  # type: ignore[arg-type]


def agreed(one: Introduction, person: int, today: date) -> Introduction:
    """The same once one of the two has said yes; whoever answers was asked somehow."""
    flags = ("person_asked", "person_agreed")
    if person != one.person:
        flags = ("other_asked", "other_agreed")
    told = dict.fromkeys(flags, True)
    return replace(one, **told, asked_on=one.asked_on or today, moved_on=today)  # type: ignore[arg-type]


def as_far_as(one: Introduction, twin: Introduction) -> Introduction:
    """One of two introductions of the same people, which turn out to be one: as far as either."""
    made = Standing.MADE in (one.standing, twin.standing)
    moved = [day for day in (one.moved_on, twin.moved_on) if day is not None]
    begun = [day for day in (one.asked_on, twin.asked_on) if day is not None]
    return replace(
        one,
        why=one.why or twin.why,
        standing=Standing.MADE if made else one.standing,
        person_asked=one.person_asked or twin.asked(one.person),
        other_asked=one.other_asked or twin.asked(one.other),
        person_agreed=one.person_agreed or twin.agreed(one.person),
        other_agreed=one.other_agreed or twin.agreed(one.other),
        asked_on=min(begun, default=None),
        moved_on=max(moved, default=None),
        note="\n".join(note for note in (one.note, twin.note) if note),
    )
