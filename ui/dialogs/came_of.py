"""What came of an introduction."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.domain.introductions import Introduction, Standing
from planner.domain.people import Person
from planner.journeys.introduce import come_of, remove_introduction
from ui import pair_wording
from ui.dialogs.form import FormDialog
from ui.session import Session
from ui.widgets.field import Field
from ui.widgets.growing_text import GrowingText
from ui.widgets.segments import Segments

HELPED, NOTHING = "helped", "nothing"


class CameOfDialog(FormDialog):
    """It helped, or nothing came of it, and a word on that."""

    def __init__(
        self,
        session: Session,
        introduction: Introduction,
        person: Person,
        other: Person,
        parent: QWidget | None = None,
    ) -> None:
        self._introduction = introduction
        super().__init__(session, "came-of-dialog", pair_wording.both(person, other), parent)
        self.setWindowTitle(self.tr("What came of it?"))
        choices = ((HELPED, self.tr("It helped")), (NOTHING, self.tr("Nothing came of it")))
        self.ask(Field("came-of", self.tr("What came of it?"), Segments("came-of", choices)))
        note = GrowingText(self.tr("for example took the unit on the corner"))
        self.ask(Field("came-of-note", self.tr("In a few words"), note))
        nothing = introduction.standing in (Standing.NOTHING, Standing.DECLINED)
        self.fields["came-of"].input.show_value(NOTHING if nothing else HELPED)
        self.fields["came-of-note"].input.show_value(introduction.note)
        self.offer_to_remove(self.tr("Remove"), self._on_remove)
        self.begin("came-of")

    def save(self) -> None:
        helped = self.answer("came-of") == HELPED
        label = self.tr("The introduction helped") if helped else self.tr("Noted what came of it")
        note, today = self.answer("came-of-note"), self.session.today()
        if self.walk(label, come_of, self._introduction.id, helped, note, today) is not None:
            self.close_kept(self._introduction.id)

    def _on_remove(self) -> None:
        label = self.tr("Introduction removed")
        if self.walk(label, remove_introduction, self._introduction.id) is not None:
            self.accept()
