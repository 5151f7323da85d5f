"""All remembered places: how often and with whom; renamed, joined, removed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.domain.changes import Change, Kind
from planner.domain.meetings import Place, place_of
from planner.journeys.keep_places import (
    PlaceLine,
    add_place,
    all_places,
    edit_place,
    join_places,
    remove_place,
)
from ui.models.places import PlacesModel
from ui.pages.page import GOES_ON
from ui.session import Session
from ui.widgets.inputs import LineInput
from ui.widgets.layouts import Empty, Scrolled, button, row
from ui.widgets.place_form import PlaceForm
from ui.widgets.row_list import RowList
from ui.widgets.said_here import SaidHere
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.text import Text

SIZE, WIDEST = (820, 560), 930  # pixels, at the normal text size; and across at any
LIST_WIDTH, LIST_MOST = 305, 360  # pixels, at the normal text size and at any
LINE = 16  # pixels a line is high at the normal size
MARGIN = 20  # pixels


class PlacesDialog(QDialog):
    """The places at the left, the one chosen at the right; every change is a step of undo."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: tuple[PlaceLine, ...] = ()
        self._chosen = 0
        self.setObjectName("places-dialog")
        self.setProperty(GOES_ON, True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Places"))
        large = max(self.fontMetrics().height() / LINE, 1)
        self.resize(min(round(SIZE[0] * large), WIDEST), SIZE[1])
        self._model = PlacesModel(self)
        self._list = RowList(self._model)
        self._list.setObjectName("places")
        self._list.setProperty("look", "framed")
        self._list.setAccessibleName(self.tr("Places you meet at"))
        self._list.setSelectionMode(RowList.SelectionMode.SingleSelection)
        width = min(round(LIST_WIDTH * large), LIST_MOST)
        self._list.setFixedWidth(width)
        self._list.activated.connect(self._on_activated)
        self._add = LineInput(self.tr("Add: name, address or link"))
        self._add.setObjectName("add-place")
        self._add.setAccessibleName(self.tr("Add a place: its name, then its address or link"))
        self._add.setFixedWidth(width)
        self._form = PlaceForm()
        self._form.kept.connect(self._on_kept)
        self._form.joined.connect(self._on_joined)
        self._form.removed.connect(self._on_removed)
        self._none = Empty(
            self.tr("No place is remembered yet"),
            self.tr("Where you plan a 1-2-1 is remembered here. You can also add a place now."),
        )
        self._said = SaidHere(session, "places", self)
        self._close = button(self.tr("Close"), self.accept, name="close-places")
        self._close.setAutoDefault(False)
        self._lay_out()
        self._list.selectionModel().currentChanged.connect(self._on_current)
        session.changed.connect(self._on_changed)
        session.changed_elsewhere.connect(self._on_elsewhere)
        self._fill()
        (self._list if self._lines else self._add).setFocus()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self._list, 1)
        left.addWidget(self._add)
        scrolled = Scrolled()
        scrolled.body.setContentsMargins(0, 0, 0, 0)
        scrolled.body.addWidget(self._form)
        scrolled.body.addWidget(self._none)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addLayout(left)
        across.addWidget(scrolled, 1)
        foot = row(self._said, self._close)
        foot.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        column.setSpacing(10)
        column.addWidget(Text(self.tr("Places"), "name"))
        told = self.tr("Neutral ground you both know is offered first when you plan a 1-2-1.")
        column.addWidget(Text(told, "soft"))
        column.addLayout(across, 1)
        column.addLayout(foot)
        tab_as_laid_out(column)

    def _fill(self) -> None:
        """Shows the places as they are now; the one chosen stays so while it is there."""
        row_before = max(self._list.currentIndex().row(), 0)
        self._lines = all_places(self._session.store)
        chosen = self._chosen
        self._model.show_rows(self._lines)
        at = self._model.row_of(chosen)
        at = at if at >= 0 else min(row_before, len(self._lines) - 1)
        self._form.setVisible(at >= 0)
        self._none.setVisible(at < 0)
        if at >= 0:
            self._list.setCurrentIndex(self._model.index(at))
            self._show(at)

    def _fill_later(self) -> None:
        """Once the field that was left is done with."""
        QTimer.singleShot(0, self, self._on_elsewhere)

    def _show(self, at: int) -> None:
        line = self._model.line(at)
        if line is not None:
            self._chosen = line.place.id
            others = [one.place for one in self._lines if one.place.id != line.place.id]
            others.sort(key=lambda place: place.name.casefold())
            self._form.show_line(line, others)

    def _place(self) -> Place | None:
        places = (line.place for line in self._lines)
        return next((place for place in places if place.id == self._chosen), None)

    def _on_current(self, now: QModelIndex) -> None:
        if now.isValid():
            self._show(now.row())

    def _on_activated(self) -> None:
        self._form.go_in()

    def _on_kept(self, place: Place) -> None:
        label = self.tr("{place} changed").format(place=place.name.strip() or place.address)
        if self._session.do(label, edit_place, place, self._session.now()) is None:
            self._fill_later()  # as it is kept

    def _on_joined(self, other: int) -> None:
        place = self._place()
        gone = next((line.place for line in self._lines if line.place.id == other), None)
        if place is not None and gone is not None:
            label = self.tr("{place} and {other} are one").format(
                place=place.label, other=gone.label
            )
            self._session.do(label, join_places, place.id, [gone.id], self._session.now())
            self._list.setFocus()

    def _on_removed(self) -> None:
        if (place := self._place()) is not None:
            label = self.tr("{place} removed").format(place=place.name)
            self._session.do(label, remove_place, place.id)
            (self._list if self._lines else self._add).setFocus()

    def _on_add(self) -> None:
        place = place_of(self._add.value())
        if not place.name:
            return
        label = self.tr("{place} added").format(place=place.name)
        kept = self._session.do(label, add_place, replace(place, id=0))
        if isinstance(kept, Place):
            self._add.show_value("")
            self._chosen = kept.id
            self._fill()

    def _on_changed(self, change: Change) -> None:
        if self.isVisible() and change.kinds & {Kind.PLACE, Kind.MEETING, Kind.PERSON}:
            self._fill_later()

    def _on_elsewhere(self) -> None:
        if self.isVisible():
            self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds the place typed, and Delete removes the one chosen in the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.focusWidget() is self._add:
                self._on_add()
            elif isinstance(self.focusWidget(), QLineEdit):
                self._list.setFocus()  # what was typed is kept as the field is left
            return
        if event.key() == Qt.Key.Key_Delete and self._list.hasFocus():
            self._on_removed()
            return
        super().keyPressEvent(event)
