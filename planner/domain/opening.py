"""What is to be done about everything that calendar files say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from planner.domain.answering import answered, who_answers
from planner.domain.incoming import ANSWERS, Act, Finding, Hitch, Message, Method
from planner.domain.inviting import invited
from planner.domain.known_here import Known, owners

Key = tuple[str, bool, str]  # what it is about, whether it is an answer, and whose


def look_at(
    messages: Sequence[Message],
    known: Known,
    now: datetime,
    tell: Callable[[int, int], None] | None = None,
) -> tuple[Finding, ...]:
    """What each message means, in their order; `now` is UTC, naive.

    Of several on one thing the newest counts, and of several alike the first. `tell(done, of)`
    hears how far it is.
    """
    if found := owners((one for one in messages if one.method is Method.PUBLISH), known):
        known = replace(known, mine=known.mine | found)
    newest: dict[Key, int] = {}
    keys = [_key(message, known) for message in messages]
    for place, (message, key) in enumerate(zip(messages, keys, strict=True)):
        before = newest.get(key)
        if before is None or message.age > messages[before].age:
            newest[key] = place
    findings: list[Finding] = []
    for place, (message, key) in enumerate(zip(messages, keys, strict=True)):
        if tell is not None:
            tell(place, len(messages))
        finding = judge(message, known, now)
        first = newest[key]
        if message.uid and first != place and finding.can:
            alike = message.age == messages[first].age
            finding = finding.stopped(Hitch.KNOWN if alike else Hitch.OLDER)
        findings.append(finding)
    return tuple(_no_doubles(findings))


def judge(message: Message, known: Known, now: datetime) -> Finding:
    """What one message means."""
    return (answered if message.method in ANSWERS else invited)(message, known, now)


def _key(message: Message, known: Known) -> Key:
    if message.method not in ANSWERS:
        return message.uid, False, ""
    meeting = known.meeting(message.uid)
    guest = known.person(meeting.person) if meeting is not None else None
    return message.uid, True, who_answers(message, guest, known).key


def _no_doubles(findings: Sequence[Finding]) -> list[Finding]:
    """One 1-2-1 a person and day, and one stranger once: two entries may tell of the same."""
    seen: set[tuple[object, ...]] = set()
    kept: list[Finding] = []
    for finding in findings:
        if finding.can and finding.act in (Act.HOLD, Act.PLAN, Act.INVITE):
            starts, person = finding.message.starts, finding.person
            who = (person.id or person.emails) if person is not None else 0
            day = starts.date() if starts is not None and finding.act is Act.HOLD else starts
            key = (finding.act, who, day)
            if key in seen:
                finding = finding.stopped(Hitch.KNOWN)
            seen.add(key)
        kept.append(finding)
    return kept
