"""What to do after a 1-2-1 that did not come to pass, in the words of a good friend."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.meetings import State
from planner.journeys.meetings_page import MeetingWith
from ui import day_wording, plan_wording

translate = QCoreApplication.translate


def words(one: MeetingWith, today: date) -> str:
    """No grudge, and what the program does about it; "" where nothing is to be said any more."""
    meeting, name = one.meeting, plan_wording.called(one.person)
    if not one.last:
        return ""
    if meeting.off_by_me:
        return translate(
            "next step",
            "You called it off, so the next word is yours. A new time, soon, tells {name} that it "
            "was the day that did not suit, and nothing else.",
        ).format(name=name)
    if meeting.off_by_them:
        told = translate(
            "next step",
            "{name} called it off. The timing was not right, and that says nothing about the two "
            "of you. Three times to choose from make it easy to say yes.",
        )
    elif meeting.state is State.MISSED:
        told = translate(
            "next step",
            "{name} did not come. Something came up, as it does for all of us; a kind word now is "
            "remembered for longer than the hour that was lost.",
        )
    else:
        return ""
    told = told.format(name=name)
    return f"{told} {_rest(one, name, today)}".strip()


def _rest(one: MeetingWith, name: str, today: date) -> str:
    if one.rests_until is None:
        return ""
    until = day_wording.named_day(one.rests_until, today)
    left = translate("next step", "Until {day} {name} is not suggested again.")
    return left.format(name=name, day=until)


def to_plan(one: MeetingWith) -> str:
    """The button that plans the next one."""
    if one.last and one.meeting.off_by_them:
        return translate("next step", "Suggest three times")
    if one.last and (one.meeting.off_by_me or one.meeting.state is State.MISSED):
        return translate("next step", "Propose another time")
    return translate("next step", "Plan the next one")
