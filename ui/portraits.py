"""People's pictures at hand for the window: read when first shown, forgotten when they change."""

from __future__ import annotations

import logging
from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.domain.changes import Change, Kind
from planner.errors import PlannerError

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from planner.storage.store import Store

log = logging.getLogger(__name__)

AT_HAND = 200  # pictures kept ready, about 30 MB; a list shows twenty at once


class Portraits(QObject):
    """Whoever has a picture is known by id at once; the picture itself is read when asked for.

    Signals:
        changed(): somebody's picture is another one, or gone.
    """

    changed = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._owners: frozenset[int] | None = None
        self._ready: OrderedDict[int, QImage] = OrderedDict()

    def of(self, person_id: int) -> QImage | None:
        """Somebody's picture, a square; None when they have none."""
        from planner.journeys.keep_photo import pictured

        try:
            if self._owners is None:
                self._owners = pictured(self._store)
            if person_id not in self._owners:
                return None
            if person_id not in self._ready:
                self._ready[person_id] = self._read(person_id)
                if len(self._ready) > AT_HAND:
                    self._ready.popitem(last=False)
        except PlannerError as refusal:  # asked for while a list is painted: initials then
            log.info("a picture could not be read: %s", refusal)
            return None
        self._ready.move_to_end(person_id)
        image = self._ready[person_id]
        return None if image.isNull() else image

    def follow(self, change: Change) -> None:
        """Forgets what a change has made old."""
        if Kind.PHOTO in change.kinds:
            self.forget()

    def forget(self) -> None:
        """Everything is read anew when next asked for."""
        self._owners = None
        self._ready.clear()
        self.changed.emit()

    def _read(self, person_id: int) -> QImage:
        from planner.journeys.keep_photo import photo_of
        from ui.photos import shown

        return shown(photo_of(self._store, person_id))
