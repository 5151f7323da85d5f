"""What one owes the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

ALARMING_DAYS = 14  # after a month away nothing is red; our choice


@dataclass(frozen=True, slots=True)
class Promise:
    """Something promised, by the user (`mine`) or by the person."""

    id: int = 0
    person: int = 0
    meeting: int | None = None  # where it was made, if in a 1-2-1
    mine: bool = True
    text: str = ""
    due: date | None = None
    made_on: date | None = None
    done_on: date | None = None
    needs_meeting: bool = False  # it would be kept by meeting, so it weighs in suggestions

    def days_late(self, today: date) -> int:
        """Days past due on `today`: positive when late, negative when still ahead, 0 undated."""
        return (today - self.due).days if self.due else 0

    def alarms(self, today: date) -> bool:
        """Whether the user is late with it, and not for so long that an alarm helps nobody.

        What others owe is theirs to worry about.
        """
        open_of_mine = self.mine and self.done_on is None
        return open_of_mine and 0 < self.days_late(today) <= ALARMING_DAYS
