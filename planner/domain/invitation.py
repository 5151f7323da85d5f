"""The first draft of an invitation: personal, about them, and never a pitch.

It shows that the user remembers: something the person told, a promise not forgotten, when they
last met. It never says what is private, what they dislike, or free notes; nor the user's own
aims. About 45 words, to be edited by the user before anybody reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from planner.domain.facts import Fact, FactKind, Origin
from planner.domain.first_names import given_name
from planner.domain.me import Me
from planner.domain.meetings import Meeting, Roughly, State
from planner.domain.people import Attitude, Person, Stage
from planner.domain.phrases import feat, occasion, promised, says_any, significant_words, topic
from planner.domain.promises import Promise
from planner.domain.spoken import (
    spoken_day,
    spoken_days,
    spoken_past,
    spoken_place,
    spoken_time,
    when_and_where,
)
from planner.domain.trips import Trip

_HUSHED = frozenset({FactKind.PRIVATE, FactKind.DISLIKE, FactKind.NOTE})
# What makes the warmest opening first.
_OPENING_KINDS = (
    FactKind.INTEREST,
    FactKind.ACCOMPLISHMENT,
    FactKind.GOAL,
    FactKind.CHALLENGE,
)
# So long, before or after its day, a 1-2-1 that fell through is still on both minds.
_ON_OUR_MINDS = timedelta(days=60)
_ENOUGH_WORDS = 18  # said of what is remembered and owed; with less, one sentence more


def draft(
    person: Person,
    facts: Sequence[Fact],
    promises: Sequence[Promise],
    meeting: Meeting,
    me: Me,
    today: date,
    *,
    last_met: date | None = None,
    roughly: Roughly = Roughly.NOT,
    met_at: str = "",
    trip: Trip | None = None,
    fell_through: Meeting | None = None,
) -> str:
    """The invitation to `meeting`, of which only when and where are used.

    `facts` and `promises` are the person's, in any order; `last_met` the day of the last 1-2-1,
    remembered `roughly`;
    `met_at` the event they met at; `trip` what brings the user near them then; `fell_through` the
    1-2-1 before this one that did not come to pass.
    The same input always gives the same text.
    """
    quiet = significant_words(fact.text for fact in facts if fact.kind in _HUSHED)
    name = given_name(person.name)
    remembered = _remembered(facts, quiet, last_met, name)
    owed = _owed(promises, quiet, name)
    if says_any(met_at, quiet):
        met_at = ""
    work = "" if says_any(person.company, quiet) else _work(person)
    told = [sentence for sentence in (_no_grudge(fell_through), remembered, owed) if sentence]
    if person.attitude is not Attitude.OPEN or len(" ".join(told).split()) < _ENOUGH_WORDS:
        last = "" if last_met is None else spoken_past(last_met, today, roughly)
        told.append(_interest(person, work, last, met_at, opened=bool(remembered)))
    greeting = f"Hi {name}," if name else "Hello,"
    question = _question(meeting, person, trip)
    if len(told) < 2 and meeting.starts != datetime.min:
        question += " If another time is easier, just say."
    paragraphs = [greeting, " ".join(told), question, given_name(me.name)]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def fallen_through(meetings: Iterable[Meeting], today: date) -> Meeting | None:
    """Of 1-2-1s with one person the latest, if it was called off or missed not long ago.

    One of which nobody knows who called it off is left alone: an apology could be the wrong one.
    """
    latest = max(meetings, key=lambda meeting: meeting.starts_utc, default=None)
    if latest is None or abs(latest.starts.date() - today) > _ON_OUR_MINDS:
        return None
    told = latest.off_by_me or latest.off_by_them or latest.state is State.MISSED
    return latest if told else None


def moved(text: str, before: Meeting, after: Meeting, person: Person) -> str:
    """An invitation, perhaps edited, with the new time and place where it said the old ones."""
    old, new = when_and_where(before, person), when_and_where(after, person)
    if old in text:
        return text.replace(old, new)
    text = text.replace(spoken_time(before, person), spoken_time(after, person))
    old, new = spoken_place(before), spoken_place(after)
    # "online" and the like may stand in the text for another reason.
    return text.replace(old, new) if old.startswith("at ") and new else text


def _no_grudge(meeting: Meeting | None) -> str:
    """About a 1-2-1 that did not come to pass: an apology, or that nothing is held against them."""
    if meeting is None:
        return ""
    day = spoken_day(meeting.starts.date())
    if meeting.off_by_me:
        return f"I am sorry that I had to call off our 1-2-1 on {day}."
    if meeting.off_by_them:
        return f"No harm done about {day}; these things happen."
    return f"We missed each other on {day}; no harm done."


def _question(meeting: Meeting, person: Person, trip: Trip | None) -> str:
    near = there(trip) if trip is not None else ""
    if meeting.starts == datetime.min and near:
        where = spoken_place(meeting)
        return f"{near} Could we meet then{f', {where}' if where else ''}?"
    if near:
        return f"{near} Would {when_and_where(meeting, person)} suit you?"
    if meeting.starts == datetime.min:
        where = spoken_place(meeting)
        return f"Would a time in the next week or two suit you{f', {where}' if where else ''}?"
    return f"Would {when_and_where(meeting, person)} suit you?"


def there(trip: Trip) -> str:
    """That the user is where they live, and when."""
    return f"I am in {trip.city} {spoken_days(trip.starts, trip.ends)}."


def _remembered(
    facts: Iterable[Fact], quiet: frozenset[str], last_met: date | None, name: str
) -> str:
    """Something they told, best what they told last."""

    def rank(fact: Fact) -> tuple[bool, int, int, int]:
        lately = last_met is not None and (fact.noted_on or date.min) >= last_met
        day = (fact.noted_on or date.min).toordinal()
        return not lately, _OPENING_KINDS.index(fact.kind), -day, fact.id

    for fact in sorted((fact for fact in facts if fact.kind in _OPENING_KINDS), key=rank):
        if not says_any(fact.text, quiet):
            sentence = _opening(fact, last_met, name)
            if sentence:
                return sentence
    return ""


def _opening(fact: Fact, last_met: date | None, name: str) -> str:
    """A sentence about one fact; "" when its words do not fit into one."""
    heard = fact.origin is Origin.MEETING  # "you mentioned" only for what they said themselves
    lately = heard and last_met is not None and fact.noted_on == last_met
    told = "When we last met you mentioned" if lately else "You once mentioned"
    done = feat(fact.text, name) if fact.kind is FactKind.ACCOMPLISHMENT else None
    if done:
        return f"I was so pleased to hear that you {done}."
    about = topic(fact.text, name)
    if about is None:
        return ""
    if fact.kind is FactKind.ACCOMPLISHMENT:
        return f"I was so pleased to hear about {about}."
    if fact.kind is FactKind.CHALLENGE:  # a worry is touched only with the person who told it
        return f"{told} {about}, and I have been thinking about it since." if heard else ""
    if fact.kind is FactKind.GOAL:
        told = told if heard else "I have been meaning to ask you about"
        return f"{told} {about}, and I would love to hear how that is coming along."
    if heard:
        return f"{told} {about}, and I would love to hear more."
    return f"I have been meaning to ask you about {about}."


def _owed(promises: Iterable[Promise], quiet: frozenset[str], first_name: str) -> str:
    """The user's own open promise that is due first; theirs are not brought up here."""
    mine = [promise for promise in promises if promise.mine and promise.done_on is None]
    if not mine:
        return ""
    first = min(mine, key=lambda promise: (promise.due or date.max, promise.id))
    words = None if says_any(first.text, quiet) else promised(first.text, first_name)
    if words is None:
        return "I have not forgotten what I promised you."
    if words.startswith("promised"):
        return f"I have not forgotten that I {words}."
    return f"I {words}."


