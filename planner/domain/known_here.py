"""What the library knows of those whom calendar files name: looked up by address, name and UID."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from planner.domain.identity import email_key, folded, name_key, name_keys, names_agree
from planner.domain.incoming import Message, Party
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.domain.proposal import Proposal

_SHARE, _LEAST = 0.6, 3  # of a calendar's events, and how many: whoever is in so many, owns it
_TWO_WORDS = 2  # a name of fewer is found in too much that is meant otherwise


@dataclass(frozen=True)
class Known:
    """Who and what is in the library. `mine` are the user's addresses as compared.

    `heard` is the DTSTAMP of the last message on a 1-2-1 that was taken, `since` the SEQUENCE
    from which its invitation says the time it has now, `proposals` other times that are proposed:
    each by the 1-2-1's id.
    """

    people: Sequence[Person] = ()
    meetings: Sequence[Meeting] = ()
    mine: frozenset[str] = frozenset()
    heard: Mapping[int, datetime] = field(default_factory=dict)
    since: Mapping[int, int] = field(default_factory=dict)
    proposals: Mapping[int, Proposal] = field(default_factory=dict)

    @cached_property
    def _people(self) -> dict[int, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def _meetings(self) -> dict[str, Meeting]:
        return {meeting.uid: meeting for meeting in self.meetings if meeting.uid}

    @cached_property
    def _addresses(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = defaultdict(list)
        for person in self.people:
            for address in person.emails:
                found[email_key(address)].append(person)
        return found

    @cached_property
    def _names(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = defaultdict(list)
        names = [person.name for person in self.people]
        for key, person in zip(name_keys(names), self.people, strict=True):
            found[key].append(person)
        return found

    @cached_property
    def _longest(self) -> int:
        """Words of the longest name."""
        return max((key.count(" ") + 1 for key in self._names), default=0)

    @cached_property
    def _held(self) -> set[tuple[int, date]]:
        return {(m.person, m.starts.date()) for m in self.meetings if m.state is State.HELD}

    @cached_property
    def _planned(self) -> set[tuple[int, datetime]]:
        return {(m.person, m.starts_utc) for m in self.meetings if m.planned}

    def meeting(self, uid: str) -> Meeting | None:
        return self._meetings.get(uid) if uid else None

    def person(self, id: int) -> Person | None:
        return self._people.get(id)

    def by_address(self, party: Party) -> Person | None:
        """Whose address it is; of several who share it, the one who is called so."""
        found = self._addresses.get(party.key, []) if party.address else []
        if len(found) > 1:
            found = [one for one in found if party.name and names_agree(one.name, party.name)]
        return found[0] if len(found) == 1 else None

    def by_name(self, party: Party) -> Person | None:
        """The one person who is called exactly so, by first and last name."""
        key = name_key(party.name)
        found = self._names.get(key, []) if key.count(" ") + 1 >= _TWO_WORDS else []
        return found[0] if len(found) == 1 else None

    def named_in(self, text: str) -> Person | None:
        """The one person whose whole name stands in a text; None where it names several."""
        words = folded(text).split()
        found: dict[int, Person] = {}
        for at in range(len(words) - 1):
            for count in range(_TWO_WORDS, min(self._longest, len(words) - at) + 1):
                for person in self._names.get(" ".join(words[at : at + count]), ()):
                    found[person.id] = person
        return next(iter(found.values())) if len(found) == 1 else None

    def is_me(self, party: Party) -> bool:
        return party.key in self.mine

    def met_then(self, person: Person, day: date) -> bool:
        """Whether a 1-2-1 held with them that day is in the library."""
        return (person.id, day) in self._held

    def planned_then(self, person: Person, instant: datetime) -> bool:
        """Whether a 1-2-1 with them is planned for that moment (UTC, naive)."""
        return (person.id, instant) in self._planned

    def others(self, message: Message) -> tuple[Party, ...]:
        """Who is in it besides the user, each once, by their addresses."""
        there: dict[str, Party] = {}
        for party in (message.organizer, *message.attendees):
            if party.address and not self.is_me(party):
                before = there.get(party.key)
                there[party.key] = party if before is None or party.answer else before
        return tuple(there.values())

    def my_part(self, message: Message) -> Party | None:
        """What the file says of the user, among those invited."""
        return next((party for party in message.attendees if self.is_me(party)), None)


def owners(messages: Iterable[Message], known: Known) -> frozenset[str]:
    """Addresses of the user that About me does not know: those that nearly every event names."""
    seen: Counter[str] = Counter()
    events = 0
    for message in messages:
        parties = {p.key for p in (message.organizer, *message.attendees) if p.address}
        if parties:
            events += 1
            seen.update(parties)
    return frozenset(
        key
        for key, times in seen.items()
        if times >= max(_LEAST, _SHARE * events) and known.by_address(Party(key)) is None
    )
