"""Keeping what the user says of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from planner.domain.changes import Change
from planner.domain.me import CLOSED, HERE, NOWHERE, Hours, Me
from planner.domain.people import wrong_with_email
from planner.domain.wall_time import wrong_with_zone
from planner.errors import PlannerError
from planner.storage.store import Store

FEWEST, MOST = 1, 14  # 1-2-1s a week: more than two a day is no longer a conversation. Our choice
LONGEST_WAY = 240  # minutes; more than that is a trip. Our choice
LONGEST_ALARM = 7 * 24 * 60  # minutes before a 1-2-1; calendars show a week at most
_HOLIDAYS = re.compile(r"[A-Z]{2}(-\S.*)?")  # a country's code, or a region's: "DE-BY"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def save(store: Store, me: Me) -> Change:
    """Keeps what the user says of themselves, tidied; refuses in words what cannot be.

    Raises PlannerError for the first thing that is wrong; `problems` tells of all.
    """
    me = tidied(me)
    for sentence in problems(me).values():
        raise PlannerError(sentence)
    with store.transaction() as work:
        store.me.put(me)
    return work.change


def problems(me: Me) -> dict[str, str]:
    """What cannot be kept: a sentence for a person to act on, by the field's name."""
    return dict(_problems(me))


def tidied(me: Me) -> Me:
    """The same without stray blanks, empty words, and words said twice."""
    return replace(
        me,
        name=me.name.strip(),
        email=me.email.strip(),
        phone=me.phone.strip(),
        company=me.company.strip(),
        city=me.city.strip(),
        does=me.does.strip(),
        for_whom=me.for_whom.strip(),
        ideal_referral=me.ideal_referral.strip(),
        zone=me.zone.strip(),
        week=tuple(hours if hours.starts != hours.ends else CLOSED for hours in me.week),
        wanted=_once_each(me.wanted),
        avoided=_once_each(me.avoided),
    )


def _once_each(words: tuple[str, ...]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for word in words:
        tidy = " ".join(word.split())
        seen.setdefault(tidy.casefold(), tidy)
    return tuple(word for word in seen.values() if word)


def _problems(me: Me) -> Iterator[tuple[str, str]]:
    # A line break in either would begin a line of its own in an invitation's calendar file.
    if _has_line_break(me.name):
        yield "name", "Your name has a line break in it. Put it on one line."
    if me.email and (wrong := _wrong_with_email(me.email)):
        yield "email", wrong
    if me.phone and not any(letter.isdigit() for letter in me.phone):
        yield "phone", f"“{me.phone}” has no digit in it. Write a number to call, or leave it out."
    if not FEWEST <= me.per_week <= MOST:
        yield "per_week", f"Choose between {FEWEST} and {MOST} 1-2-1s a week."
    if len(me.week) != len(DAYS):
        yield "week", "The week needs hours for each of its seven days."
    elif wrong := "; ".join(_wrong_with_week(me.week)):
        yield "week", f"{wrong}. Put the earlier time first, or leave the day out."
    if me.zone and (wrong := wrong_with_zone(me.zone)):
        yield "zone", wrong
    for name in ("travel_online", "travel_neutral", "travel_own"):
        if not 0 <= getattr(me, name) <= LONGEST_WAY:
            yield name, f"Choose between none and {LONGEST_WAY // 60} hours."
    if me.holidays not in (HERE, NOWHERE) and not _HOLIDAYS.fullmatch(me.holidays):
        yield "holidays", "Choose a country, and a region of it if you like."
    if not 0 <= me.alarm_minutes <= LONGEST_ALARM:
        yield "alarm_minutes", "Choose an alarm between none and a week before the 1-2-1."


def _has_line_break(text: str) -> bool:
    return len(f"{text}.".splitlines()) > 1  # the point makes a break at the end count too


def _wrong_with_email(email: str) -> str:
    if _has_line_break(email):
        return "Your e-mail address has a line break in it. Put it on one line."
    return wrong_with_email(email)


def _wrong_with_week(week: tuple[Hours, ...]) -> Iterator[str]:
    for day, hours in zip(DAYS, week, strict=True):
        if hours.starts > hours.ends:
            yield f"{day} ends ({hours.ends:%H:%M}) before it starts ({hours.starts:%H:%M})"
