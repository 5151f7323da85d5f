"""The cheat-sheet's margins, gaps and room to write, in millimetres, for each size of letters."""

from __future__ import annotations

from dataclasses import dataclass

from ui.sheet_type import Size


@dataclass(frozen=True, slots=True)
class Room:
    """How generous the space to write is: lines more a question, and millimetres a line."""

    more: int
    pitch: float


# From the roomiest to the tightest; handwriting needs 6 mm, 7 to 8 is what ruled paper has.
ROOMS = tuple(
    Room(more, pitch) for more, pitches in ((2, (7.6,)), (1, (7.6, 7.0, 6.4)),
    (0, (7.6, 7.0, 6.4)), (-1, (6.4,))) for pitch in pitches
)  # fmt: skip
LARGE_ROOMS = tuple(
    Room(more, pitch) for more in (1, 0, -1) for pitch in (11.0, 9.6, 8.4)
)  # who reads large print writes large
POCKET_ROOMS = tuple(Room(more, pitch) for more in (2, 1, 0, -1) for pitch in (7.0, 6.2))


@dataclass(frozen=True, slots=True)
class Measures:
    """What everything on the page keeps from everything else."""

    margin: float  # wider than any office printer's unprintable edge (about 4 to 6)
    gutter: float  # between two columns
    columns: int
    box: float  # a box to tick
    box_gap: float  # from a box's left edge to the text beside it
    label_gap: float
    block_gap: float
    question_gap: float  # from the last line to write on to the next question
    phase_gap: float
    share: float  # of the page's height that may go by before the questions begin
    rooms: tuple[Room, ...]
    notes: float  # as much room left over, or more, is ruled for notes

    @staticmethod
    def of(size: Size) -> Measures:
        return _MEASURES[size]


_MEASURES = {
    Size.USUAL: Measures(13.8, 7.4, 2, 3.2, 5.3, 1.3, 4.6, 3.0, 4.6, 0.5, ROOMS, 34.0),
    Size.LARGE: Measures(13.0, 9.0, 1, 5.4, 8.6, 0.4, 2.8, 3.0, 3.4, 0.45, LARGE_ROOMS, 40.0),
    Size.POCKET: Measures(7.6, 5.0, 1, 2.9, 4.8, 0.9, 3.6, 2.4, 3.6, 1.0, POCKET_ROOMS, 26.0),
}
