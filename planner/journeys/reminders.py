"""Reminders: what to say now, what was said already, and what the user wants to be told."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from planner.domain.changes import Change
from planner.domain.meetings import UNTOLD_DAYS, Meeting
from planner.domain.people import Person
from planner.domain.reminders import SPAN, Occasion, Reminder, due, still_worth
from planner.storage.store import Store

_SAID = "reminded of"  # the setting: marks of what was said, "soon/12/2026-11-24T08:30 ..."
_NO = "no"


class Wish(StrEnum):
    """What the user may choose about reminders; the value is the setting's name."""

    INSIDE = "remind"  # at all
    DESKTOP = "remind on the desktop"  # also as the desktop's notifications
    NAMES = "name people on the desktop"  # which a lock screen may show


class Reminded(NamedTuple):
    """A reminder, whom the 1-2-1 is with, and whether it was said before."""

    reminder: Reminder
    person: Person
    said: bool = False


@dataclass(frozen=True, slots=True)
class DueNow:
    """What is to be reminded of, the most pressing first, and how the user wants to be told."""

    reminders: tuple[Reminded, ...] = ()
    desktop: bool = True
    names: bool = True


def due_now(store: Store, now: datetime, zone: str) -> DueNow:
    """What to remind of at `now` (UTC, naive) where the user is; nothing where they want none."""
    if not wants(store, Wish.INSIDE):
        return DueNow()
    found = [
        one
        for one in due(_around(store, now), now, zone, store.me.get())
        if one.occasion is not Occasion.PREPARE or not _is_prepared(store, one.meeting)
    ]
    people = store.people.some({reminder.meeting.person for reminder in found})
    said = _said(store) if found else frozenset()
    return DueNow(
        tuple(
            Reminded(reminder, people[reminder.meeting.person], reminder.mark in said)
            for reminder in found
            if reminder.meeting.person in people
        ),
        desktop=wants(store, Wish.DESKTOP),
        names=wants(store, Wish.NAMES),
    )


def note_said(store: Store, reminders: Iterable[Reminder], now: datetime) -> Change:
    """Remembers that these were said, and forgets what can come up no more."""
    marks = [reminder.mark for reminder in reminders]
    with store.transaction() as work:
        before = store.settings.get(_SAID)
        lately = store.meetings.between(now - timedelta(days=UNTOLD_DAYS), now + SPAN)
        kept = " ".join(still_worth([*before.split(), *marks], lately))
        if kept != before:
            store.settings.put(_SAID, kept)
    return work.change


def wants(store: Store, wish: Wish) -> bool:
    """Whether the user wants this; everything, until they say otherwise."""
    return store.settings.get(wish) != _NO


def choose(store: Store, wish: Wish, wanted: bool) -> Change:
    """Keeps whether the user wants this."""
    with store.transaction() as work:
        store.settings.put(wish, "yes" if wanted else _NO)
    return work.change


def _is_prepared(store: Store, meeting: Meeting) -> bool:
    from planner.domain.conversation import Step  # most looks have nothing to prepare

    found = store.conversations.of_meeting(meeting.id)
    return found is not None and found.step is Step.PREPARED


def _around(store: Store, now: datetime) -> list[Meeting]:
    return store.meetings.between(now - SPAN, now + SPAN)


def _said(store: Store) -> Collection[str]:
    return frozenset(store.settings.get(_SAID).split())
