"""Keeping people and what is known of them: add, change, remove, and where they were met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from planner.domain.changes import JOB_SAID, Change, Kind, setting_about
from planner.domain.facts import Fact
from planner.domain.groups import Attendance, Event, Group
from planner.domain.people import Person, Rhythm, Stage, wrong_with_email
from planner.domain.wall_time import wrong_with_zone
from planner.errors import PlannerError
from planner.journeys.keep_aliases import keep_aliases
from planner.journeys.keep_photo import put_photo
from planner.storage.store import Store


def add_person(store: Store, person: Person, photo: bytes = b"") -> tuple[Change, Person]:
    """Keeps somebody new; PlannerError in words for what cannot be kept."""
    tidy = in_order(person)
    with store.transaction() as work:
        kept = store.people.add(tidy)
        if photo:
            put_photo(store, kept.id, photo)
    return work.change, kept


def edit_person(store: Store, person: Person, photo: bytes | None = None) -> Change:
    """Keeps somebody as they are now; PlannerError in words for what cannot be kept.

    `photo` is their picture, b"" for none; None leaves it as it is. Where they work and as what is
    the user's word from then on, which an export of LinkedIn no longer changes; and a file that
    calls them as they were called speaks of them still.
    """
    tidy = in_order(person)
    with store.transaction() as work:
        was = store.people.get(tidy.id)
        store.people.update(tidy)
        if (was.company, was.role) != (tidy.company, tidy.role):
            store.settings.put(setting_about(JOB_SAID, Kind.PERSON, tidy.id), "typed")
        keep_aliases(store, tidy, [was])
        if photo is not None:
            put_photo(store, tidy.id, photo)
    return work.change


def remove_person(store: Store, person_id: int) -> Change:
    """Removes somebody with everything that was theirs; undo brings all back."""
    with store.transaction() as work:
        store.people.remove(person_id)
    return work.change


def remove_people(store: Store, person_ids: Iterable[int]) -> Change:
    """Removes several at once, as far as they are there."""
    with store.transaction() as work:
        store.people.remove_many(person_ids)
    return work.change


def move_stage(store: Store, person_id: int, stage: Stage) -> Change:
    """Moves somebody up or down the ladder."""
    with store.transaction() as work:
        store.people.update(replace(store.people.get(person_id), stage=stage))
    return work.change


def set_rhythm(store: Store, person_id: int, rhythm: Rhythm) -> Change:
    """Keeps how long the two can go without a word, as the user says."""
    with store.transaction() as work:
        store.people.update(replace(store.people.get(person_id), rhythm=rhythm))
    return work.change


def add_fact(store: Store, fact: Fact) -> tuple[Change, Fact]:
    """Notes one thing known of a person."""
    tidy = _fact_in_order(fact)
    with store.transaction() as work:
        kept = store.facts.add(tidy)
    return work.change, kept


def edit_fact(store: Store, fact: Fact) -> Change:
    tidy = _fact_in_order(fact)
    with store.transaction() as work:
        store.facts.update(tidy)
    return work.change


def remove_fact(store: Store, fact_id: int) -> Change:
    with store.transaction() as work:
        store.facts.remove(fact_id)
    return work.change


def add_met_at(
    store: Store, person_id: int, group_name: str, event_name: str = "", day: date | None = None
) -> Change:
    """Notes where somebody was met; makes the group and the event where they are new."""
    group_name, event_name = " ".join(group_name.split()), " ".join(event_name.split())
    if not group_name:
        raise PlannerError("Say where you met: a group, an event or an online network.")
    with store.transaction() as work:
        group = store.groups.named(group_name) or store.groups.add(Group(name=group_name))
        event = _event(store, group, event_name, day)
        if all(met.event != event.id for met in store.attendance.of_person(person_id)):
            store.attendance.add(Attendance(event=event.id, person=person_id))
    return work.change


def remove_met_at(store: Store, attendance_id: int) -> Change:
    """Takes back where somebody was met; an event or group nobody else was met at goes too."""
    with store.transaction() as work:
        event = store.events.get(store.attendance.get(attendance_id).event)
        store.attendance.remove(attendance_id)
        told = event.hours or event.fee  # somebody wrote down what it cost, so it happened
        if not told and not store.attendance.of_event(event.id):
            store.events.remove(event.id)
            if not store.events.of_group(event.group):
                store.groups.remove(event.group)
    return work.change


def edit_met_at(
    store: Store,
    attendance_id: int,
    group_name: str,
    event_name: str = "",
    day: date | None = None,
) -> Change:
    """Corrects where somebody was met, as if it had been noted like this at once."""
    with store.transaction() as work:
        person_id = store.attendance.get(attendance_id).person
        remove_met_at(store, attendance_id)
        add_met_at(store, person_id, group_name, event_name, day)
    return work.change


def in_order(person: Person) -> Person:
    """The same, tidied. Raises PlannerError in words for the first thing that is wrong."""
    person = replace(
        person,
        name=person.name.strip(),
        company=person.company.strip(),
        role=person.role.strip(),
        city=person.city.strip(),
        emails=_lines("e-mail address", person.emails),
        phones=_lines("phone number", person.phones),
        links=_lines("web address", person.links),
        birthday=_birthday(person.birthday),
        zone=person.zone.strip(),
    )
    if not person.name:
        raise PlannerError("A person needs a name.")
    # A line break would begin a line of its own in calendar and contact files.
    for what, text in (
        ("name", person.name),
        ("company", person.company),
        ("role", person.role),
        ("city", person.city),
    ):
        if len(text.splitlines()) > 1:
            raise PlannerError(f"The {what} has a line break in it. Put it on one line.")
    for email in person.emails:
        if wrong := wrong_with_email(email):
            raise PlannerError(wrong)
    if person.zone and (wrong := wrong_with_zone(person.zone)):
        raise PlannerError(wrong)
    return person


def _event(store: Store, group: Group, name: str, day: date | None) -> Event:
    for event in store.events.of_group(group.id):
        if event.day == day and event.name.casefold() == name.casefold():
            return event
    return store.events.add(Event(group=group.id, name=name, day=day))


def _fact_in_order(fact: Fact) -> Fact:
    text = fact.text.strip()
    if not text:
        raise PlannerError("There is nothing to note yet: write a few words, or leave it.")
    return replace(fact, text=text)


def _lines(what: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Each once, without blanks around it or empty ones."""
    tidy = dict.fromkeys(text.strip() for text in texts if text.strip())
    for text in tidy:
        if len(text.splitlines()) > 1:
            raise PlannerError(f"One {what} has a line break in it. Put each on its own line.")
    return tuple(tidy)


def _birthday(text: str) -> str:
    if not text.strip():
        return ""
    from planner.domain.dates_in_words import birthday_from_words

    kept = birthday_from_words(text)
    if not kept:
        raise PlannerError(
            f"“{text.strip()}” is not a birthday. Write it as 22 January, or 22 January 1980."
        )
    return kept
