"""Which referrals, introductions and asks were noted in a 1-2-1.

Promises know their 1-2-1 themselves; these do not, and a setting about the 1-2-1 remembers them.
"""

from __future__ import annotations

from planner.domain.asks import Ask
from planner.domain.captures import Captured, captured_from, captured_text
from planner.domain.changes import CAPTURED, Kind, setting_about
from planner.domain.introductions import Introduction
from planner.domain.referrals import Referral
from planner.storage.store import Store

Noted = Referral | Introduction | Ask


def captured_in(store: Store, meeting_id: int) -> tuple[Noted, ...]:
    """What was noted in a 1-2-1 and is still there, as noted."""
    found: list[Noted | None] = []
    for kind, id in captured_from(store.settings.get(_name(meeting_id))):
        if kind is Kind.REFERRAL:
            found.append(store.referrals.find(id))
        elif kind is Kind.INTRODUCTION:
            found.append(store.introductions.find(id))
        else:
            found.append(store.asks.find(id))
    return tuple(one for one in found if one is not None)


def remember(store: Store, meeting_id: int, captured: Captured) -> None:
    """Notes that a record was made in a 1-2-1; within a transaction of the caller's."""
    name = _name(meeting_id)
    before = captured_from(store.settings.get(name))
    store.settings.put(name, captured_text((*before, captured)))


def _name(meeting_id: int) -> str:
    return setting_about(CAPTURED, Kind.MEETING, meeting_id)
