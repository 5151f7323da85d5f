"""How else people are called in the files they came from."""

from __future__ import annotations

from planner.domain.changes import Kind
from planner.domain.duplicates import Alias
from planner.storage.repository import OfPerson


class Aliases(OfPerson[Alias]):
    record = Alias
    kind = Kind.ALIAS
