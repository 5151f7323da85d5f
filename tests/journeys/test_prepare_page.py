"""What the page shows on which a 1-2-1 is prepared, read from a real library."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner.domain import conversation as talk
from planner.domain.asks import Ask
from planner.domain.dont_forget import Mention
from planner.domain.facts import Fact, FactKind
from planner.domain.groups import Attendance, Event, Group
from planner.domain.guides import FIRST, Library
from planner.domain.meetings import Meeting, State, TalkedMore, Touch
from planner.domain.one_thing_to_offer import Giving
from planner.domain.people import Person, Stage
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.errors import NotFound
from planner.guides.library import load
from planner.journeys import prepare_meeting
from planner.journeys.hold_conversation import begin
from planner.journeys.own_news import note_news
from planner.journeys.prepare_page import (
    Preparation,
    coming,
    next_of_day,
    offers_with_pairs,
    preparation,
    to_prepare,
)
from planner.storage.store import Store
from tests.builders import a_meeting, a_person

NOW = datetime(2026, 11, 22, 19, 0)  # UTC, naive: the evening before
STARTS = datetime(2026, 11, 23, 8, 30)
LAST = datetime(2026, 9, 3, 8, 30)
LIBRARY = load()


def known(store: Store, name: str = "Ana Ferreira", **fields: object) -> Person:
    with store.transaction():
        return store.people.add(a_person(name, **fields))


def planned(store: Store, person: Person, starts: datetime = STARTS, **fields: object) -> Meeting:
    with store.transaction():
        return store.meetings.add(a_meeting(person.id, starts, **fields))


def shown(store: Store, meeting: Meeting) -> Preparation:
    return preparation(store, LIBRARY, meeting.id, NOW)


def test_of_somebody_new_there_are_questions_and_nothing_to_forget(store: Store) -> None:
    meeting = planned(store, known(store))
    page = shown(store, meeting)
    assert page.guide is not None and page.guide.id == FIRST
    assert page.suits is not None and page.suits.guide == FIRST
    assert len(page.openers) == 3 and any(one.other for one in page.openers)
    assert page.dont_forget == page.promises == page.news == ()
    assert page.talked_on is None and not page.balance.counted
    assert page.ahead and not (page.prepared or page.near or page.under_way)


def test_of_somebody_met_before_it_is_all_there(store: Store) -> None:
    ana = known(store)
    last = planned(store, ana, LAST, state=State.HELD, summary="Dreams of a shop")
    meeting = planned(store, ana)
    with store.transaction():
        store.facts.add(Fact(person=ana.id, kind=FactKind.DISLIKE, text="Early calls"))
        store.promises.add(Promise(person=ana.id, text="Undated"))
        store.promises.add(Promise(person=ana.id, mine=False, text="Later", due=STARTS.date()))
        store.promises.add(Promise(person=ana.id, text="First", due=LAST.date()))
        store.promises.add(Promise(person=ana.id, text="Kept", done_on=NOW.date()))
        store.meetings.update(replace(last, talked=TalkedMore.ME))
        guide = LIBRARY.guide(FIRST)
        held = talk.begin(last.id, guide, (), LAST)
        store.conversations.add(replace(held, mine=600, theirs=400))
    note_news(store, "Old news", date(2026, 8, 1))
    note_news(store, "A van", date(2026, 10, 1))
    page = shown(store, meeting)
    assert [(one.what, one.text) for one in page.dont_forget] == [
        (Mention.LAST, "Dreams of a shop"),
        (Mention.DISLIKE, "Early calls"),
        (Mention.KEPT_BY_ME, "Kept"),
    ]
    assert [one.text for one in page.promises] == ["First", "Later", "Undated"]
    assert [one.text for one in page.news] == ["A van"]
    assert page.talked_on == LAST.date()
    assert page.talked is TalkedMore.ME
    assert (page.balance.mine, page.balance.theirs) == (600, 400)


def test_where_they_met_is_told_until_there_was_a_talk(store: Store) -> None:
    ana = known(store)
    meeting = planned(store, ana)
    with store.transaction():
        for name, day in (("LinkedIn", date(2026, 10, 9)), ("Chamber", date(2026, 9, 1))):
            group = store.groups.add(Group(name=name))
            event = store.events.add(Event(group=group.id, day=day))
            store.attendance.add(Attendance(event=event.id, person=ana.id))
    met = shown(store, meeting).met
    assert met is not None and met.group_name == "Chamber", "to be connected is not to have met"
    planned(store, ana, LAST, state=State.HELD)
    assert shown(store, meeting).met is None


def test_of_promises_due_alike_ones_own_comes_first(store: Store) -> None:
    ana = known(store)
    with store.transaction():
        for mine in (False, True):
            store.promises.add(Promise(person=ana.id, mine=mine, text="A call", due=NOW.date()))
    assert [one.mine for one in shown(store, planned(store, ana)).promises] == [True, False]


def test_what_is_private_is_nowhere(store: Store) -> None:
    ana = known(store)
    secret = "Going through a divorce"
    planned(store, ana, LAST, state=State.HELD, summary=f"{secret}, poor Ana")
    meeting = planned(store, ana)
    with store.transaction():
        for kind in FactKind:
            store.facts.add(Fact(person=ana.id, kind=kind, text=secret))
        store.touches.add(Touch(person=ana.id, day=NOW.date(), note=f"Told me: {secret}."))
        told = f"A word on {secret.lower()}"
        store.promises.add(Promise(person=ana.id, text=told))
        store.promises.add(Promise(person=ana.id, text=told, done_on=NOW.date()))
        store.referrals.add(Referral(person=ana.id, given=False, what=told, day=NOW.date()))
        store.asks.add(Ask(person=ana.id, text=told))
    note_news(store, told, NOW.date())
    page = shown(store, meeting)
    assert page.dont_forget == page.news == page.promises == ()
    offered = offers_with_pairs(store, meeting.id)
    assert secret.lower() not in repr((page.dont_forget, page.news, page.promises, offered)).lower()


def test_what_there_is_to_offer_has_introductions(store: Store) -> None:
    ana = known(store, stage=Stage.KNOWN)
    rob = known(store, "Rob Kane", role="Letting agent", company="Kane Lettings")
    meeting = planned(store, ana)
    with store.transaction():
        store.asks.add(Ask(person=ana.id, text="A commercial landlord", made_on=NOW.date()))
        store.facts.add(
            Fact(person=rob.id, kind=FactKind.DOES, text="Commercial landlord, lets shop units")
        )
    first, *rest = offers_with_pairs(store, meeting.id)
    assert first.offer.text == "An introduction to Rob Kane"
    assert first.found is not None and first.found.other == rob
    assert [one.offer.giving for one in rest] == [Giving.ASK]


def test_several_on_a_day_are_prepared_one_after_the_other(store: Store) -> None:
    ana, rob, maya = (known(store, name) for name in ("Ana", "Rob", "Maya"))
    first = planned(store, ana)
    second = planned(store, rob, STARTS + timedelta(hours=2))
    third = planned(store, maya, STARTS + timedelta(hours=4))
    planned(store, maya, STARTS + timedelta(days=1))
    planned(store, maya, STARTS + timedelta(hours=6), state=State.CANCELLED)
    page = shown(store, second)
    assert [one.meeting.id for one in page.day] == [first.id, second.id, third.id]
    following = next_of_day(page)
    assert following is not None and following.meeting.id == third.id
    prepare_meeting.prepare_meeting(store, LIBRARY, third.id)
    following = next_of_day(shown(store, second))
    assert following is not None and following.meeting.id == first.id, "round to the first"
    prepare_meeting.prepare_meeting(store, LIBRARY, first.id)
    page = shown(store, second)
    assert [one.prepared for one in page.day] == [True, False, True]
    assert next_of_day(page) is None


def test_one_of_today_that_is_over_needs_no_preparing(store: Store) -> None:
    over = planned(store, known(store, "Rob"), NOW - timedelta(hours=9))
    meeting = planned(store, known(store), NOW + timedelta(hours=1))
    assert [one.meeting.id for one in shown(store, meeting).day] == [meeting.id]
    assert over.planned, "nobody has said yet what came of it"


def test_how_it_stands_is_told(store: Store) -> None:
    meeting = planned(store, known(store))
    prepare_meeting.prepare_meeting(store, LIBRARY, meeting.id)
    assert shown(store, meeting).prepared
    begins = meeting.starts_utc - timedelta(minutes=10)
    assert preparation(store, LIBRARY, meeting.id, begins).near
    begin(store, LIBRARY, meeting.id, NOW)
    page = shown(store, meeting)
    assert page.under_way and not page.ahead and not page.prepared


def test_without_a_question_library_the_rest_is_there(store: Store) -> None:
    meeting = planned(store, known(store))
    page = preparation(store, Library(), meeting.id, NOW)
    assert page.guide is None and page.openers == () and page.ahead


def test_one_that_is_gone(store: Store) -> None:
    with pytest.raises(NotFound):
        preparation(store, LIBRARY, 99, NOW)


def test_the_next_one_is_prepared_with_anybody_or_with_somebody(store: Store) -> None:
    ana, rob = known(store, "Ana Ferreira"), known(store, "Rob Kane")
    assert to_prepare(store, NOW) is None and coming(store, NOW) == ()
    over = planned(store, rob, STARTS - timedelta(days=2))
    first = planned(store, ana)
    second = planned(store, rob, STARTS + timedelta(days=1))
    assert to_prepare(store, NOW) == first
    assert to_prepare(store, NOW, rob.id) == second
    assert over.id not in [one.meeting.id for one in coming(store, NOW)]
    assert [one.person.name for one in coming(store, NOW)] == ["Ana Ferreira", "Rob Kane"]
    assert [one.meeting for one in coming(store, NOW, ["ka", "Rob"])] == [second]
    assert coming(store, NOW, ["zoe"]) == ()
