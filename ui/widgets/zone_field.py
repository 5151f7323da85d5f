"""The time zone: found by itself, changeable by typing a city."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from importlib import resources
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QVBoxLayout, QWidget

from ui.widgets.inputs import leave_wheel_to_page
from ui.widgets.text import Text

# Folders of the zone data that hold rules under older names, and offsets without a place.
_NOT_PLACES = ("Etc/", "SystemV/", "posix/", "right/", "US/")


class ZoneField(QWidget):
    """A zone by its IANA name, shown with the time it is there, for checking it is the right one.

    `now` gives this moment in UTC, naive.

    Signals:
        finished(): another zone was chosen.
    """

    finished = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._zone = "UTC"
        self._box = _ZoneBox()
        self._box.addItems([in_words(name) for name in zones()])
        self._box.chosen.connect(self._on_chosen)
        self._there = Text("", "small")
        self._there.setObjectName("zone-time")
        self.setFocusProxy(self._box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._box)
        column.addWidget(self._there)

    def value(self) -> str:
        return self._zone

    def show_value(self, value: str) -> None:
        self._zone = value
        words = in_words(value)
        if self._box.findText(words) < 0:  # an older name that the system itself uses
            self._box.addItem(words)
        self._box.settle(words)
        self._tell_time()

    def setObjectName(self, name: str) -> None:
        super().setObjectName(name)
        self._box.setObjectName(f"{name}-box")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._box.setAccessibleName(name)

    def _on_chosen(self) -> None:
        typed = self._box.currentText()
        fitting = fitting_zone(typed)
        if not fitting:
            self._there.setText(
                self.tr("No time zone fits “{typed}”. Type a large city near you.").format(
                    typed=typed
                )
            )
            self._box.settle(in_words(self._zone))
            return
        changed = fitting != self._zone
        self.show_value(fitting)
        if changed:
            self.finished.emit()

    def _tell_time(self) -> None:
        there = self._now().replace(tzinfo=UTC).astimezone(ZoneInfo(self._zone))
        clock = QTime(there.hour, there.minute)
        shown = QLocale().toString(clock, QLocale.FormatType.ShortFormat)
        self._there.setText(self.tr("It is {time} there now.").format(time=shown))


class _ZoneBox(QComboBox):
    """Every zone, found by any part of its name.

    Signals:
        chosen(): one was picked, or what was typed is to be taken.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        self._settled = ""
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        if (popup := completer.popup()) is not None:
            popup.setProperty("look", "framed")
        completer.activated.connect(self._on_taken)
        self.setCompleter(completer)
        self.activated.connect(self.chosen)
        if (typed := self.lineEdit()) is not None:
            typed.returnPressed.connect(self.chosen)
        leave_wheel_to_page(self)

    def _on_taken(self, zone: str) -> None:
        """One of those the completer offers."""
        self.setCurrentText(zone)
        self.chosen.emit()

    def settle(self, zone: str) -> None:
        """Shows the zone that holds."""
        self._settled = zone
        self.setCurrentText(zone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that takes what was typed does no more than that, wherever the field stands."""
        taking = self.currentText() != self._settled
        super().keyPressEvent(event)
        if taking and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is typed takes the place of what stands there."""
        super().focusInEvent(event)
        typed = self.lineEdit()
        if typed is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            typed.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.chosen.emit()


@lru_cache(maxsize=1)
def zones() -> tuple[str, ...]:
    """The zones with a place in their name, and UTC, by name.

    From the list in the package itself: zoneinfo would open each of its 600 files to look.
    """
    listed = resources.files("tzdata").joinpath("zones").read_text(encoding="ascii").split()
    names = (name for name in listed if "/" in name)
    return (*sorted(name for name in names if not name.startswith(_NOT_PLACES)), "UTC")


def in_words(zone: str) -> str:
    """ "America/New York": a zone among all the others, as people write it."""
    return zone.replace("_", " ")


def fitting_zone(typed: str) -> str:
    """The zone meant by what was typed: of this name, or the only one of this city; "" if none."""
    wanted = "_".join(typed.split()).casefold()
    if not wanted:
        return ""
    for name in zones():
        if name.casefold() == wanted:
            return name
    by_city = [name for name in zones() if name.rpartition("/")[2].casefold().startswith(wanted)]
    return by_city[0] if len(by_city) == 1 else ""
