"""Who of the library could help whom: today's pair, and those that somebody's page shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from planner.domain.pairs import Pair, Source
from planner.domain.people import Person
from planner.journeys.look_for_pairs import LookForPairs
from planner.storage.store import Store

AT_MOST = 3  # pairs on a person's page either way
IN_TURN = 7  # the surest pairs, of which each day shows one
WANTS_A_DAY = 200  # things looked for that are matched in a day; beyond that they take turns
_FOUND, _SHOWN = "pairs", "pair of the day"  # of what an open library carries along


class CouldHelp(NamedTuple):
    """A pair with the two people: the first looks for something, the other could help."""

    pair: Pair
    person: Person
    other: Person


class _Found(NamedTuple):
    """The pairs that were found last, and what the library was like then.

    Kept by the open library, not in its file: a worker that writes there makes every page look
    anew, and the pairs outlive most changes, which are of touches, promises and the like.
    """

    as_of: object
    pairs: tuple[Pair, ...]


class PersonPairs(NamedTuple):
    """Who could help somebody, and whom they could help, the surest first."""

    helped_by: tuple[CouldHelp, ...] = ()
    could_help: tuple[CouldHelp, ...] = ()


def pair_of_today(store: Store, today: date) -> CouldHelp | None:
    """The one pair shown on a day; None when there is none, or one was acted on that day.

    The same all day, whatever becomes of other pairs; day by day the surest take turns.
    """
    if any((one.asked_on or one.moved_on) == today for one in store.introductions.all()):
        return None
    now = (today, store.matching().as_of(), store.me.get().city)
    last = store.carried.get(_FOUND)
    if not isinstance(last, _Found) or last.as_of != now:
        last = _Found(now, tuple(all_pairs(store, today)[:IN_TURN]))
        store.carried[_FOUND] = last
    pairs = last.pairs
    told = store.carried.get(_SHOWN)
    same = [pair for pair in pairs if (today, pair.person, pair.other) == told]
    chosen = same or (pairs[today.toordinal() % len(pairs) :][:1] if pairs else [])
    if chosen:
        store.carried[_SHOWN] = (today, chosen[0].person, chosen[0].other)
    shown = _with_people(store, chosen)
    return shown[0] if shown else None


def all_pairs(store: Store, today: date) -> list[Pair]:
    """Everybody who could help somebody, the surest first.

    Of very many things that are looked for, those said most plainly are matched every day, and
    the others in turn, so that a day's work stays short.
    """
    look = LookForPairs(store)
    wants = look.wants()
    if len(wants) > WANTS_A_DAY:
        asks = [want for want in wants if want.source is Source.ASK][:WANTS_A_DAY]
        others = [want for want in wants if want.source is not Source.ASK]
        room = WANTS_A_DAY - len(asks)
        start = today.toordinal() * room % len(others) if others else 0
        wants = asks + (others[start:] + others[:start])[:room]
    return look.helped_by(wants)


def pairs_of(store: Store, person_id: int) -> PersonPairs:
    """Who could help somebody, and whom they could help."""
    look = LookForPairs(store)
    return PersonPairs(
        _with_people(store, look.helped_by(look.wants_of(person_id))[:AT_MOST]),
        _with_people(store, look.help_of(person_id)[:AT_MOST]),
    )


def reason_of(store: Store, person_id: int, other_id: int) -> Pair | None:
    """Why these two should meet, either way round; None where nothing says it."""
    return LookForPairs(store).between(person_id, other_id)


def _with_people(store: Store, pairs: Sequence[Pair]) -> tuple[CouldHelp, ...]:
    people = store.people.some({id for pair in pairs for id in (pair.person, pair.other)})
    return tuple(
        CouldHelp(pair, people[pair.person], people[pair.other])
        for pair in pairs
        if pair.person in people and pair.other in people
    )
