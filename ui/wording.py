"""How things are called and days are told; every word a user reads of them, translated.

Works without a screen or an application, so that the terminal says the same as the window.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from planner.domain.facts import FactKind, Origin
from planner.domain.meetings import Meeting, State, Touch, TouchKind
from planner.domain.people import Attitude, Fit, Person, Stage
from planner.domain.promises import Promise
from planner.domain.referrals import Outcome
from planner.domain.suggestions import Reason

if TYPE_CHECKING:
    from planner.domain.conversation import Step
    from planner.domain.groups import MetAt

translate = QCoreApplication.translate

DAYS_IN_WEEK = 7
DAYS_AS_DAYS = 14  # shorter spans are told in days,
DAYS_AS_WEEKS = 126  # shorter ones in weeks,
DAYS_AS_MONTHS = 730  # shorter ones in months, longer ones in years
DAYS_IN_MONTH = 30.44
NAME_WORDS = 3  # as long as words of eight letters; a first name longer than that is cut
DAYS_IN_YEAR = 365.25


def stage(of: Stage) -> str:
    return {
        Stage.CONNECTED: translate("wording", "Connected"),
        Stage.KNOWN: translate("wording", "Known"),
        Stage.LIKED: translate("wording", "Liked"),
        Stage.TRUSTED: translate("wording", "Trusted"),
        Stage.REFERS: translate("wording", "Refers"),
    }[of]


def fact_kind(of: FactKind) -> str:
    return {
        FactKind.DOES: translate("wording", "Does"),
        FactKind.FOR_WHOM: translate("wording", "For whom"),
        FactKind.IDEAL_REFERRAL: translate("wording", "Ideal referral"),
        FactKind.GOAL: translate("wording", "Goal"),
        FactKind.CHALLENGE: translate("wording", "Challenge"),
        FactKind.ACCOMPLISHMENT: translate("wording", "Accomplishment"),
        FactKind.INTEREST: translate("wording", "Interest"),
        FactKind.LIKE: translate("wording", "Likes"),
        FactKind.DISLIKE: translate("wording", "Dislikes"),
        FactKind.NETWORK: translate("wording", "Knows people"),
        FactKind.SKILL: translate("wording", "Good at"),
        FactKind.NOTE: translate("wording", "Note"),
        FactKind.PRIVATE: translate("wording", "Private"),
    }[of]


def still_to_learn(kind: FactKind, person: Person) -> str:
    """What nothing is known of yet, as a small question without a question mark."""
    name = person.first_name
    words = {
        FactKind.DOES: translate("wording", "What {name} does"),
        FactKind.FOR_WHOM: translate("wording", "Whom {name} works for"),
        FactKind.IDEAL_REFERRAL: translate("wording", "How {name} is best introduced"),
        FactKind.GOAL: translate("wording", "What {name} is aiming for"),
        FactKind.CHALLENGE: translate("wording", "What is hard at the moment"),
        FactKind.INTEREST: translate("wording", "What {name} enjoys"),
        FactKind.NETWORK: translate("wording", "Who else {name} works with"),
    }
    return words[kind].format(name=name) if kind in words else fact_kind(kind)


def state(of: State) -> str:
    return {
        State.PROPOSED: translate("wording", "Proposed"),
        State.AGREED: translate("wording", "Agreed"),
        State.HELD: translate("wording", "Held"),
        State.CANCELLED: translate("wording", "Called off"),
        State.MISSED: translate("wording", "Missed"),
    }[of]


def touch_kind(of: TouchKind) -> str:
    return {
        TouchKind.MESSAGE: translate("wording", "Message"),
        TouchKind.CALL: translate("wording", "Call"),
        TouchKind.CHAT: translate("wording", "Chat"),
    }[of]


def outcome(of: Outcome) -> str:
    return {
        Outcome.PASSED: translate("wording", "Passed on"),
        Outcome.WON: translate("wording", "Won"),
        Outcome.LOST: translate("wording", "Came to nothing"),
    }[of]


def attitude(of: Attitude) -> str:
    return {
        Attitude.OPEN: translate("wording", "Open to networking"),
        Attitude.DISLIKES: translate("wording", "Dislikes networking"),
        Attitude.PRESS: translate("wording", "Press or media"),
        Attitude.EMPLOYED: translate("wording", "Works in a company, neither buys nor sells"),
    }[of]


def fit(of: Fit) -> str:
    return {
        Fit.UNSAID: translate("wording", "As About me says"),
        Fit.MORE: translate("wording", "Fits well"),
        Fit.LESS: translate("wording", "Fits little"),
    }[of]


def origin(of: Origin) -> str:
    return {
        Origin.TYPED: translate("wording", "Typed"),
        Origin.IMPORT: translate("wording", "From a contact file"),
        Origin.MEETING: translate("wording", "Noted in a 1-2-1"),
        Origin.SAMPLE: translate("wording", "Sample network"),
    }[of]


def step(of: Step) -> str:
    from planner.domain.conversation import Step  # here, as the first Today says nothing of it

    return {
        Step.TALKING: translate("wording", "Talking"),
        Step.DEBRIEF: translate("wording", "Debrief"),
        Step.DONE: translate("wording", "Done"),
    }[of]


def day(of: date) -> str:
    """"22 November 2026"."""
    return _dated(of, translate("wording", "d MMMM yyyy", "a day with its year"))


def long_day(of: date) -> str:
    """"Sunday 22 November"."""
    return _dated(of, translate("wording", "dddd d MMMM", "a day with its weekday"))


def full_day(of: date, year: int) -> str:
    """"Tuesday 24 November", with the year where it is not `year`."""
    if of.year == year:
        return long_day(of)
    return _dated(of, translate("wording", "dddd d MMMM yyyy", "a day with weekday and year"))


def weekday_and_day(of: date) -> str:
    """"Mon 23": a day as a column's head."""
    return _dated(of, translate("wording", "ddd d", "a day as a column's head"))


