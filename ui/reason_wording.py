"""Reasons as sentences: a lead in bold, and the rest."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from planner.domain.facts import FactKind
from planner.domain.online_networks import is_online_network
from planner.domain.people import Attitude, Person, Stage
from planner.domain.suggestions import Reason, ReasonKind
from ui import day_wording, wording

translate = QCoreApplication.translate

FRESH_DAYS = 3  # from the day two met, in which nothing fades yet

# What a reason's dot says beside its words: ember presses, gold is owed, pine speaks for them.
_HUES = {
    ReasonKind.COOLING: "ember",
    ReasonKind.NEW_FADING: "ember",
    ReasonKind.PROMISE: "gold",
    ReasonKind.FIRST_MEETING: "blue",
    ReasonKind.TRIP: "blue",
    ReasonKind.NEXT_STEP: "blue",
}


def reason(of: Reason, person: Person, today: date) -> tuple[str, str]:
    """A reason's lead, such as "Going cold:", and the rest of the sentence. Both plain text.

    Nobody's gender is known, so the sentences do without pronouns.
    """
    return _SENTENCES[of.kind](of, person, today)


def hue(of: Reason) -> str:
    """The colour of a reason's dot; whoever was met these days does not press yet."""
    if of.kind is ReasonKind.NEW_FADING and of.days < FRESH_DAYS:
        return "blue"
    return _HUES.get(of.kind, "pine")


def sentence(of: Reason, person: Person, today: date) -> str:
    """The same in one piece, for the terminal and for screen readers."""
    return " ".join(part for part in reason(of, person, today) if part)


def _cooling(of: Reason, person: Person, today: date) -> tuple[str, str]:
    lead = translate("reasons", "Going cold:")
    since = day_wording.ago(of.days)
    if not of.usual:
        return lead, translate("reasons", "last spoke {ago}").format(ago=since)
    words = translate("reasons", "last spoke {ago}, usually every {span}")
    return lead, words.format(ago=since, span=_usual(of.usual, of.days))


def _usual(gap: int, since: int) -> str:
    """The usual gap in the unit of the other span, so that the number alone says it."""
    in_weeks = day_wording.DAYS_AS_DAYS <= since < day_wording.DAYS_AS_WEEKS
    weeks = round(gap / day_wording.DAYS_IN_WEEK)
    if in_weeks and weeks == 1:
        return translate("reasons", "week")
    if in_weeks and weeks > 1:
        return str(weeks)
    if gap == 1:
        return translate("reasons", "day")
    return day_wording.span(gap)


def _new_fading(of: Reason, person: Person, today: date) -> tuple[str, str]:
    if is_online_network(of.text):
        words = translate("reasons", "connected on {event} {ago}, no 1-2-1 yet")
    else:
        words = translate("reasons", "met at {event} {ago}, no 1-2-1 yet")
    if of.days < FRESH_DAYS:
        lead = translate("reasons", "New:")
    else:
        lead = translate("reasons", "New and fading:")
    return lead, words.format(event=of.text, ago=day_wording.ago(of.days))


def _first_meeting(of: Reason, person: Person, today: date) -> tuple[str, str]:
    lead = translate("reasons", "No 1-2-1 yet:")
    if is_online_network(of.text) and of.day:
        words = translate("reasons", "connected on {network} in {month}")
        return lead, words.format(network=of.text, month=day_wording.month(of.day, today))
    if is_online_network(of.text):
        return lead, translate("reasons", "connected on {network}").format(network=of.text)
    if of.text and of.day:
        words = translate("reasons", "met at {event} in {month}")
        return lead, words.format(event=of.text, month=day_wording.month(of.day, today))
    if of.text:
        return lead, translate("reasons", "you share {group}").format(group=of.text)
    if of.day:
        words = translate("reasons", "connected since {month}")
        return lead, words.format(month=day_wording.month(of.day, today))
    if of.stage > Stage.CONNECTED:
        return lead, translate("reasons", "though you know each other")
    return lead, translate("reasons", "a first one shows how you could help each other")


