"""The cheat-sheet: what belongs on the one page to take along, and what gives way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from planner.domain.facts import Fact, FactKind
from planner.domain.last_time import last_time
from planner.domain.meetings import Meeting, Touch
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.sheet import Aim, BlockKind, Item, Sheet
from planner.domain.sheet_questions import Talk, share_out
from planner.domain.sheet_room import SheetRoom
from planner.domain.shortening import one_line, shorten
from planner.domain.spoken import given_name

# Read in under a minute, at about 170 words a minute (a slow, careful reader).
WORDS_BEFORE_QUESTIONS = 170

NAME_WORDS, HEADLINE_WORDS, PLACE_WORDS = 8, 14, 14
FACT_WORDS, PROMISE_WORDS, AIM_WORDS = 18, 14, 14
PER_STREAM = 3  # facts of one kind, at most; the fourth like says little
PROMISES = 4  # either way, at most

# What the printed words around a text cost, in the longest wording the page uses.
WHEN_WORDS = 8  # "Tue 24 Nov 2026, 08:30 – 09:15 Europe/London"
DATED_LABEL_WORDS = 5  # "Last time · 3 September 2025"

# After what was promised, what the hour is for and where the talk broke off: what must not be
# forgotten of the person, most useful first. Each stream gives one item a round, so the first
# of every kind comes before the second of any.
FACTS_BY_WORTH: tuple[tuple[FactKind, BlockKind], ...] = (
    (FactKind.DOES, BlockKind.DOES),
    (FactKind.FOR_WHOM, BlockKind.DOES),
    (FactKind.IDEAL_REFERRAL, BlockKind.IDEAL_REFERRAL),
    (FactKind.DISLIKE, BlockKind.LIKES),
    (FactKind.INTEREST, BlockKind.LIKES),
    (FactKind.CHALLENGE, BlockKind.GOALS),
    (FactKind.GOAL, BlockKind.GOALS),
    (FactKind.LIKE, BlockKind.LIKES),
    (FactKind.NETWORK, BlockKind.KNOWS),
    (FactKind.ACCOMPLISHMENT, BlockKind.PROUD_OF),
    (FactKind.SKILL, BlockKind.KNOWS),
    (FactKind.NOTE, BlockKind.NOTES),
)


def compose(
    person: Person,
    facts: Iterable[Fact],
    promises: Iterable[Promise],
    meeting: Meeting | None,
    history: Iterable[Meeting],
    touches: Iterable[Touch],
    talks: Sequence[Talk],
    today: date,
    my_zone: str = "",
    last_notes: Sequence[str] = (),
) -> Sheet:
    """What goes on the page for one person and, when there is one, their `meeting`.

    `history` is every 1-2-1 with the person, `last_notes` what was noted in the last one held
    (`last_held`), used when nobody summed it up. Private facts are left out before anything
    else is decided, and are not counted among what found no room.
    """
    page = SheetRoom(WORDS_BEFORE_QUESTIONS)
    name = page.always(shorten(_called(person), NAME_WORDS))
    headline = page.always(shorten(person.headline if person.name else "", HEADLINE_WORDS))
    place = page.always(shorten(meeting.place, PLACE_WORDS)) if meeting else ""
    page.spend(WHEN_WORDS if meeting else 0)

    last = last_time(meeting, history, touches, last_notes, today)
    page.spend(DATED_LABEL_WORDS if last else 0)
    still_open = sorted(
        (promise for promise in promises if promise.done_on is None),
        key=lambda promise: (promise.due is None, promise.due or date.max, promise.id),
    )
    page.fill(
        [
            (BlockKind.I_OWE, _owed(still_open, mine=True), PROMISES),
            (BlockKind.AIMS, _aims(meeting), len(Aim)),
            (BlockKind.LAST_TIME, [Item(last.text)] if last and last.text else [], 1),
            (BlockKind.THEY_OWE, _owed(still_open, mine=False), PROMISES),
            *_facts(facts),
        ]
    )
    return Sheet(
        name=name,
        first_name=shorten(given_name(person.name) or name, 2),
        headline=headline,
        starts=meeting.starts if meeting else None,
        ends=meeting.ends if meeting else None,
        zone=meeting.zone if meeting and my_zone and meeting.zone != my_zone else "",
        place=place,
        blocks=page.blocks(last.day if last else None),
        phases=share_out(talks),
        left_out=page.left_out(),
        made_on=today,
    )


def _called(person: Person) -> str:
    """What to head the page with; somebody imported without a name has something else."""
    return next(filter(one_line, (person.name, person.company, *person.emails, *person.phones)), "")


def _owed(promises: Sequence[Promise], *, mine: bool) -> list[Item]:
    return [
        Item(shorten(promise.text, PROMISE_WORDS), due=promise.due)
        for promise in promises
        if promise.mine is mine and one_line(promise.text)
    ]


def _aims(meeting: Meeting | None) -> list[Item]:
    if meeting is None:
        return []
    wishes = ((Aim.LEARN, meeting.learn), (Aim.GIVE, meeting.give), (Aim.ASK, meeting.ask))
    return [Item(shorten(text, AIM_WORDS), aim) for aim, text in wishes if one_line(text)]


def _facts(facts: Iterable[Fact]) -> Iterator[tuple[BlockKind, list[Item], int]]:
    """The facts that may be printed, by kind, newest first, each text once."""
    newest_first = sorted(
        (fact for fact in facts if not fact.private),
        key=lambda fact: (fact.noted_on or date.min, fact.id),
        reverse=True,
    )
    for kind, block in FACTS_BY_WORTH:
        texts: dict[str, str] = {}
        for fact in newest_first:
            if fact.kind is kind and (line := one_line(fact.text)):
                texts.setdefault(line.casefold(), shorten(line, FACT_WORDS))
        yield block, [Item(text, kind) for text in texts.values()], PER_STREAM