def days_from_to(first: date, last: date) -> str:
    """"23 – 27 Nov", "30 Nov – 4 Dec": a few days one after the other."""
    form = translate("wording", "d MMM", "a day, short")
    end = _dated(last, form)
    if first == last:
        return end
    same_month = (first.year, first.month) == (last.year, last.month)
    start = str(first.day) if same_month else _dated(first, form)
    return translate("wording", "{start} – {end}").format(start=start, end=end)


def short_day(of: date, today: date) -> str:
    """"3 Sep", with the year where it is not this one."""
    if of.year == today.year:
        return _dated(of, translate("wording", "d MMM", "a day, short"))
    return _dated(of, translate("wording", "d MMM yyyy", "a day with its year, short"))


def month(of: date, today: date) -> str:
    """"March", with the year where it is not this one."""
    if of.year == today.year:
        return _dated(of, "MMMM")
    return _dated(of, translate("wording", "MMMM yyyy", "a month with its year"))


def near_day(of: date, today: date) -> str:
    """"today", "tomorrow", "Tuesday", "3 Dec": within a sentence, the shortest that is clear."""
    ahead = (of - today).days
    if ahead == 0:
        return translate("wording", "today")
    if ahead == 1:
        return translate("wording", "tomorrow")
    if ahead == -1:
        return translate("wording", "yesterday")
    if 0 < ahead < DAYS_IN_WEEK:
        return _dated(of, "dddd")
    return short_day(of, today)


def moment(of: datetime, today: date) -> str:
    """"tomorrow 08:30": when something is planned, in wall time."""
    return translate("wording", "{day} {time}").format(
        day=near_day(of.date(), today), time=clock_time(of)
    )


def from_to(starts: datetime, ends: datetime) -> str:
    """"08:30 – 09:15": how long something takes, in wall time."""
    return translate("wording", "{start} – {end}").format(
        start=clock_time(starts), end=clock_time(ends)
    )


