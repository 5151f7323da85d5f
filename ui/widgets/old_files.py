"""Calendars that lack an answer or show an earlier time, each with the file that puts it right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.first_names import given_name
from planner.domain.meetings import State
from planner.domain.people import Person
from planner.journeys.given_files import Given
from ui.widgets.layouts import clear
from ui.widgets.text_button import TextButton


class OldFiles(QWidget):
    """A line for the guest's calendar and one for the user's own; nothing while both are right.

    Signals:
        wanted(bool): write that file again; True for the guest's.
    """

    wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("old-files")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self.hide()

    def show_given(
        self, given: Given, person: Person, state: State, *, answered: bool = False
    ) -> None:
        """Shows what is out of date; `answered`: they invited the user, and had an answer."""
        clear(self._lines)
        name = given_name(person.name) or self.tr("Your guest")
        off = state is State.CANCELLED
        if given.unanswered:
            words = self.tr("{name} does not know your answer yet.")
            link = self.tr("Save the answer…")
            self._add(words.format(name=name), link, "old-invitation", self._on_theirs)
        elif given.theirs_old and answered:
            words = self.tr("{name} has an answer that no longer holds.")
            link = self.tr("Save the new answer…")
            self._add(words.format(name=name), link, "old-invitation", self._on_theirs)
        elif given.theirs_old:
            words = (
                self.tr("{name} was invited and does not know yet that it is called off.")
                if off
                else self.tr("{name} has the invitation as it was before.")
            )
            link = self.tr("Save the cancellation…") if off else self.tr("Save the updated one…")
            self._add(words.format(name=name), link, "old-invitation", self._on_theirs)
        if given.mine_old:
            words = (
                self.tr("Your calendar still shows it.")
                if off
                else self.tr("Your calendar shows it as it was before.")
            )
            link = self.tr("Save what takes it out…") if off else self.tr("Save it again…")
            self._add(words, link, "old-calendar", self._on_mine)
        self.setVisible(self._lines.count() > 0)

    def _add(self, words: str, link: str, name: str, pressed: object) -> None:
        made = TextButton(words, "ember_text", link=link, name=name)
        made.clicked.connect(pressed)
        self._lines.addWidget(made)

    def _on_theirs(self) -> None:
        self.wanted.emit(True)

    def _on_mine(self) -> None:
        self.wanted.emit(False)
