"""What the page says on which a 1-2-1 is prepared: when it is, what not to forget, why to offer."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.dont_forget import DontForget, Mention
from planner.domain.facts import FactKind
from planner.domain.groups import MetAt
from planner.domain.meetings import Meeting, TalkedMore
from planner.domain.one_thing_to_offer import Giving
from planner.domain.people import Person
from planner.domain.spoken import spoken_zone
from planner.domain.talk_time import Balance, Band
from planner.domain.wall_time import wall_of
from planner.journeys.prepare_page import Offered, OneOfDay, Preparation
from ui import day_wording, pair_wording, past_wording, wording
from ui.which_guide_wording import why_guide

translate = QCoreApplication.translate


def title(person: Person) -> str:
    return _in_full(translate("prepare", "Prepare for {name}"), person)


def done(person: Person) -> str:
    """What can be undone once it is prepared."""
    return _in_full(translate("prepare", "Prepared for {name}"), person)


def line(meeting: Meeting, today: date, zone: str) -> str:
    """ "Tomorrow, 08:30 – 09:15 · The Wharf Coffee House" by the clock in the user's `zone`.

    Where clocks show another time at the place itself, "(09:30 in Berlin)" says so.
    """
    starts, ends = (wall_of(at, zone) for at in (meeting.starts_utc, meeting.ends_utc))
    words = translate("prepare", "{day}, {times}")
    if starts != meeting.starts:
        words = translate("prepare", "{day}, {times} ({there} in {town})")
    when = words.format(
        day=day_wording.near_day(starts.date(), today),
        times=day_wording.from_to(starts, ends),
        there=day_wording.clock_time(meeting.starts),
        town=spoken_zone(meeting.zone),
    )
    return " · ".join(filter(None, (_sentence(when), meeting.place)))


def of_day(one: OneOfDay) -> str:
    """ "08:30 Ana", with a tick once it is prepared: one of several on a day."""
    time = day_wording.clock_time(one.meeting.starts)
    words = translate("prepare", "{time} {name} ✓") if one.prepared else ""
    words = words or translate("prepare", "{time} {name}")
    return wording.with_name(words, one.person, time=time)


def called(one: OneOfDay) -> str:
    """Whom it is with, in a word."""
    return wording.with_name(translate("prepare", "{name}"), one.person)


def about(person: Person) -> str:
    """What opens the page of somebody."""
    return wording.with_name(translate("prepare", "All about {name}"), person)


def label(one: DontForget) -> str:
    """What a line is about, in a word or two."""
    if one.what in (Mention.NAMED, Mention.DISLIKE):
        return wording.fact_kind(one.kind or FactKind.NOTE)
    return {
        Mention.LAST: translate("prepare", "Last time"),
        Mention.BIRTHDAY: translate("prepare", "Birthday"),
        Mention.KEPT_BY_THEM: translate("prepare", "Say thanks"),
        Mention.PASSED_ON: translate("prepare", "Say thanks"),
        Mention.KEPT_BY_ME: translate("prepare", "Ask after"),
        Mention.NEWS: news_label(),
    }[one.what]


def news_label() -> str:
    """What stands before the user's own news."""
    return translate("prepare", "Your news")


def met_label() -> str:
    """What stands before where the two met."""
    return translate("prepare", "You met")


def met(at: MetAt, today: date) -> str:
    """ "Chamber Breakfast · 13 November": where the two met."""
    if at.day is None:
        return at.label
    words = translate("prepare", "{text} · {day}")
    return words.format(text=at.label, day=day_wording.named_day(at.day, today))


def ask_for_news(shown: Preparation) -> str:
    """What the field for the user's own news asks."""
    if shown.talked_on is None:
        return translate("prepare", "What is new with you?")
    return translate("prepare", "What is new with you since you last met?")


def nothing_to_forget(shown: Preparation) -> str:
    """Of somebody of whom nothing is noted yet."""
    if shown.talked_on is None:
        words = translate("prepare", "Nothing is noted of {name} yet: go and be curious.")
    else:
        words = translate("prepare", "Nothing was noted last time. A line after this one will do.")
    return wording.with_name(words, shown.person)


def told(one: DontForget, today: date) -> str:
    """The line itself."""
    if one.what is Mention.BIRTHDAY and one.day is not None:
        return _sentence(day_wording.near_day(one.day, today))
    if one.what is Mention.NAMED or one.what is Mention.DISLIKE or one.day is None:
        return one.text
    day = past_wording.as_known(one.day, one.roughly, today)
    words = {
        Mention.LAST: translate("prepare", "{text} · {day}"),
        Mention.KEPT_BY_THEM: translate("prepare", "{text} · kept {day}"),
        Mention.PASSED_ON: translate("prepare", "{text} · passed on to you {day}"),
        Mention.KEPT_BY_ME: translate("prepare", "{text} · you kept it {day}"),
    }.get(one.what, "{text}")
    return words.format(text=one.text.rstrip("."), day=day)


def why(offered: Offered, person: Person) -> str:
    """Why just that could be offered; "" where its own words say it."""
    offer, found = offered
    if found is not None:
        return f"{pair_wording.looks_for(found)}; {pair_wording.has(found)}"
    words = {
        Giving.ASK: translate("prepare", "{name} is looking for that"),
        Giving.NEED: translate("prepare", "It is hard for {name}: “{note}”"),
        Giving.GOAL: translate("prepare", "What {name} is working towards"),
        Giving.IDEAL_REFERRAL: translate("prepare", "Whom {name} would like to be introduced to"),
        Giving.KNOW_HOW: translate("prepare", "Freely given, it is never a pitch"),
    }.get(offer.giving, "")
    return wording.with_name(words, person, note=offer.why.rstrip(".")) if words else ""


def guide(shown: Preparation, today: date) -> str:
    """Why the guide that is chosen, or what it is for where the user chose another."""
    if shown.guide is None:
        return translate("prepare", "The question library has no guide: the page is to write on.")
    if shown.suits is not None and shown.guide.id == shown.suits.guide:
        return why_guide(shown.suits, shown.person, today)
    return shown.guide.about


def balance(shown: Preparation) -> str:
    """One gentle line on who talked more last time; "" where nobody knows."""
    words = {
        TalkedMore.ME: translate("prepare", "Last time you talked more. One more question, then."),
        TalkedMore.EVEN: translate("prepare", "Last time both of you talked: as it should be."),
        TalkedMore.THEM: translate(
            "prepare", "Last time {name} talked more. Tell something of your own as well."
        ),
        TalkedMore.UNKNOWN: _by_clock(shown.balance),
    }[shown.talked]
    return wording.with_name(words, shown.person) if words else ""


def _by_clock(of: Balance) -> str:
    if not of.telling:
        return ""
    return {
        Band.BELOW: translate(
            "prepare", "Last time {name} talked most. Tell something of your own as well."
        ),
        Band.WITHIN: translate("prepare", "Last time both of you talked: as it should be."),
        Band.ABOVE: translate("prepare", "Last time you talked more. One more question, then."),
    }[of.band]


def _in_full(words: str, person: Person) -> str:
    """With the whole name, where there is one."""
    return words.format(name=person.name) if person.name else wording.with_name(words, person)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
