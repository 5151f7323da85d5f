"""Who was met at an event: typed one after the other, pasted, or picked from an import."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.domain.met_names import Met, each_once, is_person, names_in
from planner.journeys.who_was_met import Acquaintances
from ui.country import grouped
from ui.models.people import about
from ui.models.people_met import PeopleMetModel
from ui.portraits import Portraits
from ui.widgets.layouts import Flow, button, clear, row
from ui.widgets.met_rows import MetRows
from ui.widgets.names_input import NamesInput
from ui.widgets.text import Text


class PeopleMet(QWidget):
    """A line for names, a question where several are called alike, and a row a person.

    Signals:
        finished(): somebody was added or taken out.
        pick_wanted(): pick people from the last import.
    """

    finished = Signal()
    pick_wanted = Signal()

    def __init__(
        self, known: Acquaintances, portraits: Portraits, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._known = known
        self._names = NamesInput(known, portraits)
        self._names.setPlaceholderText(self.tr("for example Jonas Lindqvist, Lindqvist Joinery"))
        self._names.named.connect(self._on_named)
        self._names.listed.connect(self._on_listed)
        self._which = QFrame()
        self._which.setObjectName("which")
        self._which.setProperty("look", "hint")
        self._which_body = QVBoxLayout(self._which)
        self._which_body.setContentsMargins(12, 8, 12, 10)
        self._which_body.setSpacing(6)
        self._model = PeopleMetModel(known, portraits, self)
        self._list = MetRows(self._model)
        self._list.unwanted.connect(self._on_unwanted)
        self._count = Text("", "small", wrap=False)
        self._count.setObjectName("met-count")
        self._pick = button(self.tr("Pick from the last import…"), self.pick_wanted.emit, "link")
        self._pick.setObjectName("pick-from-import")
        self._pick.setAutoDefault(False)
        self._pick.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._names, self._which, self._list):
            column.addWidget(part)
        column.addLayout(row(self._count, None, self._pick))
        hint = QVBoxLayout(self._list)
        self._hint = Text(
            self.tr(
                "Type a name and press Enter, one after the other. After a comma comes where they "
                "work. A list that is pasted comes in at once."
            ),
            "soft",
        )
        self._hint.setObjectName("met-hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.addWidget(self._hint)
        self.setFocusProxy(self._names)
        self._show()

    def offer_to_pick(self, there: bool) -> None:
        self._pick.setVisible(there)

    def value(self) -> tuple[Met, ...]:
        """Everybody added, and at the end whoever is typed and not added yet."""
        pending = self._names.pending()
        return (*self._model.met, pending) if pending is not None else self._model.met

    def show_value(self, value: Sequence[Met]) -> None:
        self._model.show_rows(value)
        self._show()

    def add(self, people: Iterable[Met]) -> None:
        """Adds people, each once; those called alike are asked about."""
        there = each_once([*self._model.met, *people])
        at = self._model.rowCount()
        self._model.show_rows(there)
        self._show()
        if at < len(there):
            self._list.setCurrentIndex(self._model.index(len(there) - 1))
            self._list.scrollToBottom()
        self.finished.emit()

    def settle(self) -> str:
        """Adds what is typed still; says what is to be answered before all can be kept, or ""."""
        pending = self._names.pending()
        if pending is not None and not self._names.certain():
            self._names.setFocus()
            sentence = self.tr("“{name}” is not added yet. Press Enter to choose who it is.")
            return sentence.format(name=pending.name)
        self._names.take_as_typed()
        if (asked := self._asked()) is None:
            return ""
        if (first := self._which.findChild(QWidget, "which-one")) is not None:
            first.setFocus()
        name = self._model.met[asked].name
        return self.tr("More than one may be meant. Say which {name} you met.").format(name=name)

    def _on_named(self, met: Met) -> None:
        self.add([met])
        self._names.setFocus()

    def _on_listed(self, text: str) -> None:
        self.add([self._known.who(met) for met in names_in(text)])

    def _on_unwanted(self, at: int) -> None:
        self._model.take_out(at)
        self._show()
        if self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(min(at, self._model.rowCount() - 1)))
        else:
            self._names.setFocus()
        self.finished.emit()

    def _asked(self) -> int | None:
        """The first row of whom nobody said which one it is."""
        return next((at for at, met in enumerate(self._model.met) if met.namesakes), None)

    def _show(self) -> None:
        """The rows or how they come to be, the count, and the question that is open."""
        empty = self._model.rowCount() == 0
        self._hint.setVisible(empty)
        self._list.setEnabled(not empty)  # Tab passes it then
        self._count.setText(self._counted())
        self._ask()

    def _counted(self) -> str:
        met = self._model.met
        if not met:
            return ""
        new = sum(not one.person and not one.namesakes for one in met)
        told = self.tr("1 person") if len(met) == 1 else self.tr("{count} people")
        told = told.format(count=grouped(len(met)))
        return self.tr("{people}, {new} of them new").format(people=told, new=new) if new else told

    def _ask(self) -> None:
        clear(self._which_body)
        asked = self._asked()
        self._which.setVisible(asked is not None)
        if asked is None:
            return
        met = self._model.met[asked]
        words = self.tr("Which {name} was it?").format(name=met.name)
        self._which.setAccessibleName(words)
        self._which_body.addWidget(Text(words))
        choices = QWidget()
        flow = Flow(choices, gap=6)
        for person in self._known.people(met.namesakes):
            told = about(person) or self.tr("The one without a company")
            made = button(told, self._on_which, "chip", "which-one")
            made.setProperty("person", person.id)
            flow.addWidget(made)
        made = button(self.tr("Somebody new"), self._on_which, "chip", "which-new")
        made.setProperty("person", 0)
        flow.addWidget(made)
        self._which_body.addWidget(choices)

    def _on_which(self) -> None:
        asked, pressed = self._asked(), self.sender()
        if asked is None or pressed is None:
            return
        met, person = self._model.met[asked], int(pressed.property("person"))
        if person and any(one.person == person for one in self._model.met):
            self._model.take_out(asked)  # already there
        elif person:
            self._model.put(asked, is_person(met, self._known.person(person)))
        else:
            self._model.put(asked, replace(met, namesakes=()))
        self._names.setFocus()
        self._show()
        self.finished.emit()

    def setObjectName(self, name: str) -> None:
        super().setObjectName(name)
        self._names.setObjectName(f"{name}-line")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._names.setAccessibleName(name)
