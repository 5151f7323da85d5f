"""What the small forms share that keep hold of something while two people talk."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planner.domain.people import Person
from ui import wording
from ui.widgets.inputs import LineInput
from ui.widgets.layouts import button, row
from ui.widgets.segments import Segments
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.text import Text

MINE, THEIRS = "mine", "theirs"
WHOSE = "whose"  # how the words of a form name whose it is


class KeepForm(QWidget):
    """Enter keeps, Escape leaves, a sentence says what is missing.

    Signals:
        left(): the form is to be closed, nothing kept.
        typed(): something else stands in it; never when the program shows something.
    """

    left = Signal()
    typed = Signal()

    def __init__(self, name: str, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._showing = False
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        self._missing = Text("", "alert")
        self._missing.setObjectName(f"{name}-missing")
        self._missing.hide()
        self._keep = button(keep, self.keep, name=f"{name}-keep")
        self._leave = button(self.tr("Cancel"), self.left.emit, "quiet", f"{name}-cancel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.body)
        column.addWidget(self._missing)
        column.addLayout(row(self._keep, self._leave, None))

    def keep(self) -> bool:
        """Hands on what was filled in, or says what is missing and answers False."""
        raise NotImplementedError

    def begun(self) -> bool:
        """Whether something was filled in."""
        raise NotImplementedError

    def words(self) -> dict[str, str]:
        """What stands in its fields, by their names, as `show_words` takes it."""
        raise NotImplementedError

    def show_words(self, words: Mapping[str, str]) -> None:
        """Fills the fields with what `words` gave; those that are not named become empty."""
        self._showing = True
        self.fill(words)
        self._showing = False
        self.miss("")

    def fill(self, words: Mapping[str, str]) -> None:
        """What `show_words` puts where."""
        raise NotImplementedError

    def first_field(self) -> QLineEdit:
        """Where one begins to write."""
        raise NotImplementedError

    def turn(self) -> None:
        """The other one's, where it is one's own or the other's; else nothing."""

    def take_keyboard(self, *, anew: bool) -> None:
        """To the first field; what stands there from before is typed over, where it is `anew`."""
        self.first_field().setFocus()
        if anew:
            self.first_field().selectAll()
        else:
            self.first_field().end(False)

    def settle(self) -> bool:
        """Hands on what was filled in, if anything; False when something is missing in it."""
        return self.isHidden() or not self.begun() or self.keep()

    def miss(self, sentence: str) -> None:
        self._missing.setText(sentence)
        self._missing.setVisible(bool(sentence))

    def line(self, name: str, read_as: str, example: str = "") -> LineInput:
        """A line to write in; `name` is its objectName."""
        made = LineInput(example)
        made.setObjectName(name)
        made.setAccessibleName(read_as)
        made.textChanged.connect(self.tell)
        return made

    def tell(self) -> None:
        """Something else stands in the form."""
        if not self._showing:
            self.typed.emit()

    def wanting(self, field: QLineEdit, sentence: str) -> bool:
        """Whether a field is empty, which is pointed out then."""
        if field.text().strip():
            return False
        self.miss(sentence)
        field.setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        tab_as_laid_out(self)  # now, as Qt forgets the order when a part gets its window


class TwoWayForm(KeepForm):
    """A form for something that is the user's or the other one's."""

    def __init__(self, name: str, whose: str, mine: str, theirs: str) -> None:
        """`whose` names the choice, `mine` and `theirs` are its words; {name} is the person's."""
        super().__init__(name, "")
        self._keep.setText(self.tr("Keep"))
        self._theirs, self._mine = theirs, mine
        self.whose = Segments(whose, ((MINE, mine), (THEIRS, theirs)))
        self.whose.show_value(MINE)
        self.whose.finished.connect(self.tell)
        self.body.addWidget(self.whose)

    @property
    def mine(self) -> bool:
        return self.whose.value() == MINE

    def say_person(self, person: Person) -> None:
        """Who the other one is."""
        self.whose.say(MINE, wording.with_name(self._mine, person))
        self.whose.say(THEIRS, wording.with_name(self._theirs, person))

    def show_whose(self, words: Mapping[str, str]) -> None:
        self.whose.show_value(THEIRS if words.get(WHOSE) == THEIRS else MINE)

    def turn(self) -> None:
        self.whose.show_value(THEIRS if self.mine else MINE)
        self.tell()
