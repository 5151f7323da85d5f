"""What was kept hold of: a line each, with a small way to take it back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.asks import Ask
from planner.domain.captures import Form
from planner.domain.debrief import Passed
from planner.domain.facts import Fact
from planner.domain.introductions import Introduction
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from ui import assets, day_wording, theme, wording
from ui.widgets.layouts import button
from ui.widgets.text import Text

translate = QCoreApplication.translate

ICON = 14  # pixels


class KeptRow(QWidget):
    """What was kept, and below it, small, what it is.

    Signals:
        removed(object): take back what `kept` is.
    """

    removed = Signal(object)

    def __init__(self, kept: object, words: str, below: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kept")
        self.kept = kept
        self.words = words
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addWidget(Text(words, "strong"))
        text.addWidget(Text(below, "small"))
        remove = button("", self._on_remove, "icon", "remove-kept")
        remove.setIcon(assets.icon("close", theme.current().soft, ICON))
        remove.setIconSize(QSize(ICON, ICON))
        remove.setToolTip(self.tr("Take it back"))
        remove.setAccessibleName(self.tr("Take back: {what}").format(what=words))
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addLayout(text, 1)
        inner.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)

    def _on_remove(self) -> None:
        self.removed.emit(self.kept)


def promise_row(promise: Promise, person: Person, today: date) -> KeptRow:
    """A promise, whose it is and by when."""
    return KeptRow(promise, promise.text, promised(promise, person, today))


def referral_row(referral: Referral, person: Person) -> KeptRow:
    """Business passed on, and which way."""
    words = translate("KeptRow", "Referral from {name}")
    if referral.given:
        words = translate("KeptRow", "Referral to {name}")
    return KeptRow(referral, referral.what, wording.with_name(words, person))


def introduction_row(one: Introduction, person: Person, others: Mapping[int, str]) -> KeptRow:
    """Who is brought together, and what it is about."""
    other = others.get(one.other if one.person == person.id else one.person, "")
    words = wording.with_name(translate("KeptRow", "{name} and {other}"), person, other=other)
    about = translate("KeptRow", "Introduction · {about}").format(about=one.why)
    return KeptRow(one, words, about if one.why else translate("KeptRow", "Introduction"))


def ask_row(ask: Ask, person: Person) -> KeptRow:
    """What is looked for, and by whom."""
    if ask.person is None:
        return KeptRow(ask, ask.text, translate("KeptRow", "You look for"))
    return KeptRow(
        ask, ask.text, wording.with_name(translate("KeptRow", "{name} looks for"), person)
    )


def passed_row(one: Passed, person: Person) -> KeptRow:
    """What was passed on, arranged or asked for in a 1-2-1 that is being noted."""
    if one.form is Form.REFERRAL:
        row = referral_row(Referral(given=one.mine, what=one.what), person)
    elif one.form is Form.ASK:
        row = ask_row(Ask(person=None if one.mine else person.id, text=one.what), person)
    else:
        words = translate("KeptRow", "{name} introduces you")
        if one.mine:
            words = translate("KeptRow", "You introduce {name}")
        told = wording.with_name(words, person)
        row = KeptRow(one, one.what, f"{told} · {one.why}" if one.why else told)
    row.kept = one
    return row


def fact_row(fact: Fact) -> KeptRow:
    """A fact and what it is about; a private one does not show what it says."""
    kind = wording.fact_kind(fact.kind)
    if fact.private:
        return KeptRow(fact, translate("KeptRow", "Kept, not shown here"), kind)
    return KeptRow(fact, fact.text, kind)


def promised(promise: Promise, person: Person, today: date) -> str:
    """Whose promise it is and by when: "you promised · by Friday"."""
    if promise.mine:
        whose = translate("KeptRow", "You promised")
    else:
        whose = wording.with_name(translate("KeptRow", "{name} promised"), person)
    if promise.due is None:
        return whose
    late = promise.days_late(today)
    if late > 0:
        days = translate("KeptRow", "{days} late").format(days=day_wording.span(late))
        return f"{whose} · {days}"
    when = day_wording.near_day(promise.due, today)
    return translate("KeptRow", "{who} · by {day}").format(who=whose, day=when)
