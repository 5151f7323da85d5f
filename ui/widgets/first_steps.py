"""The three steps of a first start: who I am, my week, my people."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.country import grouped
from ui.file_dialogs import contact_files
from ui.widgets.columns import Columns
from ui.widgets.drop_area import DropArea
from ui.widgets.layouts import Card, Scrolled, button, row
from ui.widgets.me_fields import MeFields
from ui.widgets.text import LeadText, Text

WIDEST = 1000  # pixels of a step's middle
WHO = ("name", "email", "does", "for_whom", "ideal_referral")
WEEK = ("per_week", "zone", "week")


class Step(QWidget):
    """A title, a line below it, and two columns that scroll where the window is small.

    `asks` names the questions it holds; `one_by_one` those of them that Enter goes through
    before it goes on to the next step.
    """

    asks: tuple[str, ...] = ()
    one_by_one: tuple[str, ...] = ()

    def __init__(self, shares: tuple[int, int] = (3, 2), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._subtitle = Text("", "title"), Text("", "soft")
        self.columns = Columns(shares)
        middle = QWidget()
        middle.setMaximumWidth(WIDEST)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(12)
        column.addWidget(self.columns)
        column.addStretch(1)
        self._scrolled = Scrolled()
        across = row(gap=0)
        across.addStretch(0)
        across.addWidget(middle, 1)
        across.addStretch(0)
        self._scrolled.body.addLayout(across)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scrolled)

    def say(self, title: str, subtitle: str) -> None:
        """What the step is about."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)

    def begin(self) -> None:
        """Shows the step from its top, ready to be answered."""
        self._scrolled.verticalScrollBar().setValue(0)


class WhoStep(Step):
    """Who I am; or, beside it, a look around first.

    Signals:
        sample_wanted(): the user would rather look around with a sample network.
    """

    sample_wanted = Signal()
    asks = WHO
    one_by_one = WHO

    def __init__(self, fields: MeFields, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._first = fields["name"]
        self.say(
            self.tr("Good to meet you"),
            self.tr("Three short steps, none of them a must. All of it can be changed later."),
        )
        card = Card()
        for name in WHO:
            card.body.addWidget(fields[name])
            card.body.addSpacing(4)
        self.columns.first.addWidget(card)
        self.columns.first.addStretch(1)

        look = Card(self.tr("Only looking?"))
        look.body.addWidget(
            Text(
                self.tr(
                    "Thirty made-up people with a history show what Vis-à-vis does. "
                    "One press takes them away again."
                ),
                "soft",
            )
        )
        look.body.addSpacing(4)
        around = button(
            self.tr("Look around with a sample network"),
            self.sample_wanted.emit,
            name="look-around",
        )
        look.body.addLayout(row(around, None))
        own = Card(self.tr("Yours alone"))
        own.body.addWidget(
            Text(
                self.tr(
                    "What you note about people stays in one file on this computer. "
                    "Nothing is sent anywhere."
                ),
                "soft",
            )
        )
        self.columns.second.addWidget(look)
        self.columns.second.addWidget(own)
        self.columns.second.addStretch(1)

    def begin(self) -> None:
        super().begin()
        self._first.ask_again()


class WeekStep(Step):
    """How many 1-2-1s a week, and when."""

    asks = WEEK

    def __init__(self, fields: MeFields, parent: QWidget | None = None) -> None:
        super().__init__((1, 1), parent)
        self._first = fields["per_week"]
        self.say(
            self.tr("Your week"),
            self.tr("How many 1-2-1s you want, and the hours you have for them."),
        )
        many, hours = Card(), Card()
        many.body.addWidget(fields["per_week"])
        many.body.addSpacing(10)
        many.body.addWidget(fields["zone"])
        hours.body.addWidget(fields["week"])
        self.columns.first.addWidget(many)
        self.columns.first.addStretch(1)
        self.columns.second.addWidget(hours)
        self.columns.second.addStretch(1)

    def begin(self) -> None:
        super().begin()
        self._first.ask_again()


class PeopleStep(Step):
    """People brought in from files, or added by hand.

    Signals:
        files_wanted(list[str]): contact files were chosen or dropped.
        person_wanted(): the user would rather type somebody in.
    """

    files_wanted = Signal(list)
    person_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.say(
            self.tr("Your people"),
            self.tr("Bring in the contacts you have. You see them first and take what you like."),
        )
        self._choose = button(
            self.tr("Choose files…"), self._on_choose, look="primary", name="choose-files"
        )
        by_hand = button(
            self.tr("Add somebody by hand…"), self.person_wanted.emit, name="add-by-hand"
        )
        area = DropArea(self.tr("Drop contact files here"), self._choose, by_hand)
        area.dropped.connect(self.files_wanted)
        self._known = Text("", "accent")
        self._known.setObjectName("known")
        self._known.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.columns.first.addWidget(area, 1)
        self.columns.first.addWidget(self._known)

        sources = Card(self.tr("Where such a file comes from"))
        for name, way in self._ways():
            sources.body.addWidget(LeadText(name, way))
        self.columns.second.addWidget(sources)
        self.columns.second.addStretch(1)

    def show_count(self, count: int) -> None:
        """How many people the library knows by now; the way on is the main one then."""
        words = {0: "", 1: self.tr("One person is here.")}
        self._known.setText(
            words.get(count, self.tr("{count} people are here.").format(count=grouped(count)))
        )
        self._known.setVisible(bool(count))
        self._choose.setProperty("look", "" if count else "primary")
        self._choose.style().unpolish(self._choose)
        self._choose.style().polish(self._choose)

    def begin(self) -> None:
        super().begin()
        self._choose.setFocus()

    def _ways(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("iPhone:"),
                self.tr("Contacts, Lists, hold “All Contacts”, Export; send yourself the file."),
            ),
            (
                self.tr("Android:"),
                self.tr("Contacts, Organise (or Fix & manage), Export to file."),
            ),
            (
                self.tr("LinkedIn:"),
                self.tr(
                    "Settings, Data privacy, Get a copy of your data, Connections. The zip that "
                    "comes by e-mail can go in as it is."
                ),
            ),
            (
                self.tr("Google:"),
                self.tr("contacts.google.com, Export, Google CSV or vCard."),
            ),
            (
                self.tr("Mac, Outlook:"),
                self.tr("mark the people, then File, Export, as vCard or CSV."),
            ),
        )

    def _on_choose(self) -> None:
        files = contact_files(self)
        if files:
            self.files_wanted.emit(files)
