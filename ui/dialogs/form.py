"""A short form in a window of its own: a few questions, then Save or Cancel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.changes import Change
from planner.errors import PlannerError
from ui import asking
from ui.dialogs.fitted import FittedDialog
from ui.session import Session
from ui.widgets.field import Field
from ui.widgets.layouts import button
from ui.widgets.text import Text

if TYPE_CHECKING:
    from planner.storage.store import Store

P = ParamSpec("P")
T = TypeVar("T")

WIDTH = 460  # pixels, at the normal text size
MARGIN = 22  # pixels around everything


class FormDialog(FittedDialog):
    """Asks, keeps, and says in itself why something cannot be kept; what was typed stays.

    Subclasses add their questions with `ask`, call `begin` when all are there, and say in `save`
    what is kept. One that shows a record already kept offers to remove it by `offer_to_remove`.

    Signals:
        kept(int): what was typed is kept, under this id.
    """

    kept = Signal(int)

    def __init__(
        self, session: Session, name: str, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.fields: dict[str, Field] = {}
        self._before: dict[str, Any] = {}
        self._wrong = Text("", "alert")
        self._wrong.setObjectName("form-wrong")
        self._wrong.hide()
        self._save = button(self.tr("Save"), self.save, "primary", "save")
        self._save.setDefault(True)
        cancel = button(self.tr("Cancel"), self.reject, name="cancel")
        cancel.setAutoDefault(False)
        # In a field of several lines Enter begins a new one.
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save)

        self.questions = QVBoxLayout()
        self.questions.setSpacing(14)
        self._feet = QHBoxLayout()
        self._feet.setSpacing(8)
        self._feet.addStretch(1)
        self._feet.addWidget(cancel)
        self._feet.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        column.setSpacing(16)
        heading = Text(title, "name")
        heading.setObjectName("form-title")
        column.addWidget(heading)
        column.addLayout(self.questions, 1)
        column.addWidget(self._wrong)
        column.addLayout(self._feet)
        self.setMinimumWidth(WIDTH)

    def ask(self, field: Field, within: QVBoxLayout | QHBoxLayout | None = None) -> Field:
        """Adds a question, below those there are or `within` a part of the form."""
        self.fields[field.name] = field
        (within or self.questions).addWidget(field)
        return field

    def answer(self, name: str) -> Any:
        """What stands under a question now."""
        return self.fields[name].input.value()

    def begin(self, first: str) -> None:
        """The form is filled: puts the user at the question `first`."""
        self.questions.addStretch()
        self._before = self._answers()
        self.fields[first].ask_again()

    def offer_to_remove(self, what: str, remove: Callable[[], object]) -> None:
        """A quiet button at the foot that removes the record the form shows."""
        made = button(what, remove, "quiet", "remove")
        made.setAutoDefault(False)
        self._feet.insertWidget(0, made)

    def save(self) -> None:
        """Keeps what was typed; closes when that could be done."""
        raise NotImplementedError

    def walk(
        self,
        label: str,
        journey: Callable[Concatenate[Store, P], Change | tuple[Change, T]],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Change | T | None:
        """As `Session.do`, but a refusal is said in the form, which stays open."""
        try:
            outcome = journey(self.session.store, *args, **kwargs)
        except PlannerError as refusal:
            self.say_wrong(str(refusal))
            return None
        change, result = outcome if isinstance(outcome, tuple) else (outcome, None)
        if change:
            self.session.record(label, change)
        return change if result is None else result

    def close_kept(self, id: int) -> None:
        """Closes the form; what it shows is kept under `id`."""
        self.accept()
        self.kept.emit(id)

    def say_wrong(self, sentence: str) -> None:
        """Shows why it cannot be kept as it is."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self._wrong.setAccessibleName(sentence)
        self.fit()

    def _answers(self) -> dict[str, Any]:
        return {name: field.input.value() for name, field in self.fields.items()}

    def reject(self) -> None:
        """Closes without keeping; asks first when something was typed."""
        if self._before != self._answers() and asking.ask(
            self,
            self.windowTitle(),
            self.tr("What you typed is not saved yet."),
            self.tr("Go on typing"),
            self.tr("Throw it away"),
            escape_means=True,
        ):
            return
        super().reject()


def show(dialog: FormDialog) -> None:
    """Opens a form over its page and forgets it when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
