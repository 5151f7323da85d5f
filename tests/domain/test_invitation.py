"""The draft of an invitation: personal, short, and discreet."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.facts import Fact, FactKind, Origin
from planner.domain.first_names import given_name
from planner.domain.invitation import draft, fallen_through, moved
from planner.domain.me import Me
from planner.domain.meetings import CalledOff, Meeting, Roughly, State
from planner.domain.people import Attitude, Person, Stage
from planner.domain.promises import Promise
from planner.domain.spoken import when_and_where
from planner.domain.trips import Trip

TODAY = date(2026, 11, 22)
MARCH = date(2026, 3, 4)
MONTH, YEAR = Roughly.MONTH, Roughly.YEAR
ME = Me(name="Sam Doyle", does="Bookkeeping for builders", ideal_referral="Growing builders")
MAYA = Person(name="Maya Okafor", company="Harbour & Co")
TUESDAY = Meeting(
    starts=datetime(2026, 11, 24, 8, 30),
    zone="Europe/London",
    place="The Wharf, 12 Dock St, Leeds",
)
PITCHES = re.compile(
    r"\b(pitch|sell|sale|service|product|offer|discount|client|customer|lead|business|"
    r"opportunit|referral|network|synerg)",
    re.IGNORECASE,
)


def said(kind: FactKind, text: str, on: date | None = MARCH) -> Fact:
    return Fact(kind=kind, text=text, origin=Origin.MEETING, noted_on=on)


def test_what_was_told_and_what_is_owed_make_it_personal() -> None:
    text = draft(
        MAYA,
        [said(FactKind.INTEREST, "Leeds half-marathon"), said(FactKind.GOAL, "Retire", on=None)],
        [Promise(text="Introduce her to Tom Reyes")],
        TUESDAY,
        ME,
        TODAY,
        last_met=MARCH,
    )
    assert text == (
        "Hi Maya,\n\n"
        "When we last met you mentioned the Leeds half-marathon, and I would love to hear more. "
        "I have not forgotten that I promised to introduce you to Tom Reyes.\n\n"
        "Would Tuesday 24 November at 08:30 at The Wharf suit you?\n\n"
        "Sam"
    )


@pytest.mark.parametrize(
    ("state", "by", "words"),
    [
        (State.CANCELLED, CalledOff.ME, "I am sorry that I had to call off our 1-2-1 on"),
        (State.CANCELLED, CalledOff.THEM, "No harm done about Tuesday 17 November; these things"),
        (State.MISSED, CalledOff.UNKNOWN, "We missed each other on Tuesday 17 November; no harm"),
    ],
)
def test_one_that_fell_through_is_spoken_of_first_and_without_a_grudge(
    state: State, by: CalledOff, words: str
) -> None:
    fell = Meeting(starts=datetime(2026, 11, 17, 9), state=state, called_off=by)
    assert fallen_through([fell], TODAY) == fell
    text = draft(MAYA, [], [], TUESDAY, ME, TODAY, fell_through=fell)
    assert text.startswith(f"Hi Maya,\n\n{words}")
    assert not PITCHES.search(text)


def test_what_is_long_ago_was_followed_or_is_nobodys_is_not_spoken_of() -> None:
    fell = Meeting(starts=datetime(2026, 11, 17, 9), state=State.MISSED)
    later = replace(fell, starts=datetime(2026, 11, 19, 9), state=State.HELD)
    whose = replace(fell, state=State.CANCELLED)
    old = replace(fell, starts=datetime(2026, 9, 1, 9))
    for meetings in ([fell, later], [whose], [old], []):
        assert fallen_through(meetings, TODAY) is None


def test_with_nothing_known_it_asks_about_them() -> None:
    assert draft(MAYA, [], [], TUESDAY, ME, TODAY) == (
        "Hi Maya,\n\n"
        "We have not had much chance to talk yet, and I would like to hear what you are working "
        "on at Harbour & Co and what comes next for you.\n\n"
        "Would Tuesday 24 November at 08:30 at The Wharf suit you? "
        "If another time is easier, just say.\n\n"
        "Sam"
    )


@pytest.mark.parametrize(
    ("person", "known", "words"),
    [
        (replace(MAYA, stage=Stage.TRUSTED), {}, "I would enjoy catching up properly"),
        (MAYA, {"last_met": date(2025, 3, 4)}, "sit down with you in March last year"),
        (MAYA, {"last_met": date(2026, 11, 15)}, "sit down with you the other day"),
        (MAYA, {"last_met": date(2026, 11, 4)}, "sit down with you earlier this month"),
        (MAYA, {"last_met": date(2021, 6, 1)}, "sit down with you in June 2021"),
        (MAYA, {"last_met": date(2026, 7, 1), "roughly": YEAR}, "with you earlier this year,"),
        (MAYA, {"last_met": date(2025, 7, 1), "roughly": YEAR}, "sit down with you last year,"),
        (MAYA, {"last_met": date(2019, 7, 1), "roughly": YEAR}, "sit down with you in 2019,"),
        (MAYA, {"last_met": date(2026, 11, 15), "roughly": MONTH}, "you earlier this month,"),
        (MAYA, {"met_at": "the Chamber breakfast"}, "good to meet you at the Chamber breakfast"),
        (replace(MAYA, attitude=Attitude.PRESS), {}, "I have no story to place"),
        (replace(MAYA, attitude=Attitude.DISLIKES), {}, "No agenda, just a good conversation"),
        (replace(MAYA, attitude=Attitude.EMPLOYED), {}, "I am not after anything"),
    ],
)
def test_it_begins_where_the_two_stand(
    person: Person, known: dict[str, object], words: str
) -> None:
    text = draft(person, [], [], TUESDAY, ME, TODAY, **known)  # type: ignore[arg-type]
    assert words in text
    assert 35 <= len(text.split()) <= 60


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (said(FactKind.GOAL, "Wants to open a second shop"), "mentioned opening a second shop"),
        (said(FactKind.ACCOMPLISHMENT, "Won the award"), "hear that you won the award."),
        (said(FactKind.CHALLENGE, "Finding good staff"), "been thinking about it since"),
        (said(FactKind.INTEREST, "jazz", on=date(2020, 1, 1)), "You once mentioned jazz"),
        (Fact(kind=FactKind.INTEREST, text="jazz"), "meaning to ask you about jazz."),
    ],
)
def test_each_kind_of_fact_has_its_own_opening(fact: Fact, words: str) -> None:
    assert words in draft(MAYA, [fact], [], TUESDAY, ME, TODAY, last_met=MARCH)


@pytest.mark.parametrize(
    "facts",
    [
        [said(FactKind.PRIVATE, "Going through a divorce")],
        [said(FactKind.DISLIKE, "Early mornings")],
        [said(FactKind.NOTE, "Met her husband Ian")],
        [said(FactKind.PRIVATE, "The divorce"), said(FactKind.INTEREST, "Books on divorce")],
        [said(FactKind.DISLIKE, "golf"), said(FactKind.INTEREST, "Golf with clients")],
        [Fact(kind=FactKind.CHALLENGE, text="Her divorce")],  # nobody told it to the user
    ],
)
def test_private_notes_and_dislikes_stay_unsaid(facts: list[Fact]) -> None:
    text = draft(MAYA, facts, [], TUESDAY, ME, TODAY, last_met=MARCH)
    assert text == draft(MAYA, [], [], TUESDAY, ME, TODAY, last_met=MARCH)


def test_a_promise_that_touches_something_private_is_only_hinted_at() -> None:
    facts = [said(FactKind.PRIVATE, "Looking for a divorce lawyer")]
    promises = [Promise(text="Send her the lawyer's number")]
    text = draft(MAYA, facts, promises, TUESDAY, ME, TODAY)
    assert "lawyer" not in text
    assert "I have not forgotten what I promised you." in text


def test_only_the_users_own_open_promises_are_brought_up() -> None:
    promises = [
        Promise(text="Send the old report", done_on=TODAY),
        Promise(text="Send me her book", mine=False),
        Promise(text="Send the later one", due=date(2026, 12, 24)),
        Promise(text="Send the sooner one", due=date(2026, 12, 1)),
    ]
    text = draft(MAYA, [], promises, TUESDAY, ME, TODAY)
    assert "promised to send the sooner one." in text
    for other in ("old report", "her book", "later one"):
        assert other not in text
    assert "promise" not in draft(MAYA, [], promises[:2], TUESDAY, ME, TODAY)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("The Wharf, 12 Dock St", "at 08:30 at The Wharf suit"),
        ("Online", "at 08:30 online suit"),
        ("https://meet.example/abc", "at 08:30 online suit"),
        ("Zoom", "at 08:30 on Zoom suit"),
        ("Phone", "at 08:30 by phone suit"),
        ("My office", "at 08:30 at my office suit"),
        ("in the park", "at 08:30 in the park suit"),
        ("", "at 08:30 suit"),
    ],
)
def test_the_place_is_said_as_one_says_it(place: str, words: str) -> None:
    assert words in draft(MAYA, [], [], replace(TUESDAY, place=place), ME, TODAY)


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Asia/Kolkata", "at 08:30 (14:00 your time) at"),
        ("Australia/Sydney", "at 08:30 (19:30 your time) at"),
        ("Pacific/Honolulu", "at 08:30 (Monday 22:30 your time) at"),
        ("Europe/Lisbon", "at 08:30 at"),
        ("Mars/Base", "at 08:30 at"),
    ],
)
def test_the_guests_own_time_stands_beside_it(zone: str, words: str) -> None:
    assert words in draft(replace(MAYA, zone=zone), [], [], TUESDAY, ME, TODAY)


TRIP = Trip(city="Manchester", starts=date(2026, 12, 3), ends=date(2026, 12, 4))


def test_a_trip_that_leads_near_them_is_said() -> None:
    text = draft(MAYA, [], [], Meeting(), ME, TODAY, trip=TRIP)
    assert "I am in Manchester on Thursday 3 and Friday 4 December. Could we meet then?" in text
    thursday = replace(TUESDAY, starts=datetime(2026, 12, 3, 10))
    assert (
        "I am in Manchester on Thursday 3 and Friday 4 December. "
        "Would Thursday 3 December at 10:00 at The Wharf suit you?"
    ) in draft(MAYA, [], [], thursday, ME, TODAY, trip=TRIP)


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (date(2026, 12, 3), "on Thursday 3 December."),
        (date(2026, 12, 7), "from Thursday 3 to Monday 7 December."),
        (date(2027, 1, 1), "from Thursday 3 December to Friday 1 January."),
    ],
)
def test_the_days_of_a_trip_are_said_as_one_says_them(last: date, words: str) -> None:
    text = draft(MAYA, [], [], Meeting(), ME, TODAY, trip=replace(TRIP, ends=last))
    assert f"I am in Manchester {words}" in text


def test_without_a_time_it_asks_for_one() -> None:
    assert "Would a time in the next week or two suit you?" in draft(
        MAYA, [], [], Meeting(), ME, TODAY
    )


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Maya Okafor", "Maya"),
        ("Dr. Maya Okafor", "Maya"),
        ("Dr Okafor", "Dr Okafor"),
        ("Okafor, Maya", "Maya"),
        ("van der Berg, Anna", "Anna"),
        ("van der Berg", ""),
        ("Wei Lin Zhang", "Wei Lin"),
        ("maya@harbour.example", ""),
        ("+44 113 496", ""),
        ("", ""),
    ],
)
def test_what_to_call_somebody(name: str, called: str) -> None:
    assert given_name(name) == called
    greeting = draft(replace(MAYA, name=name), [], [], TUESDAY, ME, TODAY).split("\n")[0]
    assert greeting == (f"Hi {called}," if called else "Hello,")


def test_a_moved_meeting_moves_in_the_text_and_edits_stay() -> None:
    later = replace(TUESDAY, starts=datetime(2026, 11, 26, 14), place="The Wharf Annex, Leeds")
    edited = "Dear Maya,\nhow about Tuesday 24 November at 08:30 at The Wharf? Bring the dog."
    assert moved(edited, TUESDAY, later, MAYA) == (
        "Dear Maya,\nhow about Thursday 26 November at 14:00 at The Wharf Annex? Bring the dog."
    )
    apart = "At The Wharf again? I mean at The Wharf. Tuesday 24 November at 08:30."
    assert moved(apart, TUESDAY, later, MAYA) == (
        "At The Wharf again? I mean at The Wharf Annex. Thursday 26 November at 14:00."
    )
    assert moved("See you soon.", TUESDAY, later, MAYA) == "See you soon."


def test_online_in_another_sense_is_left_alone() -> None:
    online = replace(TUESDAY, place="Online")
    text = f"Your online shop! {when_and_where(online, MAYA)}?"
    assert moved(text, online, replace(online, place="The Wharf"), MAYA) == (
        "Your online shop! Tuesday 24 November at 08:30 at The Wharf?"
    )


SECRET = st.lists(st.text(alphabet="qxzjv", min_size=7, max_size=9), min_size=1, max_size=3)


@given(
    st.lists(st.tuples(st.sampled_from(FactKind), st.text(max_size=60)), max_size=6),
    st.lists(st.text(max_size=60), max_size=3),
    SECRET,
    st.sampled_from(Attitude),
    st.sampled_from(Stage),
)
def test_whatever_is_known_it_stays_short_and_discreet(
    known: list[tuple[FactKind, str]],
    promises: list[str],
    secret: list[str],
    attitude: Attitude,
    stage: Stage,
) -> None:
    whisper = " ".join(secret)
    facts = [said(kind, text) for kind, text in known]
    facts += [said(FactKind.PRIVATE, whisper), said(FactKind.INTEREST, whisper)]
    person = replace(MAYA, attitude=attitude, stage=stage)
    owed = [Promise(text=text) for text in [f"Send the {whisper}", *promises]]
    text = draft(person, facts, owed, TUESDAY, ME, TODAY, last_met=MARCH)
    assert not any(word in text for word in secret)
    assert len(text.split()) <= 80
    assert "\n\n\n" not in text
    assert text == draft(person, facts, owed, TUESDAY, ME, TODAY, last_met=MARCH)


@pytest.mark.parametrize("attitude", Attitude)
@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("last_met", [None, MARCH])
def test_it_never_pitches(attitude: Attitude, stage: Stage, last_met: date | None) -> None:
    person = replace(MAYA, attitude=attitude, stage=stage)
    facts = [said(FactKind.INTEREST, "Sailing")]
    for known in (facts, []):
        text = draft(person, known, [], TUESDAY, ME, TODAY, last_met=last_met)
        assert not PITCHES.search(text), text
        assert "Bookkeeping" not in text and "uilders" not in text
