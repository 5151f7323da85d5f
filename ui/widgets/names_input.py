"""A line in which names are typed one after the other, completed from everybody known."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QVBoxLayout, QWidget

from planner.domain.met_names import COMMAS, Met, name_in
from planner.journeys.who_was_met import Acquaintances
from ui.models.people_met import PeopleMetModel
from ui.portraits import Portraits
from ui.widgets.row_list import RowList

MOST = 5  # people offered at once
BELOW = 4  # pixels between the line and what it offers
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
UP_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)
BEYOND_A_NAME = frozenset(f"{COMMAS}@")  # where somebody works, or an address
BREAKS = ("\n", "\r", "\u2028", "\u2029")


class NamesInput(QLineEdit):
    """Enter or Tab takes whoever is offered first, the arrows go to another.

    The last one offered is always somebody new of the name typed, whom Shift+Enter takes at once,
    and Enter where nobody known begins so. After a comma comes the company, and nobody is offered.
    A list that is pasted comes in as a whole.

    Signals:
        named(Met): this person was met.
        listed(str): a list was pasted.
    """

    named = Signal(object)
    listed = Signal(str)

    def __init__(
        self, known: Acquaintances, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._known = known
        self._offers = _Offers(known, portraits, self)
        self._offers.chosen.connect(self._on_chosen)
        self.textChanged.connect(self._on_text)

    @property
    def offering(self) -> bool:
        """Whether people to choose from are in sight."""
        return self._offers.isVisible()

    def pending(self) -> Met | None:
        """Who is typed and not added yet."""
        return name_in(self.text())

    def certain(self) -> bool:
        """Whether what is typed can mean nobody else: no known name begins so."""
        return not self._beginning()

    def take_as_typed(self) -> None:
        """Adds whoever is typed, by the whole name and not by its beginning."""
        met = self.pending()
        self.clear()
        if met is not None:
            self.named.emit(self._known.who(met))

    def _beginning(self) -> list[Met]:
        typed = self.text()
        if not BEYOND_A_NAME.isdisjoint(typed):
            return []
        people = self._known.beginning(typed, MOST)
        return [Met(person.name, person=person.id) for person in people]

    def _on_text(self, text: str) -> None:
        if any(mark in text for mark in BREAKS):
            QTimer.singleShot(0, self, self._take_list)  # once the field is done with the paste
            return
        found, typed = self._beginning(), name_in(text)
        if found and typed is not None and self.hasFocus():
            self._offers.offer(self, [*found, typed])
        else:
            self._offers.hide()
        self._tell()

    def _tell(self) -> None:
        """Says to whoever cannot see them who is offered."""
        met = self._offers.current() if self.offering else None
        words = self.tr("Enter takes {name}") if met is not None else ""
        self.setAccessibleDescription(words.format(name=met.name) if met is not None else "")

    def _take_list(self) -> None:
        text = self.text()
        self.clear()
        if text.strip():
            self.listed.emit(text)

    def _on_chosen(self, met: Met) -> None:
        self.clear()
        self.named.emit(met)

    def _take_offered(self) -> None:
        if (met := self._offers.current()) is not None:
            self._on_chosen(met)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in ENTER and plain in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        ):
            if plain == Qt.KeyboardModifier.ShiftModifier and (met := self.pending()) is not None:
                self._on_chosen(met)
            elif self.offering:
                self._take_offered()
            else:
                self.take_as_typed()
            event.accept()  # an empty line does not save the form: Enter once too often is common
        elif self.offering and key in UP_DOWN:
            self._offers.step(1 if key == Qt.Key.Key_Down else -1)
            self._tell()
        elif self.offering and key == Qt.Key.Key_Escape:
            self._offers.hide()
            self._tell()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        if next and self.offering:
            self._take_offered()
            return True
        return super().focusNextPrevChild(next)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._offers.hide()


class _OfferedModel(PeopleMetModel):
    """Those offered; whoever is new has no work to tell yet, but a key."""

    def told(self, met: Met) -> str:
        if met.person:
            return super().told(met)
        keys = QKeySequence("Shift+Return").toString(QKeySequence.SequenceFormat.NativeText)
        return self.tr("Add as somebody new ({keys})").format(keys=keys)


class _Offers(QFrame):
    """The people offered, over what stands below the line.

    Signals:
        chosen(Met): one was clicked.
    """

    chosen = Signal(object)

    def __init__(self, known: Acquaintances, portraits: Portraits, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("names-offered")
        self.setProperty("look", "card")
        self.hide()
        self._model = _OfferedModel(known, portraits, self)
        self._list = RowList(self._model)
        self._list.setObjectName("names-offered-list")
        self._list.setAccessibleName(self.tr("People of that name"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.clicked.connect(self._on_clicked)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(4, 4, 4, 4)
        inner.addWidget(self._list)

    def offer(self, line: QLineEdit, met: list[Met]) -> None:
        """Shows these below the line, the first marked; above it where there is more room."""
        self.setParent(line.window())
        self._model.show_rows(met)
        self._list.setCurrentIndex(self._model.index(0))
        high = self._list.verticalHeader().defaultSectionSize()
        needed = len(met) * high + 8 + 2
        top = line.mapTo(line.window(), QPoint(0, line.height() + BELOW))
        below = line.window().height() - top.y() - BELOW
        above = top.y() - line.height() - 3 * BELOW
        if below < needed and above > below:
            height = min(needed, above)
            top.setY(top.y() - line.height() - 2 * BELOW - height)
        else:
            height = min(needed, below)
        self.setGeometry(top.x(), top.y(), line.width(), height)
        self.show()
        self.raise_()

    def current(self) -> Met | None:
        row = self._list.currentIndex().row()
        return self._model.met[row] if row >= 0 else None

    def step(self, by: int) -> None:
        """Goes to the next or the one before; from the last to the first."""
        rows = self._model.rowCount()
        self._list.setCurrentIndex(self._model.index((self._list.currentIndex().row() + by) % rows))

    def _on_clicked(self) -> None:
        if (met := self.current()) is not None:
            self.chosen.emit(met)
