"""Today's pair who could help each other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.changes import Change, Kind
from planner.domain.introduction_letters import why_in_words
from planner.journeys.help_each_other import CouldHelp
from planner.journeys.introduce import pass_over
from ui import pair_wording
from ui.session import Session
from ui.widgets.layouts import Card, button, row
from ui.widgets.pair_marks import PairMarks
from ui.widgets.text import Text


class PairCard(Card):
    """Who they are, what the one looks for and the other has; introduce them, or not these two."""

    def __init__(self, session: Session, found: CouldHelp, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self._found = found
        self.setObjectName("pair")
        heading = self.tr("Could help each other")
        self.setAccessibleName(heading)
        self.title.setText(heading)
        self.title.show()
        self.body.addWidget(self.title)
        names = Text(pair_wording.both(found.person, found.other))
        names.setObjectName("pair-names")
        why = f"{pair_wording.looks_for(found)}; {pair_wording.has(found)}"
        said = Text(why, "soft")
        said.setObjectName("pair-why")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(names)
        words.addWidget(said)
        across = QHBoxLayout()
        across.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        across.addWidget(PairMarks(session.portraits, found.person, found.other), 0, top)
        across.addLayout(words, 1)
        self.body.addLayout(across)
        introduce = button(self.tr("Introduce"), self._on_introduce, name="introduce")
        introduce.setAccessibleName(
            self.tr("Introduce {both}").format(both=pair_wording.both(found.person, found.other))
        )
        not_these = button(self.tr("Not these two"), self._on_not_these, "quiet", "not-these-two")
        self.body.addLayout(row(introduce, not_these, None))
        session.changed.connect(self._on_changed)

    def _on_changed(self, change: Change) -> None:
        """Goes at once when something was noted of the two, and comes back when that is undone."""
        if Kind.INTRODUCTION in change.kinds:
            both = {self._found.person.id, self._found.other.id}
            noted = self._session.store.introductions.of_person(self._found.person.id)
            self.setVisible(all({one.person, one.other} != both for one in noted))

    def _on_introduce(self) -> None:
        from ui.introducing import introduce

        introduce(self._session, self.window(), self._found)

    def _on_not_these(self) -> None:
        found = self._found
        label = self.tr("{one} and {other} will not be proposed again").format(
            one=found.person.first_name, other=found.other.first_name
        )
        done = self._session.do(
            label,
            pass_over,
            found.person.id,
            found.other.id,
            why_in_words(found.pair),
            self._session.today(),
        )
        if done is not None:
            self.hide()  # at once; whichever pair comes next has to be found first
