"""The best few times for a 1-2-1, one press each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.layouts import Flow
from ui.widgets.text import Text, plain_tip

GAP = 6  # pixels between two times


@dataclass(frozen=True, slots=True)
class Offer:
    """A time as a button says it."""

    starts: datetime  # wall time
    words: str  # "Tue 09:00"
    long: str  # with the whole day, and the guest's own time where that is another


class BestButton(QPushButton):
    """One of them: Space, Enter or a click chooses it, the arrows go to its neighbours.

    Signals:
        left(int): go so many to the right.
    """

    left = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "best")
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.left.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # these scroll the page
        else:
            super().keyPressEvent(event)


class BestTimes(QWidget):
    """A row of times, at most a few; empty it is not seen.

    One alone is reached by Tab, the chosen one or the first; from there the arrows go on.

    Signals:
        chosen(object): the datetime that was chosen, wall time.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("best-times")
        self.setAccessibleName(self.tr("Best times"))
        self._offers: tuple[Offer, ...] = ()
        self._made: list[BestButton] = []
        self._flow = Flow(self, gap=GAP)
        told = Text(self.tr("Best:"), "soft", wrap=False)
        told.setContentsMargins(0, 3, 2, 0)  # level with the words of the buttons
        self._flow.addWidget(told)
        self.hide()

    def show_times(self, offers: Sequence[Offer], chosen: datetime | None) -> None:
        if tuple(offers) != self._offers:
            self._offers = tuple(offers)
            for at, made in enumerate(offers):
                self._show(at, made)
            for spare in self._made[len(offers) :]:
                spare.hide()
            self.setVisible(bool(offers))
            self.updateGeometry()
        self.show_chosen(chosen)

    def show_chosen(self, chosen: datetime | None) -> None:
        for made, offer in zip(self._made, self._offers, strict=False):
            made.setChecked(offer.starts == chosen)
        self._keep_tab_stop()

    def _keep_tab_stop(self, at: BestButton | None = None) -> None:
        shown = self._made[: len(self._offers)]
        entry = at or next((made for made in shown if made.isChecked()), None)
        for made in shown:
            policy = Qt.FocusPolicy
            stops = made is (entry or shown[0])
            made.setFocusPolicy(policy.StrongFocus if stops else policy.ClickFocus)

    def _show(self, at: int, offer: Offer) -> None:
        if at == len(self._made):
            made = BestButton()
            made.clicked.connect(self._on_clicked)
            made.left.connect(self._on_left)
            self._made.append(made)
            self._flow.addWidget(made)
        made = self._made[at]
        made.setObjectName(f"best-{offer.starts:%Y-%m-%dT%H:%M}")
        made.setText(offer.words)
        made.setAccessibleName(offer.long)
        made.setToolTip(plain_tip(offer.long))
        made.show()

    def _on_clicked(self) -> None:
        pressed = self.sender()
        for made, offer in zip(self._made, self._offers, strict=False):
            if made is pressed:
                self.show_chosen(offer.starts)
                self.chosen.emit(offer.starts)
                return

    def _on_left(self, right: int) -> None:
        here = self.sender()
        for at, made in enumerate(self._made[: len(self._offers)]):
            if made is here and 0 <= at + right < len(self._offers):
                self._keep_tab_stop(self._made[at + right])
                self._made[at + right].setFocus(Qt.FocusReason.OtherFocusReason)
                return
