"""What the list of questions is narrowed by: chips, and a menu for what is wanted less often."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from planner.domain.facts import FactKind
from planner.domain.finding_questions import Wanted, Which
from planner.domain.people import Stage
from ui import question_wording, wording
from ui.widgets.layouts import Flow, button
from ui.widgets.text import plain_tip

DEPTHS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class _Part:
    """One thing a question can be wanted by."""

    name: str  # the field of Wanted
    title: str
    nothing: Any  # the value that leaves nothing out
    words: Callable[[Any], str]


class QuestionFilters(QWidget):
    """Pressed chips stand for what leaves questions out; pressing one again releases it.

    Signals:
        pressed(): another choice of filters holds.
    """

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = Wanted()
        self._phases: tuple[str, ...] = ()
        self._parts = (
            _Part("phase", self.tr("Phase"), "", str),
            _Part("depth", self.tr("Depth"), 0, question_wording.depth),
            _Part("stage", self.tr("Suits somebody"), None, wording.stage),
            _Part("fills", self.tr("Tells of"), None, wording.fact_kind),
        )
        flow = Flow(self, gap=6)
        self._chips: dict[Which, QPushButton] = {}
        for which in Which:
            chip = button(question_wording.which(which), look="chip", name=f"filter-{which.value}")
            chip.setCheckable(True)
            chip.clicked.connect(self._on_chip)
            flow.addWidget(chip)
            self._chips[which] = chip
        # It stands where the list has room for it, beside the guides.
        self.more = button(self.tr("Filter"), name="filter-more")
        self.more.setProperty("menu", "true")
        self.more.setToolTip(self.tr("By phase, depth, stage, or what an answer tells"))
        self._menu = QMenu(self.more)
        self._menu.setObjectName("filter-menu")
        self.more.setMenu(self._menu)
        self._set: dict[str, QPushButton] = {}  # chips of what the menu chose, by part
        for part in self._parts:
            chip = button("", look="chip", name=f"filter-{part.name}")
            chip.setCheckable(True)
            chip.setChecked(True)
            chip.clicked.connect(self._on_released)
            chip.hide()
            self._set[part.name] = chip
            flow.addWidget(chip)
        self._menus = {part.name: self._menu.addMenu(part.title) for part in self._parts}
        phase, depth, stage, fills = self._parts
        self._fill(phase, ())
        self._fill(depth, DEPTHS)
        self._fill(stage, Stage)
        self._fill(fills, (kind for kind in FactKind if kind is not FactKind.PRIVATE))
        self._show_wanted()

    @property
    def wanted(self) -> Wanted:
        """What the filters want, words and guide apart."""
        return self._wanted

    def show_phases(self, titles: Iterable[str]) -> None:
        """The phases one can choose from now; one that is gone is wanted no more."""
        phases = tuple(dict.fromkeys(titles))
        if phases != self._phases:
            self._phases = phases
            if self._wanted.phase not in phases:
                self._wanted = replace(self._wanted, phase="")
            self._fill(self._parts[0], phases)
            self._show_wanted()

    def clear(self) -> None:
        """Releases them all, without a word."""
        self._wanted = Wanted()
        for chip in self._chips.values():
            chip.setChecked(False)
        self._show_wanted()

    def want(self, **of: Any) -> None:
        """Wants these, as the menu's entries do."""
        self._wanted = replace(self._wanted, **of)
        self._show_wanted()
        self.pressed.emit()

    def _fill(self, part: _Part, choices: Iterable[Any]) -> None:
        """Fills one part's menu anew."""
        within = self._menus[part.name]
        for before in within.findChildren(QActionGroup):
            before.deleteLater()  # and its actions, which are no longer in the menu
        within.clear()
        group = QActionGroup(within)
        for value in (part.nothing, *choices):
            words = self.tr("Any") if value == part.nothing else part.words(value)
            action = group.addAction(words.replace("&", "&&"))
            action.setObjectName(f"want-{part.name}-{value}")
            action.setCheckable(True)
            action.setData((part.name, value))
        within.addActions(group.actions())
        group.triggered.connect(self._on_action)

    def _show_wanted(self) -> None:
        """Marks in the menus, and as chips, what is wanted now."""
        for part in self._parts:
            now = getattr(self._wanted, part.name)
            for action in self._menus[part.name].actions():
                action.setChecked(action.data()[1] == now)
            self._show_chip(part, now)

    def _show_chip(self, part: _Part, value: Any) -> None:
        chip = self._set[part.name]
        chip.setVisible(value != part.nothing)
        if value != part.nothing:
            words = part.words(value)
            chip.setText(f"{words} ×".replace("&", "&&"))
            told = self.tr("{part}: {value}. Press to show others too.")
            chip.setAccessibleName(told.format(part=part.title, value=words))
            chip.setToolTip(plain_tip(chip.accessibleName()))

    def _on_action(self, action: QAction) -> None:
        name, value = action.data()
        self.want(**{name: value})

    def _on_chip(self) -> None:
        pressed = frozenset(which for which, chip in self._chips.items() if chip.isChecked())
        self.want(which=pressed)

    def _on_released(self) -> None:
        chip = self.sender()
        for part in self._parts:
            if self._set[part.name] is chip:
                self._set[part.name].setChecked(True)
                self.want(**{part.name: part.nothing})
