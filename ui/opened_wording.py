"""What calendar files say, in words: who said what, why nothing is done, and what would be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from planner.domain.answering import is_about_another_time, who_answers
from planner.domain.first_names import given_name
from planner.domain.incoming import Act, Doubt, Finding, Hitch, Method
from planner.domain.known_here import Known
from planner.domain.meetings import Meeting, State
from planner.domain.times_of import planned_minutes
from planner.domain.wall_time import wall_of
from planner.journeys.open_calendar_file import Opened
from ui import day_wording

translate = QCoreApplication.translate

_ANSWERS = (Method.REPLY, Method.COUNTER, Method.REFRESH)
_NOBODY = Known()
_NOT_FROM_THEM = (Hitch.SENDER, Hitch.FOREIGN, Hitch.ANOTHER)
_SHOWN = 3  # file names in a line


def who(finding: Finding) -> str:
    """Whom it is from or with, as far as anybody knows."""
    if finding.person is not None:
        return finding.person.name
    message = finding.message
    party = message.organizer
    if message.method in _ANSWERS:
        party = who_answers(message, None, _NOBODY)
    return party.name or party.address or translate("opened", "Somebody")


def called(finding: Finding) -> str:
    """The same, as one speaks of them."""
    return given_name(who(finding)) or who(finding)


def headline(finding: Finding) -> str:
    """What it says, in a few words."""
    name = who(finding)
    if finding.hitch in (Hitch.OWN, Hitch.MOVED):
        if finding.message.method in _ANSWERS:
            return translate("opened", "Your own answer")
        return translate("opened", "Your own 1-2-1 with {name}").format(name=name)
    if finding.hitch in _NOT_FROM_THEM:
        return translate("opened", "About your 1-2-1 with {name}").format(name=name)
    if finding.can and finding.doubt is Doubt.ADDRESS and finding.act is not Act.HOLD:
        name = finding.address  # it claims to be theirs; nobody knows whether it is
    words = {
        Act.AGREE: translate("opened", "{name} said yes"),
        Act.DECLINE: translate("opened", "{name} said no"),
        Act.DOUBT: translate("opened", "{name} may come"),
        Act.COUNTER: translate("opened", "{name} proposes another time"),
        Act.INVITE: translate("opened", "{name} invites you"),
        Act.UPDATE: translate("opened", "{name} changed the 1-2-1"),
        Act.CALL_OFF: translate("opened", "{name} called it off"),
        Act.HOLD: translate("opened", "1-2-1 with {name}"),
        Act.PLAN: translate("opened", "1-2-1 with {name}"),
    }
    if finding.act is Act.NOTHING:
        return _nothing(finding).format(name=name)
    if has_its_own_title(finding):
        return finding.message.summary or translate("opened", "An event without a title")
    if finding.act is Act.UPDATE and finding.hitch is Hitch.OLDER:
        return translate("opened", "An earlier invitation from {name}").format(name=name)
    if finding.act is Act.UPDATE and finding.hitch in (Hitch.KNOWN, Hitch.OFF):
        return words[Act.INVITE].format(name=name)
    return words[finding.act].format(name=name)


def has_its_own_title(finding: Finding) -> bool:
    """Whether it is told by what the calendar calls it: what is left there may be no 1-2-1."""
    entry = finding.act in (Act.HOLD, Act.PLAN) or finding.hitch in (Hitch.SEVERAL, Hitch.ALONE)
    return entry and finding.hitch not in (Hitch.NONE, Hitch.KNOWN)


def _nothing(finding: Finding) -> str:
    return {
        Hitch.DELEGATED: translate("opened", "{name} passes it on"),
        Hitch.KEPT: translate("opened", "{name} keeps to the time"),
        Hitch.ASKS: translate("opened", "{name} asks for the newest version"),
    }.get(finding.hitch, translate("opened", "An answer from {name}"))


def when(finding: Finding, today: date, zone: str) -> str:
    """When it is: of an answer the 1-2-1's own time, else the time in the file, as the user's
    clocks show it. "" where there is none. Of an answer to an earlier time, what it answers to.
    """
    message, meeting = finding.message, finding.meeting
    if message.method in _ANSWERS and (finding.hitch is Hitch.OLDER or to_another_time(finding)):
        told = _in_file(finding, today, zone)
        words = translate("opened", "To {when}") if told else translate("opened", "To another time")
        return words.format(when=told)
    if message.method in _ANSWERS and finding.act is not Act.COUNTER and meeting is not None:
        return of_meeting(meeting, today, zone)
    return _in_file(finding, today, zone)


def to_another_time(finding: Finding) -> bool:
    """Whether it is an answer that would be taken though it says another time."""
    asked = finding.can and finding.message.method is Method.REPLY
    meeting = finding.meeting
    return asked and meeting is not None and is_about_another_time(finding.message, meeting)


def _in_file(finding: Finding, today: date, zone: str) -> str:
    message, meeting = finding.message, finding.meeting
    begins = message.starts_utc
    if begins is None:
        return ""
    if message.all_day and message.starts is not None:
        return day_wording.full_day(message.starts.date(), today.year)
    here = wall_of(begins, zone)
    minutes = planned_minutes(message, meeting.minutes if meeting is not None else 45)
    ends = wall_of(begins + timedelta(minutes=minutes), zone)
    return _told(here.date(), day_wording.from_to(here, ends), today, message.place)


def of_meeting(meeting: Meeting, today: date, zone: str) -> str:
    """When and where a 1-2-1 is, as the user's clocks show it."""
    here = wall_of(meeting.starts_utc, zone)
    ends = wall_of(meeting.ends_utc, zone)
    return _told(here.date(), day_wording.from_to(here, ends), today, meeting.place)


