"""The keys of a debrief: to a card, and to the small forms the conversation has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from planner.domain.captures import Form
from ui.talk_keys import talk_keys
from ui.widgets.tab_order import focusable

FORMS = (Form.PROMISE, Form.REFERRAL, Form.INTRODUCTION, Form.ASK, Form.FACT)


def bind_keys(
    page: QWidget,
    cards: Sequence[QWidget],
    open_form: Callable[[Form], object],
    add_fact: Callable[[], object],
) -> None:
    """Alt with a digit goes to a card; what is kept hold of has the conversation's keys."""
    for number, card in enumerate(cards, start=1):
        QShortcut(QKeySequence(f"Alt+{number}"), page, partial(go_in, card))
    for key in talk_keys():
        if key.name not in FORMS:
            continue
        form = Form(key.name)
        act = add_fact if form is Form.FACT else partial(open_form, form)
        for keys in key.keys:
            QShortcut(QKeySequence(keys), page, act)
        press = page.findChild(QPushButton, f"debrief-{form}")
        if press is not None:
            press.setToolTip(key.native())


def go_in(card: QWidget) -> None:
    """Puts the keyboard on the first thing to fill in of a card that is in sight."""
    if not card.isVisible():
        return
    for part in focusable(card):
        if part.isEnabled() and part.isVisible():
            part.setFocus(Qt.FocusReason.TabFocusReason)
            return
