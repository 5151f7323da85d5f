"""What the two are used to, as sentences: only what there is enough evidence for, kindly put."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from planner.domain.learning import (
    ANSWERS_FOR_A_HABIT,
    TOUCHES_FOR_A_HABIT,
    Habits,
)
from planner.domain.people import Person
from ui import day_wording, wording

translate = QCoreApplication.translate


def sentences(of: Habits, person: Person) -> tuple[str, ...]:
    """How often the two speak, how somebody answers, and who writes first."""
    told = (_how_often(of), _how_they_answer(of), _who_writes_first(of, person))
    return tuple(sentence for sentence in told if sentence)


def _how_often(of: Habits) -> str:
    if not of.usual_gap:
        return ""
    words = translate("habits", "You two usually speak {often}")
    return words.format(often=_every(of.usual_gap))


def _every(gap: int) -> str:
    """ "every day", "every 9 days", "every 6 weeks", "every 5 months": rounded, as it is spoken."""
    weeks = round(gap / day_wording.DAYS_IN_WEEK)
    months = round(gap / day_wording.DAYS_IN_MONTH)
    if gap == 1:
        return translate("habits", "every day")
    if gap == day_wording.DAYS_IN_WEEK:
        return translate("habits", "every week")
    if gap < day_wording.DAYS_AS_DAYS:
        return translate("habits", "every %n days", "", gap)
    if gap < day_wording.DAYS_AS_WEEKS:
        return translate("habits", "every %n weeks", "", weeks)
    if gap < day_wording.DAYS_AS_MONTHS:
        return translate("habits", "every %n months", "", months)
    return translate("habits", "every few years")


def _how_they_answer(of: Habits) -> str:
    """A no is a matter of time, not of the person."""
    if of.asked < ANSWERS_FOR_A_HABIT:
        return ""
    if not of.said_yes:
        words = translate("habits", "Has not found the time yet, asked {asked} times")
    elif of.said_yes == of.asked:
        words = translate("habits", "Always says yes: {yes} of {asked}")
    elif of.usually_says_yes:
        words = translate("habits", "Usually says yes: {yes} of {asked}")
    else:
        words = translate("habits", "Found the time for {yes} of {asked}")
    return words.format(yes=of.said_yes, asked=of.asked)


def _who_writes_first(of: Habits, person: Person) -> str:
    touches = of.theirs + of.mine
    if touches < TOUCHES_FOR_A_HABIT:
        return ""
    if of.usually_writes_first:
        return wording.with_name(translate("habits", "Mostly {name} writes first"), person)
    if of.usually_written_to:
        return translate("habits", "Mostly you write first")
    return translate("habits", "Now one of you writes first, now the other")
