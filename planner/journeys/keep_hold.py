"""Kept hold of while two people talk: referrals, introductions, asks, and what is half written.

Promises and facts are kept by `hold_conversation`.
"""

from __future__ import annotations

from datetime import date

from planner.domain.asks import Ask
from planner.domain.captures import Begun, begun_from, begun_text
from planner.domain.changes import CAPTURES_BEGUN, Change, Kind, setting_about
from planner.domain.introductions import Introduction, agreed
from planner.domain.referrals import Referral
from planner.errors import PlannerError
from planner.journeys.captured import Noted, remember
from planner.journeys.follow_up import add_referral, remove_referral
from planner.journeys.hold_conversation import capture_promise
from planner.journeys.introduce import remove_introduction, start
from planner.journeys.keep_asks import add_ask, remove_ask
from planner.storage.store import Store


def capture_referral(store: Store, meeting_id: int, given: bool, what: str, today: date) -> Change:
    """Keeps business passed at the table; `given` by the user, else by the person.

    Raises PlannerError when it says nothing.
    """
    meeting = store.meetings.get(meeting_id)
    referral = Referral(person=meeting.person, given=given, what=what, day=today)
    with store.transaction() as work:
        _, kept = add_referral(store, referral)
        remember(store, meeting_id, (Kind.REFERRAL, kept.id))
    return work.change


def capture_ask(store: Store, meeting_id: int, mine: bool, text: str, today: date) -> Change:
    """Keeps what the person looks for, or the user. Raises PlannerError when it says nothing."""
    person = None if mine else store.meetings.get(meeting_id).person
    with store.transaction() as work:
        _, kept = add_ask(store, Ask(person=person, text=text, made_on=today))
        remember(store, meeting_id, (Kind.ASK, kept.id))
    return work.change


def capture_introduction(
    store: Store, meeting_id: int, mine: bool, whom: str, why: str, today: date
) -> Change:
    """Keeps that the user introduces the person to `whom`, or (not `mine`) is introduced to them.

    Somebody of the user's people, by their whole name: an introduction to which the person has
    said yes. Anybody else, and one that the person is to make, is a promise. Raises PlannerError
    when nobody is named, or the two are being introduced already.
    """
    name, why = " ".join(whom.split()), why.strip()
    if not name:
        raise PlannerError("Write whom the introduction is to, or leave it.")
    person = store.people.get(store.meetings.get(meeting_id).person)
    other = known_as(store, name, person.id) if mine else None
    if other is None:
        words = f"Introduce {person.first_name} to {name}" if mine else f"Introduce you to {name}"
        text = f"{words}: {why}" if why else words
        return capture_promise(store, meeting_id, mine, text, None, today)
    with store.transaction() as work:
        _, begun = start(store, person.id, other, why, (), today)
        store.introductions.update(agreed(begun, person.id, today))
        remember(store, meeting_id, (Kind.INTRODUCTION, begun.id))
    return work.change


def known_as(store: Store, name: str, but: int) -> int | None:
    """The id of whoever is called `name`, but for one; None for nobody, or for several."""
    said = " ".join(name.split()).casefold()
    found = [
        id
        for id, called in store.people.names().items()
        if id != but and " ".join(called.split()).casefold() == said
    ]
    return found[0] if len(found) == 1 else None


def take_back(store: Store, noted: Noted) -> Change:
    """What was noted is not to be kept after all."""
    if isinstance(noted, Referral):
        return remove_referral(store, noted.id)
    if isinstance(noted, Introduction):
        return remove_introduction(store, noted.id)
    return remove_ask(store, noted.id)


def captures_begun(store: Store, meeting_id: int) -> Begun:
    """What was being written down in a 1-2-1, and is not kept yet."""
    return begun_from(store.settings.get(_begun(meeting_id)))


def keep_begun(store: Store, meeting_id: int, begun: Begun) -> Change:
    """Keeps what stands in the forms, as typed; nothing is left of it where nothing stands."""
    with store.transaction() as work:
        if not begun:
            store.settings.forget(_begun(meeting_id))
        elif store.meetings.find(meeting_id) is not None:  # the page may outlive the 1-2-1
            store.settings.put(_begun(meeting_id), begun_text(begun))
    return work.change


def _begun(meeting_id: int) -> str:
    return setting_about(CAPTURES_BEGUN, Kind.MEETING, meeting_id)
