"""One thing to offer: a few to choose from, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from planner.domain.people import Person
from planner.journeys.prepare_page import Offered
from ui import preparing_wording
from ui.widgets.layouts import Card, clear
from ui.widgets.text import Text


class OfferCard(Card):
    """What there is to give; the one chosen stands under Give.

    Signals:
        chosen(str): this is what the user means to offer; "" for nothing any more.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("One thing to offer"), parent)
        self.setObjectName("offer")
        self._shown: tuple[tuple[Offered, ...], str] | None = None
        self._rows: list[_Offer] = []
        self._none = Text(
            self.tr("Nothing comes to mind from what is known. Write what you could give below."),
            "soft",
            parent=self,
        )
        self._none.setObjectName("no-offer")
        self._none.hide()
        self.body.addWidget(self._none)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(8)
        self.body.addLayout(self._choices)

    def make_room(self) -> None:
        """It is looked for anew, for somebody else."""
        self._shown = None
        self._rows = []
        clear(self._choices)
        self._none.hide()

    def show_offers(self, offered: Sequence[Offered], person: Person, give: str) -> None:
        """What there is to offer, `give` being what is noted already."""
        now = (tuple(offered), person.name)
        if now != self._shown:
            self._shown = now
            clear(self._choices)
            self._rows = []
            for one in offered:
                made = _Offer(one.offer.text, preparing_wording.why(one, person))
                made.chosen.connect(self.chosen)
                self._choices.addWidget(made)
                self._rows.append(made)
        for made in self._rows:
            made.mark(chosen=made.text == give.strip())
        self._none.setVisible(not offered)


class _Offer(QWidget):
    """One of them, and below it why; pressed again it is taken back."""

    chosen = Signal(str)

    def __init__(self, text: str, why: str) -> None:
        super().__init__()
        self.setObjectName("offer-row")
        self.text = text
        self._mark = QRadioButton()
        self._mark.setObjectName("offer-choice")
        self._mark.setAutoExclusive(False)
        self._mark.setAccessibleName(text)
        self._mark.setAccessibleDescription(why)
        self._mark.setToolTip(self.tr("Offer this; once more takes it back"))
        self._mark.clicked.connect(self._on_clicked)
        words = QVBoxLayout()
        words.setSpacing(1)
        said = Text(text)
        said.setObjectName("offer-text")
        words.addWidget(said)
        if why:
            reason = Text(why, "small")
            reason.setObjectName("offer-why")
            words.addWidget(reason)
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(words, 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mark(self, *, chosen: bool) -> None:
        """Whether it is the one."""
        with QSignalBlocker(self._mark):
            self._mark.setChecked(chosen)

    def _on_clicked(self, chosen: bool) -> None:
        self.chosen.emit(self.text if chosen else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Its words can be pressed as well."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._mark.click()
        else:
            super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # or its release would be another's
