"""The cheat-sheet in the form asked for: a page in usual or large print, or a pocket card."""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.sheet import Sheet
from planner.errors import PlannerError
from ui.sheet_layout import arrange
from ui.sheet_marks import Text
from ui.sheet_paper import Paper
from ui.sheet_pocket import Panel, pocket
from ui.sheet_type import Letters, Size

FOLD_FROM, FOLD_LENGTH = 6.0, 4.0  # millimetres from the paper's edge, beyond what printers leave
LARGE_POCKET = "A pocket card has no room for large print. Choose a4 or letter for it."

Line = tuple[float, float, float, float]  # from x, y to x, y


@dataclass(frozen=True, slots=True)
class Form:
    """On what paper, and in which letters; PlannerError in words for a pocket card in large."""

    paper: Paper
    large: bool = False

    def __post_init__(self) -> None:
        if self.large and self.paper.folded:
            raise PlannerError(LARGE_POCKET)

    @property
    def size(self) -> Size:
        if self.paper.folded:
            return Size.POCKET
        return Size.LARGE if self.large else Size.USUAL


@dataclass(frozen=True, slots=True)
class Leaf:
    """One side of paper as it comes out of the printer."""

    width: float
    height: float
    panels: tuple[Panel, ...]  # in the order they are read
    folds: tuple[Line, ...] = ()  # short lines at their ends

    @property
    def texts(self) -> tuple[Text, ...]:
        """Everything printed, in the order it is read."""
        return tuple(text for panel in self.panels for text in panel.page.texts)


class Typesetter:
    """Lays sheets out in one form; its fonts are made once an application exists."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.letters = Letters(form.size)

    def leaf(self, sheet: Sheet, *, as_read: bool = False) -> Leaf:
        """The sheet on one side of paper, whatever there is to say.

        `as_read` shows a pocket card's small pages upright and in order, and not as they have to
        be printed to be folded.
        """
        paper = self.form.paper
        width, height = paper.size
        if paper.folded:
            panels = pocket(sheet, paper, self.letters)
            if as_read:
                return Leaf(width, height, _upright(panels), _creases(width, height))
            return Leaf(width, height, panels, _folds(width, height))
        page = arrange(sheet, paper, self.letters)
        return Leaf(width, height, (Panel(page, 0.0, 0.0),))


def _upright(panels: tuple[Panel, ...]) -> tuple[Panel, ...]:
    """Two beside each other and two below, from left to right."""
    return tuple(
        Panel(panel.page, panel.page.width * (place % 2), panel.page.height * (place // 2))
        for place, panel in enumerate(panels)
    )


def _creases(width: float, height: float) -> tuple[Line, ...]:
    return ((0.0, height / 2, width, height / 2), (width / 2, 0.0, width / 2, height))


def _folds(width: float, height: float) -> tuple[Line, ...]:
    """A short line at each end of both folds."""
    ends = ((FOLD_FROM, FOLD_FROM + FOLD_LENGTH), (-FOLD_FROM - FOLD_LENGTH, -FOLD_FROM))
    across = [(begin % width, height / 2, end % width, height / 2) for begin, end in ends]
    upright = [(width / 2, begin % height, width / 2, end % height) for begin, end in ends]
    return (*across, *upright)
