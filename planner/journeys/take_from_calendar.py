"""Doing what calendar files say, as far as it was chosen, in one step."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from planner.domain import meetings as rules
from planner.domain.changes import HEARD, Change, Kind, setting_about
from planner.domain.identity import email_key
from planner.domain.in_bulk import in_bulk
from planner.domain.incoming import Act, Finding, Message
from planner.domain.meetings import CalledOff, Meeting, State
from planner.domain.people import Person
from planner.domain.proposal import Proposal, planned_as
from planner.domain.times_of import planned_minutes
from planner.domain.wall_time import kept_wall
from planner.journeys.answer_invitation import forget_asked, note_invited_as, note_title
from planner.journeys.answer_proposal import forget_proposal, keep_proposal
from planner.journeys.given_files import note_answered, note_known
from planner.journeys.when_and_where import remember_place
from planner.storage.store import Store

_AHEAD = timedelta(days=1)  # by which a sound clock may be ahead of the user's, zones mixed up

Tell = Callable[[int, int], None]


def take(
    store: Store,
    findings: Sequence[Finding],
    zone: str,
    now: datetime,
    tell: Tell | None = None,
) -> tuple[Change, tuple[Finding, ...]]:
    """Does what was found, in one step; returns what was done, each 1-2-1 as it is now.

    What the library no longer fits, because it changed after the file was looked at, is left.
    """
    done: list[Finding] = []
    with in_bulk(len(findings)), store.transaction() as work:
        taking = _Taking(store, zone, now.replace(microsecond=0))
        for number, finding in enumerate(findings):
            if tell is not None:
                tell(number, len(findings))
            if finding.can and finding.act is Act.HOLD:
                taking.hold(finding)
            elif finding.can and (meeting := taking.take(finding)) is not None:
                done.append(replace(finding, meeting=meeting, before=finding.meeting))
        done += taking.keep_held()
    return work.change, tuple(done)


class _Taking:
    """Findings being done, inside a transaction. `now` is UTC, naive."""

    def __init__(self, store: Store, zone: str, now: datetime) -> None:
        self._store = store
        self._zone = zone
        self._now = now
        self._uids: set[str] | None = None  # of all 1-2-1s, read when the first is added
        self._came: dict[str, Person] = {}  # who came in, by address
        self._known: dict[int, Person | None] = {}  # who was looked up, by id
        self._held: list[tuple[Finding, Meeting]] = []  # to be kept together, as they may be many

    def hold(self, finding: Finding) -> None:
        """Notes a 1-2-1 that was held, to be kept with the others."""
        if (meeting := self._new(finding)) is not None:
            self._held.append((finding, meeting))

    def keep_held(self) -> list[Finding]:
        """Keeps those that were held; each with its 1-2-1."""
        kept = self._store.meetings.add_many(meeting for _, meeting in self._held)
        pairs = zip(self._held, kept, strict=True)
        return [replace(finding, meeting=meeting) for (finding, _), meeting in pairs]

    def take(self, finding: Finding) -> Meeting | None:
        """The 1-2-1 as it is then; None when it could not be done any more."""
        if finding.act in (Act.INVITE, Act.PLAN):
            return self._add(finding)
        before = finding.meeting
        if before is None or self._store.meetings.find(before.id) != before:
            return None
        after = self._altered(finding, before)
        self._store.meetings.update(after)
        self._settle(finding, before, after)
        self._learn_address(finding)
        return after

    def _altered(self, finding: Finding, before: Meeting) -> Meeting:
        message = finding.message
        if finding.act is Act.AGREE:
            # Not numbered anew: the guest knows, and what they say next names the number they have.
            return replace(before, state=State.AGREED, called_off=CalledOff.UNKNOWN)
        if finding.act in (Act.DOUBT, Act.COUNTER):
            return replace(before, state=State.PROPOSED)
        if finding.act is Act.DECLINE:
            return rules.cancelled(before, self._now, CalledOff.THEM)
        numbered = replace(before, sequence=max(before.sequence, message.sequence))
        if finding.act is Act.CALL_OFF:
            return replace(numbered, state=State.CANCELLED, called_off=CalledOff.THEM)
        return self._updated(message, numbered)

    def _updated(self, message: Message, before: Meeting) -> Meeting:
        starts, zone = self._when(message)
        minutes = planned_minutes(message, before.minutes)
        after = replace(before, starts=starts, zone=zone, minutes=minutes, place=message.place)
        same = (after.starts_utc, minutes) == (before.starts_utc, before.minutes)
        if same and before.state is not State.CANCELLED:
            return replace(after, starts=before.starts, zone=before.zone)
        return replace(after, state=State.PROPOSED, called_off=CalledOff.UNKNOWN)

    def _settle(self, finding: Finding, before: Meeting, after: Meeting) -> None:
        """What is remembered beside the 1-2-1."""
        store, message = self._store, finding.message
        self._note_heard(after, message)
        note_invited_as(store, after, message)
        note_title(store, after, message)
        if finding.act is Act.UPDATE:
            forget_asked(store, after)
        if finding.act is Act.COUNTER:
            keep_proposal(store, after, self._proposal(message, before))
        elif finding.act is not Act.DOUBT:
            forget_proposal(store, after.id)
        after_all = finding.act is Act.AGREE and before.off_by_them
        if finding.act is Act.DECLINE or after_all:
            note_known(store, after)  # who says no, or yes after all, needs to be told nothing
        if after.place != before.place:
            remember_place(store, after.place)

    def _proposal(self, message: Message, meeting: Meeting) -> Proposal:
        begins = message.starts_utc
        assert begins is not None  # a proposal without a time is none
        starts, zone = kept_wall(begins, meeting.zone)
        return Proposal(
            starts=starts,
            zone=zone,
            minutes=planned_minutes(message, meeting.minutes),
            place="" if message.place == meeting.place else message.place,
            comment=message.comment,
            instead_of=planned_as(meeting),
        )

    def _add(self, finding: Finding) -> Meeting | None:
        message, new = finding.message, self._new(finding)
        if new is None:
            return None
        meeting = self._store.meetings.add(new)
        remember_place(self._store, meeting.place)
        note_invited_as(self._store, meeting, message)
        note_title(self._store, meeting, message)
        if finding.act is Act.INVITE:
            self._note_heard(meeting, message)
            if finding.agreed:
                note_answered(self._store, meeting)
        return meeting

    def _note_heard(self, meeting: Meeting, message: Message) -> None:
        """Keeps of when the message is. A clock that runs far ahead makes no later one stale."""
        if message.stamp is None:
            return
        stamp = self._now if message.stamp - self._now > _AHEAD else message.stamp
        name = setting_about(HEARD, Kind.MEETING, meeting.id)
        self._store.settings.put(name, json.dumps({"stamp": stamp.isoformat()}))

    def _new(self, finding: Finding) -> Meeting | None:
        """The 1-2-1 to be kept; None where there is one of its UID, or nobody to meet."""
        message, person = finding.message, self._person(finding)
        if self._uids is None:
            self._uids = set(self._store.meetings.uids())
        if person is None or message.uid in self._uids:
            return None
        if message.uid:
            self._uids.add(message.uid)
        starts, zone = self._when(message)
        return Meeting(
            person=person.id,
            state=self._state(finding),
            starts=starts,
            zone=zone,
            minutes=planned_minutes(message),
            place=message.place,
            uid=message.uid or _new_uid(),
            sequence=message.sequence,
            stamp=message.stamp,
            created=self._now,
            organizer=message.organizer.address if finding.act is Act.INVITE else "",
        )

    def _state(self, finding: Finding) -> State:
        if finding.act is Act.HOLD:
            return State.HELD
        return State.AGREED if finding.agreed else State.PROPOSED

    def _person(self, finding: Finding) -> Person | None:
        """Whom it is with: known, or coming in with it; with the address they write from."""
        found = finding.person
        if found is None:
            return None
        if found.id:
            if found.id not in self._known:
                self._known[found.id] = self._store.people.find(found.id)
            self._learn_address(finding)
            return self._known[found.id]
        key = email_key(finding.address)
        if key not in self._came:
            self._came[key] = self._store.people.add(found)
        return self._came[key]

    def _learn_address(self, finding: Finding) -> None:
        if finding.person is None or not finding.address:
            return
        person = self._store.people.find(finding.person.id)
        if person is None:
            return
        if email_key(finding.address) not in map(email_key, person.emails):
            self._store.people.update(replace(person, emails=(*person.emails, finding.address)))

    def _when(self, message: Message) -> tuple[datetime, str]:
        """Wall time and zone: a time told in UTC alone is kept as the user's clocks show it."""
        begins = message.starts_utc
        assert begins is not None  # what has no time is never taken
        return kept_wall(begins, self._zone if message.zone == "UTC" else message.zone)


def _new_uid() -> str:
    from planner.calendar.uid import new_uid

    return new_uid()
