"""A day, or none."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from ui.widgets.calendar import dress
from ui.widgets.inputs import leave_wheel_to_page
from ui.widgets.layouts import button


class DayInput(QWidget):
    """A day picked from a calendar or typed; one that is `optional` can be left open.

    `usual` is the day offered when one is wanted after all; `earliest` and `latest` are the first
    and the last that can be picked.

    Signals:
        finished(): another day was picked, or none.
    """

    finished = Signal()

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
        self._edit = QDateEdit(_qdate(usual))
        self._edit.setCalendarPopup(True)
        self._edit.setDisplayFormat(self.tr("d MMM yyyy", "a day in a form"))
        if earliest is not None:
            self._edit.setMinimumDate(_qdate(earliest))
        if latest is not None:
            self._edit.setMaximumDate(_qdate(latest))
        dress(self._edit.calendarWidget())
        leave_wheel_to_page(self._edit)
        self._none = button(self.tr("No date"), self._on_none, "link")
        self._some = button(self.tr("Set a date"), self._on_some)
        self._optional = optional
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        for part in (self._edit, self._some, self._none):
            inner.addWidget(part)
        inner.addStretch(1)
        self._edit.editingFinished.connect(self.finished)
        self._show(usual)

    def value(self) -> date | None:
        return None if self._edit.isHidden() else _date(self._edit.date())

    def show_value(self, value: date | None) -> None:
        self._show(value)

    def setObjectName(self, name: str) -> None:
        super().setObjectName(name)
        self._edit.setObjectName(f"{name}-edit")
        self._none.setObjectName(f"{name}-none")
        self._some.setObjectName(f"{name}-some")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._edit.setAccessibleName(name)

    def _show(self, value: date | None) -> None:
        if value is not None:
            self._edit.setDate(_qdate(value))
        self._edit.setVisible(value is not None)
        self._none.setVisible(value is not None and self._optional)
        self._some.setVisible(value is None)
        self.setFocusProxy(self._edit if value is not None else self._some)

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