def clock_time(of: time | datetime) -> str:
    """"08:30", as the user's country writes it."""
    return QLocale().toString(QTime(of.hour, of.minute), QLocale.FormatType.ShortFormat)


def days(count: int) -> str:
    """"1 day", "9 days". English brings no translation file with plurals, so one stands apart."""
    if count == 1:
        return translate("wording", "1 day")
    return translate("wording", "%n days", "", count)


def weeks(count: int) -> str:
    if count == 1:
        return translate("wording", "1 week")
    return translate("wording", "%n weeks", "", count)


def span(length: int) -> str:
    """A number of days as somebody would say it: "9 days", "11 weeks", "5 months"."""
    if length < DAYS_AS_DAYS:
        return days(length)
    if length < DAYS_AS_WEEKS:
        return weeks(length // DAYS_IN_WEEK)
    if length < DAYS_AS_MONTHS:
        return translate("wording", "%n months", "", int(length / DAYS_IN_MONTH))
    return translate("wording", "%n years", "", max(2, int(length / DAYS_IN_YEAR)))


def ago(length: int) -> str:
    """"today", "yesterday", "9 days ago", "11 weeks ago"."""
    if length <= 0:
        return translate("wording", "today")
    if length == 1:
        return translate("wording", "yesterday")
    return translate("wording", "{span} ago").format(span=span(length))


def due(promise: Promise, today: date) -> str:
    """"5 days late", "Due tomorrow", "Due Tuesday", "No date", or that it is kept."""
    if promise.done_on:
        return translate("wording", "Kept {day}").format(day=near_day(promise.done_on, today))
    if promise.due is None:
        return translate("wording", "No date")
    late = promise.days_late(today)
    if late > 0:
        return translate("wording", "{days} late").format(days=span(late))
    return translate("wording", "Due {day}").format(day=near_day(promise.due, today))


def money(amount: float) -> str:
    """"£1,200": an amount as the user's country writes it, pence only where there are some."""
    locale = QLocale()
    return locale.toCurrencyString(amount, locale.currencySymbol(), 0 if amount % 1 == 0 else 2)


def direction(mine: bool, person: Person) -> str:
    """Who owes whom, or gave whom: "you → Maya"."""
    words = (
        translate("wording", "you → {name}") if mine else translate("wording", "{name} → you")
    )
    from planner.domain.shortening import shorten

    return words.format(name=shorten(person.first_name, NAME_WORDS))


def happened(what: Meeting | Touch | MetAt, *, first: bool = False) -> str:
    """A line of a person's history: "1-2-1 at The Wharf, 50 min. Wants to start a podcast"."""
    if not isinstance(what, Meeting | Touch):
        return translate("wording", "Met at {event}").format(event=what.label)
    if isinstance(what, Touch):
        kind = touch_kind(what.kind)
        if not what.note:
            return kind
        return translate("wording", "{kind}: {note}").format(kind=kind, note=what.note)
    if what.state is not State.HELD:
        words = translate("wording", "1-2-1: {state}")
        return words.format(state=state(what.state).lower())
    place = what.place.partition(",")[0].strip()
    words = translate("wording", "First 1-2-1") if first else translate("wording", "1-2-1")
    if place:
        words = translate("wording", "{what} at {place}").format(what=words, place=place)
    words = translate("wording", "{what}, {minutes} min").format(what=words, minutes=what.minutes)
    return f"{words}. {what.summary}" if what.summary else words


def reason(of: Reason, person: Person, today: date) -> tuple[str, str]:
    """Why somebody is suggested: a lead such as "Going cold:", and the rest of the sentence."""
    from ui import reason_wording  # which words with what stands here

    return reason_wording.reason(of, person, today)


def _dated(of: date, form: str) -> str:
    return QLocale().toString(QDate(of.year, of.month, of.day), form)
