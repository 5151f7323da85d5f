"""The small window that lies on the table: the question, the clock, and little else."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from planner.domain.people import Person
from planner.domain.talk_time import balance
from ui import assets, theme
from ui.running_talk import RunningTalk
from ui.talk_acts import TalkActs
from ui.talk_keys import ALL_KEYS, keys_for_one_hand, tips
from ui.widgets.captures_view import CapturesView
from ui.widgets.layouts import button, row
from ui.widgets.small_window import SmallWindow
from ui.widgets.table_question import TableQuestion
from ui.widgets.talk_balance import INSET, TalkBalance
from ui.widgets.talk_hint import TalkHint
from ui.widgets.text import Text

MARGINS = (18, 14, 18, 12)  # pixels: left, top, right, bottom


class TableWindow(SmallWindow):
    """One question at a time; every key of the conversation works here too.

    Signals:
        whole_wanted(): back to the whole page, by Escape, by its button or by closing.
        undo_wanted(): what was kept last is not to be.
    """

    whole_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, acts: TalkActs, today: date) -> None:
        super().__init__()
        self.setObjectName("table-window")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # single keys are the window's own
        self._acts = acts
        self._question = TableQuestion()
        self._hint = TalkHint()
        self.forms = CapturesView(today)
        self._kept = Text("", "accent")
        self._kept.setObjectName("table-kept")
        self._undo = button(self.tr("Undo"), self.undo_wanted.emit, "link", "table-undo")
        self._refused = Text("", "alert")
        self._refused.setObjectName("table-refused")
        self._speaking = Text("", "strong")
        self._speaking.setObjectName("table-speaking")
        self._balance = TalkBalance()
        self._every_key = False
        self._keys = Text(keys_for_one_hand(), "small")
        self._keys.setObjectName("table-keys")
        QShortcut(QKeySequence(ALL_KEYS), self, self._on_keys)
        self._buttons()
        self._lay_out()
        self.say("")
        self.refuse("")
        acts.bind(self)
        self._connect()

    def take(self, talk: RunningTalk, person: Person, today: date) -> None:
        """Whose conversation it is."""
        self.setWindowTitle(self.tr("{name} – Vis-à-vis").format(name=person.name))
        self.forms.take(talk.captures, person, today)
        self.show_talk(talk, person)

    def show_talk(self, talk: RunningTalk, person: Person) -> None:
        """The question where the talk is; past the last, what to do then."""
        asking = talk.prompt is not None
        self._question.show_talk(talk)
        for press in (self._skip, self._next, self._deeper):
            press.setVisible(asking)
        self._finish.setVisible(not asking)
        self._back.setEnabled(talk.now.at > 0)
        self.say("")
        self.show_time(talk, person)

    def show_time(self, talk: RunningTalk, person: Person) -> None:
        """What a second changes."""
        self._question.show_time(talk)
        self._hint.show_talk(talk)
        self._balance.show_balance(balance(talk.now), talk.now.speaker, person)
        speaking = self.tr("Paused") if talk.paused else self._balance.speaking()
        if self._speaking.text() != speaking:
            self._speaking.setText(speaking)
        words = self.tr("Go on") if talk.paused else self.tr("Pause")
        if self._pause.text() != words:
            self._pause.setText(words)

    def say(self, kept: str) -> None:
        """What was kept just now, with a way to take it back; "" for nothing."""
        self._kept.setText(self.tr("Kept: {what}").format(what=kept))
        for part in (self._kept, self._undo):
            part.setVisible(bool(kept))

    def refuse(self, words: str) -> None:
        """Why something could not be; "" once it can."""
        self._refused.setText(words)
        self._refused.setVisible(bool(words))

    def refuse_no_more(self) -> None:
        """What could not be is kept after all."""
        self.refuse("")

    def _paint_icons(self) -> None:
        self._back.setIcon(assets.icon("back", theme.current().soft))
        self._next.setIcon(assets.icon("forward", theme.current().on_pine))

    def _buttons(self) -> None:
        acts, tip = self._acts, tips()
        self._back = button(self.tr("Back"), acts["previous"], "quiet", "table-previous")
        self._skip = button(self.tr("Skip"), acts["skip"], name="table-skip")
        self._next = button(self.tr("Next"), acts["next"], "primary", "table-next")
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow at the right
        self._finish = button(
            self.tr("Finish conversation"), acts["finish"], "primary", "table-finish"
        )
        self._pause = button("", acts["pause"], "keep", "table-pause")
        self._promise = button(self.tr("+ Promise"), acts["promise"], "keep", "table-promise")
        deeper = self._question.go_deeper
        self._deeper = button(self.tr("Go deeper"), deeper, "keep", "table-go-deeper")
        self._deeper.setToolTip(self.tr("What goes deeper into this question (G)"))
        self._deeper.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._whole = button(self.tr("Whole page"), self.whole_wanted.emit, "keep", "table-whole")
        for press, name in (
            (self._back, "previous"),
            (self._skip, "skip"),
            (self._next, "next"),
            (self._finish, "finish"),
            (self._pause, "pause"),
            (self._promise, "promise"),
            (self._whole, "table"),
        ):
            press.setToolTip(tip[name])
            press.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._balance.setToolTip(tip["speaker"])
        self._paint_icons()

    def _lay_out(self) -> None:
        said = row(self._kept, self._undo)
        said.setStretch(0, 1)
        talking = QVBoxLayout()
        talking.setSpacing(2)
        self._speaking.setContentsMargins(INSET, 0, INSET, 0)
        talking.addWidget(self._speaking)
        talking.addWidget(self._balance)
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(10)
        column.addWidget(self._question)
        column.addWidget(self._hint)
        column.addWidget(self._refused)
        column.addWidget(self.forms)
        column.addLayout(said)
        column.addStretch(1)
        column.addLayout(row(self._back, None, self._skip, self._next, self._finish, gap=8))
        column.addLayout(talking)
        column.addLayout(row(self._pause, self._deeper, self._promise, None, self._whole, gap=8))
        column.addWidget(self._keys)

    def _connect(self) -> None:
        self._hint.offered.connect(self._acts["offered"])
        self._hint.last_phase_wanted.connect(self._acts.to_phase)
        self._balance.clicked.connect(self._acts["speaker"])
        self.forms.kept.connect(self._on_kept)
        self.forms.opened.connect(self._on_opened)
        self.forms.closed.connect(self.setFocus)

    def _on_keys(self) -> None:
        """All the keys, or the few that one needs most."""
        self._every_key = not self._every_key
        self._keys.setText(keys_for_one_hand(every=self._every_key))

    def _on_kept(self, words: str) -> None:
        self.refuse("")
        self.say(words)

    def _on_opened(self) -> None:
        self.say("")
        self.refuse("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._acts.plain(event):
            return
        if event.key() == Qt.Key.Key_G and not self._acts.writing:
            self._question.go_deeper()
        elif event.key() == Qt.Key.Key_Escape:
            self.whole_wanted.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.whole_wanted.emit()
