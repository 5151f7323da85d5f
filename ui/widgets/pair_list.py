"""The list of pairs who may be one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QVBoxLayout, QWidget

from planner.domain.duplicates import Pair
from planner.domain.finding_duplicates import MOST_PAIRS
from ui import theme
from ui.country import grouped
from ui.models.pairs import Ids, PairModel, PairRole, ids_of
from ui.portraits import Portraits
from ui.widgets.avatar import paint_avatar
from ui.widgets.layouts import button
from ui.widgets.row_list import RowList
from ui.widgets.text import Text
from ui.widgets.two_lines import MARK, SIDE, Index, TwoLines

WIDTH = 300  # pixels
RING = 2  # pixels between the two marks
BEHIND = 22  # pixels the second mark stands to the right of the first
REST_MS = 70  # with an arrow held down, pairs are passed by without being shown
NO_PAIR: Ids = frozenset()


class PairList(QFrame):
    """Up and down, Enter to go into the pair shown beside it.

    Signals:
        current_changed(): another pair is the one to show.
        entered(): Enter was pressed: go into it.
        back_wanted(): Back was pressed.
    """

    current_changed = Signal()
    entered = Signal()
    back_wanted = Signal()

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "list-ground")
        self.setFixedWidth(WIDTH)
        self._current: Ids = NO_PAIR  # rows come and go
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.current_changed)
        self._line = Text("", "small")
        self._line.setObjectName("pairs-line")
        self._model = PairModel(portraits, self)
        self._list = RowList(self._model)
        self._list.setObjectName("pairs-list")
        self._list.setAccessibleName(self.tr("Possible duplicates"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setItemDelegate(PairRows(self._list))
        self._list.activated.connect(self._on_activated)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        head = QVBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE, 8)
        head.setSpacing(2)
        back = button(self.tr("‹ Back"), self.back_wanted.emit, "link", "pairs-back")
        back.setProperty("flush", "true")
        back.setAccessibleName(self.tr("Back"))
        head.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(Text(self.tr("Possible duplicates"), "title"))
        head.addWidget(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        keys = Text(self.tr("M merges, N keeps both, S skips"), "small")
        keys.setContentsMargins(SIDE, 10, SIDE, 12)
        column.addWidget(keys)

    @property
    def current(self) -> Pair | None:
        """The pair the list stands at."""
        return self._model.pair(self._model.row_of(self._current))

    @property
    def rows(self) -> QWidget:
        """What the keyboard stands on among the pairs."""
        return self._list

    def __len__(self) -> int:
        return self._model.rowCount()

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """All of them; the current one stays so, or gives way to the one in its place."""
        row = max(self._model.row_of(self._current), 0)
        self._model.show_rows(pairs)
        self._settle(row)

    def without(self, people: Collection[int], apart: Collection[Ids]) -> None:
        """Leaves out the pairs of people who are gone, and those that are said to be two."""
        row = max(self._model.row_of(self._current), 0)
        self._model.without(people, apart)
        self._settle(row)

    def without_pair(self, pair: Pair) -> None:
        """Leaves one pair out."""
        self.without((), {ids_of(pair)})

    def step(self) -> None:
        """Goes to the next pair, from the last one to the first."""
        row = self._model.row_of(self._current) + 1
        self._stand_at(row if row < len(self) else 0)
        self.current_changed.emit()

    def go_in(self) -> None:
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self, row: int) -> None:
        here = self._model.row_of(self._current)
        self._stand_at(here if here >= 0 else min(row, len(self) - 1))
        count = len(self)
        words = self.tr("1 pair") if count == 1 else self.tr("{count} pairs, the likeliest first")
        if count >= MOST_PAIRS:
            words = self.tr("The likeliest {count} pairs")
        self._line.setText(words.format(count=grouped(count)))

    def _stand_at(self, row: int) -> None:
        pair = self._model.pair(row)
        self._current = ids_of(pair) if pair is not None else NO_PAIR
        index = self._model.index(row)
        if index.isValid():
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)

    def _on_current(self, index: QModelIndex) -> None:
        pair = self._model.pair(index.row())
        if pair is not None and ids_of(pair) != self._current:
            self._current = ids_of(pair)
            self._rest.start()

    def _on_activated(self) -> None:
        self._rest.stop()
        self.current_changed.emit()
        self.entered.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight no pair is shown any more."""
        self._rest.stop()
        super().hideEvent(event)


class PairRows(TwoLines):
    """Rows with two round marks, the second over the first, and the reason in full."""

    BELOW = 2

    def _paint_left(self, painter: QPainter, area: QRect, index: Index) -> int:
        left = super()._paint_left(painter, area, index)
        mark = QRectF(left, area.center().y() - MARK / 2 + 0.5, MARK, MARK)
        initials = str(index.data(PairRole.INITIALS) or "")
        hue, portrait = str(index.data(PairRole.HUE) or "pine"), index.data(PairRole.PORTRAIT)
        paint_avatar(painter, mark, initials, hue, portrait)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("card"))
        painter.drawEllipse(mark.translated(BEHIND, 0).adjusted(-RING, -RING, RING, RING))
        return left + BEHIND
