"""The side of the window: the program's name and the pages one can go to."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import assets, theme
from ui.country import grouped
from ui.routes import Route, Where
from ui.widgets.layouts import button
from ui.widgets.text import Text

WIDTH = 196  # pixels, before the text grows
COUNT_GAP = 14  # pixels between a page's name and its figure


class NavigationButton(QPushButton):
    """One page's button with its icon and, at the right, a quiet count."""

    def __init__(self, where: Where, text: str) -> None:
        super().__init__(f" {text}")  # a little air after the icon
        self.where = where
        self.setObjectName(f"go-{where}")
        self.setProperty("look", "nav")
        self.setCheckable(True)
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setIconSize(QSize(18, 18))
        self._count: Text | None = None  # made with the first figure: some pages never have one

    def show_count(self, count: int, *, alert: bool = False) -> None:
        """A figure at the right; nothing for 0."""
        told = grouped(count) if count else ""
        if self._count is None:
            if not count:
                return
            self._count = self._figure()
        self._count.setText(told)
        self._count.setProperty("look", "alert" if alert else "small")
        self._count.style().polish(self._count)
        late = self.tr("{count}, some of them late").format(count=told) if alert else ""
        self.setAccessibleDescription(late or told)
        self.setToolTip(late)  # colour alone says nothing
        self.updateGeometry()

    def _figure(self) -> Text:
        made = Text("", "small", wrap=False, parent=self)
        made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 0, 12, 0)
        inner.addStretch(1)
        inner.addWidget(made)
        made.show()
        return made

    def paint_icon(self) -> None:
        shade = theme.current().ink if self.isChecked() else theme.current().soft
        name = {Where.ME: "me"}.get(self.where, str(self.where))
        self.setIcon(assets.icon(name, shade))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)  # as the style sheet has the page in sight
        wider = QFontMetrics(bold).horizontalAdvance(self.text())
        wider -= QFontMetrics(self.font()).horizontalAdvance(self.text())
        hint.setWidth(hint.width() + max(wider, 0))
        if self._count is None or not self._count.text():
            return hint
        return QSize(hint.width() + self._count.sizeHint().width() + COUNT_GAP, hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Navigation(QFrame):
    """The list of pages.

    Signals:
        wanted(Route): a page's button was pressed.
    """

    wanted = Signal(Route)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "side")
        self.setMinimumWidth(WIDTH)  # it grows with the text and the figures
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Pages"))
        self._group = QButtonGroup(self)
        self._buttons: dict[Where, NavigationButton] = {}
        self.menu_button = button("", look="icon", name="menu-button")
        self.menu_button.setAccessibleName(self.tr("Menu"))
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves it on the page
        self.menu_button.setToolTip(self.tr("Menu (F10)"))

        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 12, 14)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setContentsMargins(10, 0, 0, 10)
        head.addWidget(Text("Vis-à-vis", "name", wrap=False), 1)
        head.addWidget(self.menu_button)
        column.addLayout(head)
        for where, text in (
            (Where.TODAY, self.tr("Today")),
            (Where.PEOPLE, self.tr("People")),
            (Where.MEETINGS, self.tr("Meetings")),
            (Where.FOLLOW_UPS, self.tr("Follow-ups")),
            (Where.EVENTS, self.tr("Groups and events")),
            (Where.QUESTIONS, self.tr("Questions")),
        ):
            column.addWidget(self._add(where, text))
        column.addStretch(1)
        for where, text in (
            (Where.ME, self.tr("About me")),
            (Where.SETTINGS, self.tr("Settings")),
        ):
            column.addWidget(self._add(where, text))
        self.repaint_icons()

    def _add(self, where: Where, text: str) -> NavigationButton:
        made = NavigationButton(where, text)
        made.clicked.connect(self._on_clicked)
        self._group.addButton(made)
        self._buttons[where] = made
        return made

    def _on_clicked(self) -> None:
        pressed = self._group.checkedButton()
        if isinstance(pressed, NavigationButton):
            self.wanted.emit(Route(pressed.where))

    def show_where(self, where: Where) -> None:
        """Marks the page in sight; a page off the list marks the one it belongs to."""
        home = {
            Where.PLAN: Where.MEETINGS,
            Where.PREPARE: Where.MEETINGS,
            Where.CONVERSATION: Where.MEETINGS,
            Where.DEBRIEF: Where.MEETINGS,
            Where.DUPLICATES: Where.PEOPLE,
        }.get(where, where)
        if home in self._buttons:
            self._buttons[home].setChecked(True)
        self.repaint_icons()

    def show_count(self, where: Where, count: int, *, alert: bool = False) -> None:
        self._buttons[where].show_count(count, alert=alert)

    def repaint_icons(self) -> None:
        """Draws the icons in the palette in force."""
        for made in self._buttons.values():
            made.paint_icon()
        self.menu_button.setIcon(assets.icon("menu", theme.current().soft))
