"""Which guide's questions are in the list, and what that guide is for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from planner.domain.guides import Guide
from planner.domain.shortening import shorten
from ui.widgets.inputs import ChoiceInput
from ui.widgets.layouts import row
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.text import plain_tip
from ui.widgets.text_button import TextButton

ALL = ""  # in place of a guide's id
ABOUT_WORDS = 30  # of what a guide is for
BESIDE = 24  # pixels beside a name in the list of guides
BROADEST = 420  # pixels of that list; longer names are cut


class GuideChoice(QWidget):
    """One of the guides or all of them, with a button beside and a sentence below.

    Signals:
        chosen(): another guide's questions are wanted.
        change_wanted(str): change this guide of the user's, or make one like this.
    """

    chosen = Signal()
    change_wanted = Signal(str)

    def __init__(self, beside: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guides: dict[str, Guide] = {}
        self._told = ("", "", False)  # the guide whose sentence stands below
        self._box = ChoiceInput((ALL,), self._words)
        self._box.setObjectName("question-guide")
        self._box.setAccessibleName(self.tr("Guide"))
        policy = self._box.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)  # a long name is cut, not the list
        self._box.setSizePolicy(policy)
        self._box.currentIndexChanged.connect(self._on_chosen)
        self._about = TextButton("", "soft", name="about-guide", parent=self)
        self._about.hide()
        across = row(self._box, beside)
        across.setStretch(0, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(across)
        column.addWidget(self._about)

    @property
    def guide(self) -> str:
        """The id of the guide chosen; "" for all of them."""
        return str(self._box.value())

    def show_guides(self, guides: tuple[Guide, ...]) -> None:
        """These can be chosen; the one chosen stays so while it is there."""
        chosen = self.guide
        self._guides = {guide.id: guide for guide in guides}
        own = next((guide.id for guide in guides if guide.own), None)
        self._box.blockSignals(True)
        self._box.clear()
        for guide in (ALL, *self._guides):
            if guide == own:
                self._box.insertSeparator(self._box.count())
            self._box.addItem(self._words(guide), guide)
        self._box.setCurrentIndex(max(self._box.findData(chosen), 0))
        self._box.blockSignals(False)
        choices = self._box.view()  # broader than the box where a name needs it
        choices.setMinimumWidth(min(choices.sizeHintForColumn(0) + BESIDE, BROADEST))
        self._show_about()

    def choose(self, guide: str) -> None:
        """Goes to a guide, "" for all of them."""
        self._box.setCurrentIndex(max(self._box.findData(guide), 0))

    def _words(self, guide: str) -> str:
        if guide == ALL:
            return self.tr("All guides")
        return self._guides[guide].title if guide in self._guides else guide

    def _show_about(self) -> None:
        """What the guide chosen is for, and the way to change it."""
        guide = self._guides.get(self.guide)
        self._box.setToolTip(plain_tip(self._words(self.guide)))
        told = (guide.id, guide.about, guide.own) if guide is not None else ("", "", False)
        if told == self._told:
            return
        self._told = told
        had_keyboard = self.window().focusWidget() is self._about
        self._column.removeWidget(self._about)
        self._about.hide()
        self._about.deleteLater()
        link = self.tr("Change") if told[2] else self.tr("Make my own of it")
        about = shorten(told[1], ABOUT_WORDS)
        self._about = TextButton(about, "soft", link=link, name="about-guide", parent=self)
        self._about.clicked.connect(self._on_about)
        self._column.addWidget(self._about)
        self._about.setVisible(guide is not None)
        tab_as_laid_out(self._column)
        if had_keyboard:
            (self._about if guide is not None else self._box).setFocus()

    def _on_chosen(self) -> None:
        self._show_about()
        self.chosen.emit()

    def _on_about(self) -> None:
        self.change_wanted.emit(self.guide)
