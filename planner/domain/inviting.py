"""What invitations and calendars say: a 1-2-1 to come, changed, called off, or held once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from planner.domain.identity import email_key
from planner.domain.incoming import Act, Answer, Doubt, Finding, Hitch, Message, Method, Party
from planner.domain.known_here import Known
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.domain.times_of import hitch_of_time, planned_minutes


def invited(message: Message, known: Known, now: datetime) -> Finding:
    """What a REQUEST, CANCEL or an event of a calendar means; `now` is UTC, naive."""
    meeting = known.meeting(message.uid)
    if meeting is not None:
        return _known_one(message, meeting, known)
    calls_off = message.off or message.method is Method.CANCEL
    if calls_off or message.method is Method.DECLINECOUNTER:
        act = Act.CALL_OFF if calls_off else Act.NOTHING
        person = known.by_address(message.organizer)
        hitch = Hitch.OFF if message.method is Method.PUBLISH else Hitch.UNKNOWN
        return Finding(message, act, hitch, person=person)
    return _new_one(message, known, now)


def _known_one(message: Message, meeting: Meeting, known: Known) -> Finding:
    """About a 1-2-1 that is in the library."""
    person = known.person(meeting.person)
    found = Finding(message, Act.UPDATE, meeting=meeting, person=person)
    sender, sent = message.organizer, message.method is not Method.PUBLISH
    if not meeting.theirs:
        if sent and sender.address and not known.is_me(sender):
            return replace(found, address=sender.address).stopped(Hitch.FOREIGN)
        return _own(found, meeting)
    if sender.address and sender.key != email_key(meeting.organizer):
        return replace(found, address=sender.address).stopped(Hitch.SENDER)
    if not sender.address:
        found = replace(found, doubt=Doubt.UNSIGNED if sent else Doubt.ENTRY)
    if message.method is Method.DECLINECOUNTER:
        return replace(found, act=Act.NOTHING).stopped(Hitch.KEPT)
    calls_off = message.off or message.method is Method.CANCEL
    if calls_off:
        found = replace(found, act=Act.CALL_OFF)
    if meeting.state in (State.HELD, State.MISSED):
        return found.stopped(Hitch.OVER)
    if _is_older(message, meeting, known):
        return found.stopped(Hitch.OLDER)
    if message.method is Method.ADD or (calls_off and _is_of_another_day(message, meeting)):
        return found.stopped(Hitch.SERIES)
    if calls_off:
        off = meeting.state is State.CANCELLED
        return found.stopped(Hitch.KNOWN if off else Hitch.NONE)
    if meeting.off_by_me and _same_time_and_place(message, meeting):
        return found.stopped(Hitch.OFF)
    hitch = hitch_of_time(message)
    heard = known.heard.get(meeting.id)
    again = heard is not None and heard == message.stamp and message.sequence == meeting.sequence
    if hitch is Hitch.NONE and (again or _says_the_same(message, meeting)):
        hitch = Hitch.KNOWN
    return found.stopped(hitch)


def _own(found: Finding, meeting: Meeting) -> Finding:
    """Of the user's own 1-2-1s the library knows better; it may say that another does not."""
    message = found.message
    if meeting.state is State.HELD and message.method is Method.PUBLISH:
        return replace(found, act=Act.HOLD).stopped(Hitch.KNOWN)  # came from a calendar, likely
    moved = meeting.planned and message.starts_utc not in (None, meeting.starts_utc)
    return found.stopped(Hitch.MOVED if moved and not message.repeats else Hitch.OWN)


def _is_of_another_day(message: Message, meeting: Meeting) -> bool:
    """Whether only another date is called off, of what has become a series meanwhile."""
    return message.repeats and message.starts_utc != meeting.starts_utc


def _is_older(message: Message, meeting: Meeting, known: Known) -> bool:
    if message.sequence != meeting.sequence:
        return message.sequence < meeting.sequence
    heard = known.heard.get(meeting.id)
    return heard is not None and message.stamp is not None and message.stamp < heard


def _says_the_same(message: Message, meeting: Meeting) -> bool:
    """A number that has grown counts too: answers have to name it."""
    if message.sequence > meeting.sequence:
        return False
    if not meeting.planned:
        return True
    return _same_time_and_place(message, meeting)


def _same_time_and_place(message: Message, meeting: Meeting) -> bool:
    said = message.starts_utc, planned_minutes(message, meeting.minutes), message.place
    return said == (meeting.starts_utc, meeting.minutes, meeting.place)


