"""The cheat-sheet: what belongs on the one page to take along, and what gives way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from planner.domain.facts import Fact, FactKind
from planner.domain.invitation import given_name
from planner.domain.meetings import Meeting, State, Touch
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.sheet import (
    Aim,
    Block,
    BlockKind,
    Item,
    LeftOut,
    Sheet,
)
from planner.domain.sheet_questions import Talk, share_out
from planner.domain.shortening import one_line, shorten, words

# Read in under a minute, at about 170 words a minute (a slow, careful reader).
WORDS_BEFORE_QUESTIONS = 170

NAME_WORDS, HEADLINE_WORDS, PLACE_WORDS = 8, 14, 14
FACT_WORDS, LAST_TIME_WORDS, PROMISE_WORDS, AIM_WORDS = 18, 30, 14, 14
PER_STREAM = 3  # facts of one kind, at most; the fourth like says little
PROMISES = 4  # either way, at most

# What the printed words around a text cost, in the longest wording the page uses.
WHEN_WORDS = 8  # "Tue 24 Nov 2026, 08:30 – 09:15 Europe/London"
LABEL_WORDS = 3  # "Does · for whom"
DATED_LABEL_WORDS = 5  # "Last time · 3 September 2025"
DUE_WORDS = 3  # "(17 Nov 2026)"
DISLIKE_WORDS = 3  # "Not keen on:"

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
# Within a block: Learn, Give, Ask in that order; dislikes last, where they are set apart.
ORDER_IN_BLOCK: tuple[FactKind | Aim, ...] = (*Aim, *FactKind)


@dataclass(frozen=True, slots=True)
class LastTime:
    """When they last spoke, and what of."""

    day: date
    text: str


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
    page = _Page(WORDS_BEFORE_QUESTIONS)
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


def last_held(meeting: Meeting | None, history: Iterable[Meeting]) -> Meeting | None:
    """The last 1-2-1 held before `meeting`, or the last of all without one."""
    held = [
        past
        for past in history
        if past.state is State.HELD
        and (meeting is None or (past.id != meeting.id and past.starts_utc < meeting.starts_utc))
    ]
    return max(held, key=lambda past: (past.starts_utc, past.id), default=None)


def last_time(
    meeting: Meeting | None,
    history: Iterable[Meeting],
    touches: Iterable[Touch],
    last_notes: Sequence[str],
    today: date,
) -> LastTime | None:
    """The last contact that has words, by talk or by touch; without any, the last of all."""
    meetings = list(history)
    newest = last_held(meeting, meetings)
    noted = "; ".join(filter(one_line, last_notes))
    until = meeting.starts.date() if meeting else today
    contacts = [
        LastTime(past.starts.date(), past.summary or (noted if past == newest else ""))
        for past in meetings
        if newest and past.state is State.HELD and past.starts_utc <= newest.starts_utc
    ]
    contacts += [LastTime(touch.day, touch.note) for touch in touches if touch.day <= until]
    contacts.sort(key=lambda contact: contact.day, reverse=True)
    told = next((contact for contact in contacts if one_line(contact.text)), None)
    last = told or next(iter(contacts), None)
    return LastTime(last.day, shorten(last.text, LAST_TIME_WORDS)) if last else None


class _Page:
    """Spends the page's words, what matters most first."""

    def __init__(self, budget: int) -> None:
        self._left = budget
        self._taken: dict[BlockKind, list[Item]] = {}
        self._refused: dict[BlockKind, int] = {}

    def spend(self, cost: int) -> None:
        self._left -= cost

    def always(self, text: str) -> str:
        """Takes what stands on every page, whatever it costs."""
        self.spend(words(text))
        return text

    def fill(self, streams: Sequence[tuple[BlockKind, Sequence[Item], int]]) -> None:
        """Takes one item from each stream in turn, up to the stream's own limit."""
        for turn in range(max(limit for _, _, limit in streams)):
            for kind, items, limit in streams:
                if turn < min(limit, len(items)):
                    self._offer(kind, items[turn])
        for kind, items, limit in streams:
            self._refuse(kind, max(0, len(items) - limit))

    def blocks(self, last_day: date | None) -> tuple[Block, ...]:
        """What was taken, in the page's order; a last time without words keeps its date."""
        kinds = set(self._taken)
        if last_day:
            kinds.add(BlockKind.LAST_TIME)
        return tuple(
            Block(
                kind,
                tuple(sorted(self._taken.get(kind, ()), key=_place_in_block)),
                last_day if kind is BlockKind.LAST_TIME else None,
            )
            for kind in BlockKind
            if kind in kinds
        )

    def left_out(self) -> tuple[LeftOut, ...]:
        return tuple(
            LeftOut(kind, self._refused[kind]) for kind in BlockKind if kind in self._refused
        )

    def _offer(self, kind: BlockKind, item: Item) -> None:
        cost = words(item.text)
        if kind not in self._taken and kind is not BlockKind.LAST_TIME:
            cost += LABEL_WORDS
        if item.due:
            cost += DUE_WORDS
        if item.kind is FactKind.DISLIKE:
            cost += DISLIKE_WORDS
        if cost > self._left:
            self._refuse(kind, 1)
        else:
            self.spend(cost)
            self._taken.setdefault(kind, []).append(item)

    def _refuse(self, kind: BlockKind, count: int) -> None:
        if count:
            self._refused[kind] = self._refused.get(kind, 0) + count


def _place_in_block(item: Item) -> int:
    return ORDER_IN_BLOCK.index(item.kind) if item.kind else 0


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
