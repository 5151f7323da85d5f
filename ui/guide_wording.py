"""What the guide says in sentences: why a question, who talks, what a debrief proposes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from planner.domain.debrief import Evidence, StepUp, StepWhy
from planner.domain.facts import Fact, FactKind
from planner.domain.people import Person
from planner.domain.prompts import Choice, Why
from planner.domain.shortening import shorten
from planner.domain.talk_time import Balance, Band
from ui import wording

translate = QCoreApplication.translate

FACT_WORDS = 12  # of what somebody told, quoted as a reason


def why(of: Choice, person: Person) -> str:
    """Why this question for this person; "" where it needs no reason.

    A fact that is private is never quoted: whoever sits opposite may see the screen.
    """
    if of.why is Why.RECALLS and (told := _quoted(of.fact)):
        words = translate("guide", "Comes back to what {name} told you: “{told}”.")
        return wording.with_name(words, person, told=told)
    if of.why is Why.GAP and of.kind is not None:
        return gap(of.kind, person)
    if of.why is Why.STALE and (told := _quoted(of.fact)):
        words = translate("guide", "The last you heard of it has grown old: “{told}”.")
        return words.format(told=told)
    if of.why is Why.LIKED and (told := _quoted(of.fact)):
        words = translate("guide", "Touches what {name} likes: “{told}”.")
        return wording.with_name(words, person, told=told)
    if of.why is Why.AUDIENCE:
        words = translate("guide", "Made for somebody who takes to networking as {name} does.")
        return wording.with_name(words, person)
    if of.why is Why.STAGE:
        return translate("guide", "It is the right time for it between the two of you.")
    return ""


def gap(kind: FactKind, person: Person) -> str:
    """What is not known of somebody yet, as a sentence."""
    words = {
        FactKind.DOES: translate("guide", "You do not know yet what {name} really does."),
        FactKind.FOR_WHOM: translate("guide", "You do not know yet whom {name} works for."),
        FactKind.IDEAL_REFERRAL: translate(
            "guide", "You do not know yet whom {name} would like to be introduced to."
        ),
        FactKind.GOAL: translate("guide", "You do not know yet what {name} is aiming for."),
        FactKind.CHALLENGE: translate("guide", "You do not know yet what is hard for {name}."),
        FactKind.ACCOMPLISHMENT: translate("guide", "You do not know yet what {name} is proud of."),
        FactKind.INTEREST: translate(
            "guide", "You do not know yet what {name} enjoys beside work."
        ),
        FactKind.LIKE: translate("guide", "You do not know yet what {name} likes."),
        FactKind.DISLIKE: translate("guide", "You do not know yet what puts {name} off."),
        FactKind.NETWORK: translate("guide", "You do not know yet whom {name} knows."),
        FactKind.SKILL: translate("guide", "You do not know yet what {name} is good at."),
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
    own = round(of.own_share * 100)
    if of.band is Band.UNKNOWN:
        return translate("guide", "Too little was counted to say who talked more.")
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


def _quoted(fact: Fact | None) -> str:
    return "" if fact is None or fact.private else shorten(fact.text, FACT_WORDS).rstrip(".")
