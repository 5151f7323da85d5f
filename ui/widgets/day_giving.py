"""What is given out of a 1-2-1 day: each message, all invitations, the user's own calendar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.journeys.plan_meeting import edit_details
from planner.journeys.write_to_guest import letter
from ui import day_wording, plan_wording, theme
from ui.mail import hand_over
from ui.session import Session
from ui.widgets.layouts import Flow, Scrolled, button
from ui.widgets.letter_field import LetterField
from ui.widgets.row_list import RowList
from ui.widgets.text import ElidedText
from ui.widgets.two_lines import Role

LIST_WIDTH = 320  # pixels, at the normal text size
LINE = 16  # pixels a line is high at that size


class DayGiving(QWidget):
    """The 1-2-1s at the left; at the right the message to the one chosen, to edit and copy.

    Signals:
        said(str): what was done, in words.
    """

    said = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meetings: tuple[Meeting, ...] = ()
        self._people: dict[int, Person] = {}
        self._given: dict[int, str] = {}  # what was done with each, by the 1-2-1's id
        self._shown = 0  # the 1-2-1 whose message stands in the field
        self._model = QStandardItemModel(self)
        self._list = RowList(self._model)
        self._list.setObjectName("day-planned")
        self._list.setProperty("look", "framed")
        self._list.setAccessibleName(self.tr("The 1-2-1s that are planned"))
        self._list.setSelectionMode(RowList.SelectionMode.SingleSelection)
        self._list.setFixedWidth(LIST_WIDTH * self.fontMetrics().height() // LINE)
        self._list.activated.connect(self._on_copy)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._head = ElidedText("", "heading")
        self._head.setObjectName("day-message-to")
        self._message = LetterField()
        self._message.setObjectName("day-message")
        self._message.finished.connect(self._keep)
        self._copy = button(self.tr("Copy message"), self._on_copy, "primary", "copy-message")
        self._mail = button(self.tr("Send with my mail program"), self._on_mail, name="mail")
        for part in (self._copy, self._mail):
            part.setAutoDefault(False)
        acts = Flow(gap=8)
        acts.addWidget(self._copy)
        acts.addWidget(self._mail)
        scrolled = Scrolled()
        right = scrolled.body
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(10)
        right.addWidget(self._head)
        right.addWidget(self._message)
        right.addLayout(acts)
        right.addStretch(1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(self._list)
        across.addWidget(scrolled, 1)

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        return self._meetings

    @property
    def people(self) -> dict[int, Person]:
        return self._people

    def show_meetings(self, meetings: Sequence[Meeting]) -> None:
        """Shows what was planned, as it is kept now."""
        chosen = self._shown
        self._meetings = tuple(meetings)
        people = self._session.store.people.some({one.person for one in meetings})
        self._people = people
        self._model.clear()
        for one in self._meetings:
            person = people[one.person]
            item = QStandardItem(person.name)
            item.setEditable(False)
            item.setData(person.initials, Role.INITIALS)
            item.setData(theme.hue_of(person.name), Role.HUE)
            item.setData(self._session.portraits.of(person.id), Role.PORTRAIT)
            self._model.appendRow(item)
        self._tell()
        ids = [one.id for one in self._meetings]
        if ids:
            at = ids.index(chosen) if chosen in ids else 0
            self._list.setCurrentIndex(self._model.index(at, 0))
            self._show(at)

    def go_in(self) -> None:
        self._list.setFocus()

    def note(self, meeting: int, words: str) -> None:
        """What was done for one of them, to be read in its row."""
        self._given[meeting] = words
        self._tell()

    def keep(self) -> None:
        """Keeps a message that is being typed."""
        self._keep()

    def _tell(self) -> None:
        today = self._session.today()
        for at, one in enumerate(self._meetings):
            when = day_wording.moment(one.starts, today)
            told = (when[:1].upper() + when[1:], self._given.get(one.id, ""))
            words = " · ".join(part for part in told if part)
            item = self._model.item(at)
            item.setData(words, Role.SUBTITLE)
            item.setData(f"{item.text()}, {words}", Qt.ItemDataRole.AccessibleTextRole)

    def _show(self, at: int) -> None:
        one = self._meetings[at]
        self._shown = one.id
        name = self._people[one.person].name
        self._head.set_whole(self.tr("Message to {name}").format(name=name))
        self._message.setAccessibleName(self._head.whole())
        self._message.show_value(one.invitation)
        self._mail.setEnabled(bool(self._people[one.person].emails))

    def _one(self) -> Meeting | None:
        return next((one for one in self._meetings if one.id == self._shown), None)

    def _keep(self) -> None:
        one, text = self._one(), self._message.value()
        if one is None or text == one.invitation:
            return
        label = self.tr("Message to {name} changed").format(
            name=plan_wording.called(self._people[one.person])
        )
        kept = self._session.do(label, edit_details, one.id, self._session.now(), invitation=text)
        if isinstance(kept, Meeting):
            self._meetings = tuple(kept if each.id == kept.id else each for each in self._meetings)

    def _on_current(self, now: QModelIndex) -> None:
        if now.isValid() and now.row() < len(self._meetings):
            self._keep()
            self._show(now.row())

    def _on_copy(self) -> None:
        self._keep()
        if (one := self._one()) is None:
            return
        QGuiApplication.clipboard().setText(self._message.value())
        self.note(one.id, self.tr("message copied"))
        words = self.tr("The message to {name} is copied.")
        self.said.emit(words.format(name=self._people[one.person].name))

    def _on_mail(self) -> None:
        self._keep()
        if (one := self._one()) is None:
            return
        person = self._people[one.person]
        subject = self.tr("1-2-1 on {day}").format(day=day_wording.long_day(one.starts.date()))
        mail = letter(person, subject, self._message.value())
        if mail is None:
            words = self.tr("{name} has no e-mail address here. Copy the message instead.")
            self.said.emit(words.format(name=person.name))
            return
        handed = hand_over(mail, self._message.value())
        self.note(one.id, self.tr("in the mail program") if handed.opened else "")
        self.said.emit(handed.words)
