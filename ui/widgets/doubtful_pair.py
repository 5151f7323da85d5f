"""Somebody of a file beside whom they look like, and what the user says of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.domain.merging import Doubt, Gain
from planner.domain.people import Person
from planner.domain.phones import Forms
from ui import day_wording, likeness_wording
from ui.import_choice import Decision
from ui.import_portraits import ImportPortraits
from ui.import_wording import gains_words
from ui.link_wording import links
from ui.widgets.avatar import Avatar
from ui.widgets.layouts import Card, Scrolled, button, row
from ui.widgets.side_by_side import breakable
from ui.widgets.text import Pill, Text

VALUES = 3  # shown of each kind; the rest is counted
MARK = 56  # pixels of a picture
LABELS = 66  # pixels of the column of labels, at least


class DoubtfulPair(Card):
    """The two in two columns; what differs says so.

    Signals:
        decided(Decision): they are the same person, or somebody else.
    """

    decided = Signal(object)

    def __init__(self, pictures: ImportPortraits, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._pictures = pictures
        self.setObjectName("doubtful-pair")
        self.setAccessibleName(self.tr("The two side by side"))
        self._place = Text("", "caps", wrap=False)
        self._place.setObjectName("doubtful-place")
        self._reason = Text("", "heading")
        self._reason.setObjectName("doubtful-reason")
        self._scrolled = Scrolled()
        self._scrolled.body.setContentsMargins(0, 0, 6, 0)
        self._scrolled.setProperty("look", "read")
        self._scrolled.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # for the arrow keys to scroll it
        self._scrolled.setAccessibleName(self.tr("The two side by side"))
        self._around = QVBoxLayout()
        self._scrolled.body.addLayout(self._around)
        self._scrolled.body.addStretch(1)
        self._grid: QWidget | None = None
        self._words = Text("", "small")
        self._words.setObjectName("doubtful-words")
        self._same = button(self.tr("Same person (M)"), self._on_same, name="same-person")
        self._different = button(
            self.tr("Somebody else (N)"), self._on_different, name="somebody-else"
        )
        for choice in (self._same, self._different):
            choice.setCheckable(True)
            choice.setAutoDefault(False)  # in a field Enter is for the main button
        for part in (self._place, self._reason):
            self.body.addWidget(part)
        self.body.addWidget(self._scrolled, 1)
        self.body.addWidget(self._words)
        self.body.addLayout(row(self._same, self._different, None))

    def show_doubt(
        self,
        doubt: Doubt,
        decision: Decision,
        gains: Sequence[Gain],
        forms: Callable[[str], Forms],
    ) -> None:
        """Shows one pair with what was decided of it; `gains` are what it would bring them."""
        if self._grid is not None:
            self._around.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = self._side_by_side(doubt, forms)
        self._around.addWidget(self._grid)
        self._reason.setText(likeness_wording.reason(doubt.reason))
        self._same.setChecked(decision is Decision.SAME)
        self._different.setChecked(decision is Decision.DIFFERENT)
        told = gains_words(gains, forms)
        self._words.setText(self._what_follows(doubt.like.name, decision, told))

    def show_place(self, number: int, of: int, undecided: int) -> None:
        """Says which of how many this is."""
        words = self.tr("{number} of {of} · {undecided} undecided")
        if not undecided:
            words = self.tr("{number} of {of} · all decided")
        self._place.setText(
            words.format(number=f"{number:,}", of=f"{of:,}", undecided=f"{undecided:,}")
        )

    def _what_follows(self, name: str, decision: Decision, gained: str) -> str:
        if decision is Decision.SAME and not gained:
            return self.tr("You know all of it already: nothing changes.")
        if decision is Decision.SAME:
            words = self.tr("{name} gains {gained}. Nothing you know is replaced.")
            return words.format(name=name, gained=gained)
        if decision is Decision.DIFFERENT:
            words = self.tr("Comes in as somebody new, and is never taken for {name} again.")
            return words.format(name=name)
        return self.tr("Undecided: comes in as somebody new. Possible duplicates will ask again.")

    def _side_by_side(self, doubt: Doubt, forms: Callable[[str], Forms]) -> QWidget:
        new, known = doubt.entry.person, doubt.like
        made = QWidget()
        made.setProperty("look", "scrolled")
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, LABELS)
        for column in (1, 2):
            grid.setColumnStretch(column, 1)
        grid.addWidget(Text(self.tr("IN THE FILE"), "caps", wrap=False), 0, 1)
        grid.addWidget(Text(self.tr("YOU KNOW"), "caps", wrap=False), 0, 2)
        top = Qt.AlignmentFlag.AlignTop
        right_top = top | Qt.AlignmentFlag.AlignRight
        pictures = (self._pictures.of(doubt.entry), self._pictures.of_known(known.id))
        if any(pictures):
            at_left = Qt.AlignmentFlag.AlignLeft  # else the column is as narrow as they are
            for column, (person, picture) in enumerate(zip((new, known), pictures, strict=True), 1):
                grid.addWidget(Avatar(person, MARK, picture), 1, column, at_left)
        for line, (label, left, right, more) in enumerate(self._rows(new, known, forms), 2):
            grid.addWidget(Text(label, "soft", wrap=False), line, 0, top)
            grid.addWidget(_value(left), line, 1, top)
            grid.addWidget(_value(right), line, 2, top)
            if left and left != right:
                adds = more or not right  # nobody has two companies, many have two numbers
                says = self.tr("new") if adds else self.tr("differs")
                grid.addWidget(Pill(says, "blue" if adds else "gold"), line, 3, right_top)
        return made

    def _rows(
        self, new: Person, known: Person, forms: Callable[[str], Forms]
    ) -> list[tuple[str, str, str, bool]]:
        """What either of them has, told as on a person's page; True: one can have several."""
        phones = [[forms(phone).shown for phone in one.phones] for one in (new, known)]
        single = (
            (self.tr("Name"), new.name, known.name),
            (self.tr("Company"), new.company, known.company),
            (self.tr("Role"), new.role, known.role),
            (self.tr("City"), new.city, known.city),
        )
        several = (
            (self.tr("E-mail"), self._some(new.emails), self._some(known.emails)),
            (self.tr("Phone"), self._some(phones[0]), self._some(phones[1])),
            (self.tr("Links"), self._some(links(new)), self._some(links(known))),
        )
        told = [(*line, False) for line in single] + [(*line, True) for line in several]
        told.append((self.tr("Birthday"), _birthday(new), _birthday(known), False))
        return [line for line in told if line[1] or line[2]]

    def _some(self, values: Sequence[str]) -> str:
        shown = list(values[:VALUES])
        if (more := len(values) - VALUES) > 0:
            shown.append(self.tr("and {count} more").format(count=more))
        return "\n".join(shown)

    def _on_same(self) -> None:
        self.decided.emit(Decision.SAME)

    def _on_different(self) -> None:
        self.decided.emit(Decision.DIFFERENT)


def _birthday(person: Person) -> str:
    return day_wording.birthday(person.birthday) if person.birthday else ""


def _value(words: str) -> Text:
    """Text that leaves the width of its column to the column, so that both are alike."""
    made = Text(breakable(words) or "–", "" if words else "soft")
    made.setSizePolicy(QSizePolicy.Policy.Ignored, made.sizePolicy().verticalPolicy())
    return made
