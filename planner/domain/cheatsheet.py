"""The cheat-sheet: what belongs on the one page to take along, and what gives way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from planner.domain.dont_forget import WORDS as CUT_TO
from planner.domain.dont_forget import DontForget, Mention
from planner.domain.facts import Fact, FactKind
from planner.domain.first_names import given_name
from planner.domain.last_time import last_time
from planner.domain.meetings import Meeting, Touch
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.sheet import Aim, BlockKind, Item, Sheet
from planner.domain.sheet_questions import Talk, once, share_out
from planner.domain.sheet_room import SheetRoom, Stream
from planner.domain.shortening import one_line, shorten

# Read in under a minute, at about 170 words a minute (a slow, careful reader).
WORDS_BEFORE_QUESTIONS = 170

NAME_WORDS, HEADLINE_WORDS, PLACE_WORDS = 8, 14, 14
FACT_WORDS, PROMISE_WORDS, AIM_WORDS = 12, 14, 14
LAST_WORDS = 12  # of last time at first, and more only where all else found room
PER_STREAM = 3  # facts of one kind, at most; the fourth like says little
PROMISES = 4  # either way, at most
AT_ONCE = 2  # of the user's, before any fact
REMINDERS, REMINDER_WORDS = 5, 12  # in the line of what must not be forgotten
REMINDED_AT_ONCE = 4  # of them before last time and any fact

# What the printed words around a text cost, in the longest wording the page uses.
WHEN_WORDS = 11  # "Tue 24 Nov 2026, 08:30 – 09:15 Port of Spain time"
DATED_LABEL_WORDS = 8  # "Last time · 3 September 2025", and "Nothing noted" under it

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
    dont_forget: Iterable[DontForget] = (),
) -> Sheet:
    """What goes on the page for one person and, when there is one, their `meeting`.

    `history` is every 1-2-1 with the person, `last_notes` what was noted in the last one held
    (`last_held`), used when nobody summed it up, `dont_forget` what goes into the line over all
    else, and nowhere a second time. Private facts are left out before anything else is decided,
    and are not counted among what found no room.
    """
    page = SheetRoom(WORDS_BEFORE_QUESTIONS)
    page.always("name", _called(person), NAME_WORDS)
    page.always("headline", person.headline if person.name else "", HEADLINE_WORDS)
    page.always("place", meeting.place if meeting else "", PLACE_WORDS)
    page.spend(WHEN_WORDS if meeting else 0)

    last = last_time(meeting, history, touches, last_notes, today, WORDS_BEFORE_QUESTIONS)
    page.spend(DATED_LABEL_WORDS if last else 0)
    still_open = sorted(
        (promise for promise in promises if promise.done_on is None),
        key=lambda promise: (promise.due is None, promise.due or date.max, promise.id),
    )
    facts = [fact for fact in facts if not fact.private]
    reminders = _reminders(dont_forget, facts)
    phases = share_out(talks)
    quoted = {question.told for phase in phases for question in phase.questions if question.told}
    said = {item.text.casefold() for item in reminders}
    said |= {text.casefold() for text in quoted}
    first, others = reminders[:REMINDED_AT_ONCE], reminders[REMINDED_AT_ONCE:]
    told = [Item(last.text)] if last and last.text else []
    mine, theirs = (_owed(still_open, mine=mine) for mine in (True, False))
    page.fill(
        [
            *(Stream(BlockKind.I_OWE, [one], 1, PROMISE_WORDS) for one in mine[:AT_ONCE]),
            *(Stream(BlockKind.DONT_FORGET, [one], 1, REMINDER_WORDS) for one in first),
            *(Stream(BlockKind.AIMS, [aim], 1, AIM_WORDS) for aim in _aims(meeting)),
            Stream(BlockKind.THEY_OWE, theirs[:1], 1, PROMISE_WORDS),
            Stream(BlockKind.LAST_TIME, told, 1, LAST_WORDS),
            Stream(BlockKind.DONT_FORGET, others, REMINDERS - len(first), REMINDER_WORDS),
            Stream(BlockKind.I_OWE, mine[AT_ONCE:], PROMISES - AT_ONCE, PROMISE_WORDS),
            Stream(BlockKind.THEY_OWE, theirs[1:], PROMISES - 1, PROMISE_WORDS),
            *_facts(facts, said),
        ]
    )
    page.say_in_full()
    return Sheet(
        name=page.text("name"),
        first_name=shorten(given_name(person.name) or page.text("name"), 2),
        headline=page.text("headline"),
        starts=meeting.starts if meeting else None,
        ends=meeting.ends if meeting else None,
        zone=meeting.zone if meeting and my_zone and meeting.zone != my_zone else "",
        place=page.text("place"),
        blocks=page.blocks(last),
        phases=once(phases, page.text_of(BlockKind.LAST_TIME)),
        left_out=page.left_out(),
        made_on=today,
    )


def _called(person: Person) -> str:
    """What to head the page with; somebody imported without a name has something else."""
    return next(filter(one_line, (person.name, person.company, *person.emails, *person.phones)), "")


def _owed(promises: Sequence[Promise], *, mine: bool) -> list[Item]:
    return [
        Item(one_line(promise.text), due=promise.due)
        for promise in promises
        if promise.mine is mine and one_line(promise.text)
    ]


def _aims(meeting: Meeting | None) -> list[Item]:
    if meeting is None:
        return []
    wishes = ((Aim.LEARN, meeting.learn), (Aim.GIVE, meeting.give), (Aim.ASK, meeting.ask))
    return [Item(one_line(text), aim) for aim, text in wishes if one_line(text)]


def _reminders(dont_forget: Iterable[DontForget], facts: Iterable[Fact]) -> list[Item]:
    """The line's items, without what has a block of its own; a fact that was cut is whole again.

    What the line has no room for stays among them, to be counted as left out; but not a fact,
    which still has its place in its own block.
    """
    whole = {shorten(fact.text, CUT_TO): one_line(fact.text) for fact in facts}
    items: list[Item] = []
    for one in dont_forget:
        crowded_out = one.kind is not None and len(items) >= REMINDERS
        if one.what is not Mention.LAST and not crowded_out:
            dated = one.day if one.what is Mention.BIRTHDAY else None
            items.append(Item(whole.get(one.text, one_line(one.text)), one.what, dated))
    return items


def _facts(facts: Iterable[Fact], said: Collection[str]) -> Iterator[Stream]:
    """The facts that may be printed, by kind, newest first, each text once."""
    newest_first = sorted(
        facts,
        key=lambda fact: (fact.noted_on or date.min, fact.id),
        reverse=True,
    )
    for kind, block in FACTS_BY_WORTH:
        texts: dict[str, str] = {}
        for fact in newest_first:
            if fact.kind is kind and (line := one_line(fact.text)):
                texts.setdefault(line.casefold(), line)
        items = [Item(text, kind) for folded, text in texts.items() if folded not in said]
        yield Stream(block, items, PER_STREAM, FACT_WORDS)
