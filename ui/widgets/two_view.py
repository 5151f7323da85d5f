"""Two people with the reason why they may be one, and below them what they would be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.joining import Detail
from planner.journeys.two_people import TwoPeople
from ui.portraits import Portraits
from ui.widgets.layouts import GAP, Scrolled, clear
from ui.widgets.merged_card import MergedCard
from ui.widgets.side_by_side import SideBySide
from ui.widgets.text import Text

WIDEST = 900  # pixels


class TwoView(Scrolled):
    """Shows one pair after another; each is built anew.

    Signals:
        person_wanted(int): one of the two was pressed.
        shown(): another pair is here, and its choices were made late: Tab wants an order.
    """

    person_wanted = Signal(int)
    shown = Signal()

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._portraits = portraits
        self.setObjectName("two-view")
        self._two: TwoPeople | None = None
        self._beside: SideBySide | None = None
        self._title = Text("", "name")
        self._title.setObjectName("likeness")
        self._merged = MergedCard()
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._title)
        column.addLayout(self._place)
        column.addWidget(self._merged)
        self.body.addWidget(inner)
        self.body.addStretch(1)

    @property
    def two(self) -> TwoPeople | None:
        return self._two

    @property
    def of_gone(self) -> frozenset[Detail]:
        """The details to be taken from the one who goes."""
        return self._beside.of_gone() if self._beside is not None else frozenset()

    def show_two(self, two: TwoPeople, reason: str) -> None:
        """Shows these two, and says why they may be one; "" when the user chose them."""
        if two == self._two:
            return  # what was chosen stays
        self.setUpdatesEnabled(False)
        self._two = two
        self._title.setText(reason)
        self._title.setVisible(bool(reason))
        clear(self._place)
        self._beside = SideBySide(two, self._portraits)
        self._beside.chosen.connect(self._show_merged)
        self._beside.person_wanted.connect(self.person_wanted)
        self._place.addWidget(self._beside)
        self._beside.show()
        self._show_merged()
        self.verticalScrollBar().setValue(0)
        self.setUpdatesEnabled(True)
        self.shown.emit()

    def go_in(self) -> bool:
        """Puts the keyboard on the first choice; False where there is none."""
        return self._beside is not None and self._beside.go_in()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in the order they are read."""
        return self._beside.stops() if self._beside is not None else []

    def _show_merged(self) -> None:
        two = self._two
        if two is not None:
            portrait = self._portraits.of(two.keep.id) or self._portraits.of(two.gone.id)
            self._merged.show_person(two.as_one(self.of_gone), two.together, portrait)