def _promise(of: Reason, person: Person, today: date) -> tuple[str, str]:
    if of.mine:
        lead = wording.with_name(translate("reasons", "You promised {name}:"), person)
    else:
        lead = wording.with_name(translate("reasons", "{name} promised:"), person)
    text = of.text.rstrip(".")
    if not of.dated:
        return lead, text
    if of.days > 0:
        when = day_wording.ago(of.days)
    elif of.days == 0:
        when = translate("reasons", "today")
    else:
        when = translate("reasons", "in {span}").format(span=day_wording.span(-of.days))
    return lead, translate("reasons", "{promise}, due {when}").format(promise=text, when=when)


def _trip(of: Reason, person: Person, today: date) -> tuple[str, str]:
    starts = of.day or today
    if starts <= today:
        lead = translate("reasons", "Near you now:")
    else:
        lead = translate("reasons", "Near you soon:")
    days = day_wording.visit(starts, starts + timedelta(days=of.days), today)
    return lead, translate("reasons", "you are in {city} {days}").format(city=of.text, days=days)


def _fits(of: Reason, person: Person, today: date) -> tuple[str, str]:
    lead = translate("reasons", "Fits what you look for:")
    if not of.told:
        return lead, of.text or translate("reasons", "you said so yourself")
    # In quotes: a note begins with a capital, and whether that is a name's nobody knows.
    words = {
        FactKind.FOR_WHOM: translate("reasons", "works for “{told}”"),
        FactKind.SKILL: translate("reasons", "good at “{told}”"),
    }.get(FactKind(of.about), translate("reasons", "“{told}”"))
    own = words.format(told=of.told)
    return lead, f"{of.text} · {own}" if of.text else own


def _knows(of: Reason, person: Person, today: date) -> tuple[str, str]:
    return translate("reasons", "Knows who you want to meet:"), of.text


def _says_yes(of: Reason, person: Person, today: date) -> tuple[str, str]:
    words = translate("reasons", "to all %n invitations so far", "", of.count)
    return translate("reasons", "Says yes:"), words


def _balance(of: Reason, person: Person, today: date) -> tuple[str, str]:
    if of.count == 1:
        lead = translate("reasons", "Gave you a referral")
    else:
        lead = translate("reasons", "Gave you %n referrals", "", of.count)
    if not of.other:
        return lead, translate("reasons", "in the past year; you gave none yet")
    words = translate("reasons", "in the past year; you gave {count}")
    return lead, words.format(count=of.other)


def _worth_a_try(of: Reason, person: Person, today: date) -> tuple[str, str]:
    rest = {
        Attitude.DISLIKES: translate(
            "reasons", "does not usually network; ask for know-how, share yours"
        ),
        Attitude.PRESS: translate("reasons", "hears pitches all day; ask about the work instead"),
        Attitude.EMPLOYED: translate(
            "reasons", "neither buys nor sells; a good person to learn from"
        ),
        Attitude.OPEN: "",
    }[Attitude(of.text)]
    return translate("reasons", "Worth a try:"), rest


def _next_step(of: Reason, person: Person, today: date) -> tuple[str, str]:
    if of.stage is Stage.REFERS:
        return (
            translate("reasons", "Refers people to you:"),
            translate("reasons", "worth a regular hour"),
        )
    if of.count == 1:
        lead = translate("reasons", "One talk so far:")
    else:
        lead = translate("reasons", "%n talks so far:", "", of.count)
    words = translate("reasons", "one more could turn {stage} into {next}")
    higher = Stage(of.stage + 1)
    return lead, words.format(stage=wording.stage(of.stage), next=wording.stage(higher))


_SENTENCES = {
    ReasonKind.COOLING: _cooling,
    ReasonKind.NEW_FADING: _new_fading,
    ReasonKind.FIRST_MEETING: _first_meeting,
    ReasonKind.PROMISE: _promise,
    ReasonKind.TRIP: _trip,
    ReasonKind.FITS: _fits,
    ReasonKind.KNOWS: _knows,
    ReasonKind.SAYS_YES: _says_yes,
    ReasonKind.BALANCE: _balance,
    ReasonKind.WORTH_A_TRY: _worth_a_try,
    ReasonKind.NEXT_STEP: _next_step,
}
