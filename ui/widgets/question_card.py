"""One question of the library with all that goes with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from planner.domain.finding_questions import Line, Which
from planner.domain.guides import Library, Principle
from planner.domain.own_questions import Liking
from ui import assets, question_wording, theme, wording
from ui.question_acts import QuestionActs
from ui.widgets.columns import Columns
from ui.widgets.follow_up import FollowUp
from ui.widgets.layouts import Card, Flow, Scrolled, button, clear, row
from ui.widgets.person_card import Lines
from ui.widgets.text import ElidedText, LeadText, Pill, Text

WIDEST = 980  # pixels; in wider windows the lines would be tiring to read
ICON = 16  # pixels across
LABELS = 96  # pixels of the column of labels, at least


class QuestionCard(Scrolled):
    """Shows one question after another; each is built anew, and the arrow keys scroll it.

    The question that is shown again keeps the place scrolled to. The keyboard stays at what it was
    at, as far as the next question has it.

    Signals:
        write_wanted(): write a question.
    """

    write_wanted = Signal()

    def __init__(self, acts: QuestionActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("question-card")
        self.setProperty("look", "read")
        self.setAccessibleName(self.tr("The question chosen"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._acts = acts
        self._shown: _Content | None = None
        self._line: Line | None = None

    def show_line(self, line: Line, library: Library, *, anew: bool = False) -> None:
        """Shows this question; one that is in sight already is built again only if `anew`."""
        if line == self._line and not anew:
            return
        same = self._line is not None and line.prompt.id == self._line.prompt.id
        bar = self.verticalScrollBar()
        place = bar.value() if same else 0
        focused = self._focused()
        self._line = line
        self.setUpdatesEnabled(False)
        clear(self.body)
        self._shown = _Content(line, library.principle(line.prompt.principle), self._acts)
        self._shown.write_wanted.connect(self.write_wanted)
        self.body.addWidget(self._shown)
        self.body.addStretch(1)
        self._shown.show()  # now, not when Qt next comes round: the keyboard goes back into it
        if focused and not self._focus(focused):
            self.go_in()
        if place:
            self.body.activate()  # so that there is somewhere to scroll to
        bar.setValue(place)
        self.setUpdatesEnabled(True)

    def go_in(self) -> None:
        """Puts the user at what can be done with the question."""
        self._focus("favourite")

    def _focused(self) -> str:
        now = self.window().focusWidget()
        if now is None or self._shown is None or not self._shown.isAncestorOf(now):
            return ""
        return now.objectName()

    def _focus(self, name: str) -> bool:
        """Puts the user at a part of the question; False when it has none such."""
        found = self._shown.findChild(QWidget, name) if self._shown is not None else None
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        return found is not None


class _Content(QWidget):
    """The question, what can be done with it, and its cards."""

    write_wanted = Signal()

    def __init__(self, line: Line, principle: Principle | None, acts: QuestionActs) -> None:
        super().__init__()
        self.setMaximumWidth(WIDEST)
        self._line = line
        self._acts = acts
        prompt = line.prompt
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        place = ElidedText(line.place, "caps")  # on a broken line it would squeeze the question
        place.setObjectName("question-place")
        write = button(self.tr("Write a question…"), self.write_wanted.emit, "primary", "write-own")
        head = row(place, write)
        head.setStretch(0, 1)
        column.addLayout(head)
        question = Text(prompt.text, "question")
        question.setObjectName("library-question")
        column.addWidget(question)
        if pills := self._pills():
            across = Flow(gap=6)
            for pill in pills:
                across.addWidget(pill)
            column.addLayout(across)
        column.addSpacing(2)
        column.addLayout(self._deeds())
        column.addSpacing(8)
        columns = Columns((3, 2))
        if prompt.follow_ups:
            columns.first.addWidget(self._deeper())
        if prompt.read_back or prompt.dont:
            columns.first.addWidget(self._at_the_table())
        if prompt.why or prompt.principle:
            columns.second.addWidget(self._behind(principle))
        alone = columns.first.isEmpty() and columns.second.isEmpty()
        (columns.first if alone else columns.second).addWidget(self._when())
        columns.first.addStretch(1)
        columns.second.addStretch(1)
        column.addWidget(columns)

    def _pills(self) -> list[Pill]:
        prompt = self._line.prompt
        told = [(question_wording.depth(prompt.depth), "blue")]
        if prompt.own:
            told.append((self.tr("My own"), "pine"))
        if prompt.always:
            told.append((self.tr("In every such 1-2-1"), "plain"))
        if prompt.offers:
            told.append((self.tr("You give something of yours"), "plain"))
        return [Pill(words, hue) for words, hue in told if words]

    def _deeds(self) -> Flow:
        """What can be done with the question; what holds is pressed."""
        flow = Flow(gap=8)
        favourite = Which.FAVOURITE in self._line.which
        star = button(self.tr("Favourite"), self._on_favourite, name="favourite")
        star.setCheckable(True)
        star.setChecked(favourite)
        star.setIcon(assets.icon("star", theme.current().gold if favourite else _soft(), ICON))
        star.setIconSize(QSize(ICON, ICON))
        star.setToolTip(self.tr("Comes a little sooner (Ctrl+D)"))
        out = button(self.tr("Leave out"), self._on_left_out, name="leave-out")
        out.setCheckable(True)
        out.setChecked(Which.LEFT_OUT in self._line.which)
        out.setToolTip(self.tr("Never comes up in a 1-2-1 (Ctrl+Shift+L)"))
        buttons: list[QPushButton] = [star, out]
        if self._line.prompt.own:
            buttons.append(button(self.tr("Change…"), self._on_edit, name="edit-question"))
            buttons.append(button(self.tr("Remove"), self._on_remove, "quiet", "remove-question"))
        else:
            words = self.tr("Write my own version…")
            buttons.append(button(words, self._on_edit, name="own-version"))
        for made in buttons:
            flow.addWidget(made)
        return flow

    def _deeper(self) -> Card:
        card = Card(self.tr("Go deeper"))
        for text in self._line.prompt.follow_ups:
            card.body.addWidget(FollowUp(text))
        return card

    def _at_the_table(self) -> Card:
        card = Card(self.tr("At the table"))
        prompt = self._line.prompt
        if prompt.read_back:
            said = LeadText(self.tr("Say back:"), f"“{prompt.read_back}”", "blue")
            said.setObjectName("say-back")
            card.body.addWidget(said)
        if prompt.dont:
            careful = LeadText(self.tr("Careful:"), prompt.dont, "ember")
            careful.setObjectName("careful")
            card.body.addWidget(careful)
        return card

    def _behind(self, principle: Principle | None) -> Card:
        """Why it is asked, and whose idea that is."""
        card = Card(self.tr("Why ask it"))
        prompt = self._line.prompt
        if prompt.why:
            why = Text(prompt.why)
            why.setObjectName("question-why")
            card.body.addWidget(why)
        if prompt.principle:
            says = principle.says if principle else ""
            told = LeadText(prompt.principle + (":" if says else ""), says, "gold")
            told.setObjectName("question-principle")
            card.body.addWidget(told)
        if principle is not None:
            source = Text(principle.source, "small")
            source.setObjectName("question-source")
            card.body.addWidget(source)
        return card

    def _when(self) -> Card:
        card = Card(self.tr("When it comes"))
        card.setObjectName("question-when")
        prompt = self._line.prompt
        lines = Lines(LABELS)
        told = [
            (self.tr("Stage"), question_wording.stages(prompt.stages)),
            (self.tr("For"), question_wording.audience(prompt.audience)),
            (self.tr("Tells of"), question_wording.fact(prompt.fills)),
        ]
        if prompt.recalls:
            told.append((self.tr("Comes back to"), wording.fact_kind(prompt.recalls)))
        if prompt.topics:
            told.append((self.tr("Touches"), ", ".join(prompt.topics)))
        for label, words in told:
            lines.add(label, Text(words))
        card.body.addLayout(lines)
        return card

    def _on_favourite(self) -> None:
        self._acts.like(self._line, Liking.FAVOURITE)

    def _on_left_out(self) -> None:
        self._acts.like(self._line, Liking.LEFT_OUT)

    def _on_edit(self) -> None:
        self._acts.edit(self._line)

    def _on_remove(self) -> None:
        self._acts.remove(self._line)


def _soft() -> str:
    return theme.current().soft
