"""One suggestion: who, why, and the two things to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from planner.domain.people import Person
from planner.domain.suggestions import Reason
from ui import reason_wording, wording
from ui.widgets.avatar import Avatar
from ui.widgets.layouts import Card, Flow, button, row
from ui.widgets.name_button import NameButton
from ui.widgets.text import LeadText, Pill, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

WEEK = timedelta(days=7)
MONTH = timedelta(days=30)
WEEK_NAME, MONTH_NAME, UNTIL_NAME, NEVER_NAME = "week", "month", "until", "never"
WHY_KEY = "?"


class SuggestionCard(Card):
    """A person to meet next with up to three reasons.

    A reason pressed, or "?" typed on the card, asks for all that stands behind it.

    Signals:
        plan_wanted(int): plan a 1-2-1 with this person.
        person_wanted(int): look at this person's page.
        not_now(int, object): leave this person out until a day; None for good.
        until_wanted(int): leave this person out until a day that is still to be said.
        keep_wanted(int): keep suggesting somebody put off time and again.
        why_wanted(int): why this person.
    """

    plan_wanted = Signal(int)
    person_wanted = Signal(int)
    not_now = Signal(int, object)
    until_wanted = Signal(int)
    keep_wanted = Signal(int)
    why_wanted = Signal(int)

    def __init__(
        self,
        person: Person,
        reasons: Sequence[Reason],
        today: date,
        *,
        first: bool,
        asks: bool = False,
        portrait: QImage | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.person = person
        self._today = today
        self.setObjectName("suggestion")
        self.setAccessibleName(person.name)

        middle = QVBoxLayout()
        middle.setSpacing(1)
        middle.addLayout(self._head())
        if person.headline:
            middle.addWidget(Text(person.headline, "soft"))
        middle.addSpacing(3)
        for reason in reasons:
            lead, rest = reason_wording.reason(reason, person, today)
            sentence = _Reason(lead, rest, reason_wording.hue(reason))
            sentence.setObjectName("reason")
            sentence.pressed.connect(self._on_why)
            middle.addWidget(sentence)
        if asks:
            middle.addLayout(self._question())

        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(Avatar(person, portrait=portrait), 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(middle, 1)
        across.addLayout(self._buttons(first), 0)
        self.body.addLayout(across)

    def _head(self) -> Flow:
        name = NameButton(self.person.name, self._on_person, "name-link", "person")
        name.setAccessibleDescription(self.tr("Opens this person's page"))
        head = Flow(gap=8)
        head.addWidget(name)
        head.addWidget(Pill(wording.stage(self.person.stage)))
        return head

    def _question(self) -> Flow:
        """Asked once somebody was put off three times in a row, and not again after an answer."""
        words = self.tr("Put off {count} times.").format(count=self.person.put_off)
        told = Text(words, "soft", wrap=False)
        told.setObjectName("put-off")
        asked = Flow(gap=6)
        asked.addWidget(told)
        asked.addWidget(button(self.tr("Keep suggesting"), self._on_keep, "link", "keep"))
        asked.addWidget(button(self.tr("Let go"), self._on_let_go, "link", "let-go"))
        return asked

    def _buttons(self, first: bool) -> QVBoxLayout:
        plan = button(self.tr("Plan 1-2-1"), self._on_plan, "primary" if first else "", "plan")
        plan.setAccessibleName(self.tr("Plan a 1-2-1 with {name}").format(name=self.person.name))
        later = button(self.tr("Not now"), look="quiet", name="not-now")
        later.setProperty("menu", "true")
        later.setAccessibleName(self.tr("Not now: {name}").format(name=self.person.name))
        menu = QMenu(later)
        menu.aboutToShow.connect(self._fill_menu)  # few of them are ever opened
        menu.triggered.connect(self._on_later)
        later.setMenu(menu)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(plan)
        column.addLayout(row(None, later))
        column.addStretch(1)
        return column

    def _fill_menu(self) -> None:
        menu = self.sender()
        if not isinstance(menu, QMenu) or menu.actions():
            return
        for name, text, until in (
            (WEEK_NAME, self.tr("Not for a week"), self._today + WEEK),
            (MONTH_NAME, self.tr("Not for a month"), self._today + MONTH),
            (UNTIL_NAME, self.tr("Not until a date…"), None),
            (NEVER_NAME, self.tr("Do not suggest any more"), None),
        ):
            action = QAction(text, menu)
            action.setObjectName(name)
            action.setData(until)
            menu.addAction(action)

    def _on_plan(self) -> None:
        self.plan_wanted.emit(self.person.id)

    def _on_person(self) -> None:
        self.person_wanted.emit(self.person.id)

    def _on_keep(self) -> None:
        self.keep_wanted.emit(self.person.id)

    def _on_let_go(self) -> None:
        self.not_now.emit(self.person.id, None)

    def _on_why(self) -> None:
        self.why_wanted.emit(self.person.id)

    def _on_later(self, action: QAction) -> None:
        if action.objectName() == UNTIL_NAME:
            self.until_wanted.emit(self.person.id)
        else:
            self.not_now.emit(self.person.id, action.data())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == WHY_KEY:
            self._on_why()
        else:
            super().keyPressEvent(event)


class _Reason(LeadText):
    """A reason that can be pressed to see the whole behind it.

    Signals:
        pressed(): the mouse was pressed and let go on it.
    """

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        over = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and over:
            self.pressed.emit()
