"""Calendar files on a real library: what a guest's calendar makes of them, and answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.facts import Fact, FactKind
from planner.domain.me import Me
from planner.domain.meetings import CalledOff, Meeting, State
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.errors import PlannerError
from planner.journeys.answer_invitation import counters
from planner.journeys.calendar_files import calendar_file, choose_tasks, export_calendar
from planner.journeys.merge_people import merge
from planner.journeys.plan_meeting import cancel, edit_details, mark, plan, reschedule
from planner.storage.store import Store
from tests.calendar.guest_calendar import GuestCalendar
from tests.calendar.lint import lint
from tests.calendar.raw import Component, read

NOW = datetime(2026, 11, 22, 9, 30)
TUESDAY = datetime(2026, 11, 24, 8, 30)
HOUR = timedelta(hours=1)
SECRETS = ("HOW-SHE-BEGAN", "TOM-REYES", "WHO-DOES-WILLS", "LEAVES-HARBOUR", "TRUST-HER-LITTLE")


@pytest.fixture
def maya(store: Store) -> Person:
    """Somebody of whom things are known that she is not to read."""
    with store.transaction():
        store.me.put(Me(name="Sam Doyle", email="sam@doyle.example", zone="Europe/London"))
        person = store.people.add(
            Person(name="Maya Okafor", emails=("maya@harbour.example", "m@home.example"))
        )
        store.facts.add(Fact(person=person.id, kind=FactKind.PRIVATE, text=SECRETS[4]))
        store.facts.add(Fact(person=person.id, kind=FactKind.CHALLENGE, text=SECRETS[3]))
    return person


def planned(store: Store, person: Person, **wishes: Any) -> Meeting:
    words: dict[str, Any] = {"learn": SECRETS[0], "give": SECRETS[1], "ask": SECRETS[2]}
    asked = {
        "starts": TUESDAY, "zone": "Europe/London", "minutes": 45, "place": "The Wharf",
        "invitation": None, "now": NOW, **words,
    }  # fmt: skip
    _, meeting = plan(store, person.id, **(asked | wishes))
    return meeting


def their_meeting(store: Store, person: Person) -> Meeting:
    """A 1-2-1 she invited to."""
    with store.transaction():
        return store.meetings.add(
            Meeting(
                person=person.id, starts=TUESDAY, zone="Europe/London", place="Harbour House",
                uid="her-own@harbour.example", sequence=3, stamp=NOW, created=NOW,
                organizer="maya@harbour.example",
            )
        )  # fmt: skip


def for_her(store: Store, meeting: Meeting, now: datetime = NOW) -> bytes:
    _, data = calendar_file(store, meeting.id, now, True)
    assert lint(data) == []
    return data


def event_of(data: bytes) -> Component:
    assert lint(data) == []
    (event,) = read(data).parts("VEVENT")
    return event


def test_request_update_update_cancel_leaves_her_calendar_right(store: Store, maya: Person) -> None:
    hers, meeting = GuestCalendar("maya@harbour.example"), planned(store, maya)
    sent = [for_her(store, meeting)]
    assert hers.take(sent[-1])
    reschedule(store, meeting.id, TUESDAY + HOUR, NOW + HOUR)
    sent.append(for_her(store, meeting, NOW + HOUR))
    assert hers.take(sent[-1])
    reschedule(store, meeting.id, None, NOW + 2 * HOUR, place="Online", minutes=30)
    sent.append(for_her(store, meeting, NOW + 2 * HOUR))
    assert hers.take(sent[-1])
    (entry,) = hers.entries.values()
    assert (entry.starts, entry.ends) == (TUESDAY + HOUR, TUESDAY + 1.5 * HOUR)
    assert entry.place == "Online"
    assert not hers.take(sent[1])  # opened late, it changes nothing
    cancel(store, meeting.id, NOW + 3 * HOUR)
    sent.append(for_her(store, meeting, NOW + 3 * HOUR))
    assert hers.take(sent[-1]) and hers.entries == {}
    assert not any(hers.take(data) for data in sent[:-1]) and hers.entries == {}
    text = b"".join(sent).replace(b"\r\n ", b"").decode()
    assert not [secret for secret in SECRETS if secret in text]


STEPS = st.lists(
    st.sampled_from(("move", "place", "words", "agree", "propose", "clock back", "undo")),
    max_size=9,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_whatever_is_done_the_last_file_is_what_stands_in_her_calendar(
    store: Store, maya: Person, steps: list[str]
) -> None:
    hers, meeting, now = GuestCalendar("maya@harbour.example"), planned(store, maya), NOW
    assert hers.take(for_her(store, meeting))
    for number, step in enumerate(steps, 1):
        now += HOUR
        change = None
        if step == "move":
            change, _ = reschedule(store, meeting.id, TUESDAY + number * HOUR, now)
        elif step == "place":
            change, _ = reschedule(store, meeting.id, None, now, place=f"Place {number}")
        elif step == "words":
            change, _ = edit_details(store, meeting.id, now, invitation=f"Hello {number}")
        elif step in ("agree", "propose"):
            state = State.AGREED if step == "agree" else State.PROPOSED
            change, _ = mark(store, meeting.id, state, now)
        elif step == "clock back":
            now -= timedelta(days=30)
        else:
            change, _ = reschedule(store, meeting.id, TUESDAY + number * HOUR, now)
            assert hers.take(for_her(store, meeting, now))
            store.revert(change)
        assert hers.take(for_her(store, meeting, now))
        (entry,), kept = hers.entries.values(), store.meetings.get(meeting.id)
        assert (entry.starts, entry.ends) == (kept.starts_utc, kept.ends_utc)
        assert (entry.place, entry.text) == (kept.place, kept.invitation.strip())
    cancel(store, meeting.id, now)
    assert hers.take(for_her(store, meeting, now)) and hers.entries == {}


def test_updates_go_to_the_address_that_was_invited(store: Store, maya: Person) -> None:
    hers, meeting = GuestCalendar("maya@harbour.example"), planned(store, maya)
    assert hers.take(for_her(store, meeting))
    with store.transaction():
        other_way_round = ("m@home.example", "maya@harbour.example")
        store.people.update(replace(maya, emails=other_way_round))
    cancel(store, meeting.id, NOW)
    assert hers.take(for_her(store, meeting)) and hers.entries == {}


def test_the_organizer_stays_who_invited_when_about_me_has_another_address(
    store: Store, maya: Person
) -> None:
    hers, meeting = GuestCalendar("maya@harbour.example"), planned(store, maya)
    assert hers.take(for_her(store, meeting))
    other = planned(store, maya, starts=TUESDAY + 24 * HOUR)
    with store.transaction():
        store.me.put(replace(store.me.get(), email="sam@new.example"))
    change, _ = reschedule(store, meeting.id, TUESDAY + HOUR, NOW)
    for _ in range(2):
        assert hers.take(for_her(store, meeting))
    store.revert(change)
    assert hers.take(for_her(store, meeting))
    cancel(store, meeting.id, NOW)
    assert hers.take(for_her(store, meeting)) and hers.entries == {}
    assert event_of(for_her(store, other)).one("ORGANIZER").value == "mailto:sam@new.example"


def test_an_address_that_only_stood_in_for_a_missing_one_is_not_kept(
    store: Store, maya: Person
) -> None:
    meeting = planned(store, maya)
    with store.transaction():
        store.me.put(Me(name="Sam Doyle"))
    _, data = calendar_file(store, meeting.id, NOW, True, organizer="nobody@visavis.invalid")
    assert event_of(data).one("ORGANIZER").value == "mailto:nobody@visavis.invalid"
    with store.transaction():
        store.me.put(Me(name="Sam Doyle", email="sam@doyle.example"))
    assert event_of(for_her(store, meeting)).one("ORGANIZER").value == "mailto:sam@doyle.example"


def test_an_address_that_is_no_longer_hers_gets_nothing(store: Store, maya: Person) -> None:
    meeting = planned(store, maya)
    for_her(store, meeting)
    with store.transaction():
        store.people.update(replace(maya, emails=("m@home.example",)))
    for _ in range(2):
        assert event_of(for_her(store, meeting)).one("ATTENDEE").value == "mailto:m@home.example"


def test_updates_find_her_when_two_have_become_one(store: Store, maya: Person) -> None:
    hers, meeting = GuestCalendar("maya@harbour.example"), planned(store, maya)
    assert hers.take(for_her(store, meeting))
    with store.transaction():
        twin = store.people.add(Person(name="Maya O.", emails=("office@harbour.example",)))
    merge(store, twin.id, maya.id)
    cancel(store, meeting.id, NOW)
    assert hers.take(for_her(store, meeting)) and hers.entries == {}


@pytest.mark.parametrize(
    ("state", "answer"),
    [
        (State.AGREED, "ACCEPTED"),
        (State.PROPOSED, "TENTATIVE"),
        (State.CANCELLED, "DECLINED"),
    ],
)
def test_their_invitation_is_answered(
    store: Store, maya: Person, state: State, answer: str
) -> None:
    meeting = their_meeting(store, maya)
    if state is not State.PROPOSED:
        mark(store, meeting.id, state, NOW + HOUR)
    data = for_her(store, meeting, NOW + HOUR)
    event = event_of(data)
    assert read(data).one("METHOD").value == "REPLY"
    assert event.one("UID").value == meeting.uid
    assert event.one("SEQUENCE").value == "3"  # theirs, whatever the user made of it
    assert event.one("ORGANIZER").value == "mailto:maya@harbour.example"
    assert event.one("ATTENDEE").value == "mailto:sam@doyle.example"
    assert event.one("ATTENDEE").params == {"CN": "Sam Doyle", "PARTSTAT": answer}
    assert event.one("DTSTAMP").value == "20261122T103000Z"
    assert not store.meetings.get(meeting.id).invited


def test_another_time_for_theirs_is_asked_for_and_given_up(store: Store, maya: Person) -> None:
    meeting = their_meeting(store, maya)
    _, moved = reschedule(store, meeting.id, TUESDAY + HOUR, NOW, place="The Wharf")
    assert moved.sequence == 3 and counters(store, moved)
    data = for_her(store, meeting)
    assert read(data).one("METHOD").value == "COUNTER"
    event = event_of(data)
    assert event.one("DTSTART").value == "20261124T093000"
    assert (event.one("SEQUENCE").value, event.one("LOCATION").value) == ("3", "The Wharf")
    reschedule(store, meeting.id, TUESDAY, NOW, place="Harbour House")
    assert read(for_her(store, meeting)).one("METHOD").value == "REPLY"
    reschedule(store, meeting.id, TUESDAY + 2 * HOUR, NOW)
    cancel(store, meeting.id, NOW, CalledOff.ME)
    declined = for_her(store, meeting)
    assert read(declined).one("METHOD").value == "REPLY"
    assert event_of(declined).one("DTSTART").value == "20261124T083000"  # as they asked


def test_undoing_the_wish_is_no_counter_proposal_any_more(store: Store, maya: Person) -> None:
    meeting = their_meeting(store, maya)
    change, _ = reschedule(store, meeting.id, TUESDAY + HOUR, NOW)
    store.revert(change)
    assert not counters(store, store.meetings.get(meeting.id))
    assert read(for_her(store, meeting)).one("METHOD").value == "REPLY"


def test_their_update_ends_what_was_asked_for_before_it(store: Store, maya: Person) -> None:
    meeting = their_meeting(store, maya)
    reschedule(store, meeting.id, TUESDAY + HOUR, NOW)
    with store.transaction():  # as their new invitation is taken
        store.meetings.update(replace(store.meetings.get(meeting.id), sequence=4))
    assert read(for_her(store, meeting)).one("METHOD").value == "REPLY"


def test_what_they_called_off_needs_no_answer(store: Store, maya: Person) -> None:
    meeting = their_meeting(store, maya)
    cancel(store, meeting.id, NOW, CalledOff.THEM)
    with pytest.raises(PlannerError, match="called this 1-2-1 off"):
        calendar_file(store, meeting.id, NOW, True)
    _, own = calendar_file(store, meeting.id, NOW, False)
    assert event_of(own).one("STATUS").value == "CANCELLED"


def test_the_own_copy_of_theirs_names_them_as_organizer(store: Store, maya: Person) -> None:
    meeting = their_meeting(store, maya)
    _, data = calendar_file(store, meeting.id, NOW, False)
    event = event_of(data)
    assert event.one("ORGANIZER").value == "mailto:maya@harbour.example"
    assert (event.one("UID").value, event.one("SEQUENCE").value) == (meeting.uid, "3")
    with store.transaction():
        store.me.put(Me(name="Sam"))
    with pytest.raises(PlannerError, match="your e-mail address in About me"):
        calendar_file(store, meeting.id, NOW, True)


def test_the_cheat_sheet_is_in_the_own_entry_alone_and_only_if_wished(
    store: Store, maya: Person
) -> None:
    meeting = planned(store, maya)
    _, data = calendar_file(store, meeting.id, NOW, False)
    assert SECRETS[3] not in event_of(data).one("DESCRIPTION").text
    with store.transaction():
        store.me.put(replace(store.me.get(), sheet_in_calendar=True))
    _, data = calendar_file(store, meeting.id, NOW, False)
    event = event_of(data)
    told = event.one("DESCRIPTION").text
    assert told.startswith(f"Learn: {SECRETS[0]}\nGive: {SECRETS[1]}\n")
    assert f"Goals and challenges\n- {SECRETS[3]}" in told
    assert SECRETS[4] not in told  # what was noted in confidence is on no sheet
    assert event.one("CLASS").value == "PRIVATE"
    everything = for_her(store, meeting) + export_calendar(store, NOW)
    text = everything.replace(b"\r\n ", b"").decode()
    assert not [secret for secret in SECRETS if secret in text]


def test_promises_are_tasks_if_wished(store: Store, maya: Person) -> None:
    day = date(2026, 11, 20)
    with store.transaction():
        store.promises.add_many(
            [
                Promise(person=maya.id, text="Send Tom's number", due=day, made_on=day),
                Promise(person=maya.id, text="Read her book; all", made_on=day),
                Promise(
                    person=maya.id, text="Call", made_on=day, due=date(2026, 12, 1), done_on=day
                ),
                Promise(person=maya.id, mine=False, text="Send the list", made_on=day),
            ]
        )
    with pytest.raises(PlannerError, match="no 1-2-1 to export"):
        export_calendar(store, NOW)
    data = export_calendar(store, NOW, tasks=True)
    assert lint(data) == []
    tasks = {task.one("SUMMARY").text: task for task in read(data).parts("VTODO")}
    assert set(tasks) == {
        "Send Tom's number (Maya Okafor)",
        "Read her book; all (Maya Okafor)",
        "Call (Maya Okafor)",
    }
    due = tasks["Send Tom's number (Maya Okafor)"].one("DUE")
    assert (due.value, due.params) == ("20261120", {"VALUE": "DATE"})
    assert not tasks["Read her book; all (Maya Okafor)"].all("DUE")
    assert tasks["Call (Maya Okafor)"].one("STATUS").value == "COMPLETED"
    assert not tasks["Call (Maya Okafor)"].all("ORGANIZER")
    choose_tasks(store, True)
    assert export_calendar(store, NOW + HOUR) == data  # each keeps its UID and stamp
    choose_tasks(store, False)
    planned(store, maya)
    assert not read(export_calendar(store, NOW)).parts("VTODO")


def test_a_task_is_newer_with_each_change_of_its_promise(store: Store, maya: Person) -> None:
    today = NOW.date()
    with store.transaction():
        promise = store.promises.add(Promise(person=maya.id, text="Call", made_on=today))
        store.promises.add(Promise(person=maya.id, text="Send the list", made_on=today))

    def task(changed: Promise, now: datetime) -> list[str]:
        with store.transaction():
            store.promises.update(changed)
        data = export_calendar(store, now, tasks=True)
        assert lint(data) == []
        called, listed = read(data).parts("VTODO")
        assert listed.one("DTSTAMP").value == "20261122T093000Z"
        assert called.one("LAST-MODIFIED").value == called.one("DTSTAMP").value
        done = [prop.value for prop in called.all("COMPLETED")]
        told = (called.one(name).value for name in ("UID", "SEQUENCE", "DTSTAMP", "STATUS"))
        return [*told, *done]

    uid, *first = task(promise, NOW)
    assert first == ["0", "20261122T093000Z", "NEEDS-ACTION"]
    kept = replace(promise, done_on=today)
    ticked = [uid, "1", "20261122T103000Z", "COMPLETED", "20261122T103000Z"]
    assert task(kept, NOW + HOUR) == ticked
    assert task(kept, NOW + 30 * HOUR) == ticked
    # Open again; the computer's clock was set back meanwhile.
    assert task(promise, NOW - HOUR) == [uid, "2", "20261122T103000Z", "NEEDS-ACTION"]
    by_then = ["3", "20261124T093000Z", "COMPLETED", "20261122T120000Z"]
    assert task(kept, NOW + 48 * HOUR) == [uid, *by_then]


@pytest.mark.parametrize("by_hand", ["", "[]", "{", '{"1": 3}', '{"x": ["", 0, "1"]}'])
def test_stamps_written_by_hand_are_made_anew(store: Store, maya: Person, by_hand: str) -> None:
    with store.transaction():
        store.promises.add(Promise(person=maya.id, text="Call"))
        store.settings.put("stamps of tasks in calendar files", by_hand)
    data = export_calendar(store, NOW, tasks=True)
    assert lint(data) == [] and export_calendar(store, NOW + HOUR, tasks=True) == data
