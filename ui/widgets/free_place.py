"""Where over a page something may lie without hiding what can be pressed or typed into."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QScrollArea, QWidget

STEP = 8  # pixels between two places that are tried
ASIDE = 96  # pixels between two that are tried beside each other
AIR = 4  # pixels that stay free around a control
FIXED = 100  # a control that stays where it is counts as many that can be scrolled away


def free_place(over: QWidget, wanted: QRect, lying: QWidget) -> QRect:
    """The place for `lying` over `over` that is nearest to `wanted` and covers no control.

    Tried from the foot upwards: in the middle, at the right, at the left, and between. Where every
    place covers something, it is the one from which most can be scrolled away.
    """
    controls = list(_controls(over, lying))
    best, least = wanted, -1
    for place in _places(over, wanted):
        with_air = place.adjusted(-AIR, -AIR, AIR, AIR)
        covered = sum(cost for area, cost in controls if area.intersects(with_air))
        if covered == 0:
            return place
        if least < 0 or covered < least:
            best, least = place, covered
    return best


def lies_free(over: QWidget, lying: QWidget) -> bool:
    """Whether `lying` covers no control where it lies now."""
    area = lying.geometry().adjusted(-AIR, -AIR, AIR, AIR)
    return not any(area.intersects(control) for control, _ in _controls(over, lying))


def _places(over: QWidget, wanted: QRect) -> Iterator[QRect]:
    side = over.height() - wanted.bottom()
    last = over.width() - wanted.width() - side
    across = dict.fromkeys((wanted.left(), last, side, *range(side, last, ASIDE)))
    for top in range(wanted.top(), side, -STEP):
        for left in across:
            yield QRect(left, top, wanted.width(), wanted.height())


def _controls(over: QWidget, lying: QWidget) -> Iterator[tuple[QRect, int]]:
    """Where each control is in sight, and how much it matters."""
    for part in over.findChildren(QWidget):
        if not part.isVisible() or part is lying or lying.isAncestorOf(part):
            continue
        by_key = part.focusPolicy() & Qt.FocusPolicy.TabFocus
        foot = part.property("look") == "foot"
        if not (isinstance(part, QAbstractButton) or by_key or foot):
            continue
        if isinstance(part, QScrollArea):
            continue  # what is in it counts
        rolls = isinstance(part, QAbstractItemView)
        area = QRect(part.mapTo(over, QPoint(0, 0)), part.size())
        around = part.parentWidget()
        while around is not None and around is not over:
            rolls = rolls or isinstance(around, QScrollArea)
            area &= QRect(around.mapTo(over, QPoint(0, 0)), around.size())
            around = around.parentWidget()
        if not area.isEmpty():
            yield area, 1 if rolls else FIXED
