"""Saving a debrief: all of it in one change, of today's 1-2-1 or of one of years ago."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from planner.domain.captures import Form
from planner.domain.changes import (
    CAPTURES_BEGUN,
    DEBRIEF_DRAFT,
    PAST_DRAFT,
    THANKS,
    Change,
    Kind,
    setting_about,
)
from planner.domain.debrief import Debrief, Passed
from planner.domain.meetings import Meeting, Roughly, State, Touch, TouchKind
from planner.domain.past_days import PastDay
from planner.domain.wall_time import unique, wall_of
from planner.errors import PlannerError
from planner.journeys import keep_hold
from planner.journeys.debrief_meeting import debrief, keep_facts, keep_promises
from planner.storage.store import Store

MINUTES = 60  # of a 1-2-1 of long ago; nobody remembers, and none is shown
NOON = time(12)
THANKED = "Thank-you note"  # what its touch is called


def save_debrief(
    store: Store, meeting_id: int, kept: Debrief, today: date, now: datetime
) -> Change:
    """Keeps the debrief in one go, and its draft no longer; undo brings the draft back too."""
    with store.transaction() as work:
        if kept.guide and not store.meetings.get(meeting_id).guide:
            meeting = replace(store.meetings.get(meeting_id), guide=kept.guide)
            store.meetings.update(meeting)
        debrief(store, meeting_id, kept, today, now)
        _keep_answers(store, meeting_id, kept)
        _keep_passed(store, meeting_id, kept.passed, today)
        _keep_thanks(store, meeting_id, kept, today)
        store.settings.forget(setting_about(DEBRIEF_DRAFT, Kind.MEETING, meeting_id))
        store.settings.forget(setting_about(CAPTURES_BEGUN, Kind.MEETING, meeting_id))
    return work.change


def save_past(
    store: Store,
    person_id: int,
    kept: Debrief,
    when: PastDay,
    place: str,
    zone: str,
    now: datetime,
) -> tuple[Change, Meeting]:
    """Keeps a 1-2-1 of long ago, with all that is remembered of it.

    It counts in the history, and what was asked in it is not asked again; nobody rests for it,
    unless the user says until when.
    `zone` is the user's IANA zone, `now` UTC, naive. Raises PlannerError where that day is
    still to come.
    """
    person = store.people.get(person_id)
    if when.day > now.date() and datetime.combine(when.day, time()) > now:
        raise PlannerError(f"{when.day:%d %B %Y} is still to come. Plan a 1-2-1 for then.")
    starts = datetime.combine(when.day, NOON)
    past = Meeting(
        person=person.id,
        state=State.HELD,
        starts=starts,
        zone=zone if unique(starts, zone) else "UTC",
        minutes=MINUTES,
        place=" ".join(place.split()),
        summary=kept.summary.strip(),
        guide=kept.guide,
        created=now,
        talked=kept.talked,
        roughly=when.roughly or Roughly.DAY,
    )
    if past.starts_utc > now:  # this very morning
        past = replace(past, starts=datetime.combine(when.day, time()))
    with store.transaction() as work:
        meeting = store.meetings.add(past)
        keep_facts(store, person.id, kept.facts, when.day)
        keep_promises(store, meeting, kept.promises, when.day)
        for promise_id in kept.kept:
            done = store.promises.get(promise_id)
            store.promises.update(replace(done, done_on=when.day))
        stage = person.stage if kept.stage is None else kept.stage
        rests = kept.meet_again or person.rests_until
        store.people.update(replace(person, stage=stage, rests_until=rests))
        _keep_answers(store, meeting.id, kept)
        _keep_passed(store, meeting.id, kept.passed, when.day)
        _keep_thanks(store, meeting.id, kept, wall_of(now, past.zone).date())
    # Apart, as the next one may be begun by the time that this one is taken back.
    with store.transaction():
        store.settings.forget(setting_about(PAST_DRAFT, Kind.PERSON, person.id))
    return work.change, meeting


def _keep_answers(store: Store, meeting_id: int, kept: Debrief) -> None:
    for prompt, words in kept.answers:
        if words.strip():
            store.answers.note(meeting_id, prompt, words.strip())


def _keep_passed(store: Store, meeting_id: int, passed: Sequence[Passed], day: date) -> None:
    """Referrals, introductions and asks, as they would have been kept while talking."""
    for one in passed:
        if one.form is Form.REFERRAL:
            keep_hold.capture_referral(store, meeting_id, one.mine, one.what, day)
        elif one.form is Form.INTRODUCTION:
            keep_hold.capture_introduction(store, meeting_id, one.mine, one.what, one.why, day)
        elif one.form is Form.ASK:
            keep_hold.capture_ask(store, meeting_id, one.mine, one.what, day)


def _keep_thanks(store: Store, meeting_id: int, kept: Debrief, today: date) -> None:
    """A note that is sent is a touch; one that is not waits as it was edited."""
    name = setting_about(THANKS, Kind.MEETING, meeting_id)
    if kept.thanked:
        person = store.meetings.get(meeting_id).person
        store.touches.add(Touch(person=person, day=today, kind=TouchKind.MESSAGE, note=THANKED))
        store.settings.forget(name)
    elif kept.thanks.strip():
        store.settings.put(name, kept.thanks)
    else:
        store.settings.forget(name)
