"""People's pictures."""

from __future__ import annotations

from planner.domain.changes import Kind
from planner.domain.photos import Photo
from planner.storage.repository import OfPerson


class Photos(OfPerson[Photo]):
    record = Photo
    kind = Kind.PHOTO
