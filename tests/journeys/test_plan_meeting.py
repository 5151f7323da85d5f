"""A 1-2-1 from plan to cancellation, on a real library, with the files it becomes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest

from planner.domain.changes import Kind
from planner.domain.facts import Fact, FactKind
from planner.domain.groups import Attendance, Event, Group
from planner.domain.me import Me
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.errors import NotFound, PlannerError
from planner.journeys.calendar_files import calendar_file, export_calendar
from planner.journeys.given_files import Given, given
from planner.journeys.keep_people import remove_person
from planner.journeys.plan_meeting import (
    cancel,
    draft_invitation,
    edit_details,
    mark,
    plan,
    reschedule,
)
from planner.storage.store import Store
from tests.calendar.lint import lint
from tests.calendar.raw import Component, read

NOW = datetime(2026, 11, 22, 9, 30)
TUESDAY = datetime(2026, 11, 24, 8, 30)
HOUR = timedelta(hours=1)


@pytest.fixture
def maya(store: Store) -> Person:
    with store.transaction():
        store.me.put(Me(name="Sam Doyle", email="sam@doyle.example", zone="Europe/London"))
        return store.people.add(
            Person(name="Maya Okafor", company="Harbour", emails=("maya@harbour.example",))
        )


def planned(store: Store, person: Person, **wishes: Any) -> Meeting:
    asked: dict[str, Any] = {
        "starts": TUESDAY,
        "zone": "Europe/London",
        "minutes": 45,
        "place": "The Wharf, Leeds",
        "learn": "How she began",
        "give": "",
        "ask": "",
        "invitation": None,
        "now": NOW,
    }
    _, meeting = plan(store, person.id, **(asked | wishes))
    return meeting


def event_of(data: bytes) -> Component:
    assert lint(data) == []
    (event,) = read(data).parts("VEVENT")
    return event


def test_a_plan_is_kept_with_its_place_and_a_uid(store: Store, maya: Person) -> None:
    change, meeting = plan(
        store, maya.id, TUESDAY, "Europe/London", 45, " The Wharf,  Leeds ", "", "", "", "Hi!", NOW
    )
    assert store.meetings.get(meeting.id) == meeting
    assert change.kinds == {Kind.MEETING, Kind.PLACE}
    assert change.added(Kind.MEETING) == (meeting.id,)
    assert meeting.uid.endswith("@visavis") and len(meeting.uid) == len("@visavis") + 32
    assert (meeting.state, meeting.sequence, meeting.invited) == (State.PROPOSED, 0, False)
    assert meeting.created == meeting.stamp == NOW
    assert meeting.invitation == "Hi!"
    assert meeting.place == "The Wharf, Leeds"
    assert [(place.name, place.address) for place in store.places.all()] == [("The Wharf", "Leeds")]
    store.revert(change)
    assert store.meetings.all() == [] and store.places.all() == []


def test_each_plan_has_its_own_uid_and_a_place_is_remembered_once(
    store: Store, maya: Person
) -> None:
    first = planned(store, maya)
    second = planned(store, maya, place="the wharf, leeds")
    planned(store, maya, place="The Wharf")
    planned(store, maya, place="")
    assert first.uid != second.uid
    assert len(store.places.all()) == 1
    planned(store, maya, place="Online")
    assert [place.online for place in store.places.all()] == [False, True]


def test_a_file_for_the_user_and_one_for_the_guest(store: Store, maya: Person) -> None:
    meeting = planned(store, maya)
    _, own = calendar_file(store, meeting.id, NOW + HOUR, invite=False)
    assert read(own).one("METHOD").value == "PUBLISH"
    assert "How she began" in event_of(own).one("DESCRIPTION").text
    assert not store.meetings.get(meeting.id).invited
    change, invitation = calendar_file(store, meeting.id, NOW + HOUR, invite=True)
    assert read(invitation).one("METHOD").value == "REQUEST"
    assert event_of(invitation).one("UID").value == meeting.uid
    assert "Would Tuesday 24 November at 08:30 at The Wharf suit you?" in (
        event_of(invitation).one("DESCRIPTION").text
    )
    assert store.meetings.get(meeting.id).invited
    assert change.ids(Kind.MEETING) == {meeting.id}


def test_moving_keeps_the_uid_raises_the_sequence_and_follows_in_the_invitation(
    store: Store, maya: Person
) -> None:
    meeting = planned(store, maya)
    mark(store, meeting.id, State.AGREED, NOW)
    _, moved = reschedule(
        store, meeting.id, datetime(2026, 11, 26, 14), NOW + HOUR, place="Online", minutes=30
    )
    assert store.meetings.get(meeting.id) == moved
    assert (moved.uid, moved.sequence, moved.state) == (meeting.uid, 2, State.PROPOSED)
    assert "Would Thursday 26 November at 14:00 online suit you?" in moved.invitation
    _, data = calendar_file(store, meeting.id, NOW + HOUR, invite=True)
    event = event_of(data)
    assert event.one("SEQUENCE").value == "2"
    assert event.one("DTSTART").value == "20261126T140000"
    assert event.one("LOCATION").text == "Online"


def test_moving_to_where_it_is_changes_nothing(store: Store, maya: Person) -> None:
    meeting = planned(store, maya)
    change, same = reschedule(store, meeting.id, None, NOW + HOUR)
    assert same == meeting
    assert not change


def test_cancelling_tells_both_calendars(store: Store, maya: Person) -> None:
    meeting = planned(store, maya)
    calendar_file(store, meeting.id, NOW, invite=True)
    _, called_off = cancel(store, meeting.id, NOW + HOUR)
    assert (called_off.state, called_off.sequence) == (State.CANCELLED, 1)
    _, own = calendar_file(store, meeting.id, NOW + HOUR, invite=False)
    assert read(own).one("METHOD").value == "PUBLISH"
    assert event_of(own).one("STATUS").value == "CANCELLED"
    assert not event_of(own).parts("VALARM")
    _, theirs = calendar_file(store, meeting.id, NOW + HOUR, invite=True)
    assert read(theirs).one("METHOD").value == "CANCEL"
    assert event_of(theirs).one("UID").value == meeting.uid
    assert event_of(theirs).one("SEQUENCE").value == "1"


@pytest.mark.parametrize(
    ("state", "words"),
    [(State.CANCELLED, "cancelled"), (State.HELD, "held"), (State.MISSED, "mis")],
)
def test_what_is_over_is_neither_moved_nor_cancelled(
    store: Store, maya: Person, state: State, words: str
) -> None:
    meeting = planned(store, maya)
    _, over = mark(store, meeting.id, state, NOW)
    with pytest.raises(PlannerError, match=f"with Maya was {words}.*Plan a new one"):
        reschedule(store, meeting.id, TUESDAY + HOUR, NOW)
    with pytest.raises(PlannerError, match=f"with Maya was {words}.*Plan a new one"):
        cancel(store, meeting.id, NOW)
    assert store.meetings.get(meeting.id) == over


def test_a_cancelled_one_is_not_taken_up_again_and_others_can_be_corrected(
    store: Store, maya: Person
) -> None:
    meeting = planned(store, maya)
    mark(store, meeting.id, State.HELD, NOW)
    _, corrected = mark(store, meeting.id, State.MISSED, NOW)
    assert corrected.state is State.MISSED
    other = planned(store, maya)
    cancel(store, other.id, NOW)
    with pytest.raises(PlannerError, match="cannot be taken up again"):
        mark(store, other.id, State.AGREED, NOW)


def test_words_can_be_edited_at_any_time(store: Store, maya: Person) -> None:
    meeting = planned(store, maya)
    _, edited = edit_details(store, meeting.id, NOW + HOUR, learn=" Her story ", invitation="Hello")
    assert (edited.learn, edited.invitation, edited.sequence) == ("Her story", "Hello", 0)
    _, elsewhere = edit_details(store, meeting.id, NOW + HOUR, place="Station Café")
    assert (elsewhere.sequence, elsewhere.learn, elsewhere.invitation) == (1, "Her story", "Hello")
    assert {place.name for place in store.places.all()} == {"The Wharf", "Station Café"}


@pytest.mark.parametrize(
    ("wishes", "words"),
    [
        ({"zone": "Europe/Leeds"}, "no time zone “Europe/Leeds”"),
        ({"zone": ""}, "no time zone “”"),
        ({"zone": "../../../etc/passwd"}, "no time zone"),
        ({"minutes": 4}, "between 5 minutes and 8 hours, not 4"),
        ({"minutes": 481}, "not 481 minutes"),
        ({"minutes": -45}, "not -45 minutes"),
        ({"starts": datetime(2027, 3, 28, 1, 30)}, "no 01:30 on Sunday 28 March 2027 in London"),
        ({"starts": datetime.min}, "The year 1 is out of reach"),
        ({"starts": datetime.max}, "The year 9999 is out of reach"),
        ({"starts": datetime(2026, 12, 1, tzinfo=UTC)}, "as clocks there show it"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_is_kept(
    store: Store, maya: Person, wishes: dict[str, Any], words: str
) -> None:
    with pytest.raises(PlannerError, match=words):
        planned(store, maya, **wishes)
    assert store.meetings.all() == []
    assert store.places.all() == []


def test_a_plan_with_nobody_is_refused(store: Store) -> None:
    with pytest.raises(NotFound):
        planned(store, Person(id=99))
    with pytest.raises(NotFound):
        calendar_file(store, 99, NOW, invite=False)


def test_moving_into_a_skipped_hour_is_refused_and_nothing_moves(
    store: Store, maya: Person
) -> None:
    meeting = planned(store, maya)
    with pytest.raises(PlannerError, match="clocks go forward"):
        reschedule(store, meeting.id, datetime(2027, 3, 28, 1, 30), NOW)
    assert store.meetings.get(meeting.id) == meeting


def test_an_hour_that_comes_twice_is_the_first_of_the_two(store: Store, maya: Person) -> None:
    twice = datetime(2027, 10, 31, 1, 30, 40, fold=1)
    meeting = planned(store, maya, starts=twice)
    assert meeting.starts == datetime(2027, 10, 31, 1, 30)
    assert store.meetings.get(meeting.id).starts_utc == datetime(2027, 10, 31, 0, 30)
    _, data = calendar_file(store, meeting.id, NOW, invite=True)
    assert event_of(data).one("DTSTART").value == "20271031T003000Z"


def test_a_clock_set_back_never_makes_a_later_file_older(store: Store, maya: Person) -> None:
    meeting = planned(store, maya)
    stamps = []
    clocks = (NOW + HOUR, NOW - timedelta(days=1), NOW, NOW + 2 * HOUR)
    for clock in clocks:
        _, data = calendar_file(store, meeting.id, clock, invite=False)
        stamps.append(event_of(data).one("DTSTAMP").value)
    assert stamps == ["20261122T103000Z"] * 3 + ["20261122T113000Z"]
    _, called_off = cancel(store, meeting.id, NOW - timedelta(days=9))
    assert called_off.stamp == NOW + 2 * HOUR


def test_an_invitation_without_an_address_is_refused_and_not_noted_as_sent(
    store: Store, maya: Person
) -> None:
    meeting = planned(store, maya)
    with store.transaction():
        store.me.put(Me(name="Sam"))
    with pytest.raises(PlannerError, match="Add your e-mail address in About me"):
        calendar_file(store, meeting.id, NOW, invite=True)
    assert store.meetings.get(meeting.id) == meeting
    _, own = calendar_file(store, meeting.id, NOW, invite=False)
    event_of(own)
    _, sent = calendar_file(store, meeting.id, NOW, invite=True, organizer="desk@doyle.example")
    assert event_of(sent).one("ORGANIZER").value == "mailto:desk@doyle.example"
    assert store.me.get().email == ""


def test_all_in_one_calendar(store: Store, maya: Person) -> None:
    with pytest.raises(PlannerError, match="no 1-2-1 to export"):
        export_calendar(store, NOW)
    planned(store, maya)
    planned(store, maya, starts=TUESDAY + HOUR, zone="Asia/Kolkata")
    cancel(store, planned(store, maya, zone="Africa/Cairo").id, NOW)
    with store.transaction():
        store.meetings.add(Meeting(person=maya.id, starts=TUESDAY - 200 * HOUR, state=State.HELD))
    data = export_calendar(store, NOW)
    assert lint(data) == []
    assert len(read(data).parts("VEVENT")) == 4
    assert export_calendar(store, NOW + HOUR) == data  # what came without a UID has got one
    assert {event.one("UID").value for event in read(data).parts("VEVENT")} == {
        meeting.uid for meeting in store.meetings.all()
    }
    assert len(icalendar.Calendar.from_ical(data).walk("VEVENT")) == 4


def test_the_draft_knows_the_last_meeting_and_where_they_met(store: Store, maya: Person) -> None:
    with store.transaction():
        group = store.groups.add(Group(name="Leeds Chamber"))
        event = store.events.add(Event(group=group.id, day=date(2026, 11, 3)))
        store.attendance.add(Attendance(event=event.id, person=maya.id))
        store.facts.add(Fact(person=maya.id, kind=FactKind.PRIVATE, text="Is leaving Harbour"))
    meeting = Meeting(person=maya.id, starts=TUESDAY, zone="Europe/London")
    text = draft_invitation(store, meeting, NOW.date())
    assert "good to meet you at Leeds Chamber" in text
    assert "Harbour" not in text
    a_year_on = draft_invitation(store, meeting, NOW.date() + timedelta(days=365))
    assert "Leeds Chamber" not in a_year_on
    held = planned(store, maya, starts=datetime(2026, 11, 10, 9))
    mark(store, held.id, State.HELD, NOW)
    assert "sit down with you the other day" in draft_invitation(store, meeting, NOW.date())


def test_two_at_the_same_time_are_allowed(store: Store, maya: Person) -> None:
    planned(store, maya)
    planned(store, maya)
    assert len(store.meetings.planned()) == 2


def test_a_file_that_could_not_be_written_was_not_given_out(store: Store, maya: Person) -> None:
    meeting = planned(store, maya)

    def refuse(data: bytes) -> None:
        raise PlannerError("The disk is full.")

    for invite in (False, True):
        with pytest.raises(PlannerError, match="disk is full"):
            calendar_file(store, meeting.id, NOW + HOUR, invite, write=refuse)
    assert store.meetings.get(meeting.id) == meeting
    assert given(store, meeting, NOW) == Given()
    kept: list[bytes] = []
    _, data = calendar_file(store, meeting.id, NOW, True, write=kept.append)
    assert kept == [data]
    assert given(store, store.meetings.get(meeting.id), NOW) == Given(theirs=True)


@pytest.mark.parametrize(("invite", "says"), [(True, "Maya has the invitation"), (False, "file")])
def test_what_stands_in_a_calendar_cannot_be_unplanned(
    store: Store, maya: Person, invite: bool, says: str
) -> None:
    change, meeting = plan(store, maya.id, TUESDAY, "Europe/London", 45, "", "", "", "", None, NOW)
    calendar_file(store, meeting.id, NOW, invite)
    with pytest.raises(PlannerError, match=f"{says}.* already. Call it off instead"):
        store.revert(change)
    called_off, _ = cancel(store, meeting.id, NOW)
    assert store.meetings.get(meeting.id).state is State.CANCELLED
    with pytest.raises(PlannerError, match="already\\. It stays"):
        store.revert(change)
    store.revert(called_off)
    assert store.meetings.get(meeting.id).planned


def test_one_that_nobody_was_told_of_is_unplanned(store: Store, maya: Person) -> None:
    change, _ = plan(store, maya.id, TUESDAY, "Europe/London", 45, "", "", "", "", None, NOW)
    store.revert(change)
    assert store.meetings.all() == []


def test_a_person_with_a_1_2_1_in_calendars_is_removed_brought_back_and_removed(
    store: Store, maya: Person
) -> None:
    meeting = planned(store, maya)
    calendar_file(store, meeting.id, NOW, True)
    before = given(store, store.meetings.get(meeting.id), NOW)
    removed = remove_person(store, maya.id)
    store.revert(removed)
    assert given(store, store.meetings.get(meeting.id), NOW) == before
    store.reapply(removed)
    assert store.meetings.all() == []


def test_we_met_at_is_not_said_of_an_online_network(store: Store, maya: Person) -> None:
    with store.transaction():
        group = store.groups.add(Group(name="LinkedIn"))
        event = store.events.add(Event(group=group.id, day=NOW.date()))
        store.attendance.add(Attendance(event=event.id, person=maya.id))
    assert "LinkedIn" not in planned(store, maya).invitation
