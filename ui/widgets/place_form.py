"""One remembered place: what it is called, whose ground it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.known_places import PlaceKind, kind_of
from planner.domain.meetings import Place, is_link
from planner.journeys.keep_places import PlaceLine
from ui.models import places as words
from ui.widgets.field import Field
from ui.widgets.inputs import ChoiceInput, LineInput
from ui.widgets.layouts import Card, button, row
from ui.widgets.segments import Segments
from ui.widgets.text import Text
from ui.widgets.text_button import TextButton


class PlaceForm(Card):
    """Keeps what is typed when a field is left.

    Signals:
        kept(Place): it is to be as it stands in the fields now.
        joined(int): it is the same place as the one of this id.
        removed(): it is to be forgotten.
    """

    kept = Signal(object)
    joined = Signal(int)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("place-form")
        self._place = Place()
        self._name = Field("place-name", self.tr("Name"), LineInput(self.tr("Station Café, say")))
        self._where = Field("place-address", self.tr("Address or link"), LineInput())
        kinds = [(kind.value, words.kind(kind)) for kind in PlaceKind]
        self._kind = Segments("place-kind", kinds)
        self._kind.setAccessibleName(self.tr("Whose ground it is"))
        self._told = Text("", "soft")
        self._told.setObjectName("place-told")
        self._twice = TextButton("", name="place-twice")
        self._twin = 0
        self._same = ChoiceInput([0], self._called)
        self._same.setObjectName("same-place")
        self._same.setAccessibleName(self.tr("The same place as"))
        self._others: dict[int, str] = {0: self.tr("Choose a place")}
        self._join = button(self.tr("Join them"), self._on_join, name="join-places")
        self._remove = button(self.tr("Remove"), self.removed.emit, "quiet", "remove-place")
        for press in (self._join, self._remove):
            press.setAutoDefault(False)
        self._joining = QWidget()
        across = row(Text(self.tr("The same as"), "soft", wrap=False), self._same, self._join, None)
        self._joining.setLayout(across)
        self._twins = row()
        for part in (self._name, self._where, self._kind, self._told):
            self.body.addWidget(part)
        self.body.addLayout(self._twins)
        self.body.addWidget(self._joining)
        self.body.addStretch(1)
        self.body.addLayout(row(None, self._remove))
        for field in (self._name, self._where):
            field.finished.connect(self._on_finished)
        self._kind.finished.connect(self._on_finished)
        self._same.finished.connect(self._on_same)

    def show_line(self, line: PlaceLine, others: Sequence[Place]) -> None:
        """Shows a place; `others` are all the rest."""
        self._place = line.place
        self._name.input.show_value(line.place.name)
        self._where.input.show_value(line.place.address)
        self._kind.show_value(kind_of(line.place).value)
        self._told.setText(self._met(line))
        self._offer_twin(line.doubles)
        self._others = {0: self.tr("Choose a place")} | {one.id: one.label for one in others}
        self._same.clear()
        for value in self._others:
            self._same.addItem(self._called(value), value)
        self._same.show_value(0)
        self._joining.setVisible(bool(others))
        self._on_same()

    def go_in(self) -> None:
        self._name.ask_again()

    def _met(self, line: PlaceLine) -> str:
        """How often the user met there and with whom, and what is planned there."""
        said = self.tr("No 1-2-1 was there yet.")
        if line.times:
            met, whom = words.met(line), words.with_whom(line)
            told = self.tr("{met}, with {people}.") if whom else self.tr("{met}.")
            said = told.format(met=met[:1].upper() + met[1:], people=whom)
        if line.planned:
            said = f"{said} {words.planned(line)}."
        return said

    def _offer_twin(self, doubles: Sequence[Place]) -> None:
        """Says of what looks like the same place, with the way to make them one."""
        self._twins.removeWidget(self._twice)
        self._twice.hide()
        self._twice.deleteLater()
        twin = next(iter(doubles), None)
        self._twin = twin.id if twin is not None else 0
        told = self.tr("“{place}” looks like the same place.")
        self._twice = TextButton(
            told.format(place=twin.label) if twin is not None else "",
            "soft",
            link=self.tr("Join them"),
            name="place-twice",
            parent=self,
        )
        self._twice.clicked.connect(self._on_twin)
        self._twins.addWidget(self._twice)
        self._twice.setVisible(twin is not None)

    def _called(self, place: int) -> str:
        return self._others.get(place, "") if hasattr(self, "_others") else ""

    def _said(self) -> Place:
        """What stands in the fields; a link makes a place one online."""
        kind = PlaceKind(self._kind.value())
        address = str(self._where.input.value())
        online = kind is PlaceKind.ONLINE
        if is_link(address.strip()) and address.strip() != self._place.address:
            online = True
        return replace(
            self._place,
            name=self._name.input.value(),
            address=address,
            online=online,
            neutral=kind is not PlaceKind.OWN,
        )

    def _on_finished(self, _: str = "") -> None:
        said = self._said()
        if said != self._place and self._place.id:
            self.kept.emit(said)

    def _on_same(self) -> None:
        self._join.setEnabled(bool(self._same.value()))

    def _on_join(self) -> None:
        if self._same.value():
            self.joined.emit(int(self._same.value()))

    def _on_twin(self) -> None:
        if self._twin:
            self.joined.emit(self._twin)
