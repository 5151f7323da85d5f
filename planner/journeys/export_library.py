"""Everything leaves in open forms: contact cards, a table, a calendar, one JSON with all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from planner.contacts.contact import Contact
from planner.domain.people import Person
from planner.errors import PlannerError
from planner.storage.store import Store

if TYPE_CHECKING:
    from uuid import UUID

_LIBRARY_ID = "library id"  # the setting that tells this library from every other
_AT_ONCE = 500  # people whose facts and pictures are read at a time


class Form(StrEnum):
    """In which form something leaves; each value is also the ending of its files."""

    VCARD = ".vcf"
    CSV = ".csv"
    CALENDAR = ".ics"
    JSON = ".json"


OF_PEOPLE = frozenset({Form.VCARD, Form.CSV})  # the user chooses who; the others hold everything


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written, piece by piece, in the thread that opened the store."""

    pieces: Iterator[bytes]
    people: int  # how many are told of
    private: bool  # whether what nobody else is to read unasked is in it
    left_out: int = 0  # people of the sample network, whom no address book needs


def form_of(path: Path) -> Form:
    """The form that a file's ending asks for. Raises PlannerError for every other ending."""
    try:
        return Form(path.suffix.lower())
    except ValueError:
        raise PlannerError(
            f"{path} does not say by its ending what to write. End it in .vcf for contact cards, "
            ".csv for a table, .ics for a calendar, or .json for everything."
        ) from None


def export(
    store: Store,
    form: Form,
    now: datetime,
    *,
    people: Sequence[int] | None = None,
    private: bool = False,
) -> Export:
    """What a file of that form holds: of these people, by their ids, or of everybody.

    Everybody's cards and tables are without the sample network, unless nobody else is there.
    `private`: cards and tables also tell what was noted in confidence, and where the user sees
    people on the ladder. A calendar never does, and the JSON always: it is the whole library.
    `now` is UTC, naive. PlannerError when there is nobody, or no 1-2-1, to tell of.
    """
    if form is Form.JSON:
        return Export(export_json(store, now), store.people.count(), True)
    if form is Form.CALENDAR:
        from planner.journeys.calendar_files import export_calendar

        met = {meeting.person for meeting in store.meetings.all()}
        return Export(iter((export_calendar(store, now),)), len(met), False)
    known = store.people.by_name()
    if people is not None:
        wanted, left_out = frozenset(people), 0
        everybody = [person for person in known if person.id in wanted]
    else:
        everybody = [person for person in known if not person.sample] or known
        left_out = len(known) - len(everybody)
    if not everybody:
        raise PlannerError("There is nobody to export. Nothing was written.")
    contacts = _contacts(store, everybody, pictures=form is Form.VCARD)
    if form is Form.CSV:
        from planner.contacts.csv_writer import table

        made = table(contacts, everybody, private=private)
        return Export(made, len(everybody), private, left_out)
    from planner.contacts.vcard_writer import cards

    told = cards(contacts, library_id(store), now, private=private)
    return Export(told, len(everybody), private, left_out)


def invented(store: Store) -> int:
    """How many people are the sample network's."""
    from planner.journeys.load_sample import sample_loaded

    return sum(person.sample for person in store.people.all()) if sample_loaded(store) else 0


def export_json(store: Store, now: datetime) -> Iterator[bytes]:
    """The whole library as one JSON document, piece by piece; `now` is UTC, naive."""
    from planner.storage.open_form import document

    return document(store, now)


def library_from_json(document: Path, library: Path) -> None:
    """Makes the new library file `library` of a document that `export_json` wrote.

    All of it or no file. Raises PlannerError in words when the document is none, is spoiled or
    from a newer version, or when there is a file of that name already; that one is left alone.
    """
    from planner.storage.open_form_reading import library_from

    library_from(document, library)


def _contacts(store: Store, people: Sequence[Person], *, pictures: bool) -> Iterator[Contact]:
    """What may be told of each, some people at a time."""
    groups = {group.id: group.name for group in store.groups.all()}
    group_of = {event.id: groups[event.group] for event in store.events.all()}
    for start in range(0, len(people), _AT_ONCE):
        some = people[start : start + _AT_ONCE]
        ids = [person.id for person in some]
        facts = store.facts.of_people(ids)
        attended = store.attendance.of_people(ids)
        photos = store.photos.of_people(ids) if pictures else {}
        for person in some:
            met = dict.fromkeys(group_of[each.event] for each in attended[person.id])
            yield Contact(
                person,
                tuple(facts[person.id]),
                tuple(met),
                next((photo.data for photo in photos.get(person.id, ())), b""),
            )


def library_id(store: Store) -> UUID:
    """What tells this library from every other; made when first asked for, then kept."""
    from uuid import UUID, uuid4

    known = store.settings.get(_LIBRARY_ID)
    if not known:
        with store.transaction():  # another export may have been quicker
            known = store.settings.get(_LIBRARY_ID) or str(uuid4())
            store.settings.put(_LIBRARY_ID, known)
    return UUID(known)