def in_short(finding: Finding) -> str:
    """What stands in a list where all is of one kind: of an event, whom it is with."""
    if finding.can and finding.act in (Act.HOLD, Act.PLAN):
        return who(finding)
    return headline(finding)


def before(finding: Finding, today: date, zone: str) -> str:
    """What was planned, where the file says another time; "" elsewhere."""
    meeting = finding.meeting
    left = finding.hitch in (Hitch.MOVED, Hitch.OLDER, *_NOT_FROM_THEM)
    stays = left or to_another_time(finding)
    changes = finding.act in (Act.COUNTER, Act.UPDATE) and finding.hitch is not Hitch.KNOWN
    if meeting is None or not (stays or changes):
        return ""
    told = of_meeting(meeting, today, zone)
    if meeting.state is State.CANCELLED:
        words = translate("opened", "It was planned for {when}, and called off.")
        return words.format(when=told)
    if stays and meeting.planned:
        return translate("opened", "Here it is planned for {when}.").format(when=told)
    if stays:
        return ""
    return translate("opened", "Planned so far: {when}").format(when=told)


def doing(finding: Finding) -> str:
    """What a button says that does it."""
    stranger = finding.person is None or not finding.person.id
    if finding.act is Act.INVITE and stranger:
        words = translate("opened", "Bring {name} in and keep the 1-2-1")
        return words.format(name=called(finding))
    return {
        Act.AGREE: translate("opened", "Mark it as agreed"),
        Act.DECLINE: translate("opened", "Mark it as called off"),
        Act.DOUBT: translate("opened", "Note it"),
        Act.COUNTER: translate("opened", "Keep their proposal"),
        Act.INVITE: translate("opened", "Keep this 1-2-1"),
        Act.UPDATE: translate("opened", "Take the change"),
        Act.CALL_OFF: translate("opened", "Mark it as called off"),
        Act.HOLD: translate("opened", "Note it as held"),
        Act.PLAN: translate("opened", "Keep this 1-2-1"),
    }.get(finding.act, "")


