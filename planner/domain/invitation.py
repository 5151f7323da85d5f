"""The first draft of an invitation: personal, about them, and never a pitch.

It shows that the user remembers: something the person told, a promise not forgotten, when they
last met. It never says what is private, what they dislike, or free notes; nor the user's own
aims. About 45 words, to be edited by the user before anybody reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from planner.domain.facts import Fact, FactKind, Origin
from planner.domain.me import Me
from planner.domain.meetings import Meeting, place_of
from planner.domain.people import Attitude, Person, Stage
from planner.domain.phrases import feat, occasion, promised, says_any, significant_words, topic
from planner.domain.promises import Promise
from planner.domain.wall_time import instants, is_zone, wall_of

_HUSHED = frozenset({FactKind.PRIVATE, FactKind.DISLIKE, FactKind.NOTE})
# What makes the warmest opening first.
_OPENING_KINDS = (
    FactKind.INTEREST,
    FactKind.ACCOMPLISHMENT,
    FactKind.GOAL,
    FactKind.CHALLENGE,
)
_TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "rev"})
_ONLINE = {
    "zoom": "on Zoom",
    "teams": "on Teams",
    "google meet": "on Google Meet",
    "skype": "on Skype",
    "phone": "by phone",
}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ENOUGH_WORDS = 18  # said of what is remembered and owed; with less, one sentence more
_RECENT_DAYS = 14  # up to here a meeting was "the other day"


def draft(
    person: Person,
    facts: Sequence[Fact],
    promises: Sequence[Promise],
    meeting: Meeting,
    me: Me,
    today: date,
    *,
    last_met: date | None = None,
    met_at: str = "",
) -> str:
    """The invitation to `meeting`, of which only when and where are used.

    `facts` and `promises` are the person's, in any order; `last_met` the day of the last 1-2-1;
    `met_at` the event they met at. The same input always gives the same text.
    """
    quiet = significant_words(fact.text for fact in facts if fact.kind in _HUSHED)
    name = given_name(person.name)
    remembered = _remembered(facts, quiet, last_met, name)
    owed = _owed(promises, quiet, name)
    if says_any(met_at, quiet):
        met_at = ""
    work = "" if says_any(person.company, quiet) else _work(person)
    told = [sentence for sentence in (remembered, owed) if sentence]
    if person.attitude is not Attitude.OPEN or len(" ".join(told).split()) < _ENOUGH_WORDS:
        told.append(_interest(person, work, last_met, met_at, today, bool(remembered)))
    greeting = f"Hi {name}," if name else "Hello,"
    question = _question(meeting, person)
    if len(told) < 2 and meeting.starts != datetime.min:
        question += " If another time is easier, just say."
    paragraphs = [greeting, " ".join(told), question, given_name(me.name)]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def moved(text: str, before: Meeting, after: Meeting, person: Person) -> str:
    """An invitation, perhaps edited, with the new time and place where it said the old ones."""
    old, new = when_and_where(before, person), when_and_where(after, person)
    if old in text:
        return text.replace(old, new)
    text = text.replace(_when_there(before, person), _when_there(after, person))
    old, new = _where(before, person), _where(after, person)
    # "online" and the like may stand in the text for another reason.
    return text.replace(old, new) if old.startswith("at ") and new else text


def given_name(name: str) -> str:
    """What to call somebody: the first name, or title and name; "" when unsure."""
    words = [word for word in name.split() if word.strip(".").lower() not in _TITLES]
    if len(words) == 1 < len(name.split()):
        return " ".join(name.split())  # Dr. Lee
    if not words or "@" in name or not words[0][0].isalpha():
        return ""
    if words[0].endswith(",") and len(words) > 1:  # "Okafor, Maya"
        return words[1]
    return words[0].strip(",")


def when_and_where(meeting: Meeting, person: Person) -> str:
    """Such as "Tuesday 24 November at 08:30 at The Wharf"."""
    return f"{_when_there(meeting, person)} {_where(meeting, person)}".strip()


def spoken_day(day: date) -> str:
    """Such as "Tuesday 24 November"."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def _when_there(meeting: Meeting, person: Person) -> str:
    """The time, and the guest's own where their clock shows another."""
    said = f"{spoken_day(meeting.starts.date())} at {meeting.starts:%H:%M}"
    if not is_zone(person.zone) or not instants(meeting.starts, meeting.zone):
        return said
    theirs = wall_of(meeting.starts_utc, person.zone)
    if theirs == meeting.starts:
        return said
    day = "" if theirs.date() == meeting.starts.date() else f"{_WEEKDAYS[theirs.weekday()]} "
    return f"{said} ({day}{theirs:%H:%M} your time)"


def _where(meeting: Meeting, person: Person) -> str:
    """The place as a phrase: its name without the address, "online" for a link."""
    place = place_of(meeting.place)
    if place.online:
        return _ONLINE.get(place.name.lower(), "online")
    first, _, rest = place.name.partition(" ")
    if first.lower() in {"at", "in", "on", "near"}:
        return place.name
    if first.lower() in {"my", "your", "our"}:
        return f"at {first.lower()} {rest}"
    return f"at {place.name}" if place.name else ""


def _question(meeting: Meeting, person: Person) -> str:
    if meeting.starts == datetime.min:
        where = _where(meeting, person)
        return f"Would a time in the next week or two suit you{f', {where}' if where else ''}?"
    return f"Would {when_and_where(meeting, person)} suit you?"


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


def _interest(
    person: Person, work: str, last_met: date | None, met_at: str, today: date, opened: bool
) -> str:
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
    if last_met is not None:
        return (
            f"It was good to sit down with you {_when_last(last_met, today)}, and I would like to "
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


def _when_last(day: date, today: date) -> str:
    """Such as "the other day", "in March", "in March last year"."""
    if (today - day).days <= _RECENT_DAYS:
        return "the other day"
    if (day.year, day.month) == (today.year, today.month):
        return "earlier this month"
    month = f"in {_MONTHS[day.month - 1]}"
    if day.year == today.year:
        return month
    return f"{month} last year" if day.year == today.year - 1 else f"{month} {day.year}"
