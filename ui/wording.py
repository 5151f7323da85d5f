"""How things are called; every word a user reads of them, translated. Days: day_wording.py.

Works without a screen or an application, so that the terminal says the same as the window.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from planner.domain.facts import FactKind, Origin
from planner.domain.meetings import (
    Meeting,
    Roughly,
    State,
    TalkedMore,
    Touch,
    TouchKind,
    place_of,
)
from planner.domain.online_networks import is_online_network
from planner.domain.people import Attitude, Person, Stage
from planner.domain.promises import Promise
from planner.domain.referrals import Outcome
from planner.domain.suggestions import Reason
from ui import country
from ui.day_wording import near_day, span

if TYPE_CHECKING:
    from planner.domain.groups import MetAt

translate = QCoreApplication.translate

NAME_WORDS = 3  # as long as words of eight letters; a first name longer than that is cut


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


def with_name(words: str, person: Person, **more: object) -> str:
    """Words with what to call somebody for {name}, who may be known by a number alone."""
    if any(map(str.isalpha, person.first_name)):
        return words.format(name=person.first_name, **more)
    said = words.format(name=translate("wording", "this person"), **more)
    return said[:1].upper() + said[1:] if words.startswith("{name}") else said


def still_to_learn(kind: FactKind, person: Person) -> str:
    """What nothing is known of yet, as a small question without a question mark."""
    words = {
        FactKind.DOES: translate("wording", "What {name} does"),
        FactKind.FOR_WHOM: translate("wording", "Whom {name} works for"),
        FactKind.IDEAL_REFERRAL: translate("wording", "How {name} is best introduced"),
        FactKind.GOAL: translate("wording", "What {name} is aiming for"),
        FactKind.CHALLENGE: translate("wording", "What is hard at the moment"),
        FactKind.INTEREST: translate("wording", "What {name} enjoys"),
        FactKind.NETWORK: translate("wording", "Who else {name} works with"),
    }
    return with_name(words[kind], person) if kind in words else fact_kind(kind)


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


def origin(of: Origin) -> str:
    return {
        Origin.TYPED: translate("wording", "Typed"),
        Origin.IMPORT: translate("wording", "From a contact file"),
        Origin.MEETING: translate("wording", "Noted in a 1-2-1"),
        Origin.SAMPLE: translate("wording", "Sample network"),
    }[of]


def due(promise: Promise, today: date) -> str:
    """ "5 days late", "Due tomorrow", "Due Tuesday", "No date", or that it is kept."""
    if promise.done_on:
        return translate("wording", "Kept {day}").format(day=near_day(promise.done_on, today))
    if promise.due is None:
        return translate("wording", "No date")
    late = promise.days_late(today)
    if late > 0:
        return translate("wording", "{days} late").format(days=span(late))
    return translate("wording", "Due {day}").format(day=near_day(promise.due, today))


def money(amount: float) -> str:
    """ "£1,200": an amount as the user's country writes it, pence only where there are some."""
    locale = QLocale()
    return locale.toCurrencyString(amount, country.currency(), 0 if amount % 1 == 0 else 2)


def direction(mine: bool, person: Person, *, whole: bool = False) -> str:
    """Who owes whom, or gave whom: "you → Maya"; `whole` says the whole name."""
    words = translate("wording", "you → {name}") if mine else translate("wording", "{name} → you")
    from planner.domain.shortening import shorten

    name = person.name if whole else person.first_name
    return words.format(name=shorten(name, NAME_WORDS))


def happened(what: Meeting | Touch | MetAt, *, first: bool = False) -> str:
    """A line of a person's history: "1-2-1 at The Wharf, 50 min. Wants to start a podcast"."""
    if not isinstance(what, Meeting | Touch):
        if is_online_network(what.label):
            return translate("wording", "Connected on {network}").format(network=what.label)
        return translate("wording", "Met at {event}").format(event=what.label)
    if isinstance(what, Touch):
        kind = touch_kind(what.kind)
        if not what.note:
            return kind
        return translate("wording", "{kind}: {note}").format(kind=kind, note=what.note)
    if what.state is not State.HELD:
        if what.off_by_them:
            return translate("wording", "1-2-1: they called it off")
        if what.off_by_me:
            return translate("wording", "1-2-1: you called it off")
        words = translate("wording", "1-2-1: {state}")
        return words.format(state=state(what.state).lower())
    words = translate("wording", "First 1-2-1") if first else translate("wording", "1-2-1")
    words = _where(words, what.place)
    if what.roughly is Roughly.NOT:
        words = translate("wording", "{what}, {minutes} min").format(
            what=words, minutes=what.minutes
        )
    if told := talked(what.talked):
        words = translate("wording", "{what}, {talked}").format(what=words, talked=told)
    return f"{words}. {what.summary}" if what.summary else words


def talked(of: TalkedMore) -> str:
    """Who talked more, within a sentence; "" where nobody said."""
    words = {
        TalkedMore.ME: translate("wording", "you talked more"),
        TalkedMore.EVEN: translate("wording", "both talked"),
        TalkedMore.THEM: translate("wording", "they talked more"),
    }
    return words.get(of, "")


def _where(what: str, place: str) -> str:
    """ "1-2-1 at The Wharf", "1-2-1 by video call"."""
    name = place.partition(",")[0].strip()
    if not name:
        return what
    if not place_of(place).online:
        return translate("wording", "{what} at {place}").format(what=what, place=name)
    words = {
        "video call": translate("wording", "{what} by video call"),
        "phone": translate("wording", "{what} by phone"),
        "zoom": translate("wording", "{what} on Zoom"),
        "teams": translate("wording", "{what} on Teams"),
        "google meet": translate("wording", "{what} on Google Meet"),
        "skype": translate("wording", "{what} on Skype"),
    }.get(name.lower(), translate("wording", "{what} online"))
    return words.format(what=what)


def reason(of: Reason, person: Person, today: date) -> tuple[str, str]:
    """Why somebody is suggested: a lead such as "Going cold:", and the rest of the sentence."""
    from ui import reason_wording  # which words with what stands here

    return reason_wording.reason(of, person, today)