def _interest(person: Person, work: str, last: str, met_at: str, *, opened: bool) -> str:
    """What the user would like of the 1-2-1: to hear of them, in words that suit them."""
    match person.attitude:
        case Attitude.PRESS:
            return (
                "I have no story to place; I would simply like to hear what you are working "
                f"on{work}, and what would make that easier."
            )
        case Attitude.DISLIKES if opened:
            return "No agenda, just a good conversation."
        case Attitude.DISLIKES:
            return (
                "No agenda, just a good conversation: I would like to hear how you see "
                f"things{work}."
            )
        case Attitude.EMPLOYED:
            return (
                "I am not after anything; I would enjoy comparing notes on how you do "
                f"things{work}."
            )
    if opened:
        return f"I would also like to hear what you are working on{work} at the moment."
    if last:
        return (
            f"It was good to sit down with you {last}, and I would like to "
            "hear how things have gone for you since."
        )
    if met_at:
        return (
            f"It was good to meet you at {occasion(met_at)}, and I would like to hear more about "
            f"what you do{work}."
        )
    beginning = (
        "I would enjoy catching up properly"
        if person.stage > Stage.CONNECTED
        else "We have not had much chance to talk yet"
    )
    return (
        f"{beginning}, and I would like to hear what you are working on{work} and what comes next "
        "for you."
    )


def _work(person: Person) -> str:
    """Such as " at Harbour & Co"; "" when there is no company of a speakable name."""
    company = " ".join(person.company.split())
    named = company and company.casefold() != person.name.casefold() and len(company.split()) <= 5
    return f" at {company}" if named and company.isprintable() else ""
