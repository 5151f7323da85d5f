"""Each part of the index as a name, a share and a plain sentence."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.people import Fit, Rhythm, Stage
from planner.domain.suggestions import (
    STEP_DAYS,
    UNKNOWN_DAYS,
    UNKNOWN_FIT,
    Signals,
    warmth,
)
from planner.domain.weighing import Part, Place
from planner.journeys.explain_suggestion import Explained
from ui import day_wording, wording
from ui.country import grouped

translate = QCoreApplication.translate

MINUS, PLUS = "\u2212", "+"


def name(part: Part) -> str:
    """What a part is called."""
    return {
        Part.STEP: translate("index", "The next step"),
        Part.COOLING: translate("index", "Warmth to win back"),
        Part.PROMISE: translate("index", "A promise to keep"),
        Part.FIT: translate("index", "How well you fit"),
        Part.CHANCE: translate("index", "The chance of a yes"),
    }[part]


def share(of: float, *, signed: bool = False) -> str:
    """ "62%"; "+39%" or "−19%" where it raises or lowers."""
    percent = round(100 * abs(of))
    sign = "" if not signed or not percent else PLUS if of > 0 else MINUS
    return f"{sign}{percent}%"


def sentence(part: Part, of: Explained, today: date) -> str:
    """What a part says of this very person."""
    return {
        Part.STEP: _step,
        Part.COOLING: _cooling,
        Part.PROMISE: _promise,
        Part.FIT: _fit,
        Part.CHANCE: _chance,
    }[part](of, today)


def place(now: Place, before: Place | None = None) -> str:
    """ "Place 2 of 412"; "Now place 2 of 412 (before: 5)" once something was changed."""
    if not now.rank:
        return ""
    rank, count = grouped(now.rank), grouped(now.of)
    if before is None or not before.rank or before.rank == now.rank:
        return translate("index", "Place {rank} of {count}").format(rank=rank, count=count)
    words = translate("index", "Now place {rank} of {count} (before: {before})")
    return words.format(rank=rank, count=count, before=grouped(before.rank))


def why_not(of: Signals) -> str:
    """Why somebody may not be suggested now."""
    if of.let_go:
        return translate("index", "Not to be suggested any more, as you said.")
    if of.planned:
        return translate("index", "Not suggested now: a 1-2-1 is planned.")
    if of.rests > 0:
        words = translate("index", "Rests for {span} more.")
        return words.format(span=day_wording.span(of.rests))
    if not of.reachable:
        return translate("index", "Not suggested now: too far away to meet.")
    return translate("index", "Not suggested now: the two of you have only just met.")


def assumed(of: Explained, today: date) -> tuple[str, ...]:
    """What is taken for granted in all of it."""
    told = [
        translate("index", "The closer two people are, the longer warmth lasts; you share a group.")
        if of.signals.shared
        else translate(
            "index", "The closer two people are, the longer warmth lasts; you share no group."
        )
    ]
    if of.person.rhythm is Rhythm.OFTEN:
        told.append(translate("index", "You want to speak more often, so it counts as less long."))
    elif of.person.rhythm is Rhythm.SELDOM:
        told.append(translate("index", "Seldom is enough, you said, so it counts as longer."))
    if of.signals.slipped:
        words = translate("index", "After so long a silence you count as a little below {stage}.")
        told.append(words.format(stage=wording.stage(of.person.stage)))
    pinned = translate(
        "index", "Worked out on {monday}: all week the list moves only if something happens."
    ).format(monday=day_wording.long_day(of.monday))
    return *told, pinned


def _step(of: Explained, today: date) -> str:
    signals, stage = of.signals, of.person.stage
    if stage is Stage.REFERS:
        return translate("index", "The top of the ladder: what is left is to keep it.")
    if not signals.meetings:
        return translate("index", "A first 1-2-1 is the largest step there is between two people.")
    words = translate("index", "One more talk could turn {stage} into {next}.")
    told = words.format(stage=wording.stage(stage), next=wording.stage(Stage(stage + 1)))
    if signals.silent < STEP_DAYS:
        soon = translate("index", "So soon after the last contact it counts only in part.")
        return f"{told} {soon}"
    return told


def _cooling(of: Explained, today: date) -> str:
    if of.since is not None:
        words = translate("index", "Last contact {ago}.").format(ago=day_wording.ago(of.since))
        if of.usual:
            habit = translate("index", "Usually every {span}.")
            words = f"{words} {habit.format(span=_rounded(of.usual))}"
    elif of.signals.apart >= UNKNOWN_DAYS:
        words = translate("index", "No contact is noted, so it counts as long ago.")
    else:
        known = of.known.connected_on
        since = 0 if known is None else (today - known).days
        words = translate("index", "Connected {ago}.").format(ago=day_wording.ago(since))
    return f"{words} {_gone(of.signals)}"


def _gone(of: Signals) -> str:
    """How much of the warmth is gone; no figure, as that would be no share of anything beside."""
    gone = 1.0 - warmth(of)
    if gone >= 0.9:
        return translate("index", "Nearly all the warmth is gone.")
    if gone >= 0.65:
        return translate("index", "Most of the warmth is gone.")
    if gone >= 0.35:
        return translate("index", "About half the warmth is gone.")
    if gone >= 0.1:
        return translate("index", "Some of the warmth is gone.")
    if of.meetings:
        return translate("index", "Hardly any warmth is gone yet.")
    return translate("index", "Hardly any warmth is gone yet; before a first 1-2-1 it goes fast.")


def _rounded(gap: int) -> str:
    """A gap to the nearest week, as the card tells it."""
    if gap < day_wording.DAYS_AS_DAYS:
        return day_wording.span(gap)
    return day_wording.span(round(gap / day_wording.DAYS_IN_WEEK) * day_wording.DAYS_IN_WEEK)


def _promise(of: Explained, today: date) -> str:
    promise = of.known.promise
    if promise is None:
        return translate("index", "Nothing is promised that a 1-2-1 would keep.")
    text = promise.text.rstrip(".")
    if promise.due is None:
        return translate("index", "“{promise}” waits for a 1-2-1.").format(promise=text)
    words = translate("index", "“{promise}” waits for a 1-2-1, due {day}.")
    return words.format(promise=text, day=day_wording.near_day(promise.due, today))


def _fit(of: Explained, today: date) -> str:
    if of.person.let_go:
        return translate("index", "Never, you said, so nothing else counts.")
    if of.person.fit is Fit.MORE:
        return translate("index", "More like this, you said.")
    if of.person.fit is Fit.LESS:
        return translate("index", "Less like this, you said.")
    if of.known.fits.wishes:
        words = translate("index", "Fits what you look for: {words}.")
        return words.format(words=", ".join(of.known.fits.wishes))
    if of.known.knows:
        words = translate("index", "Knows who you want to meet: {words}.")
        return words.format(words=of.known.knows.rstrip("."))
    if of.signals.fit > UNKNOWN_FIT:
        return translate("index", "What is known speaks for a good fit.")
    if of.signals.fit < UNKNOWN_FIT:
        return translate("index", "Nothing noted here is what you look for.")
    return translate("index", "Nothing noted speaks for or against it.")


def _chance(of: Explained, today: date) -> str:
    if not of.asked:
        return translate("index", "Never invited yet, so nothing is known.")
    if of.asked == 1:
        return (
            translate("index", "Said yes to the one invitation so far.")
            if of.signals.accepted
            else translate("index", "No yes yet to the one invitation so far.")
        )
    if of.signals.accepted >= of.asked == 2:
        return translate("index", "Said yes to both invitations so far.")
    if of.signals.accepted >= of.asked:
        words = translate("index", "Said yes to all {asked} invitations so far.")
    else:
        words = translate("index", "Said yes to {yes} of {asked} invitations so far.")
    return words.format(yes=of.signals.accepted, asked=of.asked)
