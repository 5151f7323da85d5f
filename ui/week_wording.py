"""The week's room in words: how many 1-2-1s are planned, and what is said of a full one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from planner.journeys.suggest_people import Suggestions

translate = QCoreApplication.translate


def planned(of: Suggestions) -> str:
    """ "1 of 3 conversations planned for this week"; without the wish where that is surpassed."""
    if of.per_week and of.planned_this_week <= of.per_week:
        words = translate("week", "{planned} of {wanted} conversations planned for this week")
        return words.format(planned=of.planned_this_week, wanted=of.per_week)
    if of.planned_this_week == 1:
        return translate("week", "1 conversation planned for this week")
    words = translate("week", "{planned} conversations planned for this week")
    return words.format(planned=of.planned_this_week)


def places(of: Suggestions) -> str:
    """ "places 6 to 10 of your list", further down it than the first."""
    words = translate("week", "places {first} to {last} of your list")
    return words.format(first=of.start + 1, last=of.start + len(of.entries))


def full(of: Suggestions) -> str:
    """What is said of a week that has no room left; never a reproach."""
    if of.planned_this_week > of.per_week:
        words = translate(
            "week", "A rich week: {planned} planned, more than the {wanted} you want."
        )
    else:
        words = translate("week", "Your week is full: {planned} of {wanted} planned.")
    return words.format(planned=of.planned_this_week, wanted=of.per_week)


def next_week() -> str:
    """What the list is for once the week is full."""
    return translate("week", "Next week you could meet:")
