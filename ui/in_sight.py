"""Which people a page has in sight, for what is done from the menu."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Who(StrEnum):
    """Of whom something is to be done."""

    EVERYBODY = "everybody"
    LISTED = "listed"  # those whom the list on the page shows now
    CHOSEN = "chosen"  # those marked in it, or the one whose page is open


@dataclass(frozen=True, slots=True)
class InSight:
    """People by their ids; `listed` is empty where the list leaves nobody out."""

    listed: tuple[int, ...] = ()
    chosen: tuple[int, ...] = ()

    @property
    def likeliest(self) -> Who:
        """Who is meant, as far as one can tell."""
        if len(self.chosen) > 1:
            return Who.CHOSEN
        return Who.LISTED if self.listed else Who.EVERYBODY

    def of(self, who: Who) -> tuple[int, ...] | None:
        """The people meant; None for everybody."""
        return {Who.LISTED: self.listed, Who.CHOSEN: self.chosen}.get(who)
