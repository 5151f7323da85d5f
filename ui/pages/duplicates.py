"""Possible duplicates: pairs of people who may be one, to be merged or kept apart."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from planner.domain.changes import Change, Kind
from planner.domain.duplicates import Pair
from planner.errors import NotFound
from planner.journeys.merge_people import keep_apart
from planner.journeys.two_people import TwoPeople, two_people
from ui.likeness_wording import sentence
from ui.lookalikes import Lookalikes
from ui.merging import merge_two
from ui.models.pairs import ids_of
from ui.pages.page import Page
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.layouts import PAGE_MARGINS, Empty, Flow, button, in_the_middle
from ui.widgets.pair_list import PairList
from ui.widgets.text import Text
from ui.widgets.two_view import TwoView

# After a change it is not looked anew at once: most come several at a time, and the pair that
# was decided on is out of the list anyway.
REST_MS = 400


class DuplicatesPage(Page):
    """The list at the left, the pair at the right, what can become of it below."""

    where = Where.DUPLICATES
    shows = frozenset(Kind) - {Kind.SETTING, Kind.ANSWER, Kind.CONVERSATION, Kind.PLACE}

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._looked = False
        self._search = Lookalikes(session, self)
        self._search.found.connect(self._on_found)
        self._search.failed.connect(self._on_failed)
        self._list = PairList(session.portraits)
        self._list.current_changed.connect(self._show_current)
        self._list.entered.connect(self._go_in)
        self._list.back_wanted.connect(self._on_back)
        self._view = TwoView(session.portraits)
        self._view.person_wanted.connect(self._on_person)
        self._view.shown.connect(self._order_tabs)
        self._both = both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._list)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self._view, 1)
        beside.addWidget(self._foot())
        across.addLayout(beside, 1)
        self._either = QStackedLayout(self)
        self._either.setContentsMargins(0, 0, 0, 0)
        self._looking = self._said("looking", self.tr("Looking for people who are here twice…"))
        self._nobody = self._empty()
        self._not_looked = self._failed()
        for part in (self._looking, both, self._nobody, self._not_looked):
            self._either.addWidget(part)
        for keys, act in (
            ("M", self._on_merge),
            ("N", self._on_apart),
            ("S", self._on_skip),
            ("Esc", self._on_back),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def refresh(self) -> None:
        self._search.look(REST_MS if self._looked else 0)
        self._show_what_there_is()

    def take_focus(self) -> None:
        if self._either.currentWidget() is self._both:
            focused = self.window().focusWidget()
            if focused is None or not self.isAncestorOf(focused) or not focused.isVisibleTo(self):
                self._list.go_in()
        else:
            super().take_focus()

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setProperty("look", "foot")
        column = QVBoxLayout(foot)
        left, _, right, _ = PAGE_MARGINS
        column.setContentsMargins(left, 10, right, 12)
        wrapped = Flow()  # with large letters the three do not fit in one line
        column.addLayout(wrapped)
        self._acts = (
            button(self.tr("Merge"), self._on_merge, "primary", "merge"),
            button(self.tr("Not the same person"), self._on_apart, name="apart"),
            button(self.tr("Skip"), self._on_skip, "quiet", "skip"),
        )
        for part in self._acts:
            wrapped.addWidget(part)
        return foot

    def _show_what_there_is(self) -> None:
        """The pairs as far as they are known, and the current one as it is now."""
        if not self._looked:
            self._either.setCurrentWidget(self._looking)
            return
        had = self._keyboard_is_here()
        self._either.setCurrentWidget(self._both if len(self._list) else self._nobody)
        self._show_current()
        if had:
            self.take_focus()

    def _keyboard_is_here(self) -> bool:
        focused = self.window().focusWidget()
        return self.isVisible() and (focused is None or self.isAncestorOf(focused))

    def _show_current(self) -> None:
        """Shows the pair the list stands at; one of whom somebody is gone meanwhile is left out."""
        while (pair := self._list.current) is not None:
            try:
                two = two_people(self.session.store, pair.person.id, pair.other.id)
            except NotFound:
                self._list.without_pair(pair)
                continue
            self._view.show_two(two, sentence(pair.likeness))
            return
        self._either.setCurrentWidget(self._nobody)

    def _decided(self) -> TwoPeople | None:
        """The two that something is to be done about: those in sight, if the list stands at them.

        Whoever goes on in the list and at once presses a key has not seen who it would be about.
        """
        pair, two = self._list.current, self._view.two
        if pair is None or two is None:
            return None
        if ids_of(pair) != {two.keep.id, two.gone.id}:
            self._show_current()
            return None
        focused = self.window().focusWidget()
        if focused is not None and self._view.isAncestorOf(focused):
            self._list.go_in()  # what the keyboard stands on gives way to the next pair
        return two

    def _go_in(self) -> None:
        if not self._view.go_in():
            merge_them = self.findChild(QWidget, "merge")
            if merge_them is not None:
                merge_them.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_found(self, pairs: list[Pair]) -> None:
        self._looked = True
        self._list.show_pairs(pairs)
        self._show_what_there_is()

    def _on_failed(self, reason: str) -> None:
        self.session.refused.emit(reason)
        if not self._looked:
            self._either.setCurrentWidget(self._not_looked)

    def _on_merge(self) -> None:
        if (two := self._decided()) is not None:
            merge_two(self.session, two, self._view.of_gone)

    def _on_apart(self) -> None:
        if (two := self._decided()) is not None:
            label = self.tr("{name} and {other} kept apart")
            label = label.format(name=two.keep.name, other=two.gone.name)
            self.session.do(label, keep_apart, two.keep.id, two.gone.id)

    def _on_skip(self) -> None:
        if len(self._list):
            self._list.step()

    def _on_person(self, person: int) -> None:
        self.wanted.emit(Route(Where.PEOPLE, person=person))

    def _on_back(self) -> None:
        self.act_wanted.emit("back")

    def _order_tabs(self) -> None:
        """From the list to what is chosen of the two, then to what can become of them."""
        chain = [self._list.rows, *self._view.stops(), *self._acts]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _on_people(self) -> None:
        self.wanted.emit(Route(Where.PEOPLE))

    def _said(self, name: str, words: str) -> QWidget:
        made = QWidget()
        made.setObjectName(name)
        column = QVBoxLayout(made)
        column.setContentsMargins(*PAGE_MARGINS)
        said = Text(words, "soft")
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(said)
        return made

    def _empty(self) -> QWidget:
        return _alone(
            Empty(
                self.tr("Nobody seems to be here twice"),
                self.tr(
                    "People who look like one, by a number, an address or their name, are shown "
                    "here side by side. On a person's page, “Merge with…” takes any two."
                ),
                button(self.tr("See your people"), self._on_people, "primary", "see-people"),
            )
        )

    def _failed(self) -> QWidget:
        return _alone(
            Empty(
                self.tr("Nobody was looked for"),
                self.tr("Something was in the way. Your people are as they were."),
                button(self.tr("Look again"), self.refresh, "primary", "look-again"),
            )
        )

    def _on_changed(self, change: Change) -> None:
        gone = {e.id for e in change.edits if e.kind is Kind.PERSON and e.after is None}
        if gone or Kind.APART in change.kinds:
            apart = self.session.store.apart.all()
            self._list.without(gone, {frozenset((pair.person, pair.other)) for pair in apart})
        super()._on_changed(change)

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is looked for."""
        self._search.stop()
        self._stale = True
        super().hideEvent(event)


def _alone(empty: Empty) -> QWidget:
    """What a page says in place of everything else, in its middle."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(*PAGE_MARGINS)
    column.addStretch(1)
    column.addLayout(in_the_middle(empty))
    column.addStretch(2)
    return made
