"""The sample network's file, and the records its entries become, counted from a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from planner.domain.asks import Ask
from planner.domain.facts import Fact, FactKind, Origin
from planner.domain.groups import Event
from planner.domain.introductions import Introduction, Standing
from planner.domain.meetings import Meeting, State, Touch, TouchKind
from planner.domain.people import Attitude, Person, Stage
from planner.domain.promises import Promise
from planner.domain.referrals import Outcome, Referral
from planner.domain.trips import Trip

SATURDAY = 5  # as datetime.date.weekday()

Entry = Mapping[str, Any]


def read() -> dict[str, Any]:
    """What resources/sample/network.toml holds."""
    import tomllib
    from importlib.resources import files

    text = (files("resources") / "sample" / "network.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def person_of(entry: Entry, today: date) -> Person:
    return Person(
        name=entry["name"],
        company=entry.get("company", ""),
        role=entry.get("role", ""),
        city=entry.get("city", ""),
        emails=tuple(entry.get("emails", ())),
        phones=tuple(entry.get("phones", ())),
        links=tuple(entry.get("links", ())),
        birthday=entry.get("birthday", ""),
        stage=Stage[entry["stage"].upper()],
        attitude=Attitude(entry.get("attitude", Attitude.OPEN)),
        zone=entry.get("zone", ""),
        connected_on=_ago(today, entry.get("connected_days_ago")),
        rests_until=_ahead(today, entry.get("rests_days")),
        put_off=entry.get("put_off", 0),
        let_go=entry.get("let_go", False),
        sample=True,
    )


def facts_of(person: int, entry: Entry, today: date) -> Iterator[Fact]:
    """As if they were noted at the last 1-2-1, else when the two connected."""
    talks = (meeting for meeting in entry.get("meetings", ()) if "days_ago" in meeting)
    held = [talk["days_ago"] for talk in talks if talk.get("state", State.HELD) == State.HELD]
    noted = _ago(today, min(held, default=entry.get("connected_days_ago")))
    for kind, texts in entry.get("facts", {}).items():
        for text in texts:
            yield Fact(
                person=person, kind=FactKind(kind), text=text, origin=Origin.SAMPLE, noted_on=noted
            )


def meeting_of(person: int, entry: Entry, zone: str, today: date, now: datetime) -> Meeting:
    if "in_days" in entry:
        day = today + timedelta(days=entry["in_days"])
        day += timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= SATURDAY else 0)
    else:
        day = today - timedelta(days=entry["days_ago"])
    return Meeting(
        person=person,
        state=State(entry.get("state", State.HELD)),
        starts=datetime.combine(day, time.fromisoformat(entry["at"])),
        zone=zone,
        minutes=entry["minutes"],
        place=entry.get("place", ""),
        learn=entry.get("learn", ""),
        give=entry.get("give", ""),
        ask=entry.get("ask", ""),
        invitation=entry.get("invitation", ""),
        summary=entry.get("summary", ""),
        created=now,
    )


def event_of(group: int, entry: Entry, today: date) -> Event:
    return Event(
        group=group,
        name=entry["name"],
        day=_ago(today, entry.get("days_ago")),
        hours=float(entry.get("hours", 0)),
        fee=float(entry.get("fee", 0)),
    )


def trip_of(entry: Entry, today: date) -> Trip:
    starts = today + timedelta(days=entry["in_days"])
    nights = entry["nights"]
    if starts.weekday() + nights >= SATURDAY:
        starts += timedelta(days=7 - starts.weekday())
    return Trip(city=entry["city"], starts=starts, ends=starts + timedelta(days=nights))


def touch_of(person: int, entry: Entry, today: date) -> Touch:
    return Touch(
        person=person,
        day=today - timedelta(days=entry["days_ago"]),
        kind=TouchKind(entry["kind"]),
        note=entry.get("note", ""),
        theirs=entry.get("theirs", False),
    )


def promise_of(person: int, entry: Entry, today: date) -> Promise:
    return Promise(
        person=person,
        mine=entry.get("mine", True),
        text=entry["text"],
        due=_ahead(today, entry.get("in_days")),
        made_on=_ago(today, entry.get("made_days_ago")),
        done_on=_ago(today, entry.get("kept_days_ago")),
        needs_meeting=entry.get("needs_meeting", False),
    )


def referral_of(person: int, entry: Entry, today: date) -> Referral:
    return Referral(
        person=person,
        given=entry["given"],
        what=entry["what"],
        day=_ago(today, entry["days_ago"]),
        outcome=Outcome(entry["outcome"]),
        value=float(entry.get("value", 0)),
    )


def ask_of(person: int | None, entry: Entry, today: date) -> Ask:
    return Ask(
        person=person,
        text=entry["text"],
        made_on=_ago(today, entry.get("days_ago")),
        done_on=_ago(today, entry.get("found_days_ago")),
        came_of=entry.get("came_of", ""),
    )


def introduction_of(people: Mapping[str, int], entry: Entry, today: date) -> Introduction:
    """`asked`, `agreed` name who of the two was asked, and said yes."""
    person, other = people[entry["person"]], people[entry["other"]]
    asked = {people[name] for name in entry.get("asked", ())}
    agreed = {people[name] for name in entry.get("agreed", ())}
    return Introduction(
        person=person,
        other=other,
        why=entry.get("why", ""),
        standing=Standing(entry.get("standing", Standing.ASKED)),
        person_asked=person in asked,
        other_asked=other in asked,
        person_agreed=person in agreed,
        other_agreed=other in agreed,
        asked_on=_ago(today, entry["days_ago"]),
        moved_on=_ago(today, entry.get("moved_days_ago", entry["days_ago"])),
        note=entry.get("note", ""),
    )


def _ago(today: date, days: int | None) -> date | None:
    return None if days is None else today - timedelta(days=days)


def _ahead(today: date, days: int | None) -> date | None:
    return None if days is None else today + timedelta(days=days)
