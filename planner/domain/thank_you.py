"""The thank-you note after a 1-2-1: drafted from what was said, short, and never a pitch.

It shows that the user listened and what they will do. It never says what is private, what the
other dislikes or what worries them, nor free notes; the user edits it before anybody reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from planner.domain.facts import Fact, FactKind
from planner.domain.first_names import given_name
from planner.domain.me import Me
from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.phrases import feat, promised, says_any, significant_words, topic
from planner.domain.promises import Promise
from planner.domain.spoken import spoken_day, spoken_place
from planner.domain.vocabulary import SAD

_HUSHED = frozenset({FactKind.PRIVATE, FactKind.DISLIKE, FactKind.NOTE})
# What is a joy to be reminded of, the best first. A challenge is not among them: it was told to
# one person, in a room.
_JOYS = (FactKind.ACCOMPLISHMENT, FactKind.GOAL, FactKind.INTEREST, FactKind.LIKE)
_PROMISES = 2  # more make a list of it
_NEAR_DAYS = 6  # up to here a weekday alone says which day is meant
_SOON_DAYS = 10  # up to here "soon" is what one says of the next time


def draft(
    person: Person,
    me: Me,
    meeting: Meeting,
    told: Sequence[Fact],
    known: Iterable[Fact],
    promises: Sequence[Promise],
    today: date,
    again: date | None = None,
) -> str:
    """The note for `meeting`, in which `told` was learned and `promises` were made.

    `known` is all that is known of the person, so that nothing to be hushed is touched; `again`
    the day from which they are to meet again. The same input always gives the same text.
    """
    known = [*known, *told]
    name = given_name(person.name)
    quiet = significant_words(fact.text for fact in known if fact.kind in _HUSHED)
    worries = [significant_words([fact.text]) for fact in known if fact.kind is FactKind.CHALLENGE]
    said = [_thanks(meeting, today, quiet), _joy(told, quiet, worries, name)]
    own = [one for one in promises if one.mine and "thank" not in one.text.casefold()]
    said.append(_mine(own, quiet, name, today))
    if any(not one.mine for one in promises):
        said.append("And thank you for what you offered to do for me.")
    said.append(_next(again, today))
    greeting = f"Hi {name}," if name else "Hello,"
    paragraphs = (greeting, " ".join(filter(None, said)), given_name(me.name))
    return "\n\n".join(filter(None, paragraphs))


def _thanks(meeting: Meeting, today: date, quiet: frozenset[str]) -> str:
    day = meeting.starts.date()
    back = (today - day).days
    if meeting.vague:
        when = "the other day"
    elif back <= 0:
        when = "today"
    elif back == 1:
        when = "yesterday"
    else:
        when = f"on {spoken_day(day).split()[0]}" if back <= _NEAR_DAYS else "the other day"
    where = spoken_place(meeting)
    at = f" {where}" if where.startswith("at ") and not says_any(where, quiet) else ""
    return f"Thank you for your time {when}; I really enjoyed our conversation{at}."


def _joy(
    told: Sequence[Fact], quiet: frozenset[str], worries: Sequence[frozenset[str]], name: str
) -> str:
    """Something they told, as one who listened would say it."""
    for kind in _JOYS:
        for fact in told:
            if fact.kind is not kind or says_any(fact.text, quiet) or _worries(fact, worries):
                continue
            if significant_words([fact.text]) & SAD:
                continue
            if sentence := _said_of(fact, name):
                return sentence
    return ""


def _worries(fact: Fact, worries: Sequence[frozenset[str]]) -> bool:
    """Whether something told is a worry under another name: two words of it, or all it has."""
    words = significant_words([fact.text])
    return any(len(words & worry) >= min(2, len(worry)) for worry in worries if worry)


def _said_of(fact: Fact, name: str) -> str:
    done = feat(fact.text, name) if fact.kind is FactKind.ACCOMPLISHMENT else None
    if done:
        return f"I was so pleased to hear that you {done}."
    about = topic(fact.text, name)
    if about is None:
        return ""
    if fact.kind is FactKind.ACCOMPLISHMENT:
        return f"I was so pleased to hear about {about}."
    if fact.kind is FactKind.GOAL:
        return f"What you told me about {about} stays with me; do tell me how it goes."
    return f"I loved hearing about {about}."


def _mine(promises: Sequence[Promise], quiet: frozenset[str], name: str, today: date) -> str:
    """What the user will do, in words where they are certain."""
    if not promises:
        return ""
    first = sorted(promises, key=lambda one: (one.due or date.max, one.id))[:_PROMISES]
    words = [_will(one, name, today) for one in first if not says_any(one.text, quiet)]
    certain = [part for part in words if part]
    if not certain:
        return "I have not forgotten what I promised you."
    rest = " And the rest is not forgotten." if len(certain) < len(promises) else ""
    return f"As promised, {', and '.join(certain)}.{rest}"


def _will(promise: Promise, name: str, today: date) -> str:
    words = promised(promise.text, name)
    if words is None:
        return ""
    when = _by(promise.due, today)
    if words.startswith("promised to "):
        return f"I will {words.removeprefix('promised to ')}{when}"
    return f"you will have {words.removeprefix('still owe you ')} from me{when}"


def _by(due: date | None, today: date) -> str:
    if due is None or due < today:
        return ""
    ahead = (due - today).days
    if ahead <= 1:
        return " tomorrow" if ahead else " today"
    return f" by {spoken_day(due).split()[0] if ahead <= _NEAR_DAYS else spoken_day(due)}"


def _next(again: date | None, today: date) -> str:
    if again is None or again <= today:
        return ""
    if (again - today).days <= _SOON_DAYS:
        return "I look forward to seeing you again soon."
    return f"I would love to sit down again in {spoken_day(again).split()[-1]}."
