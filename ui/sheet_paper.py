"""What the cheat-sheet is printed on."""

from __future__ import annotations

from enum import StrEnum


class Paper(StrEnum):
    """The papers the page is made for; a pocket card is one of them, folded twice."""

    A4 = "a4"
    LETTER = "letter"
    POCKET = "pocket"  # A4, folded to A6
    POCKET_LETTER = "pocket-letter"  # Letter, folded

    @property
    def folded(self) -> bool:
        return self in (Paper.POCKET, Paper.POCKET_LETTER)

    @property
    def whole(self) -> Paper:
        """What lies in the printer."""
        return {Paper.POCKET: Paper.A4, Paper.POCKET_LETTER: Paper.LETTER}.get(self, self)

    @property
    def pocket(self) -> Paper:
        """The pocket card made of it."""
        return {Paper.A4: Paper.POCKET, Paper.LETTER: Paper.POCKET_LETTER}.get(self, self)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres, before it is folded."""
        return (210.0, 297.0) if self.whole is Paper.A4 else (215.9, 279.4)
