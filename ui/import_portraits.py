"""Pictures that contact files bring, unpacked when they come in sight."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from planner.domain.merging import Entry

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ui.portraits import Portraits

AT_HAND = 100  # pictures kept ready; a list shows fifteen at once


class ImportPortraits:
    """The picture of somebody in a file; of somebody known who has one, theirs."""

    def __init__(self, portraits: Portraits) -> None:
        self._portraits = portraits
        self._ready: OrderedDict[bytes, QImage] = OrderedDict()

    def of(self, entry: Entry) -> QImage | None:
        """Who comes in, or gains something, as they will be seen."""
        if entry.known is not None and (theirs := self.of_known(entry.known.id)) is not None:
            return theirs
        read = (self._read(card.photo) for card in entry.cards if card.photo)
        return next((image for image in read if not image.isNull()), None)

    def of_known(self, person: int) -> QImage | None:
        """Somebody in the library."""
        return self._portraits.of(person)

    def _read(self, photo: bytes) -> QImage:
        from ui.photos import shown

        if photo not in self._ready:
            self._ready[photo] = shown(photo)
            if len(self._ready) > AT_HAND:
                self._ready.popitem(last=False)
        self._ready.move_to_end(photo)
        return self._ready[photo]

    def forget(self) -> None:
        """Lets go of all that was read."""
        self._ready.clear()
