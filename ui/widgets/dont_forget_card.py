"""What must not be forgotten of somebody, a line each, and what is new with the user."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from planner.domain.dont_forget import NEWS
from planner.domain.own_news import News
from planner.journeys.prepare_page import Preparation
from ui import assets, preparing_wording, theme
from ui.widgets.layouts import Card, button, clear
from ui.widgets.text import Text

LABELS = 86  # pixels of the column with what each line is about
ICON = 14  # pixels


class DontForgetCard(Card):
    """Lines to read at a glance; below them a field for one's own news.

    Signals:
        news_noted(str): this is new with the user.
        news_gone(object): this piece of News is none any more.
    """

    news_noted = Signal(str)
    news_gone = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Don't forget"), parent)
        self.setObjectName("dont-forget")
        self._count = 0  # lines in sight
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(12)
        self._lines.setVerticalSpacing(7)
        self._lines.setColumnMinimumWidth(0, LABELS)
        self._lines.setColumnStretch(1, 1)
        self.body.addLayout(self._lines)
        self._field = QLineEdit()
        self._field.setObjectName("own-news")
        self._field.setAccessibleName(self.tr("Something new of your own, to tell"))
        self._field.setToolTip(
            self.tr("Kept once, and shown for everybody you have not met since. Enter keeps it.")
        )
        self._field.returnPressed.connect(self._on_noted)
        self.body.addWidget(self._field)

    def show_lines(self, shown: Preparation, today: date) -> None:
        """The lines for this 1-2-1."""
        clear(self._lines)
        self._count = 0
        if shown.met is not None:
            self._add(preparing_wording.met_label(), preparing_wording.met(shown.met, today))
        for one in shown.dont_forget:
            self._add(preparing_wording.label(one), preparing_wording.told(one, today))
        for place, news in enumerate(shown.news[::-1][:NEWS]):
            at = self._add(preparing_wording.news_label() if place == 0 else "", news.text)
            self._lines.addWidget(self._remove(news), at, 2, Qt.AlignmentFlag.AlignTop)
        if not self._count:
            words = Text(preparing_wording.nothing_to_forget(shown), "soft")
            words.setObjectName("nothing-to-forget")
            self._lines.addWidget(words, 0, 0, 1, 3)
        self._field.setPlaceholderText(preparing_wording.ask_for_news(shown))
        self._field.setVisible(shown.ahead)

    def typed(self) -> str:
        """What stands in the field and was not kept yet."""
        return " ".join(self._field.text().split())

    def forget_typed(self) -> None:
        self._field.clear()

    def _add(self, label: str, text: str) -> int:
        """A line more; returns its row."""
        at, self._count = self._count, self._count + 1
        said = Text(text)
        said.setObjectName("dont-forget-line")
        before = Text(label, "soft", wrap=False)
        self._lines.addWidget(before, at, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addWidget(said, at, 1, Qt.AlignmentFlag.AlignTop)
        return at

    def _remove(self, news: News) -> QWidget:
        made = _NewsGone(news)
        made.chosen.connect(self.news_gone)
        return made

    def _on_noted(self) -> None:
        if text := self.typed():
            self.news_noted.emit(text)


class _NewsGone(QWidget):
    """The small way to take a piece of news out."""

    chosen = Signal(object)

    def __init__(self, news: News) -> None:
        super().__init__()
        self._news = news
        made = button("", self._on_pressed, "small-icon", "news-gone")
        made.setIcon(assets.icon("close", theme.current().soft, ICON))
        made.setIconSize(QSize(ICON, ICON))
        made.setToolTip(self.tr("No news any more"))
        made.setAccessibleName(self.tr("No news any more: {what}").format(what=news.text))
        inner = QGridLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(made)

    def _on_pressed(self) -> None:
        self.chosen.emit(self._news)
