"""Referrals, introductions and asks kept hold of at the table, and what is half written."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.captures import Begun, Form, begun_from, half_written
from planner.domain.changes import CAPTURED, CAPTURES_BEGUN, Kind, setting_about
from planner.domain.introductions import Standing
from planner.domain.meetings import Meeting
from planner.errors import PlannerError
from planner.guides.library import load
from planner.journeys import keep_hold
from planner.journeys.at_the_table import at_the_table
from planner.journeys.captured import captured_in
from planner.journeys.debrief_page import debrief_page
from planner.journeys.keep_people import remove_people
from planner.storage.store import Store
from tests.builders import a_meeting, a_person
from tests.clocks import NOW

TODAY = date(2026, 11, 22)


@pytest.fixture
def meeting(store: Store) -> Meeting:
    with store.transaction():
        ana = store.people.add(a_person("Ana Ferreira"))
        return store.meetings.add(a_meeting(ana.id, NOW))


def an_id(store: Store, name: str) -> int:
    with store.transaction():
        return store.people.add(a_person(name)).id


def test_nothing_is_kept_of_a_1_2_1_that_is_gone(store: Store, meeting: Meeting) -> None:
    remove_people(store, [meeting.person])
    keep_hold.keep_begun(store, meeting.id, Begun(Form.ASK, {Form.ASK: {"text": "A land"}}))
    assert not keep_hold.captures_begun(store, meeting.id)


@pytest.mark.parametrize("given", [True, False])
def test_a_referral_either_way(store: Store, meeting: Meeting, given: bool) -> None:
    keep_hold.capture_referral(store, meeting.id, given, " Marsh Hotel, the lobby ", TODAY)
    (one,) = at_the_table(store, load(), meeting.id, TODAY).referrals
    assert (one.person, one.given, one.what) == (meeting.person, given, "Marsh Hotel, the lobby")
    assert one.day == TODAY


@pytest.mark.parametrize("mine", [True, False])
def test_what_either_looks_for(store: Store, meeting: Meeting, mine: bool) -> None:
    keep_hold.capture_ask(store, meeting.id, mine, "A landlord", TODAY)
    (one,) = at_the_table(store, load(), meeting.id, TODAY).asks
    assert one.person == (None if mine else meeting.person)
    assert (one.text, one.made_on) == ("A landlord", TODAY)


def test_an_introduction_to_somebody_known_has_their_yes(store: Store, meeting: Meeting) -> None:
    rob = an_id(store, "Rob Kane")
    keep_hold.capture_introduction(store, meeting.id, True, " rob  kane", "Shop units", TODAY)
    table = at_the_table(store, load(), meeting.id, TODAY)
    (one,) = table.introductions
    assert one.people == (meeting.person, rob)
    assert one.standing is Standing.ASKED
    assert one.agreed(meeting.person)
    assert not one.asked(rob)
    assert one.why == "Shop units"
    assert table.others == {rob: "Rob Kane"}
    assert not store.touches.of_person(meeting.person)  # they sat together: no message was sent


def test_an_introduction_to_somebody_unknown_is_a_promise(store: Store, meeting: Meeting) -> None:
    keep_hold.capture_introduction(store, meeting.id, True, "Rob Kane", "", TODAY)
    keep_hold.capture_introduction(store, meeting.id, False, "Kim Otto", "Her landlord", TODAY)
    table = at_the_table(store, load(), meeting.id, TODAY)
    assert [(one.mine, one.text) for one in table.promises] == [
        (True, "Introduce Ana to Rob Kane"),
        (False, "Introduce you to Kim Otto: Her landlord"),
    ]
    assert not table.introductions


def test_two_of_one_name_are_nobody_in_particular(store: Store, meeting: Meeting) -> None:
    an_id(store, "Rob Kane")
    an_id(store, "Rob Kane")
    assert keep_hold.known_as(store, "Rob Kane", meeting.person) is None


def test_two_who_are_being_introduced_already_are_refused(store: Store, meeting: Meeting) -> None:
    an_id(store, "Rob Kane")
    keep_hold.capture_introduction(store, meeting.id, True, "Rob Kane", "", TODAY)
    with pytest.raises(PlannerError, match="already"):
        keep_hold.capture_introduction(store, meeting.id, True, "Rob Kane", "", TODAY)


@pytest.mark.parametrize("words", ["", "   "])
def test_nothing_said_is_refused(store: Store, meeting: Meeting, words: str) -> None:
    for capture in (
        lambda: keep_hold.capture_referral(store, meeting.id, True, words, TODAY),
        lambda: keep_hold.capture_ask(store, meeting.id, True, words, TODAY),
        lambda: keep_hold.capture_introduction(store, meeting.id, True, words, "", TODAY),
    ):
        with pytest.raises(PlannerError):
            capture()
    assert captured_in(store, meeting.id) == ()


def test_each_is_undone_and_taken_back(store: Store, meeting: Meeting) -> None:
    an_id(store, "Rob Kane")
    changes = [
        keep_hold.capture_referral(store, meeting.id, True, "Marsh Hotel", TODAY),
        keep_hold.capture_introduction(store, meeting.id, True, "Rob Kane", "", TODAY),
        keep_hold.capture_ask(store, meeting.id, False, "A landlord", TODAY),
    ]
    noted = captured_in(store, meeting.id)
    assert len(noted) == 3
    for one in noted:
        store.revert(keep_hold.take_back(store, one))
    assert captured_in(store, meeting.id) == noted
    for change in reversed(changes):
        store.revert(change)
    assert captured_in(store, meeting.id) == ()
    assert not store.referrals.all()
    for one in noted:  # what is gone is told no more
        assert one not in captured_in(store, meeting.id)


def test_another_1_2_1_of_the_day_has_its_own(store: Store, meeting: Meeting) -> None:
    with store.transaction():
        second = store.meetings.add(a_meeting(meeting.person, NOW))
    keep_hold.capture_ask(store, meeting.id, True, "A landlord", TODAY)
    assert captured_in(store, second.id) == ()


def test_what_is_half_written_is_kept_as_typed(store: Store, meeting: Meeting) -> None:
    begun = Begun().typed(Form.PROMISE, {"what": "The li", "whose": "mine", "due": "next week"})
    keep_hold.keep_begun(store, meeting.id, begun)
    assert keep_hold.captures_begun(store, meeting.id) == begun
    aside = begun.put_aside().typed(Form.ASK, {"text": "Wer hat größere Räume?"})
    keep_hold.keep_begun(store, meeting.id, aside)
    found = keep_hold.captures_begun(store, meeting.id)
    assert found.open is Form.ASK
    assert found.of(Form.PROMISE)["what"] == "The li"
    kept = aside.kept(Form.ASK).kept(Form.PROMISE)
    assert not kept
    keep_hold.keep_begun(store, meeting.id, kept)
    assert not store.settings.get(setting_about(CAPTURES_BEGUN, Kind.MEETING, meeting.id))


def test_what_was_being_written_when_the_talk_broke_off_is_told(
    store: Store, meeting: Meeting
) -> None:
    begun = Begun().typed(Form.INTRODUCTION, {"whom": "Rob Ka", "why": "Shop uni", "whose": "mine"})
    assert half_written(begun) == "Rob Ka: Shop uni"
    assert half_written(begun.put_aside()) == ""
    assert half_written(Begun().typed(Form.FACT, {"kind": "private", "text": "The bank"})) == ""
    keep_hold.keep_begun(store, meeting.id, begun)
    assert [one.text for one in debrief_page(store, load(), meeting.id, TODAY).notes] == [
        "Rob Ka: Shop uni"
    ]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"open": "dance", "words": {}}', "null", "1"])
def test_what_nobody_wrote_is_nothing(text: str) -> None:
    assert begun_from(text) == Begun()


def test_with_the_person_everything_goes(store: Store, meeting: Meeting) -> None:
    keep_hold.capture_referral(store, meeting.id, True, "Marsh Hotel", TODAY)
    keep_hold.keep_begun(store, meeting.id, Begun().typed(Form.ASK, {"text": "A"}))
    remove_people(store, (meeting.person,))
    for what in (CAPTURED, CAPTURES_BEGUN):
        assert not store.settings.get(setting_about(what, Kind.MEETING, meeting.id))
