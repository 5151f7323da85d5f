"""The pictures that an import brings: made small, and kept for whoever has none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from planner.domain.gained_photos import brings_picture
from planner.domain.merging import Entry, ImportPlan
from planner.domain.photos import Photo
from planner.storage.store import Store


def small_pictures(plan: ImportPlan, small: Callable[[bytes], bytes]) -> dict[int, bytes]:
    """The picture to keep of each entry, by its id(): the first of its cards that can be read."""
    found: dict[int, bytes] = {}
    for entry in plan.entries:
        if brings_picture(entry):
            each = (small(card.photo) for card in entry.cards if card.photo)
            if picture := next(filter(None, each), b""):
                found[id(entry)] = picture
    return found


def keep_pictures(
    store: Store, kept: Iterable[tuple[Entry, int]], pictures: Mapping[int, bytes]
) -> None:
    """Keeps the pictures of entries, each for the person of that id, who has none so far."""
    if pictures:
        there = store.history.pictured()  # somebody may have got one since the plan was made
        store.photos.add_many(
            Photo(person=person, data=pictures[id(entry)])
            for entry, person in kept
            if id(entry) in pictures and person not in there
        )
