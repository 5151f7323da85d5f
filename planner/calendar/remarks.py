"""What there is to say of a file that was not read as it stands: so much in full, the rest counted.

A file made of nothing but faults would else make a list longer than itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from planner.domain.busy import Skipped

MOST = 300  # told one by one; nobody reads more


@dataclass
class Remarks:
    """The remarks on one file, in the order in which they are made."""

    told: list[Skipped] = field(default_factory=list)
    untold: int = 0

    def say(self, where: str, reason: str, *, always: bool = False) -> None:
        """`always`: it speaks of the file, and is told after however many others."""
        if always or len(self.told) < MOST:
            self.told.append(Skipped(where, reason))
        else:
            self.untold += 1

    def all(self) -> tuple[Skipped, ...]:
        if not self.untold:
            return tuple(self.told)
        where = "1 further place" if self.untold == 1 else f"{self.untold:,} further places"
        return (*self.told, Skipped(where, "What is wrong there is not listed here."))
