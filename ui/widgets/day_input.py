"""A day, or none."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.calendar import dress
from ui.widgets.day_edit import DayEdit
from ui.widgets.inputs import leave_wheel_to_page
from ui.widgets.layouts import button
from ui.widgets.text import Text

PAUSE = 400  # milliseconds without a key, after which a whole day counts as typed


class DayInput(QWidget):
    """A day picked from a calendar or typed; one that is `optional` can be left open.

    `usual` is the day offered when one is wanted after all; `earliest` and `latest` are the first
    and the last that can be picked.

    Signals:
        finished(): another day was picked, or none.
        settled(): the user paused on a day that can be chosen.
    """

    finished = Signal()
    settled = Signal()

    def __init__(
        self,
        usual: date,
        *,
        optional: bool = True,
        earliest: date | None = None,
        latest: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._usual = usual
        self._earliest, self._latest = earliest, latest
        self._edit = DayEdit(
            _qdate(usual),
            None if earliest is None else _qdate(earliest),
            None if latest is None else _qdate(latest),
        )
        self._edit.setCalendarPopup(True)
        self._edit.setDisplayFormat(self.tr("d MMM yyyy", "a day in a form"))
        dress(self._edit.calendarWidget())
        leave_wheel_to_page(self._edit)
        self._none = button(self.tr("No date"), self._on_none, "link")
        self._some = button(self.tr("Set a date"), self._on_some)
        self._optional = optional
        self._wrong = Text("", "alert")
        self._wrong.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._on_pause)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        inner = QHBoxLayout()
        column.addLayout(inner)
        column.addWidget(self._wrong)
        inner.setSpacing(10)
        for part in (self._edit, self._some, self._none):
            inner.addWidget(part)
        inner.addStretch(1)
        self._edit.editingFinished.connect(self._on_finished)
        self._edit.dateChanged.connect(self._on_date)
        self._edit.refused.connect(self._on_refused)
        self._show(usual)

    def value(self) -> date | None:
        return None if self._edit.isHidden() else _date(self._edit.within())

    def show_value(self, value: date | None) -> None:
        self._show(value)

    def setObjectName(self, name: str) -> None:
        super().setObjectName(name)
        self._edit.setObjectName(f"{name}-edit")
        self._none.setObjectName(f"{name}-none")
        self._some.setObjectName(f"{name}-some")
        self._wrong.setObjectName(f"{name}-out-of-reach")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._edit.setAccessibleName(name)

    def _show(self, value: date | None) -> None:
        if value is not None and _qdate(value) != self._edit.date():
            self._edit.setDate(_qdate(value))
            self._pause.stop()
        self._edit.setVisible(value is not None)
        self._none.setVisible(value is not None and self._optional)
        self._some.setVisible(value is None)
        self.setFocusProxy(self._edit if value is not None else self._some)

    def _on_finished(self) -> None:
        self._pause.stop()
        self._edit.judge()
        self.finished.emit()

    def _on_date(self) -> None:
        self._wrong.hide()
        self._pause.start()

    def _on_pause(self) -> None:
        if self.isVisible() and self._edit.within() == self._edit.date():
            self.settled.emit()

    def _on_refused(self, typed: QDate) -> None:
        """Says which day is the first, or the last, to be chosen."""
        early = self._earliest is not None and _date(typed) < self._earliest
        words = self.tr("{day} is the first day that can be chosen here.")
        if not early:
            words = self.tr("{day} is the last day that can be chosen here.")
        day = QLocale().toString(self._edit.date(), QLocale.FormatType.ShortFormat)
        self._wrong.setText(words.format(day=day))
        self._wrong.show()

    def _on_none(self) -> None:
        self._show(None)
        self._some.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finished.emit()

    def _on_some(self) -> None:
        self._show(self._usual)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finished.emit()


def _qdate(of: date) -> QDate:
    return QDate(of.year, of.month, of.day)


def _date(of: QDate) -> date:
    return date(of.year(), of.month(), of.day())
