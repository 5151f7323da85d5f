"""Plain records for tests, with believable defaults, and a large library in one call."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from planner.domain.facts import Fact, FactKind
from planner.domain.meetings import Meeting, State, Touch, TouchKind
from planner.domain.people import Person, Stage
from planner.domain.promises import Promise
from planner.storage.store import Store

TODAY = date(2026, 11, 22)

FIRST = ("Maya", "Jonas", "Priya", "Daniel", "Ana", "Rob", "Ben", "Zoë", "Łukasz", "Ines")
LAST = ("Okafor", "Lindqvist", "Shah", "Cho", "Ferreira", "Kane", "Kowalski", "Müller", "O'Neill")
ROLES = ("Mortgage adviser", "Joiner", "Solicitor", "Architect", "Florist", "Web designer")
CITIES = ("Leeds", "Bradford", "Wakefield", "Manchester", "York")


def a_person(name: str = "Maya Okafor", **fields: object) -> Person:
    """Somebody at Harbour & Co unless told otherwise."""
    known: dict[str, object] = {"company": "Harbour & Co", "role": "Mortgage adviser"}
    return Person(name=name, **(known | fields))  # type: ignore[arg-type]


def a_meeting(person: int, starts: datetime, **fields: object) -> Meeting:
    """Forty-five minutes in London time, agreed unless told otherwise."""
    known: dict[str, object] = {
        "zone": "Europe/London",
        "state": State.AGREED,
        "uid": f"{person}-{starts:%Y%m%d%H%M}@visavis",
        "created": datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None),
    }
    return Meeting(person=person, starts=starts, **(known | fields))  # type: ignore[arg-type]


def many_people(store: Store, count: int = 10_000, today: date = TODAY) -> None:
    """A library of `count` people with history, the same every time.

    Each has a fact; every second a 1-2-1 behind them, every third a touch, every fiftieth a
    promise: about what two years of use leave.
    """
    with store.transaction():
        people = store.people.add_many(
            Person(
                name=f"{FIRST[n % len(FIRST)]} {LAST[n // 7 % len(LAST)]} {n}",
                company=f"Company {n % 900}",
                role=ROLES[n % len(ROLES)],
                city=CITIES[n % len(CITIES)],
                emails=(f"person{n}@mail.example",),
                phones=(f"+44 113 496 {n % 1000:04}",),
                stage=Stage(min(n % 11 // 2, 4)),
            )
            for n in range(count)
        )
        store.facts.add_many(
            Fact(person=person.id, kind=FactKind.DOES, text=f"{person.role} in {person.city}")
            for person in people
        )
        noon = datetime.combine(today, datetime.min.time()) + timedelta(hours=12)
        store.meetings.add_many(
            a_meeting(person.id, noon - timedelta(days=7 + n % 600), state=State.HELD)
            for n, person in enumerate(people)
            if n % 2 == 0
        )
        store.touches.add_many(
            Touch(
                person=person.id,
                day=today - timedelta(days=1 + n % 400),
                kind=TouchKind.MESSAGE,
                note="A word about the breakfast",
            )
            for n, person in enumerate(people)
            if n % 3 == 0
        )
        store.promises.add_many(
            Promise(person=person.id, text="Send the guide", due=today + timedelta(days=n % 90))
            for n, person in enumerate(people)
            if n % 50 == 0
        )
