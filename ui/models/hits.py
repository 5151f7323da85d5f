"""What a search found, as rows of a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.domain.changes import Kind
from planner.domain.people import Person
from planner.journeys.search_library import Hit
from ui import theme
from ui.portraits import Portraits
from ui.widgets.two_lines import Role


class HitModel(QAbstractListModel):
    """A row a hit: whose it is, the words around the match, and what kind of record it is."""

    def __init__(self, parent: QObject | None = None, portraits: Portraits | None = None) -> None:
        super().__init__(parent)
        self._portraits = portraits
        self._hits: list[Hit] = []

    def show(self, hits: Sequence[Hit]) -> None:
        self.beginResetModel()
        self._hits = list(hits)
        self.endResetModel()

    def hit(self, row: int) -> Hit:
        return self._hits[row]

    def _kind(self, kind: Kind) -> str:
        return {
            Kind.PERSON: "",
            Kind.FACT: self.tr("Known"),
            Kind.TOUCH: self.tr("Touch"),
            Kind.MEETING: self.tr("1-2-1"),
            Kind.ANSWER: self.tr("Conversation"),
            Kind.PROMISE: self.tr("Promise"),
            Kind.REFERRAL: self.tr("Referral"),
            Kind.ASK: self.tr("Ask"),
        }.get(kind, "")

    def _whose(self, hit: Hit) -> str:
        """Whom it is about; what the user looks for belongs to nobody."""
        own = hit.kind is Kind.ASK and not hit.person
        return self.tr("You") if own else hit.person_name or hit.title

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._hits)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._whose(hit)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (self._whose(hit), hit.snippet, self._kind(hit.kind))
            return ", ".join(part for part in told if part)
        if role == Role.SUBTITLE:
            return hit.snippet
        if role == Role.INITIALS:
            return Person(name=hit.person_name).initials
        if role == Role.HUE:
            return theme.hue_of(hit.person_name)
        if role == Role.PORTRAIT:
            return self._portraits.of(hit.person) if self._portraits else None
        if role == Role.ASIDE:
            return self._kind(hit.kind)
        return None
