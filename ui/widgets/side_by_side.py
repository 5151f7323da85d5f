"""Two people side by side: what differs is chosen, all else is kept of both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from planner.domain.joining import Detail
from planner.domain.people import Person
from planner.journeys.two_people import TwoPeople
from ui import wording
from ui.link_wording import links
from ui.merge_wording import detail_value, in_figures, nothing_here, what_is_chosen
from ui.portraits import Portraits
from ui.widgets.avatar import Avatar
from ui.widgets.choice import Choice
from ui.widgets.layouts import Card, line
from ui.widgets.text import BREAK, Text
from ui.widgets.text_button import TextButton

MARK = 36  # pixels of the round mark
LABELS = 72  # pixels of the column of labels, at least
LEFT, RIGHT = 1, 2  # columns of the grid
# Addresses are longer than their column may be wide: after a mark, or after twenty-four letters.
_WHERE_IT_MAY_BREAK = re.compile(r"[@./_-]+(?=\w)|\w{24}(?=\w)")


class SideBySide(Card):
    """A row for each detail and kind of address; the arrow keys go between two choices.

    Signals:
        chosen(): another detail is to stay.
        person_wanted(int): one of the two was pressed.
    """

    chosen = Signal()
    person_wanted = Signal(int)

    def __init__(self, two: TwoPeople, portraits: Portraits) -> None:
        super().__init__()
        self.setObjectName("side-by-side")
        self.setAccessibleName(self.tr("The two side by side"))
        self._two = two
        self._portraits = portraits
        self._names: list[QWidget] = []
        self._groups: dict[Detail, QButtonGroup] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, LABELS)
        for column in (LEFT, RIGHT):
            self._grid.setColumnStretch(column, 1)
        self._row = 0
        self._heads(two.keep, two.gone)
        self._choices()
        self._kept_of_both()
        self._between()
        self.body.addLayout(self._grid)

    def of_gone(self) -> frozenset[Detail]:
        """The details that are taken from the one at the right."""
        taken = {detail for detail, group in self._groups.items() if group.checkedId() == RIGHT}
        return frozenset(taken)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in the order they are read: the names, then each choice."""
        return [*self._names, *(one for each in self._groups.values() for one in each.buttons())]

    def go_in(self) -> bool:
        """Puts the keyboard on the first choice; False where there is none."""
        for group in self._groups.values():
            chosen = group.checkedButton()
            if chosen is not None:
                chosen.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _heads(self, keep: Person, gone: Person) -> None:
        for column, person in ((LEFT, keep), (RIGHT, gone)):
            opens = TextButton(person.name, name=f"open-{column}")  # a long name wraps
            opens.setProperty("look", "name")
            opens.setProperty("person", person.id)
            opens.clicked.connect(self._on_person)
            self._names.append(opens)
            head = QWidget()
            head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            across = QHBoxLayout(head)
            across.setContentsMargins(0, 0, 0, 2)
            across.setSpacing(10)
            across.addWidget(Avatar(person, MARK, self._portraits.of(person.id)))
            across.addWidget(opens, 1, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(head, self._row, column)
        self._row += 1

    def _choices(self) -> None:
        """What there can be one of: a choice where they differ, else what both say."""
        alike = [d for d in Detail if d not in self._two.differing and d.of(self._two.keep)]
        if self._two.differing:
            self._head(self.tr("WHICH STAYS"))
        for detail in self._two.differing:
            self._choice(detail)
        for detail in alike:
            if detail is not Detail.NAME:
                value = detail_value(detail, self._two.keep)
                self._line(what_is_chosen(detail), value, "", across=True)

    def _choice(self, detail: Detail) -> None:
        group = QButtonGroup(self)
        for column, person in ((LEFT, self._two.keep), (RIGHT, self._two.gone)):
            value = detail_value(detail, person)
            made = Choice(value or nothing_here(detail), f"{detail.value}-{column}")
            said = self.tr("{detail}: {value}")
            made.setAccessibleName(said.format(detail=what_is_chosen(detail), value=made.words()))
            group.addButton(made, column)
            self._grid.addWidget(made, self._row, column)
        group.button(RIGHT if detail in self._two.usual else LEFT).setChecked(True)
        group.idToggled.connect(self._on_toggled)
        self._groups[detail] = group
        self._label(what_is_chosen(detail), Qt.AlignmentFlag.AlignVCenter)
        self._row += 1

    def _kept_of_both(self) -> None:
        keep, gone = self._two.keep, self._two.gone
        kinds = (
            (self.tr("E-mail"), keep.emails, gone.emails),
            (self.tr("Phone"), self._two.phones, self._two.other_phones),
            (self.tr("Links"), links(keep), links(gone)),
        )
        if any(ours or theirs for _, ours, theirs in kinds):
            self._head(self.tr("KEPT OF BOTH"))
        for label, ours, theirs in kinds:
            if ours or theirs:
                self._line(label, _lines(ours), _lines(theirs))

    def _between(self) -> None:
        self._head(self.tr("BETWEEN YOU, KEPT OF BOTH"))
        keep, gone = self._two.keep, self._two.gone
        self._line(self.tr("Stage"), wording.stage(keep.stage), wording.stage(gone.stage))
        ours, theirs = self._two.past, self._two.other_past
        self._line(self.tr("So far"), in_figures(ours), in_figures(theirs))
        if ours.met_at or theirs.met_at:
            self._line(self.tr("Met at"), _lines(ours.met_at), _lines(theirs.met_at))

    def _head(self, words: str) -> None:
        self._grid.addWidget(line(), self._row, 0, 1, 3)
        self._grid.addWidget(Text(words, "caps"), self._row + 1, 0, 1, 3)
        self._row += 2

    def _line(self, label: str, left: str, right: str, *, across: bool = False) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._label(label, top)
        self._grid.addWidget(_value(left), self._row, LEFT, 1, 2 if across else 1, top)
        if not across:
            self._grid.addWidget(_value(right), self._row, RIGHT, top)
        self._row += 1

    def _label(self, words: str, where: Qt.AlignmentFlag) -> None:
        self._grid.addWidget(Text(words, "soft", wrap=False), self._row, 0, where)

    def _on_toggled(self, _: int, on: bool) -> None:
        if on:
            self.chosen.emit()

    def _on_person(self) -> None:
        pressed = self.sender()
        if pressed is not None:
            self.person_wanted.emit(int(pressed.property("person")))


def _lines(values: Sequence[str]) -> str:
    return "\n".join(values)


def breakable(words: str) -> str:
    """Addresses that may break where one would, to stand in a narrow column."""
    return _WHERE_IT_MAY_BREAK.sub(rf"\g<0>{BREAK}", words)


def _value(words: str) -> Text:
    """Text that leaves the width of its column to the column, so that both are alike."""
    made = Text(breakable(words) or "–")
    made.setSizePolicy(QSizePolicy.Policy.Ignored, made.sizePolicy().verticalPolicy())
    return made
