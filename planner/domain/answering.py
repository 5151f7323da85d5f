"""What guests say to the user's own invitations: yes, no, perhaps, another time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from planner.domain.identity import email_key
from planner.domain.incoming import Act, Answer, Doubt, Finding, Hitch, Message, Method, Party
from planner.domain.known_here import Known
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.domain.times_of import hitch_of_time, planned_minutes

_ACTS = {
    Answer.ACCEPTED: Act.AGREE,
    Answer.DECLINED: Act.DECLINE,
    Answer.TENTATIVE: Act.DOUBT,
}
_SHIFTED = timedelta(days=1)  # by which programs shift whole days, from one zone to another


def answered(message: Message, known: Known, now: datetime) -> Finding:
    """What a REPLY, COUNTER or REFRESH means; `now` is UTC, naive."""
    meeting = known.meeting(message.uid)
    guest = known.person(meeting.person) if meeting is not None else None
    party = who_answers(message, guest, known)
    act = _act(message, party)
    if meeting is None or guest is None:
        found = Finding(message, act, Hitch.UNKNOWN, person=known.by_address(party))
        return found.stopped(Hitch.OWN) if known.is_me(party) else found
    found = Finding(message, act, meeting=meeting, person=guest)
    if known.is_me(party):
        return found.stopped(Hitch.OWN)
    if meeting.theirs:  # the user is a guest there: what other guests say is not for the user
        return found.stopped(Hitch.OTHERS)
    if _is_of(party, guest):
        found = replace(found, doubt=_doubt(message, meeting))
        return found.stopped(_hitch(found, party, known, now))
    if known.by_address(party) is not None:
        return replace(found, address=party.address).stopped(Hitch.ANOTHER)
    doubt = Doubt.ADDRESS if party.address else Doubt.UNSIGNED
    doubtful = replace(found, doubt=doubt, address=party.address)
    return doubtful.stopped(_hitch(found, party, known, now))


def who_answers(message: Message, guest: Person | None, known: Known) -> Party:
    """Whose answer it is: a reply has one attendee, but some programs write all of them."""
    parties = message.attendees
    if guest is not None:
        for party in parties:
            if _is_of(party, guest):
                return party
    others = [party for party in parties if not known.is_me(party)]
    told = [party for party in others if party.answer is not Answer.NONE]
    return next(iter([*told, *others, *parties]), Party())


def _is_of(party: Party, guest: Person) -> bool:
    return any(party.key == email_key(address) for address in guest.emails)


def _act(message: Message, party: Party) -> Act:
    if message.method is Method.COUNTER:
        return Act.COUNTER
    if message.method is Method.REPLY:
        return _ACTS.get(party.answer, Act.NOTHING)
    return Act.NOTHING


def _doubt(message: Message, meeting: Meeting) -> Doubt:
    """Why an answer of theirs may be to something else; another time is weighed by the user anyway.

    An answer names the SEQUENCE of what it answers (RFC 5546, 3.2.3), never a higher one.
    """
    if message.method is not Method.REPLY:
        return Doubt.NONE
    if is_about_another_time(message, meeting):
        return Doubt.TIME
    return Doubt.VERSION if message.sequence > meeting.sequence else Doubt.NONE


def is_about_another_time(message: Message, meeting: Meeting) -> bool:
    """Whether it says when, and says otherwise. Seconds get lost; a day alone may be shifted."""
    said = message.starts_utc
    if said is None or message.starts is None:
        return False
    if message.all_day:
        return abs(message.starts.date() - meeting.starts.date()) > _SHIFTED
    return said.replace(second=0, microsecond=0) != meeting.starts_utc.replace(second=0)


def _hitch(found: Finding, party: Party, known: Known, now: datetime) -> Hitch:
    """Why an answer changes nothing."""
    message, meeting = found.message, found.meeting
    assert meeting is not None  # by whoever asks
    if message.method is Method.REFRESH:
        return Hitch.ASKS
    if found.act is Act.NOTHING:
        return Hitch.DELEGATED if party.answer is Answer.DELEGATED else Hitch.SILENT
    if message.repeats:  # of one date of a series, which no invitation of the user's is
        return Hitch.SERIES
    if message.sequence < known.since.get(meeting.id, meeting.sequence):
        return Hitch.OLDER
    heard = known.heard.get(meeting.id)
    if heard is not None and message.stamp is not None and message.stamp < heard:
        return Hitch.OLDER
    if meeting.state in (State.HELD, State.MISSED):
        return Hitch.OVER
    if meeting.state is State.CANCELLED:
        if found.act is Act.AGREE and _thought_better(message, meeting, heard, now):
            return Hitch.NONE
        return Hitch.KNOWN if found.act is Act.DECLINE else Hitch.OFF
    if found.act is Act.COUNTER:
        return _hitch_of_counter(message, meeting, known, now)
    again = heard is not None and heard == message.stamp
    agreed = found.act is Act.AGREE and meeting.state is State.AGREED
    if agreed and (again or not is_about_another_time(message, meeting)):
        return Hitch.KNOWN
    if found.act is Act.DOUBT and again:
        return Hitch.KNOWN
    return Hitch.NONE


def _thought_better(
    message: Message, meeting: Meeting, heard: datetime | None, now: datetime
) -> bool:
    """Whether somebody who said no to what is still ahead says yes now."""
    later = heard is not None and message.stamp is not None and message.stamp > heard
    return later and meeting.off_by_them and meeting.starts_utc > now


def _hitch_of_counter(message: Message, meeting: Meeting, known: Known, now: datetime) -> Hitch:
    begins = message.starts_utc
    hitch = hitch_of_time(message)
    if hitch is not Hitch.NONE or begins is None:
        return hitch
    if begins <= now:
        return Hitch.PAST
    minutes = planned_minutes(message, meeting.minutes)
    same_place = message.place in ("", meeting.place)
    if (begins, minutes) == (meeting.starts_utc, meeting.minutes) and same_place:
        return Hitch.KNOWN
    before = known.proposals.get(meeting.id)
    if before is not None and before.holds(meeting):
        kept = before.starts_utc, before.minutes, before.place
        if kept == (begins, minutes, "" if same_place else message.place):
            return Hitch.KNOWN
    return Hitch.NONE
