"""Tells a small story into a library: somebody, what they told, and what was promised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from planner.domain.conversation import Conversation, Step
from planner.domain.facts import Fact, FactKind, Origin
from planner.domain.groups import Attendance, Event, Group
from planner.domain.me import Me
from planner.domain.meetings import Meeting, Place, State, TalkedMore, Touch, TouchKind
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.referrals import Outcome, Referral
from planner.journeys.own_news import note_news
from planner.storage.store import Store

ME = Me(
    name="Nora Whitlock",
    email="nora@whitlock-books.example",
    phone="+44 113 496 0142",
    company="Whitlock Books & Payroll",
    city="Leeds",
    does="Bookkeeping and payroll for small building firms",
    for_whom="Family firms of three to fifteen people around Leeds",
    ideal_referral="An accountant whose builders still bring receipts in carrier bags",
    per_week=2,
    wanted=("accountants", "builders' merchants", "joiners"),
    zone="Europe/London",
    ready=True,
)
CREATED = datetime(2026, 1, 5, 9, 0)  # UTC


@dataclass
class Teller:
    """Writes into a store within one transaction."""

    store: Store

    def me(self, **fields: object) -> None:
        """About the user."""
        self.store.me.put(replace(ME, **fields))  # type: ignore[arg-type]

    def person(self, name: str, **fields: object) -> Person:
        return self.store.people.add(Person(name=name, **fields))  # type: ignore[arg-type]

    def fact(
        self,
        of: Person,
        kind: FactKind,
        text: str,
        day: date | None = None,
        origin: Origin = Origin.MEETING,
    ) -> None:
        self.store.facts.add(Fact(person=of.id, kind=kind, text=text, origin=origin, noted_on=day))

    def met(self, who: Person, group: str, day: date) -> None:
        """They were met at an event."""
        made = self.store.groups.named(group) or self.store.groups.add(Group(name=group))
        event = self.store.events.add(Event(group=made.id, day=day, hours=2, fee=18))
        self.store.attendance.add(Attendance(event=event.id, person=who.id))

    def touch(self, of: Person, day: date, kind: TouchKind, note: str, *, theirs: bool) -> None:
        self.store.touches.add(Touch(person=of.id, day=day, kind=kind, note=note, theirs=theirs))

    def talked(
        self,
        to: Person,
        starts: datetime,
        summary: str,
        *,
        guide: str = "",
        noted: Mapping[str, str] | None = None,
        unasked: tuple[str, ...] = (),
        minutes: int = 60,
        place: str = "",
        zone: str = "Europe/London",
        balance: tuple[int, int] = (0, 0),
        more: TalkedMore = TalkedMore.UNKNOWN,
    ) -> Meeting:
        """A 1-2-1 that is behind the two; `noted` by prompt, `balance` in minutes, mine first."""
        meeting = self.store.meetings.add(
            Meeting(
                person=to.id, state=State.HELD, starts=starts, zone=zone, minutes=minutes,
                place=place, summary=summary, guide=guide, talked=more, created=CREATED,
                uid=f"{to.id}-{starts:%Y%m%d}@visavis",
            )
        )  # fmt: skip
        answers = noted or {}
        if guide:
            self.store.conversations.add(
                Conversation(
                    meeting=meeting.id, guide=guide, script=(*answers, *unasked),
                    at=len(answers), step=Step.DONE, started=meeting.starts_utc,
                    elapsed=minutes * 60, mine=balance[0] * 60, theirs=balance[1] * 60,
                    asked=tuple(answers),
                )
            )  # fmt: skip
        for prompt, text in answers.items():
            if text:
                self.store.answers.note(meeting.id, prompt, text)
        return meeting

    def promised(
        self,
        between: Person,
        text: str,
        made: date,
        due: date | None = None,
        *,
        mine: bool = True,
        meeting: Meeting | None = None,
        done: date | None = None,
    ) -> None:
        self.store.promises.add(
            Promise(
                person=between.id, meeting=meeting.id if meeting else None, mine=mine, text=text,
                due=due, made_on=made, done_on=done,
            )
        )  # fmt: skip

    def referred(
        self, between: Person, what: str, day: date, outcome: Outcome, *, given: bool
    ) -> None:
        self.store.referrals.add(
            Referral(person=between.id, given=given, what=what, day=day, outcome=outcome)
        )

    def place(self, name: str, address: str = "", *, online: bool = False) -> None:
        self.store.places.add(Place(name=name, address=address, online=online))

    def news(self, text: str, day: date) -> None:
        """What is new with the user."""
        note_news(self.store, text, day)

    def planned(
        self,
        with_: Person,
        starts: datetime,
        *,
        minutes: int = 60,
        place: str = "",
        zone: str = "Europe/London",
        learn: str = "",
        give: str = "",
        ask: str = "",
    ) -> Meeting:
        """The 1-2-1 that the walk leads to."""
        return self.store.meetings.add(
            Meeting(
                person=with_.id, state=State.AGREED, starts=starts, zone=zone, minutes=minutes,
                place=place, learn=learn, give=give, ask=ask, created=CREATED, invited=True,
                uid=f"{with_.id}-{starts:%Y%m%d}@visavis",
            )
        )  # fmt: skip
