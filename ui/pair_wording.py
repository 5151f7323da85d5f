"""How it is told what people look for, who could help, and how far an introduction is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.asks import Ask
from planner.domain.introductions import Introduction, Standing, Step, next_step
from planner.domain.people import Person
from planner.domain.said_of_pairs import Frame, Said, said_of_known, said_of_want
from planner.domain.told_of_notes import told_of
from planner.journeys.help_each_other import CouldHelp
from ui import day_wording

translate = QCoreApplication.translate

NUDGE_DAYS = 14  # without an answer, after which it is worth asking again
DAYS_TOLD = 60  # up to here in days


def looks_for(found: CouldHelp) -> str:
    """ "Ana is looking for a commercial landlord"."""
    return _told(said_of_want(found.pair.want), found.person)


def has(found: CouldHelp) -> str:
    """ "Rob lets flats and small shop units"."""
    return _told(said_of_known(found.pair.known), found.other)


def both(person: Person, other: Person) -> str:
    """ "Ana Ferreira and Rob Kane"."""
    return translate("pairs", "{one} and {other}").format(one=person.name, other=other.name)


def _told(said: Said, person: Person) -> str:
    name = person.first_name
    words = {
        Frame.LOOKS_FOR: translate("pairs", "{name} is looking for {what}"),
        Frame.WANTS_TO: translate("pairs", "{name} wants to {what}"),
        Frame.WOULD_LIKE: translate("pairs", "{name} would like {what}"),
        Frame.STRUGGLES: translate("pairs", "{name} struggles with {what}"),
        Frame.WORRIES: translate("pairs", "{name} has a worry: {what}"),
        Frame.ACTS: translate("pairs", "{name} {what}", "a name and what they do: lets flats"),
        Frame.DOES: translate("pairs", "{name} does {what}"),
        Frame.IS_A: translate("pairs", "{name} is {what}"),
        Frame.GOOD_AT: translate("pairs", "{name} is good at {what}"),
        Frame.KNOWS: translate("pairs", "{name} knows {what}"),
        Frame.SERVES: translate("pairs", "{name} works for {what}"),
        Frame.IS_AT: translate("pairs", "{name} is with {what}"),
    }[said.frame]
    return words.format(name=name, what=told_of(said.words) or said.words)


def standing(one: Introduction, person: Person, other: Person, today: date) -> str:
    """How far it is, as a sentence: "Asked both 16 days ago; Ana said yes"."""
    waiting = one.days_waiting(today)
    ago = _ago(waiting)
    if one.standing is Standing.MADE:
        return translate("pairs", "Introduced {ago}").format(ago=ago)
    if one.standing is not Standing.ASKED:
        return ended(one, today)
    if next_step(one) is Step.INTRODUCE:
        return translate("pairs", "Both said yes, {ago}").format(ago=ago)
    if not (one.person_asked or one.other_asked):
        return translate("pairs", "Nobody is asked yet")
    if one.person_asked and one.other_asked:
        told = translate("pairs", "Asked both {ago}").format(ago=ago)
    else:
        asked = person if one.person_asked else other
        told = translate("pairs", "Asked {name} {ago}").format(name=asked.first_name, ago=ago)
    yes = [each.first_name for each in (person, other) if one.agreed(each.id)]
    if yes:
        told = translate("pairs", "{asked}; {name} said yes").format(asked=told, name=yes[0])
    if waiting >= NUDGE_DAYS:
        told = translate("pairs", "{told}. Worth a nudge?").format(told=told)
    return told


def _ago(days: int) -> str:
    """In days for longer than elsewhere: here each week without an answer counts."""
    if 1 < days <= DAYS_TOLD:
        return translate("pairs", "{days} ago").format(days=day_wording.days(days))
    return day_wording.ago(days)


def ended(one: Introduction, today: date) -> str:
    """What came of it."""
    words = {
        Standing.HELPED: translate("pairs", "It helped"),
        Standing.NOTHING: translate("pairs", "Nothing came of it"),
        Standing.DECLINED: translate("pairs", "One of the two would rather not"),
    }.get(one.standing, "")
    return f"{words}: {one.note}" if one.note else words


def ask_line(ask: Ask, person: Person | None, today: date) -> str:
    """By whom, and since when or how it ended: "You · since 3 Nov"."""
    parts = [translate("pairs", "You") if person is None else person.name]
    if ask.done_on is not None:
        day = day_wording.short_day(ask.done_on, today)
        parts.append(translate("pairs", "found {day}").format(day=day))
        if ask.came_of:
            parts.append(ask.came_of)
    elif ask.made_on is not None:
        day = day_wording.short_day(ask.made_on, today)
        parts.append(translate("pairs", "since {day}").format(day=day))
    return " · ".join(parts)
