"""What was promised: kept on the way, added now, and what was open from before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planner.domain.people import Person
from planner.domain.promises import Promise
from ui.widgets.keep_forms import PromiseForm
from ui.widgets.kept_rows import promise_row, promised
from ui.widgets.layouts import Card, Flow, button, clear, line
from ui.widgets.text import Text

THANKS_IN = timedelta(days=1)  # a thank-you note is written while the talk is fresh


class DebriefPromises(Card):
    """Promises of both, with what the talk settled.

    Signals:
        changed(): what is to be kept is different.
        taken_back(object): a Promise that was kept on the way is to go.
    """

    changed = Signal()
    taken_back = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Promises"), parent)
        self.setObjectName("debrief-promises")
        self._person = Person()
        self._today = today
        self._added: list[Promise] = []
        self._settled: list[tuple[QCheckBox, int]] = []
        self._rows, self._more, self._open = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for part in (self._rows, self._more, self._open):
            part.setSpacing(8)
        self._line = line()
        self._before = Text(self.tr("Open from before. Tick what is done"), "small")
        self._form = PromiseForm(today)
        self._form.hide()
        self._form.kept.connect(self._on_kept)
        self._form.left.connect(self._close)
        self._add = button(self.tr("+ Promise"), self._begin, name="debrief-promise")
        self._thanks = button(
            self.tr("+ Thank-you note, tomorrow"), self._on_thanks, name="debrief-thanks"
        )
        buttons = Flow(gap=6)
        buttons.addWidget(self._add)
        buttons.addWidget(self._thanks)
        self.body.addLayout(self._rows)
        self.body.addLayout(self._more)
        self.body.addWidget(self._form)
        self.body.addLayout(buttons)
        self.body.addWidget(self._line)
        self.body.addWidget(self._before)
        self.body.addLayout(self._open)

    def show_promises(
        self,
        person: Person,
        today: date,
        made: Sequence[Promise],
        owed: Sequence[Promise],
        added: Sequence[Promise],
        settled: Sequence[int],
    ) -> None:
        self._person, self._today = person, today
        self._added = list(added)
        clear(self._rows)
        for promise in made:
            kept = promise_row(promise, person, today)
            kept.removed.connect(self.taken_back)
            self._rows.addWidget(kept)
        clear(self._open)
        self._settled = []
        for promise in owed:
            self._open.addLayout(self._settling(promise, promise.id in settled))
        self._line.setVisible(bool(owed))
        self._before.setVisible(bool(owed))
        self._show_added()

    def added(self) -> tuple[Promise, ...]:
        return tuple(self._added)

    def settled(self) -> tuple[int, ...]:
        """Ids of the promises from before that are ticked."""
        return tuple(promise for box, promise in self._settled if box.isChecked())

    def settle(self) -> bool:
        """Takes in what still stands in the form; False when it says nothing yet."""
        return self._form.settle()

    def _settling(self, promise: Promise, ticked: bool) -> QVBoxLayout:
        """A promise from before with its box: what, whose, and how late."""
        box = QCheckBox(promise.text.replace("&", "&&"))
        box.setObjectName("settled")
        box.setChecked(ticked)
        box.toggled.connect(self.changed)
        self._settled.append((box, promise.id))
        below = Text(promised(promise, self._person, self._today), "small")
        below.setContentsMargins(27, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(box)
        column.addWidget(below)
        return column

    def _show_added(self) -> None:
        clear(self._more)
        for promise in self._added:
            kept = promise_row(promise, self._person, self._today)
            kept.removed.connect(self._on_removed)
            self._more.addWidget(kept)
        self._thanks.setVisible(self._thank_you() not in self._added)

    def _thank_you(self) -> Promise:
        words = self.tr("Thank-you note to {name}").format(name=self._person.first_name)
        return Promise(mine=True, text=words, due=self._today + THANKS_IN)

    def _begin(self) -> None:
        self._form.show()
        self._form.begin(self._person, self._today)

    def _close(self) -> None:
        self._form.hide()
        self._add.setFocus()

    def _on_kept(self, mine: bool, what: str, due: date | None) -> None:
        self._take(Promise(mine=mine, text=what, due=due))
        self._close()

    def _on_thanks(self) -> None:
        self._take(self._thank_you())
        self._add.setFocus()

    def _take(self, promise: Promise) -> None:
        self._added.append(promise)
        self._show_added()
        self.changed.emit()

    def _on_removed(self, promise: Promise) -> None:
        self._added.remove(promise)
        self._show_added()
        self._add.setFocus()
        self.changed.emit()
