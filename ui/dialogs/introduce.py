"""Introduces two people: asks each of them first, then puts them in touch."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planner.domain.introduction_letters import why_in_words
from planner.domain.introductions import Introduction, Step, next_step
from planner.domain.pairs import Pair
from planner.domain.people import Person
from planner.journeys.introduce import ask, draft, make, remove_introduction, start
from planner.journeys.write_to_guest import letter, letter_to_both
from ui import pair_wording
from ui.dialogs.long_form import FRAME
from ui.mail import hand_over
from ui.session import Session
from ui.widgets.columns import Columns
from ui.widgets.introduction_letter import IntroductionLetter
from ui.widgets.layouts import Scrolled, button, dress, row
from ui.widgets.text import Text

SIZE = (860, 540)  # pixels
MARGIN = 22  # pixels
LEAST = 300  # pixels of a message beside the other, at the normal text size


class IntroduceDialog(QDialog):
    """While somebody is still to be asked, a message to each; once both said yes, one to both.

    What is copied or given to the mail program counts as asked, as a message that lies in the
    clipboard is about to be sent; undo takes it back.
    """

    def __init__(
        self,
        session: Session,
        person: Person,
        other: Person,
        pair: Pair | None = None,
        introduction: Introduction | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._person, self._other = person, other
        self._why = why_in_words(pair) if pair is not None else ""
        self._introduction = introduction
        self.setObjectName("introduce-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Introduce"))
        self.resize(*SIZE)
        drafts = draft(session.store, person.id, other.id, pair)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, MARGIN - 4)
        self._scrolled = scrolled = Scrolled(self)
        scrolled.body.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, 0)
        title = Text(pair_wording.both(person, other), "name")
        title.setObjectName("introduce-title")
        scrolled.body.addWidget(title)
        made = introduction is not None and next_step(introduction) is Step.INTRODUCE
        self._said = Text("", "accent")
        self._said.setObjectName("introduce-said")
        self._letters: dict[int, IntroductionLetter] = {}
        if made:
            scrolled.body.addWidget(Text(self._how_made(), "soft"))
            self._both = IntroductionLetter("to-both", self.tr("To both"), drafts.to_both)
            self._both.be_next(True)
            self._both.mail_wanted.connect(self._on_mail_both)
            self._both.copied.connect(self._on_copied_both)
            self._both.done_wanted.connect(self._on_made)
            self._both.call_done(self.tr("They are introduced"))
            scrolled.body.addWidget(self._both)
        else:
            scrolled.body.addWidget(Text(self._how_asked(), "soft"))
            columns = Columns((1, 1), least=LEAST)
            columns.first.addWidget(self._letter(person, drafts.to_person), 1)
            columns.second.addWidget(self._letter(other, drafts.to_other), 1)
            scrolled.body.addWidget(columns)
        scrolled.body.addStretch(1)
        whole.addWidget(scrolled, 1)
        self._close = close = button(self.tr("Close"), self.reject, name="close")
        close.setAutoDefault(False)
        foot = row(self._said, close)
        foot.setStretch(0, 1)
        foot.setContentsMargins(MARGIN, 0, MARGIN, 0)
        if introduction is not None:
            stop = button(self.tr("Remove"), self._on_remove, "quiet", "remove")
            stop.setAutoDefault(False)
            foot.insertWidget(0, stop)
        whole.addLayout(foot)
        self._tell()

    def _how_asked(self) -> str:
        return self.tr(
            "Ask each of them first, one by one. What you copy or send here is noted as asked; "
            "their answers you note in Follow-ups."
        )

    def _how_made(self) -> str:
        return self.tr("Both said yes: put them in touch, and leave the rest to them.")

    def _letter(self, to: Person, text: str) -> IntroductionLetter:
        name = "to-person" if to.id == self._person.id else "to-other"
        made = IntroductionLetter(name, self.tr("To {name}").format(name=to.name), text)
        made.call_done(self.tr("Asked another way"))
        mails, done, copied = (
            (self._on_mail_person, self._on_asked_person, self._on_copied_person)
            if to.id == self._person.id
            else (self._on_mail_other, self._on_asked_other, self._on_copied_other)
        )
        made.mail_wanted.connect(mails)
        made.done_wanted.connect(done)
        made.copied.connect(copied)
        self._letters[to.id] = made
        return made

    def _tell(self) -> None:
        """How far it is with each; whoever is not asked yet is the next."""
        one = self._introduction
        waiting = [id for id in self._letters if one is None or not one.asked(id)]
        dress(self._close, "primary" if self._letters and not waiting else "")
        for id, shown in self._letters.items():
            shown.be_next(id in waiting[:1])
            shown.tell(
                self.tr("Said yes")
                if one is not None and one.agreed(id)
                else self.tr("Asked")
                if one is not None and one.asked(id)
                else ""
            )

    def _on_mail_person(self) -> None:
        self._mail(self._person)

    def _on_mail_other(self) -> None:
        self._mail(self._other)

    def _on_asked_person(self) -> None:
        self._asked(self._person)

    def _on_asked_other(self) -> None:
        self._asked(self._other)

    def _on_copied_person(self) -> None:
        self._copied(self._person)

    def _on_copied_other(self) -> None:
        self._copied(self._other)

    def _mail(self, to: Person) -> None:
        text = self._letters[to.id].value()
        mail = letter(to, self.tr("An introduction?"), text)
        if mail is None:
            words = self.tr("{name} has no e-mail address here. Copy the message instead.")
            self._said.setText(words.format(name=to.name))
            return
        told = hand_over(mail, text).words
        if self._asked(to):
            self._said.setText(told)

    def _copied(self, to: Person) -> None:
        if self._asked(to):
            self._said.setText(self.tr("The message to {name} is copied.").format(name=to.name))

    def _asked(self, to: Person) -> bool:
        """Notes that somebody was asked; False when that could not be kept."""
        there = self._other if to.id == self._person.id else self._person
        label = self.tr("Asked {name} about {other}").format(name=to.name, other=there.name)
        do, today = self._session.do, self._session.today()
        if self._introduction is None:
            who = (self._person.id, self._other.id)
            began = do(label, start, *who, self._why, (to.id,), today)
            if isinstance(began, Introduction):
                self._introduction = began
                self._tell()
            return isinstance(began, Introduction)
        id = self._introduction.id
        if do(label, ask, id, to.id, today) is None:
            return False
        self._introduction = self._session.store.introductions.get(id)
        self._tell()
        return True

    def _on_mail_both(self) -> None:
        text = self._both.value()
        subject = self.tr("{one}, meet {other}").format(
            one=self._person.first_name, other=self._other.first_name
        )
        mail = letter_to_both(self._person, self._other, subject, text)
        if mail is None:
            words = self.tr("One of the two has no e-mail address here. Copy the message instead.")
            self._said.setText(words)
            return
        self._said.setText(hand_over(mail, text).words)

    def _on_copied_both(self) -> None:
        self._said.setText(self.tr("The message to both is copied."))

    def _on_made(self) -> None:
        label = self.tr("{both} are introduced")
        label = label.format(both=pair_wording.both(self._person, self._other))
        assert self._introduction is not None
        id = self._introduction.id
        if self._session.do(label, make, id, self._session.today()) is not None:
            self.accept()

    def _on_remove(self) -> None:
        assert self._introduction is not None
        label = self.tr("Introduction removed")
        if self._session.do(label, remove_introduction, self._introduction.id) is not None:
            self.accept()

    def _fit(self) -> None:
        """As high as the messages need, as far as the screen has room."""
        around = self.height() - self._scrolled.height()
        needed = self._scrolled.body.totalHeightForWidth(self._scrolled.viewport().width())
        room = self.screen().availableGeometry().height() - FRAME
        self.resize(self.width(), max(self.height(), min(around + needed, room)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._fit)  # once the messages know how high they are