def will_do(findings: Sequence[Finding]) -> str:
    """What a button says that does all of these."""
    if len(findings) == 1:
        return doing(findings[0])
    acts = {finding.act for finding in findings}
    words = translate("opened", "Take {count} of them")
    if acts == {Act.HOLD}:
        words = translate("opened", "Note {count} 1-2-1s as held")
    elif acts and acts <= {Act.HOLD, Act.PLAN, Act.INVITE}:
        words = translate("opened", "Keep {count} 1-2-1s")
    elif not acts:
        words = translate("opened", "Tick what to keep")
    return words.format(count=f"{len(findings):,}")


def done(findings: Sequence[Finding]) -> str:
    """What was done, as the strip says it and the menu offers to undo it."""
    if len(findings) == 1:
        return _done(findings[0])
    counts = Counter(finding.act for finding in findings)
    if set(counts) == {Act.HOLD}:
        words = translate("opened", "{count} 1-2-1s noted as held")
    elif set(counts) <= {Act.INVITE, Act.PLAN, Act.HOLD}:
        words = translate("opened", "{count} 1-2-1s taken from the calendar")
    elif set(counts) <= {Act.AGREE, Act.DECLINE, Act.DOUBT, Act.COUNTER}:
        words = translate("opened", "{count} answers noted")
    else:
        words = translate("opened", "{count} things taken from the calendar file")
    return words.format(count=f"{len(findings):,}")


def _done(finding: Finding) -> str:
    name = called(finding)
    return {
        Act.AGREE: translate("opened", "{name} said yes"),
        Act.DECLINE: translate("opened", "{name} said no"),
        Act.DOUBT: translate("opened", "{name} may come"),
        Act.COUNTER: translate("opened", "{name} proposes another time"),
        Act.INVITE: translate("opened", "{name} invites you"),
        Act.UPDATE: translate("opened", "{name} changed the 1-2-1"),
        Act.CALL_OFF: translate("opened", "{name} called the 1-2-1 off"),
        Act.HOLD: translate("opened", "1-2-1 with {name} noted as held"),
        Act.PLAN: translate("opened", "1-2-1 with {name} planned"),
    }[finding.act].format(name=name)


def moved(finding: Finding, today: date, zone: str) -> str:
    """From when to when a 1-2-1 was moved by what was done; "" where it was not."""
    then, now = finding.before, finding.meeting
    if finding.act is not Act.UPDATE or then is None or now is None:
        return ""
    if then.starts_utc == now.starts_utc:
        return ""
    words = translate("opened", "From {before} to {after}.")
    return words.format(
        before=day_wording.moment(wall_of(then.starts_utc, zone), today),
        after=day_wording.moment(wall_of(now.starts_utc, zone), today),
    )


def file_names(files: Sequence[Path]) -> str:
    """The files by name, the first few of many."""
    named = [file.name for file in files]
    shown = ", ".join(named[:_SHOWN])
    if len(named) <= _SHOWN:
        return shown
    more = translate("opened", "{files} and {count} more")
    return more.format(files=shown, count=len(named) - _SHOWN)


def waiting(files: Sequence[Path]) -> str:
    """That more came while others are looked at."""
    words = translate("opened", "One more file came: {files}. It is opened after this.")
    if len(files) > 1:
        words = translate("opened", "{count} more files came: {files}. They are opened after this.")
    return words.format(files=file_names(files), count=len(files))


def what_else(opened: Opened) -> str:
    """What stands in the files that is no meeting; "" for nothing."""
    counts: Counter[str] = Counter()
    for file in opened.files:
        for name, count in file.others:
            counts[name] += count
    names = {
        "VTODO": translate("opened", "tasks"),
        "VJOURNAL": translate("opened", "journal entries"),
        "VFREEBUSY": translate("opened", "free and busy times"),
        "VAVAILABILITY": translate("opened", "hours somebody is available"),
        "VPOLL": translate("opened", "polls"),
    }
    told = ", ".join(f"{count:,} {names[name]}" for name, count in counts.items() if name in names)
    return translate("opened", "Not looked at: {what}.").format(what=told) if told else ""


def _told(day: date, times: str, today: date, place: str) -> str:
    words = translate("opened", "{day}, {times}").format(
        day=day_wording.full_day(day, today.year), times=times
    )
    return f"{words} · {place}" if place else words
