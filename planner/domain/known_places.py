"""Places the user remembers: how often and with whom, the order to offer them in, and doubles.

What a 1-2-1 says of its place is text, as the invitation had it; it means a remembered place by
that one's name alone, or by name and address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from planner.domain.meetings import Place, State
from planner.domain.places import key

_ARTICLES = ("the ", "der ", "die ", "das ", "le ", "la ", "il ", "el ")


class PlaceKind(StrEnum):
    """Whose ground a place is."""

    NEUTRAL = "neutral"  # neither of the two's
    OWN = "own"  # somebody's own: the user's or theirs
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A remembered place with the 1-2-1s held there, and those that are planned."""

    place: Place
    times: int = 0  # held
    with_whom: tuple[tuple[int, int], ...] = ()  # a person's id, how often; the most often first
    planned: int = 0  # proposed or agreed


def kind_of(place: Place) -> PlaceKind:
    if place.online:
        return PlaceKind.ONLINE
    return PlaceKind.NEUTRAL if place.neutral else PlaceKind.OWN


def meant(places: Iterable[Place]) -> dict[str, int]:
    """The id of the place that a text means, by the text without capitals.

    The whole label goes before another's name: “Costa, York” is not the Costa in Leeds.
    """
    found: dict[str, int] = {}
    every = sorted(places, key=lambda place: place.id)
    for text, place in (
        *((place.label, place) for place in every),
        *((place.name, place) for place in every),
    ):
        if text:
            found.setdefault(text.casefold(), place.id)
    return found


def known(
    places: Sequence[Place], used: Iterable[tuple[int, str, State, int]]
) -> tuple[KnownPlace, ...]:
    """Every place with how often and with whom; the most used first, then by name.

    `used` are 1-2-1s held or planned: whom with (an id), where as text, how they stand, how many.
    """
    means = meant(places)
    people: dict[int, Counter[int]] = {place.id: Counter() for place in places}
    planned: Counter[int] = Counter()
    for person, text, state, times in used:
        if (place_id := means.get(text.casefold())) is None:
            continue
        if state is State.HELD:
            people[place_id][person] += times
        else:
            planned[place_id] += times
    made = (
        KnownPlace(
            place,
            people[place.id].total(),
            tuple(sorted(people[place.id].items(), key=lambda one: (-one[1], one[0]))),
            planned[place.id],
        )
        for place in places
    )
    return tuple(sorted(made, key=_most_used_first))


def offered(places: Iterable[KnownPlace], person: int, city: str = "") -> tuple[Place, ...]:
    """Places for a 1-2-1 with somebody who lives in `city`, best first.

    Neutral ground both know comes first, then other neutral ground, that in their town before
    any elsewhere; then online, then what is somebody's own. Of alike ones, the much used.
    """

    def rank(one: KnownPlace) -> tuple[bool, bool, bool, bool, bool, int, str]:
        place, both = one.place, both_know(one, person)
        return (
            not (both and place.neutral),
            not place.neutral,
            not both,
            place.online,
            not _in_town(place, city),
            -one.times,
            place.name.casefold(),
        )

    return tuple(one.place for one in sorted(places, key=rank))


def both_know(one: KnownPlace, person: int) -> bool:
    """Whether the user has met somebody there; what is only planned is known to neither yet."""
    return any(who == person for who, _ in one.with_whom)


def doubles(places: Sequence[Place]) -> Mapping[int, tuple[int, ...]]:
    """Of each place, by id, the others that look like the same one; only those that have any.

    They are called alike but for case, accents, marks and the article, and no address tells them
    apart; or it is the same link.
    """
    found: dict[int, tuple[int, ...]] = {}
    for place in places:
        alike = tuple(other.id for other in places if other.id != place.id and _alike(place, other))
        if alike:
            found[place.id] = alike
    return found


def _most_used_first(one: KnownPlace) -> tuple[int, int, str, int]:
    return -one.times, -one.planned, key(one.place.name), one.place.id


def _alike(one: Place, other: Place) -> bool:
    if one.link or other.link:
        return one.link.rstrip("/") == other.link.rstrip("/")
    if one.online is not other.online or _bare(one.name) != _bare(other.name):
        return False
    here, there = key(one.address), key(other.address)
    return here in there or there in here


def _bare(name: str) -> str:
    bare = key(name)
    return next((bare[len(each) :] for each in _ARTICLES if bare.startswith(each)), bare)


def _in_town(place: Place, city: str) -> bool:
    town = key(city)
    return bool(town) and any(key(part) == town for part in place.address.split(","))