def _new_one(message: Message, known: Known, now: datetime) -> Finding:
    """About a meeting that the library does not have."""
    others = _whom_with(message, known)
    over = message.ends_utc is not None and message.ends_utc <= now
    invites = message.method is not Method.PUBLISH or _is_sent(message)
    from_them = any(one.key == message.organizer.key for one in others)
    act = Act.HOLD if over else Act.INVITE if from_them and invites else Act.PLAN
    found = Finding(message, act, person=_first_known(others, known))
    hitch = hitch_of_time(message)
    if hitch is not Hitch.NONE:
        return found.stopped(hitch)
    if len(others) > 1:
        return found.stopped(Hitch.SEVERAL)
    if not others:
        return _by_its_title(found, known)
    return _with_one(found, others[0], known)


def _with_one(found: Finding, party: Party, known: Known) -> Finding:
    """A meeting of the user and one other."""
    message, mine = found.message, known.my_part(found.message)
    said_no = party.answer is Answer.DECLINED
    if said_no or (mine is not None and mine.answer is Answer.DECLINED):
        return found.stopped(Hitch.OFF)
    asked = mine.answer is not Answer.ACCEPTED if mine is not None else found.act is Act.INVITE
    theirs = party.key == message.organizer.key or party.answer is Answer.ACCEPTED
    found = replace(found, agreed=theirs and not asked)
    entry = Doubt.NONE
    if found.act is Act.HOLD:
        entry = Doubt.NONE if _stood(message, party, mine, known) else Doubt.UNANSWERED
    elif found.act is Act.PLAN or (found.act is Act.INVITE and message.method is Method.PUBLISH):
        entry = Doubt.ENTRY
    elif found.act is Act.INVITE and mine is None and known.mine and found.guest:
        entry = Doubt.GUEST
    if (person := known.by_address(party)) is not None:
        return _unless_there(replace(found, person=person, doubt=entry), known)
    if (person := known.by_name(party)) is not None:
        doubtful = replace(found, person=person, doubt=Doubt.ADDRESS, address=party.address)
        return _unless_there(doubtful, known)
    stranger = Person(name=party.name or party.address, emails=(party.address,))
    found = replace(found, person=stranger, doubt=Doubt.STRANGER, address=party.address)
    return found if found.act is Act.INVITE else found.stopped(Hitch.STRANGER)


def _stood(message: Message, party: Party, mine: Party | None, known: Known) -> bool:
    """Whether what is over may be taken as held: an invitation wants the yes of whom it asked.

    Many guests never answer, so what the user entered or invited to was held when it stood in the
    calendar to the end; a perhaps is asked about there too.
    """
    by_me = known.is_me(message.organizer)
    asked = party if by_me else mine
    answer = asked.answer if asked is not None else Answer.NONE
    if answer is not Answer.NONE:
        return answer is Answer.ACCEPTED
    own = by_me or asked is None or not _is_sent(message)
    return message.method is Method.PUBLISH and own


def _by_its_title(found: Finding, known: Known) -> Finding:
    """An entry that names nobody but in its title."""
    person = known.named_in(found.message.summary)
    if person is None:
        return found.stopped(Hitch.ALONE)
    return _unless_there(replace(found, person=person, doubt=Doubt.NAME, agreed=True), known)


def _unless_there(found: Finding, known: Known) -> Finding:
    """Nothing is to be done about a 1-2-1 that was noted by hand, or came by another file."""
    message, person = found.message, found.person
    begins = message.starts_utc
    if person is None or begins is None or message.starts is None:
        return found
    if found.act is Act.HOLD:
        there = known.met_then(person, message.starts.date())
    else:
        there = known.planned_then(person, begins)
    return found.stopped(Hitch.KNOWN if there else Hitch.NONE)


def _whom_with(message: Message, known: Known) -> Sequence[Party]:
    """The others in it. An invitation to one address that nobody known has is to the user."""
    others = known.others(message)
    sender = message.organizer
    if known.my_part(message) or known.is_me(sender) or not sender.address:
        return others
    guests = [one for one in others if one.key != sender.key]
    if len(guests) == 1 and known.by_address(guests[0]) is None:
        return [one for one in others if one.key == sender.key]
    return others


def _is_sent(message: Message) -> bool:
    return bool(message.organizer.address)


def _first_known(others: Sequence[Party], known: Known) -> Person | None:
    return next((one for party in others if (one := known.by_address(party)) is not None), None)
