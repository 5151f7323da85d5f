"""Who could help somebody, and whom they could help: a card of their page, filled beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.journeys.help_each_other import CouldHelp, PersonPairs, pairs_of
from ui import background, pair_wording
from ui.background import Job
from ui.session import Session
from ui.widgets.avatar import Avatar
from ui.widgets.layouts import button
from ui.widgets.person_card import PersonCard
from ui.widgets.text import Text

SOON_MS = 120  # somebody who walks through the list with the arrow keys does not wait for it
MARK = 28  # pixels


class PairsCard(PersonCard):
    """Out of sight until it is known that there is somebody; at most three either way."""

    def __init__(self, session: Session, person: int) -> None:
        super().__init__("card-pairs", self.tr("Could help each other"))
        self.hide()
        self._session = session
        self._person = person
        self._job: Job | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._look)
        self._soon.start()

    def _look(self) -> None:
        if not self.window().isVisible():  # closed meanwhile, its library is as well
            return
        store, person = self._session.store, self._person

        def work(job: Job) -> PersonPairs:
            with store.another() as own:
                return pairs_of(own, person)

        self._job = background.run(work, self._on_found)

    def _on_found(self, found: PersonPairs) -> None:
        if not self.window().isVisible():
            return
        for name, title, pairs in (
            ("helped-by", self.tr("Could be helped by"), found.helped_by),
            ("could-help", self.tr("Could help"), found.could_help),
        ):
            if pairs:
                label = Text(title, "soft")
                label.setObjectName(name)
                self.body.addWidget(label)
            for one in pairs:
                self.body.addWidget(_PairLine(self._session, one, helped=name == "helped-by"))
        self.setVisible(bool(found.helped_by or found.could_help))


class _PairLine(QWidget):
    """The other of the two, why, and the button that introduces them."""

    def __init__(self, session: Session, found: CouldHelp, *, helped: bool) -> None:
        super().__init__()
        self._session = session
        self._found = found
        self.setObjectName("pair-line")
        there = found.other if helped else found.person
        why = f"{pair_wording.looks_for(found)}; {pair_wording.has(found)}"
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(there.name))
        words.addWidget(Text(why, "small"))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 2, 0, 2)
        across.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        across.addWidget(Avatar(there, MARK, session.portraits.of(there.id)), 0, top)
        across.addLayout(words, 1)
        made = button(self.tr("Introduce…"), self._on_introduce, "link", "introduce")
        made.setAccessibleName(
            self.tr("Introduce {both}").format(both=pair_wording.both(found.person, found.other))
        )
        words.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_introduce(self) -> None:
        from ui.introducing import introduce

        introduce(self._session, self.window(), self._found)
