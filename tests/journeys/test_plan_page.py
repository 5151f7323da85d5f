"""What the planning page reads and keeps, on a real library."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from urllib.parse import unquote

import pytest

from planner.domain.me import Me
from planner.domain.meetings import Meeting, Place, State
from planner.domain.people import Person
from planner.domain.trips import Trip
from planner.domain.wishes import PartOfDay, Wish
from planner.errors import NotFound, PlannerError
from planner.journeys.calendar_files import calendar_file
from planner.journeys.given_files import Given, given
from planner.journeys.meetings_page import all_meetings, meeting_with
from planner.journeys.plan_draft import MOST, draft_of, keep_draft
from planner.journeys.plan_meeting import cancel, mark, plan, reschedule
from planner.journeys.plan_page import (
    change_to_wish,
    drafted,
    followed,
    plan_page,
    plan_wish,
    say_neutral,
)
from planner.journeys.write_to_guest import (
    LONGEST_LINK,
    Missing,
    letter,
    missing_for_invitation,
    missing_for_mail,
)
from planner.storage.store import Store

NOW = datetime(2026, 11, 22, 9, 30)
TUESDAY = datetime(2026, 11, 24, 8, 30)
LONDON = "Europe/London"
SAM = Me(name="Sam Doyle", email="sam@doyle.example", zone=LONDON, per_week=2)
WISH = Wish(starts=TUESDAY, place="The Wharf, Leeds", learn="How she began", message="Hello")


@pytest.fixture
def maya(store: Store) -> Person:
    with store.transaction():
        store.me.put(SAM)
        return store.people.add(Person(name="Maya Okafor", emails=("maya@harbour.example",)))


def planned(store: Store, person: Person, starts: datetime = TUESDAY) -> Meeting:
    return plan(store, person.id, starts, LONDON, 45, "The Wharf", "", "", "", "Hi", NOW)[1]


def test_the_page_knows_what_else_is_to_come_with_them(store: Store, maya: Person) -> None:
    first = planned(store, maya)
    planned(store, maya, datetime(2026, 11, 2, 9))
    page = plan_page(store, maya.id, 0, NOW)
    assert (page.person, page.meeting, page.others) == (maya, None, (first,))
    assert [place.name for place in page.places] == ["The Wharf"]
    assert plan_page(store, 0, first.id, NOW).others == ()
    with pytest.raises(NotFound):
        plan_page(store, 0, 99, NOW)


def test_a_wish_is_planned_with_its_place_in_one_change(store: Store, maya: Person) -> None:
    change, meeting = plan_wish(store, maya.id, replace(WISH, neutral=False), LONDON, NOW)
    assert (meeting.starts, meeting.learn, meeting.invitation) == (
        TUESDAY,
        "How she began",
        "Hello",
    )
    assert [place.neutral for place in store.places.all()] == [False]
    store.revert(change)
    assert store.meetings.all() == [] and store.places.all() == []


def test_what_cannot_be_planned_leaves_nothing(store: Store, maya: Person) -> None:
    gap = replace(WISH, starts=datetime(2027, 3, 28, 1, 30))
    with pytest.raises(PlannerError, match="clocks go forward"):
        plan_wish(store, maya.id, gap, LONDON, NOW)
    assert store.meetings.all() == [] and store.places.all() == []


def test_words_alone_raise_no_sequence_and_a_move_does(store: Store, maya: Person) -> None:
    _, meeting = plan_wish(store, maya.id, WISH, LONDON, NOW)
    change, same = change_to_wish(store, meeting.id, WISH, LONDON, NOW)
    assert same == meeting and not change
    words = replace(WISH, give="A name", message="Hello again")
    _, edited = change_to_wish(store, meeting.id, words, LONDON, NOW)
    assert (edited.give, edited.invitation, edited.sequence) == ("A name", "Hello again", 0)
    later = replace(words, starts=TUESDAY + timedelta(days=2), place="Café Nero", neutral=False)
    change, moved = change_to_wish(store, meeting.id, later, LONDON, NOW)
    assert (moved.uid, moved.sequence) == (meeting.uid, 1)
    assert moved.place == "Café Nero"
    assert not next(place for place in store.places.all() if place.name == "Café Nero").neutral
    store.revert(change)
    assert store.meetings.get(meeting.id).starts == TUESDAY


def test_a_time_kept_in_another_zone_stays_there_unless_it_is_moved(
    store: Store, maya: Person
) -> None:
    told = (45, "The Wharf", "", "", "", "Hi", NOW)
    meeting = plan(store, maya.id, TUESDAY, "Europe/Berlin", *told)[1]
    here = Wish(starts=TUESDAY - timedelta(hours=1), place="The Wharf", ask="Why")
    _, kept = change_to_wish(store, meeting.id, here, LONDON, NOW)
    assert (kept.starts, kept.zone, kept.sequence) == (TUESDAY, "Europe/Berlin", 0)
    _, moved = change_to_wish(store, meeting.id, replace(here, starts=TUESDAY), LONDON, NOW)
    assert (moved.starts, moved.zone, moved.sequence) == (TUESDAY, LONDON, 1)


def test_own_words_follow_the_time_and_the_draft_names_it(store: Store, maya: Person) -> None:
    assert "in the next week or two" in drafted(store, maya.id, Wish(), LONDON, NOW)
    assert "Tuesday 24 November at 08:30" in drafted(store, maya.id, WISH, LONDON, NOW)
    before = replace(WISH, message="Tuesday 24 November at 08:30 at The Wharf, then?")
    after = replace(before, starts=TUESDAY + timedelta(days=1), place="Online")
    told = (store, maya, before, after, LONDON, NOW)
    assert followed(*told) == "Wednesday 25 November at 08:30 online, then?"


def test_own_words_around_the_drafted_question_get_their_first_time(
    store: Store, maya: Person
) -> None:
    text = f"Dear Maya!\n\n{drafted(store, maya.id, Wish(), LONDON, NOW)}"
    after = replace(WISH, message=text)
    said = followed(store, maya, Wish(), after, LONDON, NOW)
    assert "in the next week or two" not in said
    assert "Would Tuesday 24 November at 08:30 at The Wharf suit you?" in said
    assert said.startswith("Dear Maya!")
    own = replace(WISH, message="When would suit you?")
    assert followed(store, maya, Wish(), own, LONDON, NOW) == "When would suit you?"


def test_neutral_ground_is_said_of_a_place(store: Store, maya: Person) -> None:
    planned(store, maya)
    say_neutral(store, "the wharf", False)
    assert not store.places.all()[0].neutral
    assert not say_neutral(store, "Nowhere", True)


def test_a_draft_waits_in_the_library_until_it_is_forgotten(store: Store, maya: Person) -> None:
    wish = replace(WISH, part=PartOfDay.MORNINGS, edited=True)
    assert draft_of(store, maya.id) is None
    keep_draft(store, maya.id, 0, wish)
    assert draft_of(store, maya.id) == wish
    assert draft_of(store, maya.id, 7) is None
    keep_draft(store, maya.id, 0, None)
    assert draft_of(store, maya.id) is None
    assert not keep_draft(store, maya.id, 0, None)


def test_drafts_about_people_who_are_gone_go_too_and_old_ones_give_way(
    store: Store, maya: Person
) -> None:
    keep_draft(store, maya.id, 0, WISH)
    with store.transaction():
        store.people.remove(maya.id)
        people = store.people.add_many(Person(name=f"P {n}") for n in range(MOST + 3))
    for person in people:
        keep_draft(store, person.id, 0, WISH)
    assert draft_of(store, maya.id) is None
    assert draft_of(store, people[0].id) is None
    assert draft_of(store, people[-1].id) == WISH


@pytest.mark.parametrize("broken", ["", "[]", "{", '{"starts": 3}', "5"])
def test_a_broken_setting_is_no_draft(store: Store, maya: Person, broken: str) -> None:
    with store.transaction():
        store.settings.put(f"plan of person {maya.id}", broken)
        store.settings.put("files of meeting 1", broken)
    assert draft_of(store, maya.id) is None
    assert given(store, planned(store, maya), NOW) == Given()


def test_a_changed_meeting_is_old_in_the_calendars_it_was_given_to(
    store: Store, maya: Person
) -> None:
    meeting = planned(store, maya)
    assert given(store, meeting, NOW) == Given()
    calendar_file(store, meeting.id, NOW, invite=False)
    assert given(store, store.meetings.get(meeting.id), NOW) == Given(mine=True)
    calendar_file(store, meeting.id, NOW, invite=True)
    change, moved = reschedule(store, meeting.id, TUESDAY + timedelta(days=1), NOW)
    assert given(store, moved, NOW) == Given(mine=True, theirs=True, mine_old=True, theirs_old=True)
    calendar_file(store, meeting.id, NOW, invite=True)
    assert given(store, store.meetings.get(meeting.id), NOW) == Given(
        mine=True, theirs=True, mine_old=True
    )
    store.revert(change)
    assert given(store, store.meetings.get(meeting.id), NOW) == Given(
        mine=True, theirs=True, theirs_old=True
    )


def test_agreeing_changes_nothing_in_a_calendar_and_calling_off_does(
    store: Store, maya: Person
) -> None:
    meeting = planned(store, maya)
    calendar_file(store, meeting.id, NOW, invite=True)
    mark(store, meeting.id, State.AGREED, NOW)
    assert not given(store, store.meetings.get(meeting.id), NOW).theirs_old
    cancel(store, meeting.id, NOW)
    assert given(store, store.meetings.get(meeting.id), NOW).theirs_old
    calendar_file(store, meeting.id, NOW, invite=True)
    assert not given(store, store.meetings.get(meeting.id), NOW).theirs_old


def test_a_letter_goes_to_the_one_guest_whatever_is_written(maya: Person) -> None:
    mean = "Hi\n\nBcc: eve@evil.example\r\n?cc=eve@evil.example&to=eve@evil.example äöü%"
    mail = letter(maya, "When?\r\nBcc: eve@evil.example", mean)
    assert mail is not None and mail.whole
    assert mail.link.startswith("mailto:maya@harbour.example?subject=")
    assert mail.link.count("&") == 1 and mail.link.count("?") == 1
    assert mail.link.isascii() and " " not in mail.link
    subject, body = mail.link.partition("?subject=")[2].split("&body=")
    assert unquote(subject) == "When? Bcc: eve@evil.example"
    assert unquote(body).replace("\r\n", "\n") == mean.replace("\r\n", "\n")


def test_a_letter_too_long_for_a_link_goes_without_its_words(maya: Person) -> None:
    mail = letter(maya, "When?", "ä" * LONGEST_LINK)
    assert mail is not None and not mail.whole
    assert "body" not in mail.link


def test_who_lacks_an_address(maya: Person) -> None:
    nobody = Person(name="Jo", emails=("no address", "eve@x.example,maya@x.example"))
    assert missing_for_invitation(SAM, maya) is Missing.NOTHING
    assert missing_for_invitation(Me(), maya) is Missing.MINE
    assert missing_for_invitation(SAM, nobody) is Missing.THEIRS
    assert missing_for_mail(nobody) is Missing.THEIRS
    assert letter(nobody, "When?", "Hi") is None


def test_all_meetings_by_what_comes_of_them(store: Store, maya: Person) -> None:
    later, sooner = planned(store, maya, datetime(2026, 12, 1, 9)), planned(store, maya)
    older = planned(store, maya, datetime(2026, 11, 2, 9))
    over = planned(store, maya, datetime(2026, 11, 3, 9))
    running = planned(store, maya, NOW - timedelta(minutes=10))
    off = planned(store, maya, datetime(2026, 12, 24, 9))
    cancel(store, off.id, NOW)
    found = all_meetings(store, NOW)
    assert [one.meeting.id for one in found.coming] == [running.id, sooner.id, later.id]
    assert [one.meeting.id for one in found.waiting] == [over.id, older.id]
    assert [one.meeting.id for one in found.off] == [off.id]
    assert (len(found), found.past) == (6, ())
    assert found.off[0].name == "Maya Okafor"
    assert all_meetings(store, datetime(2026, 12, 24, 12)).past == found.off
    one = meeting_with(store, off.id)
    assert one is not None and one.person == maya and one.meeting.state is State.CANCELLED
    assert meeting_with(store, 999) is None


@pytest.fixture
def priya(store: Store) -> Person:
    """Somebody in Manchester, where the user of Leeds will be for two days."""
    with store.transaction():
        store.me.put(replace(store.me.get(), city="Leeds"))
        store.trips.add(Trip(city="Manchester", starts=date(2026, 12, 3), ends=date(2026, 12, 4)))
        store.places.add(Place(name="The Wharf", address="12 Dock St, Leeds"))
        store.places.add(Place(name="Half-way House"))
        store.places.add(Place(name="Zest", address="3 Quay St, Salford"))
        return store.people.add(Person(name="Priya Shah", city="Manchester"))


def test_places_at_home_come_last_for_somebody_a_trip_leads_to(
    store: Store, maya: Person, priya: Person
) -> None:
    page = plan_page(store, priya.id, 0, NOW)
    assert page.far == {page.places[-1].id}
    assert [place.name for place in page.places] == ["Zest", "Half-way House", "The Wharf"]
    here = plan_page(store, maya.id, 0, NOW).places
    assert [place.name for place in here] == ["Half-way House", "The Wharf", "Zest"]


def test_the_message_speaks_of_the_trip_on_its_days_alone(store: Store, priya: Person) -> None:
    there = "I am in Manchester on Thursday 3 and Friday 4 December."
    thursday = Wish(starts=datetime(2026, 12, 3, 10))
    monday = replace(thursday, starts=datetime(2026, 12, 7, 10))
    assert there in drafted(store, priya.id, thursday, LONDON, NOW)
    assert there in drafted(store, priya.id, Wish(), LONDON, NOW, date(2026, 12, 4))
    others = (monday, replace(thursday, place="Online"), Wish())
    assert not any("Manchester" in drafted(store, priya.id, one, LONDON, NOW) for one in others)
    own = replace(thursday, message=f"Dear Priya, {there} Lunch?", edited=True)
    moved = followed(store, priya, own, replace(own, starts=monday.starts), LONDON, NOW)
    assert moved == "Dear Priya, Lunch?"
