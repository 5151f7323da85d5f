"""Reads a card as eyes do: line by line, from left to right."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from ui.widgets.text import LeadText
from ui.widgets.text_button import TextButton


def lines_on(card: QWidget) -> list[str]:
    """What a card says; what stands side by side is one line."""
    parts = [(label, label.text()) for label in card.findChildren(QLabel)]
    parts += [(lead, lead.text()) for lead in card.findChildren(LeadText)]
    parts += [(line, line.words()) for line in card.findChildren(TextButton)]
    parts += [(box, box.text()) for box in card.findChildren(QCheckBox)]
    seen = [
        (QRect(part.mapTo(card, part.rect().topLeft()), part.size()), words)
        for part, words in dict.fromkeys(parts)
        if part.isVisible() and words.strip()
    ]
    seen.sort(key=lambda one: (one[0].top(), one[0].left()))
    rows: list[list[tuple[QRect, str]]] = []
    for place, words in seen:
        if rows and _beside(rows[-1], place):
            rows[-1].append((place, words))
        else:
            rows.append([(place, words)])
    return [
        " · ".join(words for _, words in sorted(row, key=lambda one: one[0].left())) for row in rows
    ]


def _beside(row: list[tuple[QRect, str]], place: QRect) -> bool:
    """Whether something stands at the right of what is in a row already, not below it."""
    first = row[0][0]
    return place.top() < first.center().y() and all(
        place.left() >= one.right() or place.right() <= one.left() for one, _ in row
    )
