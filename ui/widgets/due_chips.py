"""By when: chips for what people say, a line for other words, and a calendar to pick from."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from planner.domain.dates_in_words import due_from_words, words_for
from ui import day_wording
from ui.widgets.due_field import DueField
from ui.widgets.layouts import Flow, button

translate = QCoreApplication.translate

NO_DATE = "no date"  # the words of the chip that says so; no day is meant by them


def chips_in_words() -> tuple[tuple[str, str], ...]:
    """What each chip means, as `due_from_words` reads it, and what stands on it."""
    return (
        ("today", translate("DueChips", "Today")),
        ("tomorrow", translate("DueChips", "Tomorrow")),
        ("friday", translate("DueChips", "Friday")),
        ("next week", translate("DueChips", "Next week")),
        ("in 2 weeks", translate("DueChips", "In two weeks")),
        (NO_DATE, translate("DueChips", "No date")),
    )


class DueChips(QWidget):
    """One of the usual days, any other in words or from a calendar, or no date.

    `name` begins its parts' objectNames: the line is called `name`, a chip `name-next-week` and
    `name-no-date`, the calendar's button `name-pick`, the day understood `name-day`. The arrow
    keys go from chip to chip. `suggest` is for a day found elsewhere, in the promise's own words
    say; it holds until the user decides here.

    Signals:
        changed(): another day, or other words.
    """

    changed = Signal()

    def __init__(self, name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._today = today
        self._suggested: date | None = None
        self._decided = False
        self._showing = False
        self.field = DueField(name, today, example=self.tr("or a day: 3 December"))
        self.field.changed.connect(self._on_typed)
        self._chips = QButtonGroup(self)
        self._words = [words for words, _ in chips_in_words()]
        flow = Flow(gap=5)
        for number, (words, shown) in enumerate(chips_in_words()):
            flow.addWidget(self._chip(number, words, shown))
        self._chips.idClicked.connect(self._on_chip)
        self._pick = button(self.tr("Pick a date…"), self._on_pick, "chip", f"{name}-pick")
        self._pick.setAutoDefault(False)  # Enter in a field is for keeping
        flow.addWidget(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(flow)
        column.addWidget(self.field)
        self._say_days()
        self.show_words("")

    def set_today(self, today: date) -> None:
        """The day the words are reckoned from."""
        self._today = today
        self.field.set_today(today)
        if not self.field.words():
            self.field.take_for(self.day())
        self._say_days()

    def words(self) -> str:
        """What was chosen or typed, as `show_words` takes it; "" for nothing decided."""
        return self.field.words() or (self._pressed() if self._decided else "")

    @property
    def decided(self) -> bool:
        """Whether the user chose or typed something here, be it that there is no date."""
        return self._decided

    @property
    def understood(self) -> bool:
        """Whether the words typed mean a day, or there are none."""
        return self.field.understood

    def day(self) -> date | None:
        """The day that holds; None for no date, or for words that are not understood."""
        if self.field.words():
            return self.field.day()
        return self._means(self._pressed()) if self._decided else self._suggested

    def show_words(self, words: str) -> None:
        """Words as `words` gave them; "" where the user has not decided yet."""
        self._showing = True
        chip = words if words in self._words else NO_DATE
        self.field.show_words("" if words == chip else words)
        self._press(None if self.field.words() else chip)
        self._decided = bool(words)
        self._suggested = None
        self.field.take_for(self.day())
        self._showing = False

    def show_day(self, day: date | None) -> None:
        """A day that holds already, on its chip where there is one; a past one stays as it is."""
        words = self._chip_of(day) or ""
        self.show_words(words)
        if day is not None and not words:
            self._showing = True
            self.field.show_day(day)
            self._press(None)
            self._decided = True
            self._showing = False

    def suggest(self, day: date | None) -> None:
        """A day found elsewhere, None for none any more; nothing where the user decided."""
        if self._decided or day == self._suggested:
            return
        self._suggested = day
        self._press(self._chip_of(day))
        self.field.take_for(day)
        self.changed.emit()

    def say_wrong(self) -> None:
        """Points out that the words are not understood."""
        self.field.say_wrong()

    def _chip(self, number: int, words: str, shown: str) -> QPushButton:
        # No `button`, which takes Enter for itself: that is for keeping.
        chip = QPushButton(shown)
        chip.setObjectName(f"{self._name}-{words.replace(' ', '-')}")
        chip.setProperty("look", "chip")
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        chip.setAccessibleName(self.tr("By when: {day}").format(day=shown))
        self._chips.addButton(chip, number)
        return chip

    def _pressed(self) -> str:
        number = self._chips.checkedId()
        return self._words[number] if number >= 0 else NO_DATE

    def _press(self, words: str | None) -> None:
        """Presses the chip of these words; None lets go of all."""
        if words is not None:
            self._chips.button(self._words.index(words)).setChecked(True)
            return
        self._chips.setExclusive(False)
        for chip in self._chips.buttons():
            chip.setChecked(False)
        self._chips.setExclusive(True)

    def _chip_of(self, day: date | None) -> str | None:
        """The words of the chip that means this day; None where none does."""
        return next((words for words in self._words if self._means(words) == day), None)

    def _means(self, words: str) -> date | None:
        return due_from_words(words, self._today)

    def _say_days(self) -> None:
        """Which day each chip means, for whoever rests on it with the mouse."""
        for number, words in enumerate(self._words):
            day = self._means(words)
            tip = "" if day is None else day_wording.full_day(day, self._today.year)
            self._chips.button(number).setToolTip(tip)

    def _on_chip(self) -> None:
        self._decided = True
        self._showing = True
        self.field.show_words("")
        self.field.take_for(self.day())
        self._showing = False
        self.changed.emit()

    def _on_typed(self) -> None:
        if self._showing:
            return
        self._decided = bool(self.field.words())
        self._suggested = None
        self._press(None if self.field.words() else NO_DATE)
        self.changed.emit()

    def _on_pick(self) -> None:
        from ui.widgets.day_popup import DayPopup  # few dates are picked

        shown = DayPopup(self.day() or self._today, self._today, self._pick)
        shown.picked.connect(self._on_picked)
        shown.drop()

    def _on_picked(self, day: date) -> None:
        self.field.line.setText(words_for(day, self._today))
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
