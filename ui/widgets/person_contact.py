"""How to reach a person, and their birthday: to be read and copied."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolTip

from planner.domain.people import Person
from planner.domain.phones import Forms
from planner.domain.spoken import spoken_zone
from ui import day_wording, theme
from ui.link_wording import link
from ui.widgets.person_card import Lines, PersonCard, icon_button
from ui.widgets.text import Text, plain_tip

LABELS = 66  # pixels of the column of labels, at least
INSET = 2  # pixels that Qt keeps before the text of a field
LINE = 2  # pixels of the line below a field


class ContactCard(PersonCard):
    """Addresses and numbers as plain text, each with a button that copies it.

    Numbers read as in the user's country; copied is the whole number, which any phone dials.

    Signals:
        edit_wanted(): change them.
    """

    edit_wanted = Signal()

    def __init__(self, person: Person, phones: Sequence[Forms] = ()) -> None:
        super().__init__("card-contact", self.tr("Contact details"))
        words = self.tr("Change the contact details")
        self.offer("edit-contact", words, self.edit_wanted.emit, "edit")
        lines = Lines(LABELS)
        known = phones or [Forms(phone, phone, phone) for phone in person.phones]
        for label, values in (
            (self.tr("E-mail"), [Forms(email, email, email) for email in person.emails]),
            (self.tr("Phone"), known),
            (self.tr("Link"), [Forms(address, link(address), address) for address in person.links]),
        ):
            for number, value in enumerate(values):
                line = _Value(value.shown, label)
                if value.shown != value.given and value in known:
                    given = self.tr("Kept as {number}").format(number=value.given)
                    line.setToolTip(plain_tip(given))
                    line.setAccessibleDescription(given)
                elif value.shown != value.given:
                    line.setToolTip(plain_tip(value.given))
                lines.add("" if number else label, line, self._copier(value.dialled))
        for label, told in (
            (self.tr("Birthday"), day_wording.birthday(person.birthday)),
            (self.tr("Time zone"), spoken_zone(person.zone)),
            (self.tr("Connected"), _day(person.connected_on)),
        ):
            if told:
                lines.add(label, _Value(told, label))
        if lines.count():
            self.body.addLayout(lines)
        else:
            self.body.addWidget(Text(self.tr("No e-mail or phone number yet"), "soft"))

    def _copier(self, value: str) -> QPushButton:
        made = icon_button("copy", self.tr("Copy {value}").format(value=value), "copy")
        made.setToolTip(self.tr("Copy"))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard the value itself is copied
        made.setProperty("value", value)
        made.clicked.connect(self._on_copy)
        return made

    def _on_copy(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QPushButton):
            QApplication.clipboard().setText(str(pressed.property("value")))
            QToolTip.showText(
                pressed.mapToGlobal(pressed.rect().bottomLeft()), self.tr("Copied"), pressed
            )


def _day(of: date | None) -> str:
    return day_wording.day(of) if of is not None else ""


class _Value(QLineEdit):
    """A value to be marked and copied; reaching it by Tab marks it whole."""

    def __init__(self, value: str, name: str) -> None:
        super().__init__(value)
        self.setReadOnly(True)
        self.setProperty("look", "plain")
        self.setAccessibleName(name)
        self.setCursorPosition(0)
        self.setTextMargins(-INSET, 0, 0, 0)
        self.setToolTip(plain_tip(value))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ends in an ellipsis where there is no room, until the user goes into it."""
        metrics = QFontMetrics(self.font())
        if self.hasFocus() or metrics.horizontalAdvance(self.text()) <= self.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(theme.colour("ink"))
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(0, 0, 0, -LINE), middle, shown)
