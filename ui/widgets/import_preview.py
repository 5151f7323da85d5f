"""What an import would do: its parts, the people of each, and who of them is wanted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from planner.domain.merging import Doubt
from ui.bringing_in import Preview
from ui.import_choice import CHOSEN_FROM, Choice, Decision, Part
from ui.import_portraits import ImportPortraits
from ui.models.import_preview import ImportPreviewModel
from ui.models.parts import Index
from ui.portraits import Portraits
from ui.widgets.doubtful_pair import DoubtfulPair
from ui.widgets.layouts import button, row
from ui.widgets.part_chips import PartChips
from ui.widgets.ticked_rows import TickedRows

COPIED = (Part.REFUSED, Part.LEFT_OUT)  # parts to be taken elsewhere as text
NOWHERE = QModelIndex()


class ImportPreview(QWidget):
    """A chip a part, the rows of the one in sight, and beside them a doubtful pair.

    Signals:
        chosen(): somebody was ticked or decided, or it was taken back.
    """

    chosen = Signal()

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = Preview()
        pictures = ImportPortraits(portraits)
        self._model = ImportPreviewModel(self, pictures)
        self._model.chosen.connect(self._on_chosen)
        self._chips = PartChips(Part, "part")
        self._chips.pressed.connect(self._on_chip)
        self._list = self._list_view()
        self._pair = DoubtfulPair(pictures)
        self._pair.decided.connect(self._on_decided)
        self._keys: list[QShortcut] = []  # of the whole window, while there is somebody to decide
        for key, decide in (("M", self._on_same), ("N", self._on_different)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(decide)
            self._keys.append(shortcut)
        self._turn = button("", self._on_turn, "link", "tick-all")
        self._copy = button(self.tr("Copy this list"), self._on_copy, "link", "copy-list")
        for link in (self._turn, self._copy):
            link.setAutoDefault(False)
        rows = row(self._list, self._pair, gap=12)
        rows.setStretch(0, 2)
        rows.setStretch(1, 3)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        above = row(self._chips, self._turn, self._copy)
        above.setStretch(0, 1)
        column.addLayout(above)
        column.addLayout(rows, 1)

    def _list_view(self) -> QListView:
        view = QListView()
        view.setObjectName("preview")
        view.setProperty("look", "framed")
        view.setAccessibleName(self.tr("What this would bring"))
        view.setModel(self._model)
        view.setItemDelegate(TickedRows(view))
        view.setUniformItemSizes(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.selectionModel().currentChanged.connect(self._show_pair)
        return view

    @property
    def choice(self) -> Choice:
        return self._preview.choice

    def show_preview(self, preview: Preview) -> None:
        """Shows what an import would do; the part in sight stays where it still has somebody."""
        before = self._part()
        self._preview = preview
        names = {
            Part.NEW: self.tr("New {count}"),
            Part.CHANGED: self.tr("Gain something {count}"),
            Part.DOUBTFUL: self.tr("Perhaps known {count}"),
            Part.SAME: self.tr("Known already {count}"),
            Part.REFUSED: self.tr("Not taken {count}"),
            Part.LEFT_OUT: self.tr("{count} details left out"),
        }
        if self.choice.count(Part.LEFT_OUT) == 1:
            names[Part.LEFT_OUT] = self.tr("{count} detail left out")
        some = self._chips.show_parts(names, {part: self.choice.count(part) for part in Part})
        self._list.setVisible(bool(some))
        if some and before not in some:
            self._chips.go_to(some[0])
        self._show_part()

    def _part(self) -> Part | None:
        """The part in sight."""
        return self._chips.part()

    def _on_chip(self) -> None:
        self._show_part()
        if self._part() is Part.DOUBTFUL:  # whose list is gone through with the arrows
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_part(self) -> None:
        part = self._part() or Part.NEW
        self._model.show(self._preview, part)
        self._list.scrollToTop()
        doubtful = part is Part.DOUBTFUL and bool(self.choice.count(part))
        self._pair.setVisible(doubtful)
        for key in self._keys:
            key.setEnabled(doubtful)  # else the letters find a name in the list
        if doubtful:
            self._list.setCurrentIndex(self._model.index(0))
        self._copy.setText(self.tr("Copy this list"))
        self._copy.setVisible(part in COPIED and bool(self.choice.count(part)))
        self._offer_to_turn()

    def _offer_to_turn(self) -> None:
        """One press ticks everybody in sight, or nobody: of thousands, a few may be wanted."""
        part = self._part()
        can = part in CHOSEN_FROM and self.choice.count(part) > 1
        self._turn.setVisible(can)
        if can and part is not None:
            some = bool(self.choice.ticked(part))
            words = self.tr("Tick none of these") if some else self.tr("Tick all of these")
            self._turn.setText(words)

    def _show_pair(self, index: Index, before: Index = NOWHERE) -> None:
        doubt = self._model.row(index)
        if isinstance(doubt, Doubt):
            at = index.row()
            choice = self.choice
            self._pair.show_doubt(doubt, choice.decision(at), choice.gains(at), self._preview.forms)
            self._pair.show_place(at + 1, choice.count(Part.DOUBTFUL), choice.undecided())

    def _decide(self, decision: Decision, *, go_on: bool) -> None:
        """Notes it of the current pair, and goes on to the next from the keyboard."""
        index = self._list.currentIndex()
        if not isinstance(self._model.row(index), Doubt):
            return
        self._model.decide(index, decision)
        following = self._model.index(index.row() + 1)
        if go_on and following.isValid():
            self._list.setCurrentIndex(following)
        else:
            self._show_pair(index)

    def _on_same(self) -> None:
        self._decide(Decision.SAME, go_on=True)

    def _on_different(self) -> None:
        self._decide(Decision.DIFFERENT, go_on=True)

    def _on_decided(self, decision: Decision) -> None:
        self._decide(decision, go_on=False)

    def _on_turn(self) -> None:
        part = self._part()
        if part is not None:
            self._model.tick_all(on=not self.choice.ticked(part))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._model.as_text())
        self._copy.setText(self.tr("Copied"))

    def _on_chosen(self) -> None:
        self._offer_to_turn()
        self.chosen.emit()
