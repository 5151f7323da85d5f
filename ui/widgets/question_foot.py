"""The foot of the list of questions: how many there are, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import assets, theme
from ui.country import grouped
from ui.widgets.layouts import button, row
from ui.widgets.person_card import icon_button
from ui.widgets.text import ElidedText

SIDE = 14  # pixels left and right


class QuestionFoot(QWidget):
    """Counts the questions shown.

    Signals:
        guide_wanted(): make a guide.
        share_wanted(): write questions into a file for others.
        bring_in_wanted(): bring in such a file.
        problems_wanted(): see what of the library cannot be used.
    """

    guide_wanted = Signal()
    share_wanted = Signal()
    bring_in_wanted = Signal()
    problems_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = ElidedText("", "small")
        self._count.setObjectName("question-count")
        self._problems = button("", self.problems_wanted.emit, "link", "question-problems")
        self._problems.setProperty("flush", "true")
        self._problems.hide()
        self._guide = icon_button("new-guide", self.tr("Make a guide of my own"), "guide")
        self._guide.clicked.connect(self.guide_wanted)
        self._share = icon_button("share-questions", self.tr("Share my questions"), "export")
        self._share.clicked.connect(self.share_wanted)
        self._bring = icon_button("bring-questions", self.tr("Bring questions in"), "bring-in")
        self._bring.clicked.connect(self.bring_in_wanted)
        across = row(self._count, self._bring, self._share, self._guide, gap=6)
        across.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 0, SIDE - 4, 8)
        column.setSpacing(4)
        column.addWidget(self._problems)
        column.addLayout(across)

    def tell(self, shown: int, of: int) -> None:
        """How many questions the list shows of all there are."""
        if shown == of:
            words = self.tr("1 question") if of == 1 else self.tr("{count} questions")
            self._count.set_whole(words.format(count=grouped(of)))
        else:
            words = self.tr("{shown} of {count} questions")
            self._count.set_whole(words.format(shown=grouped(shown), count=grouped(of)))

    def tell_problems(self, count: int) -> None:
        """How much of the library cannot be used; nothing is said of none."""
        one, more = self.tr("1 entry cannot be used"), self.tr("{count} entries cannot be used")
        self._problems.setText(one if count == 1 else more.format(count=grouped(count)))
        self._problems.setVisible(count > 0)

    def repaint_icons(self) -> None:
        """Draws the icons in the palette in force."""
        for made, icon in (
            *((self._bring, "bring-in"), (self._share, "export")),
            (self._guide, "guide"),
        ):
            made.setIcon(assets.icon(icon, theme.current().soft))
