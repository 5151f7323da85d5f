"""How another time that a guest proposed is told."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.proposal import Proposal
from planner.domain.wall_time import wall_of
from ui import day_wording, plan_wording

translate = QCoreApplication.translate


def when(proposal: Proposal, today: date, zone: str) -> str:
    """ "Wednesday 2 December, 14:00 – 15:00 · The Wharf", as the user's clocks show it."""
    begins, ends = wall_of(proposal.starts_utc, zone), wall_of(proposal.ends_utc, zone)
    told = translate("proposal", "{day}, {times}").format(
        day=day_wording.full_day(begins.date(), today.year),
        times=day_wording.from_to(begins, ends),
    )
    return f"{told} · {proposal.place}" if proposal.place else told


def on_both_clocks(proposal: Proposal, person: Person, today: date, zone: str) -> str:
    """The same, with the time it is for them where their clocks show another."""
    theirs = plan_wording.for_them(wall_of(proposal.starts_utc, zone), zone, person)
    told = when(proposal, today, zone)
    return f"{told} ({theirs})" if theirs else told


def instead_of(meeting: Meeting, today: date, zone: str) -> str:
    """ "In place of tomorrow 08:30"."""
    planned = day_wording.moment(wall_of(meeting.starts_utc, zone), today)
    return translate("proposal", "In place of {when}").format(when=planned)


def proposed(proposal: Proposal, person: Person, today: date, zone: str) -> str:
    words = translate("proposal", "{name} proposes another time: {when}")
    if proposal.is_of_place_alone:
        words = translate("proposal", "{name} proposes another place: {when}")
    name, told = plan_wording.called(person), on_both_clocks(proposal, person, today, zone)
    return words.format(name=name, when=told)


def taken(proposal: Proposal, person: Person, today: date, zone: str) -> str:
    return translate("proposal", "1-2-1 with {name} moved to {when}").format(
        name=plan_wording.called(person), when=when(proposal, today, zone)
    )


def kept(person: Person) -> str:
    return translate("proposal", "The time planned with {name} stays").format(
        name=plan_wording.called(person)
    )


def copied(person: Person) -> str:
    """What is left to do then."""
    words = translate("proposal", "A message that asks {name} to keep it is copied: paste it.")
    return words.format(name=plan_wording.called(person))
