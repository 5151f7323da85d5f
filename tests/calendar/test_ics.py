"""The files a 1-2-1 becomes: each passes the check, says what it should, and nothing more."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planner.calendar import ics
from planner.calendar.tasks import TaskStamp
from planner.domain.me import Me
from planner.domain.meetings import CalledOff, Meeting, State, cancelled, marked, rescheduled
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.errors import PlannerError
from tests.calendar.lint import lint
from tests.calendar.raw import Component, read

NOW = datetime(2026, 11, 22, 9, 30)
ME = Me(name="Sam Doyle", email="sam@doyle.example")
MAYA = Person(id=7, name="Maya Okafor", emails=("maya@harbour.example", "m@home.example"))
MEETING = Meeting(
    id=3,
    person=7,
    starts=datetime(2026, 12, 1, 8, 30),
    zone="Europe/London",
    minutes=45,
    place="The Wharf, 12 Dock St; Leeds",
    learn="How she finds first-time buyers",
    give="Introduction to Tom",
    ask="Who handles wills?",
    invitation="Hi Maya,\n\nWould Tuesday suit you; or not?\n",
    summary="She is about to leave the firm",
    uid="0123456789abcdef@visavis",
    stamp=NOW,
    created=NOW,
)
CALLED_OFF = cancelled(MEETING, NOW)


def event_of(data: bytes) -> Component:
    """The one event of a file, which has no faults."""
    assert lint(data) == []
    (event,) = read(data).parts("VEVENT")
    return event


def values(component: Component) -> dict[str, str]:
    return {prop.name: prop.text for prop in component.properties}


def test_the_users_own_file() -> None:
    data = ics.for_me(MEETING, MAYA, ME, NOW)
    event = event_of(data)
    assert read(data).one("METHOD").value == "PUBLISH"
    assert values(event) == {
        "UID": "0123456789abcdef@visavis",
        "SEQUENCE": "0",
        "DTSTAMP": "20261122T093000Z",
        "CREATED": "20261122T093000Z",
        "LAST-MODIFIED": "20261122T093000Z",
        "DTSTART": "20261201T083000",
        "DTEND": "20261201T091500",
        "SUMMARY": "1-2-1 with Maya Okafor",
        "LOCATION": "The Wharf, 12 Dock St; Leeds",
        "DESCRIPTION": "Learn: How she finds first-time buyers\n"
        "Give: Introduction to Tom\nAsk: Who handles wills?",
        "CLASS": "PRIVATE",
        "STATUS": "TENTATIVE",
        "TRANSP": "OPAQUE",
        "ORGANIZER": "mailto:sam@doyle.example",
    }
    assert event.one("DTSTART").params == {"TZID": "Europe/London"}
    (alarm,) = event.parts("VALARM")
    assert values(alarm) == {
        "ACTION": "DISPLAY",
        "TRIGGER": "-PT60M",
        "DESCRIPTION": "1-2-1 with Maya Okafor",
    }


def test_the_invitation() -> None:
    data = ics.request(MEETING, MAYA, ME, NOW)
    event = event_of(data)
    assert read(data).one("METHOD").value == "REQUEST"
    assert event.one("ORGANIZER").params == {"CN": "Sam Doyle"}
    guest = event.one("ATTENDEE")
    assert guest.value == "mailto:maya@harbour.example"
    assert guest.params == {
        "CN": "Maya Okafor",
        "ROLE": "REQ-PARTICIPANT",
        "PARTSTAT": "NEEDS-ACTION",
        "RSVP": "TRUE",
    }
    told = values(event)
    assert told["SUMMARY"] == "1-2-1: Sam Doyle and Maya Okafor"
    assert told["DESCRIPTION"] == "Hi Maya,\n\nWould Tuesday suit you; or not?"
    assert told["STATUS"] == "CONFIRMED"
    assert not event.components


def test_the_cancellation_takes_back_what_was_invited_to() -> None:
    invited = event_of(ics.request(MEETING, MAYA, ME, NOW))
    data = ics.cancellation(CALLED_OFF, MAYA, ME, NOW)
    event = event_of(data)
    assert read(data).one("METHOD").value == "CANCEL"
    assert event.one("SEQUENCE").value == "1"
    assert event.one("STATUS").value == "CANCELLED"
    for same in ("UID", "ORGANIZER", "DTSTART"):
        assert event.one(same) == invited.one(same)


@pytest.mark.parametrize(
    ("by", "answer"),
    [(CalledOff.UNKNOWN, {}), (CalledOff.ME, {}), (CalledOff.THEM, {"PARTSTAT": "DECLINED"})],
)
def test_the_cancellation_asks_for_nothing(by: CalledOff, answer: dict[str, str]) -> None:
    event = event_of(ics.cancellation(cancelled(MEETING, NOW, by), MAYA, ME, NOW))
    guest = event.one("ATTENDEE")
    assert guest.value == "mailto:maya@harbour.example"
    assert guest.params == {"CN": "Maya Okafor", "ROLE": "REQ-PARTICIPANT", **answer}
    assert not event.all("DESCRIPTION")


def test_an_update_has_the_same_uid_a_higher_sequence_and_the_new_time() -> None:
    moved = rescheduled(
        MEETING,
        NOW + timedelta(hours=1),
        starts=datetime(2026, 12, 2, 14),
        zone="Europe/London",
        minutes=60,
        place="Online",
    )
    event = event_of(ics.request(moved, MAYA, ME, NOW))
    assert values(event) | {
        "UID": MEETING.uid,
        "SEQUENCE": "1",
        "DTSTART": "20261202T140000",
        "DTEND": "20261202T150000",
        "LOCATION": "Online",
        "DTSTAMP": "20261122T103000Z",  # the change was later than this writing's clock
    } == values(event)


def test_nothing_meant_for_the_user_alone_reaches_the_guest() -> None:
    for data in (
        ics.request(MEETING, MAYA, ME, NOW),
        ics.cancellation(CALLED_OFF, MAYA, ME, NOW),
    ):
        unfolded = data.replace(b"\r\n ", b"").decode()
        for own in (MEETING.learn, MEETING.give, "Who handles wills", MEETING.summary):
            assert own not in unfolded
    for data in (
        ics.for_me(MEETING, MAYA, ME, NOW),
        ics.all_meetings([MEETING], {7: MAYA}, ME, NOW),
    ):
        assert MEETING.summary not in data.replace(b"\r\n ", b"").decode()


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (State.PROPOSED, "TENTATIVE"),
        (State.AGREED, "CONFIRMED"),
        (State.HELD, "CONFIRMED"),
        (State.MISSED, "CANCELLED"),
        (State.CANCELLED, "CANCELLED"),
    ],
)
def test_where_it_stands_shows_and_only_what_is_ahead_rings(state: State, status: str) -> None:
    event = event_of(ics.for_me(marked(MEETING, state, NOW), MAYA, ME, NOW))
    assert event.one("STATUS").value == status
    assert len(event.parts("VALARM")) == (state in {State.PROPOSED, State.AGREED})
    past = event_of(ics.for_me(marked(MEETING, state, NOW), MAYA, ME, datetime(2026, 12, 2)))
    assert not past.parts("VALARM")


@pytest.mark.parametrize(
    ("zone", "starts", "evening"),
    [
        ("Europe/London", "2026-12-01T08:30", "-PT870M"),  # 14 h 30
        ("Europe/London", "2026-03-29T08:30", "-PT810M"),  # an hour of the night is missing
        ("Europe/London", "2026-10-25T08:30", "-PT930M"),
        ("America/Santiago", "2026-12-01T19:00", "-PT1500M"),
    ],
)
def test_reminders_are_those_chosen(zone: str, starts: str, evening: str) -> None:
    meeting = replace(MEETING, zone=zone, starts=datetime.fromisoformat(starts))
    now = datetime(2026, 1, 1)
    both = event_of(ics.for_me(meeting, MAYA, replace(ME, evening_alarm=True), now))
    assert [alarm.one("TRIGGER").value for alarm in both.parts("VALARM")] == ["-PT60M", evening]
    none = event_of(ics.for_me(meeting, MAYA, replace(ME, alarm_minutes=0), now))
    assert not none.parts("VALARM")


@pytest.mark.parametrize(
    ("zone", "starts", "minutes", "start", "end"),
    [
        # zones whose rules calendar programs misread, and UTC itself
        ("Africa/Cairo", "2026-12-01T08:30", 45, "20261201T063000Z", "20261201T071500Z"),
        ("America/Santiago", "2026-09-06T01:00", 45, "20260906T040000Z", "20260906T044500Z"),
        ("UTC", "2026-12-01T08:30", 45, "20261201T083000Z", "20261201T091500Z"),
        # the hour that comes twice: its first, or an end within it
        ("Europe/London", "2026-10-25T01:30", 45, "20261025T003000Z", "20261025T011500Z"),
        ("Europe/London", "2026-10-25T00:30", 45, "20261024T233000Z", "20261025T001500Z"),
        # clear of it, in the zone again
        ("Europe/London", "2026-10-25T00:00", 45, "20261025T000000", "20261025T004500"),
        ("Europe/London", "2026-10-25T00:30", 150, "20261025T003000", "20261025T020000"),
        ("Europe/London", "2026-03-29T00:30", 45, "20260329T003000", "20260329T021500"),
        ("Asia/Kolkata", "2026-12-31T23:30", 45, "20261231T233000", "20270101T001500"),
    ],
)
def test_times_are_written_so_that_they_mean_one_thing(
    zone: str, starts: str, minutes: int, start: str, end: str
) -> None:
    meeting = replace(MEETING, zone=zone, starts=datetime.fromisoformat(starts), minutes=minutes)
    event = event_of(ics.request(meeting, MAYA, ME, datetime(2026, 1, 1)))
    assert (event.one("DTSTART").value, event.one("DTEND").value) == (start, end)
    assert event.one("DTSTART").params == ({} if start.endswith("Z") else {"TZID": zone})


def test_all_meetings_are_one_calendar_with_each_zone_once() -> None:
    zones = ("Europe/London", "Asia/Kolkata", "Europe/London", "Africa/Cairo", "UTC")
    meetings = [
        replace(MEETING, id=n, zone=zone, uid=f"{n}@visavis", starts=datetime(2026, 12, 1 + n, 9))
        for n, zone in enumerate(zones)
    ]
    data = ics.all_meetings(meetings, {7: MAYA}, ME, NOW)
    assert lint(data) == []
    calendar = read(data)
    assert calendar.one("METHOD").value == "PUBLISH"
    zoned = [zone.one("TZID").value for zone in calendar.parts("VTIMEZONE")]
    assert zoned == ["Asia/Kolkata", "Europe/London"]
    events = calendar.parts("VEVENT")
    assert [event.one("UID").value for event in events] == [meeting.uid for meeting in meetings]
    assert not any(event.all("DESCRIPTION") for event in events)


def test_exporting_again_tomorrow_writes_the_same_bytes() -> None:
    meetings = [MEETING, replace(CALLED_OFF, uid="other@visavis")]
    today = ics.all_meetings(meetings, {7: MAYA}, ME, NOW)
    assert ics.all_meetings(meetings, {7: MAYA}, ME, NOW + timedelta(days=1)) == today
    assert b"DTSTAMP:20261122T093000Z" in today


def test_no_meetings_is_said_and_not_written() -> None:
    with pytest.raises(PlannerError, match="plan one first"):
        ics.all_meetings([], {}, ME, NOW)


def test_a_clock_set_back_does_not_make_a_file_older() -> None:
    event = event_of(ics.for_me(MEETING, MAYA, ME, NOW - timedelta(days=400)))
    assert event.one("DTSTAMP").value == "20261122T093000Z"


def test_an_invitation_needs_both_addresses_and_says_which_is_missing() -> None:
    with pytest.raises(PlannerError, match="your e-mail address in About me"):
        ics.request(MEETING, MAYA, Me(name="Sam"), NOW)
    with pytest.raises(PlannerError, match="an e-mail address for Maya Okafor"):
        ics.request(MEETING, replace(MAYA, emails=("maya",)), ME, NOW)
    with pytest.raises(PlannerError, match="your e-mail address in About me"):
        ics.cancellation(CALLED_OFF, MAYA, Me(), NOW)


def test_the_own_file_needs_none() -> None:
    event = event_of(ics.for_me(MEETING, replace(MAYA, emails=()), Me(), NOW))
    assert event.one("ORGANIZER").value.endswith(".invalid")


def test_what_is_over_is_not_invited_to_and_what_is_not_cancelled_is_not_called_off() -> None:
    for state in (State.CANCELLED, State.HELD, State.MISSED):
        with pytest.raises(PlannerError, match=f"is {state.value}"):
            ics.request(marked(MEETING, state, NOW), MAYA, ME, NOW)
    with pytest.raises(PlannerError, match="not cancelled"):
        ics.cancellation(MEETING, MAYA, ME, NOW)


THEIRS = replace(MEETING, organizer="maya@harbour.example", sequence=4)


def test_an_answer_is_about_theirs_alone_and_an_invitation_about_ones_own() -> None:
    for write in (ics.reply, ics.counter):
        with pytest.raises(PlannerError, match="is your own"):
            write(MEETING, MAYA, ME, NOW)
        with pytest.raises(PlannerError, match="your e-mail address in About me"):
            write(THEIRS, MAYA, Me(name="Sam"), NOW)
        assert event_of(write(THEIRS, replace(MAYA, emails=()), ME, NOW))
    with pytest.raises(PlannerError, match="yours to answer"):
        ics.request(THEIRS, MAYA, ME, NOW)
    with pytest.raises(PlannerError, match="is cancelled"):
        ics.counter(cancelled(THEIRS, NOW), MAYA, ME, NOW)


def test_an_answer_says_nothing_of_what_is_known_or_planned() -> None:
    for data in (ics.reply(THEIRS, MAYA, ME, NOW), ics.counter(THEIRS, MAYA, ME, NOW)):
        event = event_of(data)
        assert not event.all("DESCRIPTION") and not event.components
        assert event.one("SEQUENCE").value == "4"


HOSTILE = (
    "Maya\r\nATTENDEE:mailto:eve@evil.example",
    "Maya\nATTENDEE:mailto:eve@evil.example",
    "Maya\u2028ATTENDEE:mailto:eve@evil.example",
    'Maya";X-A="1:mailto:eve@evil.example',
    "Okafor, Maya; CEO: Harbour",
    "Ma^nya ^' \\n \\",
    "Maya\x00\x07\x1b[31m",
    "\ud800 half",
    "END:VEVENT",
    "Zoë 日本語 🎉" * 20,
    "'Maya' “Okafor”",
    "",
    " ",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_adds_a_guest_or_a_property(name: str) -> None:
    me, person = replace(ME, name=name), replace(MAYA, name=name)
    meeting = replace(MEETING, place=name, invitation=name, learn=name, give=name, uid="a@visavis")
    usual = [prop.name for prop in event_of(ics.request(MEETING, MAYA, ME, NOW)).properties]
    event = event_of(ics.request(meeting, person, me, NOW))
    assert set(usual) - {"LOCATION", "DESCRIPTION"} <= {prop.name for prop in event.properties}
    assert {prop.name for prop in event.properties} <= set(usual)
    assert event.one("ATTENDEE").value == "mailto:maya@harbour.example"
    assert event.one("ORGANIZER").value == "mailto:sam@doyle.example"
    for data in (
        ics.cancellation(cancelled(meeting, NOW), person, me, NOW),
        ics.for_me(meeting, person, me, NOW),
        ics.all_meetings([meeting], {7: person}, me, NOW),
        ics.reply(replace(meeting, organizer="maya@harbour.example"), person, me, NOW),
        ics.counter(replace(meeting, organizer="maya@harbour.example"), person, me, NOW),
    ):
        event_of(data)
    promise = Promise(id=1, person=7, text=name, due=NOW.date())
    stamps, library = {1: TaskStamp(0, NOW)}, UUID(int=1)
    tasks = ics.all_meetings(
        [], {7: person}, me, NOW, promises=[promise], stamps=stamps, library=library
    )
    assert lint(tasks) == []
    assert len(read(tasks).parts("VTODO")) == 1


@pytest.mark.parametrize(
    "email",
    ["maya@harbour.example\r\nATTENDEE:mailto:eve@evil.example", "maya@a.example,e@b.example"],
)
def test_no_address_adds_a_guest(email: str) -> None:
    with pytest.raises(PlannerError, match="e-mail address for Maya"):
        ics.request(MEETING, replace(MAYA, emails=(email,)), ME, NOW)
    with pytest.raises(PlannerError, match="your e-mail address"):
        ics.request(MEETING, MAYA, replace(ME, email=email), NOW)
    event_of(ics.for_me(MEETING, MAYA, replace(ME, email=email), NOW))


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
@example("0\x1f0", "0\x1f0")
def test_any_text_passes_the_check_and_reads_back(name: str, text: str) -> None:
    person = replace(MAYA, name=name)
    meeting = replace(MEETING, place=name, invitation=text)
    event = event_of(ics.request(meeting, person, ME, NOW))
    shown = " ".join(re.sub("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]", "", name).split())
    if shown and shown == " ".join(name.split()):
        assert event.one("LOCATION").text == shown
    if event.all("DESCRIPTION"):
        assert set(event.one("DESCRIPTION").text) <= set(text) | {"\n"}
