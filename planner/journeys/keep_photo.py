"""People's pictures: who has one, what it is, and keeping another."""

from __future__ import annotations

from planner.errors import PlannerError
from planner.storage.store import Store


def pictured(store: Store) -> frozenset[int]:
    """The ids of all who have a picture."""
    return store.history.pictured()


def photo_of(store: Store, person_id: int) -> bytes:
    """Somebody's picture as it is kept, b"" when there is none."""
    photos = store.photos.of_person(person_id)
    return photos[0].data if photos else b""


def put_photo(store: Store, person_id: int, data: bytes) -> None:
    """Keeps this picture as somebody's only one, none for b"", in the transaction under way.

    Raises PlannerError for what is no picture, or has not been made small.
    """
    # Imported here: a start asks who has a picture, and mostly no more.
    from planner.domain.photos import LARGEST, Photo, is_picture

    if data and not (is_picture(data) and len(data) <= LARGEST):
        raise PlannerError("This is no picture that can be kept; choose another one.")
    there = store.photos.of_person(person_id)
    if data and there:
        store.photos.update(Photo(there[0].id, person_id, data))
    elif data:
        store.photos.add(Photo(person=person_id, data=data))
    store.photos.remove_many(photo.id for photo in there[1 if data else 0 :])
