"""People's pictures, and who was said not to be one person."""

from __future__ import annotations

from planner.domain.changes import Kind
from planner.domain.duplicates import Apart
from planner.domain.photos import Photo
from planner.storage.repository import OfPerson, Repository


class Photos(OfPerson[Photo]):
    record = Photo
    kind = Kind.PHOTO


class Aparts(Repository[Apart]):
    record = Apart
    kind = Kind.APART
