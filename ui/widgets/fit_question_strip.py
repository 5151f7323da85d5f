"""One question about somebody: are they whom the user looks for? Answered with one press."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.domain.changes import Change, Kind
from planner.domain.online_networks import is_online_network
from planner.domain.people import Fit
from planner.errors import PlannerError
from planner.journeys.fit_questions import (
    SKIPPED,
    SOMEWHAT,
    FitQuestion,
    answer_fit,
    choose_asking,
    note_asked,
    note_asked_after,
    open_question,
)
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.layouts import Card, Flow, button
from ui.widgets.text import Text
from ui.widgets.text_button import TextButton

AGAIN_MS = 200  # after which it is noted once more that it was asked, where the file was busy


class FitQuestionStrip(Card):
    """A quiet card: who it is, three answers, and two ways not to answer.

    It goes by itself once the question is answered, here or elsewhere, and comes back when that
    is undone.

    Signals:
        wanted(Route): the person's page.
    """

    wanted = Signal(Route)

    def __init__(
        self,
        session: Session,
        question: FitQuestion,
        parent: QWidget | None = None,
        *,
        here: bool = False,
    ) -> None:
        """`here` where who it is stands beside it: their own page, or the debrief."""
        super().__init__(parent=parent)
        self._session = session
        self._question = question
        self._painted = False  # below what is scrolled to, nothing is painted, nor was it asked
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.timeout.connect(self._on_seen)
        person = question.person
        self.setObjectName("fit-question")
        words = self.tr("Is {name} somebody you look for?").format(name=person.name)
        self.setAccessibleName(words)
        self.body.addWidget(self._asked(words, here=here))
        known = " · ".join(part for part in (person.headline, person.city) if part)
        own = f"“{question.does}”" if question.does else ""
        for said in (known, own or self._met(question.met_at)):
            if said and not here:
                told = Text(said, "soft", parent=self)
                told.setObjectName("fit-known")
                self.body.addWidget(told)
        answers = Flow(gap=6)
        for name, text, act in (
            ("fit-yes", self.tr("Yes"), self._on_yes),
            ("fit-somewhat", self.tr("Somewhat"), self._on_somewhat),
            ("fit-no", self.tr("Not really"), self._on_no),
        ):
            answers.addWidget(button(text, act, "chip", name))
        self.body.addLayout(answers)
        ways_out = Flow(gap=14)
        for name, text, act in (
            ("fit-skip", self.tr("Skip this one"), self._on_skip),
            ("fit-stop", self.tr("No more such questions"), self._on_stop),
        ):
            way = button(text, act, "foot", name)
            way.setProperty("flush", "true")
            ways_out.addWidget(way)
        self.body.addLayout(ways_out)
        session.changed.connect(self._on_changed)

    def _asked(self, words: str, *, here: bool) -> QWidget:
        if here:
            said = Text(words, "heading", parent=self)
            said.setObjectName("fit-asked")
            return said
        asked = TextButton(words, name="fit-asked", parent=self)
        asked.setProperty("look", "heading")
        asked.setAccessibleDescription(self.tr("Opens this person's page"))
        asked.clicked.connect(self._on_person)
        return asked

    def _met(self, where: str) -> str:
        if is_online_network(where):
            return self.tr("Connected on {network}").format(network=where)
        return self.tr("Met at {event}").format(event=where) if where else ""

    def _answer(self, word: str, label: str) -> None:
        self._on_seen()
        name = self._question.person.name
        self._session.do(label.format(name=name), answer_fit, self._question.person.id, word)

    def _on_yes(self) -> None:
        self._answer(Fit.MORE.value, self.tr("{name} is somebody you look for"))

    def _on_somewhat(self) -> None:
        self._answer(SOMEWHAT, self.tr("{name} fits somewhat"))

    def _on_no(self) -> None:
        self._answer(Fit.LESS.value, self.tr("{name} fits less"))

    def _on_skip(self) -> None:
        self._answer(SKIPPED, self.tr("Not asked about {name} again"))

    def _on_stop(self) -> None:
        self._session.do(self.tr("No more questions about who fits"), choose_asking, False)

    def _on_person(self) -> None:
        self.wanted.emit(Route(Where.PEOPLE, person=self._question.person.id))

    def _on_changed(self, change: Change) -> None:
        if change.kinds & {Kind.PERSON, Kind.SETTING}:
            self.setVisible(open_question(self._session.store, self._question.person.id))

    def _on_seen(self) -> None:
        if not self.window().isVisible():  # closed meanwhile, its library is as well
            return
        store, person = self._session.store, self._question.person.id
        try:
            if self._question.day is not None:
                self._session.announce(note_asked(store, person, self._question.day))
            elif self._question.meeting:
                self._session.announce(note_asked_after(store, person, self._question.meeting))
        except PlannerError:  # the file is busy; asked for by nobody, so nobody need hear of it
            if self.isVisible():
                self._seen.start(AGAIN_MS)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self._seen.start()
