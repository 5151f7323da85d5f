"""About Vis-à-vis, and every key it knows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QGridLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner import __version__
from ui import assets, touch_keys
from ui.talk_keys import rows_for_the_table
from ui.widgets.layouts import button, line, row
from ui.widgets.text import Text

SIGN = 56  # pixels across
WIDTH = 520  # pixels
KEYS_WIDTH = 700  # pixels, for the longest of what keys do

# What the program is built on, under which licence: from each one's own package metadata.
BUILT_ON = (
    ("Qt, PySide6", "LGPL 3"),
    ("peewee", "MIT"),
    ("icalendar", "BSD 2-clause"),
    ("keyring", "MIT"),
    ("phonenumberslite", "Apache 2.0"),
    ("platformdirs", "MIT"),
    ("SQLCipher", "BSD 3-clause"),
    ("sqlcipher3", "zlib"),
    ("tzlocal", "MIT"),
    ("tzdata", "Apache 2.0"),
    ("Inter", "SIL Open Font License 1.1"),
    ("GeoNames", "CC BY 4.0"),
)


class AboutDialog(QDialog):
    """What the program is, its version and licence, and whose work it stands on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about-dialog")
        self.setWindowTitle(self.tr("About Vis-à-vis"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        sign = Text(wrap=False)
        sign.setPixmap(assets.pixmap("visavis", "", SIGN, self.devicePixelRatioF()))
        sign.setFixedSize(QSize(SIGN, SIGN))
        name = QVBoxLayout()
        name.setSpacing(2)
        name.addWidget(Text("Vis-à-vis", "title"))
        version = Text(self.tr("Version {version}").format(version=__version__), "soft")
        version.setObjectName("version")
        name.addWidget(version)

        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(12)
        head = row(sign, name, gap=16)
        head.setStretch(1, 1)
        column.addLayout(head)
        column.addWidget(
            Text(
                self.tr(
                    "A planner for 1-2-1 meetings: whom to meet next and why, how to lead that "
                    "conversation, and what you promised each other."
                )
            )
        )
        column.addWidget(
            Text(self.tr("Free software under the MIT licence. It never goes online."), "soft")
        )
        column.addWidget(line())
        column.addWidget(Text(self.tr("Built on the work of others"), "heading"))
        credits = QGridLayout()
        credits.setHorizontalSpacing(24)
        credits.setVerticalSpacing(3)
        credits.setColumnStretch(1, 1)
        for at, (work, licence) in enumerate(BUILT_ON):
            credits.addWidget(Text(work, wrap=False), at, 0)
            credits.addWidget(Text(licence, "soft", wrap=False), at, 1)
        column.addLayout(credits)
        column.addWidget(Text(self.tr("The icons were drawn for Vis-à-vis."), "soft"))
        column.addStretch(1)
        close = button(self.tr("Close"), self.accept, look="primary", name="close-about")
        close.setDefault(True)
        column.addLayout(row(None, close))


class KeysDialog(QDialog):
    """Every key as a table: the window's, from its own actions, then those of its pages.

    In a conversation (`talking`) its own keys come first: somebody is waiting opposite.
    """

    def __init__(self, parent: QWidget, *, talking: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("keys-dialog")
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        steady = {"undo": self.tr("Undo"), "redo": self.tr("Redo")}
        rows = [*_window_keys(parent.window(), steady), *self._page_keys()]
        talk = rows_for_the_table()
        rows = [*talk, *rows] if talking else [*rows, *talk]
        table = QTableWidget(len(rows), 2)
        table.setObjectName("keys")
        table.setAccessibleName(self.tr("Keys"))
        table.setProperty("look", "framed")
        table.setHorizontalHeaderLabels([self.tr("What"), self.tr("Keys")])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        for at, (what, keys) in enumerate(rows):
            table.setItem(at, 0, QTableWidgetItem(what))
            table.setItem(at, 1, QTableWidgetItem(keys))
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        close = button(self.tr("Close"), self.accept, look="primary", name="close-keys")
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(Text(self.tr("Keys"), "title"))
        column.addWidget(table, 1)
        column.addLayout(row(None, close))
        self.resize(KEYS_WIDTH, 620)

    def _page_keys(self) -> list[tuple[str, str]]:
        """What works on one page alone, or in every form, without an action of the window."""
        return [
            (self.tr("In a form: save"), _native("Ctrl+Return")),
            (
                self.tr("On the ladder: a rung down or up"),
                f"{_native('Left')} · {_native('Right')}",
            ),
            (self.tr("Today: why this person"), _native("?")),
            (
                self.tr("1-2-1 day: somebody earlier or later"),
                f"{_native('Alt+Up')} · {_native('Alt+Down')}",
            ),
            (
                self.tr("Meetings, month and agenda: move a 1-2-1"),
                f"{_native('Ctrl+Left')} … {_native('Ctrl+Down')}",
            ),
            (
                self.tr("Meetings, month and agenda: plan on this day, go to today"),
                f"{_native('N')} · {_native('T')}",
            ),
            (self.tr("Meetings, month: the next 1-2-1 of a day"), _native("Space")),
            (self.tr("Debrief: save it"), f"{_native('Ctrl+S')} · {_native('Ctrl+Return')}"),
            (self.tr("Debrief: save a past 1-2-1, add another"), _native("Ctrl+Shift+S")),
            (self.tr("Debrief: go to a card"), f"{_native('Alt+1')} … 8"),
            (self.tr("Debrief: + promise, + fact"), f"{_native('Ctrl+P')} · {_native('Ctrl+F')}"),
            (self.tr("People: find in the list"), _native("Ctrl+F")),
            (self.tr("People: change somebody"), _native("F2")),
            (self.tr("People: remove whoever is chosen"), _native("Delete")),
            *touch_keys.rows_for_the_table(),
            (self.tr("Questions: find in the list"), _native("Ctrl+F")),
            (
                self.tr("Questions: favourite, leave out"),
                f"{_native('Ctrl+D')} · {_native('Ctrl+Shift+L')}",
            ),
            (
                self.tr("Questions: write one, change one or write my own version"),
                f"{_native('Ctrl+Shift+N')} · {_native('F2')}",
            ),
            (self.tr("Questions: remove one of my own"), _native("Delete")),
            (self.tr("Possible duplicates: merge, keep both, skip"), "M · N · S"),
        ]


def _window_keys(window: QWidget, names: dict[str, str]) -> list[tuple[str, str]]:
    """What each action of the window does, and its keys as this platform writes them.

    Undo and Redo are named without what they would undo just now.
    """
    found: dict[str, str] = {}
    for action in window.actions():
        if isinstance(action, QAction) and action.shortcuts():
            keys = " · ".join(_native(each) for each in action.shortcuts())
            found.setdefault(names.get(action.objectName(), _plain(action)), keys)
    return list(found.items())


def _native(keys: str | QKeySequence) -> str:
    """A key as this platform writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _plain(action: QAction) -> str:
    """An action's words without the mark of its mnemonic and the dots of a dialog."""
    return action.iconText().removesuffix("…").removesuffix("...")
