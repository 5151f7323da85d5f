"""What can be done with a plan: calendar files, the message, the cheat-sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.layouts import Card, Flow, button, dress
from ui.widgets.said_line import SaidLine


class PlanActions(Card):
    """The buttons, one of them primary, and below them (`said`) what was done or is missing.

    Signals:
        acted(str): the button of this name was pressed.
    """

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("plan-actions")
        self._change = self._button("change", "")
        self._save = self._button("save-calendar", self.tr("Save to calendar (.ics)"))
        self._plan = self._button("plan-it", self.tr("Plan it"))
        self._invite = self._button("save-invitation", self.tr("Invitation (.ics)"))
        self._copy = self._button("copy-message", self.tr("Copy message"))
        self._prepare = self._button("prepare", self.tr("Prepare"), "quiet")
        self._sheet = self._button("sheet", self.tr("Print cheat-sheet"), "quiet")
        self._mail = self._button("mail", self.tr("Send with my mail program"), "quiet")
        self.said = SaidLine("plan")
        self._lay_out()
        self.show_state(planned=False, change="")

    def show_state(self, *, planned: bool, change: str, answer: bool = False) -> None:
        """What is to be done next: plan it, keep the `change` of that name, or give it out.

        `answer`: they invited the user, who answers with a file.
        """
        self._invite.setText(self.tr("Answer (.ics)") if answer else self.tr("Invitation (.ics)"))
        self._change.setText(change)
        self._change.setVisible(bool(change))
        self._plan.setVisible(not planned)
        self._prepare.setVisible(planned and not change)
        dress(self._change, "primary")
        dress(self._save, "" if change else "primary")

    def focus_here(self) -> None:
        """Puts the keyboard on the primary button."""
        primary = self._save if self._change.isHidden() else self._change
        primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, name: str, words: str, look: str = "") -> QPushButton:
        made = button(words, self._on_pressed, look, name)
        made.setProperty("look", look)
        return made

    def _on_pressed(self) -> None:
        pressed = self.sender()
        if pressed is not None:
            self.acted.emit(pressed.objectName())

    def _lay_out(self) -> None:
        for parts in (
            (self._change, self._save, self._plan),
            (self._invite, self._copy),
            (self._prepare, self._sheet, self._mail),
        ):
            flow = Flow(gap=8)
            for part in parts:
                flow.addWidget(part)
            self.body.addLayout(flow)
        self.body.addWidget(self.said)
