"""What the guide says in sentences: why a question, who talks, what a debrief proposes."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.callbacks import Source, Told
from planner.domain.debrief import Evidence, StepUp, StepWhy
from planner.domain.facts import FactKind
from planner.domain.people import Attitude, Person, Stage
from planner.domain.prompts import Choice, Why
from planner.domain.shortening import shorten
from planner.domain.talk_time import Balance, Band
from ui import past_wording, wording

translate = QCoreApplication.translate

FACT_WORDS = 12  # of what somebody told, quoted as a reason


def reason(of: Choice, person: Person, today: date) -> str:
    """Why this question, and the reassurance where it goes a level deeper; "" for neither."""
    return " ".join(filter(None, (why(of, person, today), deeper() if of.deeper else "")))


def why(of: Choice, person: Person, today: date) -> str:
    """Why this question for this person; "" where it needs no reason.

    Days of the year `today` is in go without it. What is private is never in a `told`: whoever
    sits opposite may see the screen.
    """
    if of.why is Why.RECALLS and of.told is not None:
        return _comes_back(of.told, today)
    if of.why is Why.OWED and of.told is not None:
        return _with_day(translate("guide", "You promised: {told}"), of.told, today)
    if of.why is Why.LEFT_OVER:
        return translate("guide", "There was no time left for it last time.")
    if of.why is Why.GAP and of.kind is not None:
        return gap(of.kind, person)
    if of.why is Why.STALE:
        return _old(of, today)
    if of.why is Why.LIKED and (told := _quoted(of.told)):
        words = translate("guide", "Touches what {name} likes: {told}.")
        return wording.with_name(words, person, told=told)
    if of.why is Why.AUDIENCE:
        return _made_for(person)
    if of.why is Why.FAVOURITE:
        return translate("guide", "One of your favourites.")
    if of.why is Why.OWN:
        return translate("guide", "One of your own questions.")
    return stage(person) if of.why is Why.STAGE else ""


def _comes_back(told: Told, today: date) -> str:
    if told.source is Source.SUMMARY:
        when = _day(told, today)
        if not when:
            return translate("guide", "Last time: {told}.").format(told=_quoted(told))
        words = translate("guide", "Last time, {day}: {told}.")
        return words.format(day=when, told=_quoted(told))
    if told.source is Source.TOUCH:
        words = translate("guide", "Since then, {day}: {told}.")
        return words.format(day=_day(told, today), told=_quoted(told))
    return _with_day(translate("guide", "You noted: {told}"), told, today)


def _old(of: Choice, today: date) -> str:
    """What is known has grown old, with how it reads where it may be shown.

    The kind is named, as a question need not be about the very thing that was noted.
    """
    if of.told is None or of.kind is None or not (when := _day(of.told, today)):
        return translate("guide", "It is a while since you heard about that.")
    words = translate("guide", "{kind}, as of {day}: {told}.")
    return words.format(kind=wording.fact_kind(of.kind), day=when, told=_quoted(of.told))


def _with_day(words: str, told: Told, today: date) -> str:
    said = words.format(told=_quoted(told))
    if when := _day(told, today):
        said = translate("guide", "{said}, {day}").format(said=said, day=when)
    return translate("guide", "{said}.", "a sentence and its full stop").format(said=said)


def _day(told: Told, today: date) -> str:
    """When it was said, no more exactly than it is known; "" where nobody knows."""
    return past_wording.as_known(told.day, told.roughly, today) if told.day else ""


def _made_for(person: Person) -> str:
    """What is good about it for somebody like them; whoever sits opposite may read it."""
    words = {
        Attitude.DISLIKES: translate("guide", "Good company, and nothing to sell."),
        Attitude.PRESS: translate("guide", "No pitch in it, and no favour asked."),
        Attitude.EMPLOYED: translate("guide", "Know-how, and nothing to buy or sell."),
    }
    return words.get(person.attitude, "")


def stage(person: Person) -> str:
    """Why it is the time for a question, by where the two stand."""
    return {
        Stage.CONNECTED: translate("guide", "Light enough for two who hardly know each other."),
        Stage.KNOWN: translate("guide", "A good one now that you know each other a little."),
        Stage.LIKED: translate("guide", "You two get on well, so there is room for this one."),
        Stage.TRUSTED: translate("guide", "There is trust between you, so this can be asked."),
        Stage.REFERS: translate("guide", "You vouch for each other, so this can be asked."),
    }[person.stage]


def gap(kind: FactKind, person: Person) -> str:
    """What is not known of somebody yet, as a sentence."""
    words = {
        FactKind.DOES: translate("guide", "You don't know yet what {name} really does."),
        FactKind.FOR_WHOM: translate("guide", "You don't know yet whom {name} works for."),
        FactKind.IDEAL_REFERRAL: translate(
            "guide", "You don't know yet whom {name} would like to meet."
        ),
        FactKind.GOAL: translate("guide", "You don't know yet what {name} is aiming for."),
        FactKind.CHALLENGE: translate("guide", "You don't know yet what is hard for {name}."),
        FactKind.ACCOMPLISHMENT: translate("guide", "You don't know yet what {name} is proud of."),
        FactKind.INTEREST: translate("guide", "You don't know yet what {name} enjoys beside work."),
        FactKind.LIKE: translate("guide", "You don't know yet what {name} likes."),
        FactKind.DISLIKE: translate("guide", "You don't know yet what puts {name} off."),
        FactKind.NETWORK: translate("guide", "You don't know yet whom {name} knows."),
        FactKind.SKILL: translate("guide", "You don't know yet what {name} is good at."),
    }
    return wording.with_name(words[kind], person) if kind in words else ""


def deeper() -> str:
    """The line of reassurance that goes with a question a level deeper than usual."""
    return translate("guide", "A step closer. Most people are glad to be asked; leave it to them.")


def speaking(mine: bool, person: Person) -> str:
    """Who talks just now."""
    if mine:
        return translate("guide", "You are talking")
    return wording.with_name(translate("guide", "{name} is talking"), person)


def share(of: Balance, person: Person) -> str:
    """Who talked how much, as a sentence; never a reproach."""
    if not of.telling:
        return translate("guide", "Too little was counted to say who talked more.")
    own = round(of.own_share * 100)
    words = {
        Band.WITHIN: translate("guide", "You talked {own} %, {name} {rest} %: good for both."),
        Band.BELOW: translate(
            "guide", "You talked {own} %, {name} {rest} %. Next time, tell a little more of yours."
        ),
        Band.ABOVE: translate(
            "guide", "You talked {own} %, {name} {rest} %. Next time, one more question."
        ),
    }[of.band]
    return wording.with_name(words, person, own=own, rest=100 - own)


def evidence(of: Evidence, person: Person) -> str:
    """Something seen that speaks for a closer relationship."""
    words = {
        Evidence.ENJOYED: translate("guide", "We would both have gladly gone on"),
        Evidence.PERSONAL: translate("guide", "{name} told me something beyond work"),
        Evidence.OFFERED_HELP: translate("guide", "{name} offered help unasked"),
        Evidence.KEPT_PROMISE: translate("guide", "{name} did what was promised"),
        Evidence.CONFIDED: translate("guide", "{name} confided in me"),
        Evidence.INTRODUCED: translate("guide", "{name} introduced me to somebody"),
        Evidence.REFERRED: translate("guide", "{name} passed business on to me"),
    }
    return wording.with_name(words[of], person)


def step_up(of: StepUp, person: Person) -> str:
    """The proposed move up the ladder, with what speaks for it."""
    stage = wording.stage(of.stage)
    if of.why is StepWhy.FIRST_TALK:
        words = translate("guide", "You have sat down together, so {name} moves to {stage}.")
    else:
        words = translate("guide", "That speaks for {stage}. {name} moves up when you save.")
    return wording.with_name(words, person, stage=stage)


def _quoted(told: Told | None) -> str:
    """In quotation marks, as short as a reason has to be."""
    if told is None or not told.text.strip():
        return ""
    return f"“{shorten(told.text, FACT_WORDS).rstrip('.')}”"
