"""What is marked on the line of warmth, in words: for tooltips and for those who hear the page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.groups import MetAt
from planner.domain.meetings import Meeting, Touch
from ui import day_wording, past_wording, wording

translate = QCoreApplication.translate

MOST_READ = 12  # things that happened that are read out one by one


def marked(what: Meeting | Touch | MetAt, day: date, today: date) -> str:
    """ "1-2-1 on 3 September", "Met at Chamber Breakfast on 21 May"."""
    if isinstance(what, Meeting):
        name = (
            translate("warmth", "1-2-1 planned") if what.planned else translate("warmth", "1-2-1")
        )
    elif isinstance(what, Touch):
        name = wording.touch_kind(what.kind)
    else:
        name = wording.happened(what)
    if isinstance(what, Meeting) and what.vague:
        words = translate("warmth", "{what} in {month}")
        return words.format(what=name, month=past_wording.when(what, today))
    words = translate("warmth", "{what} on {day}")
    return words.format(what=name, day=day_wording.named_day(day, today))


def half_gone(half_life: float) -> str:
    """ "Half the warmth is gone after 7 weeks"; `half_life` in days."""
    words = translate("warmth", "Half the warmth is gone after {span}")
    return words.format(span=day_wording.span(round(half_life)))


def read_out(warmth: str, marks: Iterable[str]) -> str:
    """The drawing as sentences: how warm it is today, then what happened, from the latest."""
    told = list(marks)
    rest = len(told) - MOST_READ
    more = [translate("warmth", "and {count} more before").format(count=rest)] if rest > 0 else []
    today = translate("warmth", "Today: {warmth}").format(warmth=warmth)
    return ". ".join((today, *told[:MOST_READ], *more)) + "."
