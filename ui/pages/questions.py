"""Questions: the library in a list, and beside it the question chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from planner.domain.changes import Kind
from planner.domain.finding_questions import Line
from planner.domain.own_questions import Liking
from planner.journeys.questions_page import QuestionsPage as Shown
from planner.journeys.questions_page import questions_page
from ui.pages.page import Page
from ui.question_acts import QuestionActs
from ui.routes import Where
from ui.session import Session
from ui.widgets.layouts import PAGE_MARGINS, Empty, button
from ui.widgets.question_card import QuestionCard
from ui.widgets.question_list import QuestionList


class QuestionsPage(Page):
    """Browse, find, mark, write and share questions."""

    where = Where.QUESTIONS
    shows = frozenset({Kind.OWN_GUIDE, Kind.OWN_PROMPT, Kind.MARK})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._shown: Shown | None = None
        self.acts = QuestionActs(session, self)
        self.acts.prompt_kept.connect(self.show_prompt)
        self._list = QuestionList()
        self._list.current_changed.connect(self._show_current)
        self._list.remove_wanted.connect(self._on_remove)
        self._list.guide_wanted.connect(self._on_guide)
        self.acts.guide_kept.connect(self._list.choose_guide)
        foot = self._list.foot
        foot.guide_wanted.connect(self.acts.new_guide)
        foot.share_wanted.connect(self._on_share)
        foot.bring_in_wanted.connect(self._on_bring_in)
        foot.problems_wanted.connect(self.acts.show_problems)
        self._card = QuestionCard(self.acts)
        self._card.write_wanted.connect(self._on_write)
        self._list.entered.connect(self._card.go_in)
        self._none = QWidget()
        column = QVBoxLayout(self._none)
        column.setContentsMargins(*PAGE_MARGINS)
        column.addStretch(1)
        column.addWidget(
            Empty(
                self.tr("No question is chosen"),
                self.tr("Choose one in the list, or write your own."),
                button(self.tr("Write a question…"), self._on_write, "primary", "write-own"),
            )
        )
        column.addStretch(2)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._list)
        self._beside = QStackedLayout()
        across.addLayout(self._beside, 1)
        self._beside.addWidget(self._card)
        self._beside.addWidget(self._none)
        for keys, act in (
            ("Ctrl+F", self._list.start_finding),
            ("Ctrl+D", self._on_favourite),
            ("Ctrl+Shift+L", self._on_leave_out),
            ("Ctrl+Shift+N", self._on_write),
            ("F2", self._on_edit),
        ):
            short = QShortcut(QKeySequence(keys), self)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(act)

    def refresh(self) -> None:
        shown = questions_page(self.session.store)
        self._shown = shown
        self._list.show_page(shown)
        self._list.foot.tell_problems(len(shown.library.problems))
        self._show_current(anew=True)

    def take_focus(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self._list.go_in()

    def on_theme(self) -> None:
        self._list.foot.repaint_icons()
        super().on_theme()

    def show_prompt(self, prompt: str) -> None:
        """Goes to a question of this id."""
        self._list.choose(prompt)
        self._show_current()

    def _line(self) -> Line | None:
        current = self._list.current
        lines = self._shown.lines if self._shown is not None else ()
        return next((line for line in lines if line.prompt.id == current), None)

    def _show_current(self, *, anew: bool = False) -> None:
        line = self._line()
        if line is not None and self._shown is not None:
            self._card.show_line(line, self._shown.library, anew=anew)
        focused, hidden = self.window().focusWidget(), self._none if line else self._card
        had_keyboard = focused is not None and hidden.isAncestorOf(focused)
        self._beside.setCurrentIndex(0 if line is not None else 1)
        if had_keyboard:
            (self._card.go_in if line is not None else self._list.go_in)()

    def _on_write(self) -> None:
        line = self._line()
        guide = self._list.guide or (line.guide if line else "")
        at = self._shown.library.find(guide) if self._shown else None
        phases = at.phases if at else ()
        phase = next((one.id for one in phases if one.title == self._list.phase), "")
        self.acts.write(guide, phase)

    def _on_edit(self) -> None:
        if (line := self._line()) is not None:
            self.acts.edit(line)

    def _on_remove(self) -> None:
        if (line := self._line()) is not None:
            self.acts.remove(line)

    def _on_favourite(self) -> None:
        if (line := self._line()) is not None:
            self.acts.like(line, Liking.FAVOURITE)

    def _on_leave_out(self) -> None:
        if (line := self._line()) is not None:
            self.acts.like(line, Liking.LEFT_OUT)

    def _on_guide(self, guide_id: str) -> None:
        guide = self._shown.library.find(guide_id) if self._shown is not None else None
        if guide is not None:
            self.acts.change_guide(guide)

    def _on_bring_in(self) -> None:
        self.act_wanted.emit("bring-questions")

    def _on_share(self) -> None:
        self.act_wanted.emit("share-questions")
