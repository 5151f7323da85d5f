"""A group's name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.domain.groups import Group
from planner.journeys.keep_events import remove_group, rename_group
from ui.background import beside
from ui.dialogs.form import FormDialog
from ui.session import Session
from ui.widgets.field import Field
from ui.widgets.inputs import LineInput
from ui.widgets.text import Text

MANY = 200  # people of a group or event; with more, each change of it is made beside the window


class GroupDialog(FormDialog):
    """Calls a group something else, joins it with another of the name, or removes it.

    `people` are how many were met there. Raises NotFound when the group was removed meanwhile.
    """

    def __init__(
        self, session: Session, group_id: int, people: int, parent: QWidget | None = None
    ) -> None:
        self._group = session.store.groups.get(group_id)
        self._many = people > MANY
        super().__init__(session, "group-dialog", self._group.name, parent)
        self.setWindowTitle(self.tr("Group"))
        name = LineInput()
        name.show_value(self._group.name)
        name.textChanged.connect(self._on_typed)
        self.ask(Field("group-name", self.tr("Name"), name))
        self._joins = Text("", "small")
        self._joins.setObjectName("group-joins")
        self._joins.hide()
        self.questions.addWidget(self._joins)
        self.offer_to_remove(self.tr("Remove this group"), self._on_remove)
        self.begin("group-name")
        name.selectAll()

    def save(self) -> None:
        name = self.answer("group-name")
        if name == self._group.name:
            self.accept()
            return
        if (other := self._other(name)) is not None:
            label = self.tr("{group} joined with {other}").format(
                group=self._group.name, other=other.name
            )
        else:
            label = self.tr("{group} renamed").format(group=self._group.name)
        rename = beside(rename_group) if self._many else rename_group
        kept = self.walk(label, rename, self._group.id, name)
        if kept is not None:
            self.close_kept(self._group.id)

    def _other(self, name: str) -> Group | None:
        other = self.session.store.groups.named(name) if name.strip() else None
        return other if other is not None and other.id != self._group.id else None

    def _on_typed(self, name: str) -> None:
        """Says beforehand what a name that another group has means."""
        other = self._other(name)
        if other is not None:
            words = self.tr("{group} is there already: saving puts both together.")
            self._joins.setText(words.format(group=other.name))
        self._joins.setVisible(other is not None)

    def _on_remove(self) -> None:
        label = self.tr("{group} removed").format(group=self._group.name)
        remove = beside(remove_group) if self._many else remove_group
        if self.walk(label, remove, self._group.id) is not None:
            self.accept()
