"""Where somebody was met."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from planner.domain.groups import Group, MetAt
from planner.journeys.keep_people import add_met_at, edit_met_at, remove_met_at
from ui.dialogs.form import FormDialog
from ui.session import Session
from ui.widgets.day_input import DayInput
from ui.widgets.field import Field
from ui.widgets.inputs import leave_wheel_to_page

LEAST = 14  # letters of a name that are in sight


class MetAtDialog(FormDialog):
    """Notes where a person was met, or corrects `met`: a group, its event, and the day."""

    def __init__(
        self,
        session: Session,
        person_id: int,
        met: MetAt | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._met = met
        self._person = session.store.people.get(person_id)
        super().__init__(session, "met-at-dialog", self._person.name, parent)
        self.setWindowTitle(self.tr("Where you met"))
        self._groups = sorted(session.store.groups.all(), key=lambda group: group.name.casefold())
        group = NameInput(self.tr("for example Leeds Chamber"))
        group.offer([one.name for one in self._groups])
        group.currentTextChanged.connect(self._on_group)
        self._event = NameInput(self.tr("for example summer party"))
        self.ask(
            Field(
                "met-group",
                self.tr("Group"),
                group,
                self.tr("A networking group, an event series or an online network."),
            )
        )
        self.ask(
            Field(
                "met-event",
                self.tr("Event"),
                self._event,
                self.tr("If it has a name of its own."),
            )
        )
        day = DayInput(session.today())
        self.ask(
            Field(
                "met-day",
                self.tr("Day"),
                day,
                self.tr("No date means you both belong to it, as to an online network."),
            )
        )
        self.fields["met-group"].input.show_value(met.group_name if met else "")
        self.fields["met-event"].input.show_value(met.event_name if met else "")
        day.show_value(met.day if met else session.today())
        if met is not None:
            self.offer_to_remove(self.tr("Remove"), self._on_remove)
        self.begin("met-group")

    def save(self) -> None:
        said = (self.answer("met-group"), self.answer("met-event"), self.answer("met-day"))
        if self._met is None:
            label = self.tr("Noted where you met {name}").format(name=self._person.name)
            kept = self.walk(label, add_met_at, self._person.id, *said)
        elif said == (self._met.group_name, self._met.event_name, self._met.day):
            self.accept()
            return
        else:
            label = self.tr("Corrected where you met {name}").format(name=self._person.name)
            kept = self.walk(label, edit_met_at, self._met.attendance, *said)
        if kept is not None:
            self.close_kept(self._person.id)

    def _on_group(self, text: str) -> None:
        """Offers the events of the group that is named."""
        group = self._named(text)
        events = self.session.store.events.of_group(group.id) if group else []
        typed = self._event.value()
        self._event.offer(sorted({event.name for event in events if event.name}))
        self._event.show_value(typed)

    def _named(self, text: str) -> Group | None:
        wanted = " ".join(text.split()).casefold()
        return next((one for one in self._groups if one.name.casefold() == wanted), None)

    def _on_remove(self) -> None:
        if self._met is None:
            return
        label = self.tr("{event} removed").format(event=self._met.label)
        if self.walk(label, remove_met_at, self._met.attendance) is not None:
            self.accept()


class NameInput(QComboBox):
    """A name that is typed, or picked from those known already."""

    finished = Signal()

    def __init__(self, example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # As wide as the form has room, not as the longest name there is.
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(LEAST)
        if (edit := self.lineEdit()) is not None:
            edit.setPlaceholderText(example)
            edit.editingFinished.connect(self.finished)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        leave_wheel_to_page(self)

    def offer(self, names: list[str]) -> None:
        """The names to pick from; none of them is taken yet."""
        self.clear()
        self.addItems(names)
        self.setCurrentIndex(-1)

    def value(self) -> str:
        return self.currentText()

    def show_value(self, value: str) -> None:
        self.setCurrentText(value)
