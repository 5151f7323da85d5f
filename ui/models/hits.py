"""What a search found, as rows of a list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt

from planner.domain.changes import Kind
from planner.domain.people import Person
from planner.journeys.search_library import Hit
from ui import theme
from ui.models.rows import RowModel
from ui.portraits import Portraits
from ui.widgets.two_lines import Role


class HitModel(RowModel[Hit]):
    """A row a hit: whose it is, the words around the match, and what kind of record it is."""

    def __init__(self, parent: QObject | None = None, portraits: Portraits | None = None) -> None:
        super().__init__(parent)
        self._portraits = portraits

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
            Kind.CONVERSATION: self.tr("Prepare"),
        }.get(kind, "")

    def _whose(self, hit: Hit) -> str:
        """Whom it is about; what the user looks for belongs to nobody."""
        own = hit.kind is Kind.ASK and not hit.person
        return self.tr("You") if own else hit.person_name or hit.title

    def cell(self, hit: Hit, role: int) -> Any:
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
