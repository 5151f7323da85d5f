"""Promise 28: a name or address that holds a line break adds no guest, header or property."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from planner.domain.facts import Fact, FactKind
from planner.domain.me import Me
from planner.domain.people import Person
from planner.journeys import calendar_files, plan_meeting
from planner.journeys.export_library import Form, export
from planner.journeys.write_to_guest import letter
from planner.storage.store import Store
from tests.calendar.lint import lint
from tests.calendar.raw import read
from tests.clocks import NOW

BREAKS = ["\r\n", "\n", "\r", "\u2028", "\x85", "\x0b"]


def evil(line_break: str) -> Person:
    """Somebody every field of whom tries to begin a line of its own."""
    more = f"{line_break}ATTENDEE:mailto:evil@x.example{line_break}Bcc: evil@x.example{line_break}"
    return Person(
        name=f"Maya{more}",
        company=f"Harbour{more}",
        role=f"Adviser{more}",
        city=f"Leeds{more}",
        emails=(f"maya@harbour.example{more}", "maya@harbour.example"),
        phones=(f"0113 496 0142{more}",),
        links=(f"https://harbour.example/{more}",),
    )


@pytest.fixture(params=BREAKS, ids=[f"{ord(one[0]):04x}{len(one)}" for one in BREAKS])
def maya(store: Store, request: pytest.FixtureRequest) -> Person:
    """Kept as it came: an older version, or another program, may have let anything in."""
    more = f"{request.param}ORGANIZER:mailto:evil@x.example"
    me = Me(name=f"Sam{more}", email="sam@doyle.example", zone="Europe/London", ready=True)
    with store.transaction():
        store.me.put(me)
        maya = store.people.add(evil(request.param))
        store.facts.add(Fact(person=maya.id, kind=FactKind.GOAL, text=f"A shop{more}"))
    return maya


def test_an_invitation_has_the_one_guest(store: Store, maya: Person) -> None:
    starts = datetime(2027, 3, 1, 10)
    words = (maya.city, maya.name, maya.company, maya.role)
    _, meeting = plan_meeting.plan(store, maya.id, starts, "Europe/London", 45, *words, None, NOW)
    for invite in (False, True):
        _, data = calendar_files.calendar_file(
            store, meeting.id, NOW, invite, organizer="sam@doyle.example"
        )
        assert lint(data) == []
        event = read(data).parts("VEVENT")[0]
        assert [one.value.lower() for one in event.all("ATTENDEE")] == (
            ["mailto:maya@harbour.example"] if invite else []
        )
        assert all("evil" not in one.value for one in event.all("ORGANIZER"))


def test_a_message_goes_to_the_one_guest(maya: Person) -> None:
    link = letter(maya, f"1-2-1 {maya.name}", maya.name)
    assert link is not None
    parts = urlsplit(link.link)
    assert "\r" not in parts.query and "\n" not in parts.query
    assert set(parse_qs(parts.query)) <= {"subject", "body"}


def test_a_card_gains_no_property(store: Store, maya: Person) -> None:
    data = b"".join(export(store, Form.VCARD, NOW, private=True).pieces).decode()
    lines = data.replace("\r\n ", "").split("\r\n")
    assert lines.count("BEGIN:VCARD") == 1
    named = [line.split(":")[0].split(";")[0].split(".")[-1] for line in lines if line]
    assert "ATTENDEE" not in named and "Bcc" not in named and "ORGANIZER" not in named
    for other in ("\n", "\r", "\x0b", "\x85", "\u2028"):
        assert other not in data.replace("\r\n", "")


def test_a_table_gains_no_row(store: Store, maya: Person) -> None:
    data = b"".join(export(store, Form.CSV, NOW, private=True).pieces).decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(data, newline=""), strict=True))) == 2


def test_a_calendar_of_all_gains_no_event(store: Store, maya: Person) -> None:
    starts = datetime(2027, 3, 1, 10)
    words = (maya.city, maya.name, maya.company, maya.role)
    plan_meeting.plan(store, maya.id, starts, "Europe/London", 45, *words, None, NOW)
    data = calendar_files.export_calendar(store, NOW)
    assert lint(data) == []
    (event,) = read(data).parts("VEVENT")
    assert event.all("ATTENDEE") == []
