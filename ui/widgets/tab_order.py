"""The way Tab takes through a page whose parts are not made in the order they are read."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_as_laid_out(part: QWidget | QLayout) -> None:
    """Lets Tab go through a part of a page as it is read, whatever was made late included."""
    before: QWidget | None = None
    for now in focusable(part):
        if before is not None:
            QWidget.setTabOrder(before, now)
        before = now


def focusable(part: QWidget | QLayout) -> Iterator[QWidget]:
    """What can have the focus, in the order of the layouts."""
    if isinstance(part, QWidget) and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield part
    if isinstance(part, QScrollArea) and (inside := part.widget()) is not None:
        yield from focusable(inside)
    layout = part.layout()
    if layout is None:
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = (item.widget() or item.layout()) if item is not None else None
        if inner is not None:
            yield from focusable(inner)
