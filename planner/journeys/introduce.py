"""Bringing two people together: each is asked first, both say yes, and something comes of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from planner.domain import introductions
from planner.domain.changes import Change
from planner.domain.introduction_letters import Letters, letters
from planner.domain.introductions import Introduction, Standing
from planner.domain.meetings import Touch, TouchKind
from planner.domain.pairs import Pair
from planner.domain.people import Person
from planner.errors import PlannerError
from planner.storage.store import Store


def draft(store: Store, person: int, other: int, pair: Pair | None = None) -> Letters:
    """What the two would be asked, and what both would be told in the end."""
    people = _both(store, person, other)
    facts = store.facts.of_people((person, other))
    known = [fact for theirs in facts.values() for fact in theirs]
    return letters(*people, pair, known, store.me.get().name)


def start(
    store: Store, person: int, other: int, why: str, asked: Collection[int], today: date
) -> tuple[Change, Introduction]:
    """Notes that an introduction is under way, and who of the two was `asked` today.

    Two who were passed over before are thought of again. Raises PlannerError when the two are
    being introduced already.
    """
    with store.transaction() as work:
        _both(store, person, other)
        before = _between(store, person, other)
        if any(one.standing in introductions.OPEN for one in before):
            raise PlannerError("These two are being introduced already. See Follow-ups.")
        new = Introduction(person=person, other=other, why=why.strip(), moved_on=today)
        passed = [one for one in before if one.standing is Standing.PASSED_OVER]
        kept = replace(new, id=passed[0].id) if passed else store.introductions.add(new)
        for each in asked:
            kept = introductions.asked(kept, each, today)
            _log(store, kept, each, today, "Asked about an introduction to {name}")
        store.introductions.update(kept)
    return work.change, kept


def ask(store: Store, id: int, person: int, today: date) -> Change:
    """One of the two was asked; asking again is a touch alone."""
    with store.transaction() as work:
        one = _open(store, id)
        store.introductions.update(introductions.asked(one, person, today))
        _log(store, one, person, today, "Asked about an introduction to {name}")
    return work.change


def agree(store: Store, id: int, person: int, today: date) -> Change:
    """One of the two would like to meet the other."""
    with store.transaction() as work:
        store.introductions.update(introductions.agreed(_open(store, id), person, today))
    return work.change


def decline(store: Store, id: int, today: date) -> Change:
    """One of the two would rather not; they are not proposed again."""
    with store.transaction() as work:
        one = _open(store, id)
        store.introductions.update(replace(one, standing=Standing.DECLINED, moved_on=today))
    return work.change


def make(store: Store, id: int, today: date) -> Change:
    """The two were put in touch: a contact with each of them, too."""
    with store.transaction() as work:
        one = _open(store, id)
        for person in one.people:
            one = introductions.agreed(one, person, today)
            _log(store, one, person, today, "Introduced to {name}")
        store.introductions.update(replace(one, standing=Standing.MADE, moved_on=today))
    return work.change


def come_of(store: Store, id: int, helped: bool, note: str, today: date) -> Change:
    """What came of it, in the user's words."""
    with store.transaction() as work:
        one = store.introductions.get(id)
        standing = Standing.HELPED if helped else Standing.NOTHING
        store.introductions.update(
            replace(one, standing=standing, note=note.strip(), moved_on=today)
        )
    return work.change


def pass_over(store: Store, person: int, other: int, why: str, today: date) -> Change:
    """These two could not help each other: they are not proposed again."""
    with store.transaction() as work:
        _both(store, person, other)
        store.introductions.add(
            Introduction(
                person=person,
                other=other,
                why=why.strip(),
                standing=Standing.PASSED_OVER,
                moved_on=today,
            )
        )
    return work.change


def remove_introduction(store: Store, id: int) -> Change:
    with store.transaction() as work:
        store.introductions.remove(id)
    return work.change


def _both(store: Store, person: int, other: int) -> tuple[Person, Person]:
    if person == other:
        raise PlannerError("Nobody can be introduced to themselves. Choose somebody else.")
    return store.people.get(person), store.people.get(other)


def _between(store: Store, person: int, other: int) -> list[Introduction]:
    return [one for one in store.introductions.of_person(person) if other in one.people]


def _open(store: Store, id: int) -> Introduction:
    one = store.introductions.get(id)
    if one.standing is not Standing.ASKED:
        raise PlannerError("This introduction is past that: it was made, or came to an end.")
    return one


def _log(store: Store, one: Introduction, person: int, today: date, note: str) -> None:
    """A message is a touch, once a day with each."""
    there = store.people.get(one.other if person == one.person else one.person)
    touch = Touch(
        person=person, day=today, kind=TouchKind.MESSAGE, note=note.format(name=there.name)
    )
    same = [
        known
        for known in store.touches.of_person(person)
        if (known.day, known.note) == (touch.day, touch.note)
    ]
    if not same:
        store.touches.add(touch)
