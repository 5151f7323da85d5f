"""The program with its window, for a moment: shows every page, then closes as a user does.

python -m tests.faults.brief_window [--library FILE] [FILE ...]
"""

from __future__ import annotations

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer

import main
from planner.storage.store import Store
from ui.main_window import MainWindow
from ui.page_stack import PAGES
from ui.routes import Route

NEXT_PAGE_MS = 50
build = main.build_window


def briefly(store: Store, *rest: object) -> MainWindow:
    """The window, which shows its pages one after the other and goes."""
    window = build(store, *rest)
    people = store.people.all()
    person = people[0].id if people else 0
    waiting = [Route(where, person=person) for where in PAGES]

    def turn() -> None:
        if not waiting:
            window.close()
            window.close()  # what could not be kept holds a window back once
            return
        window.go(waiting.pop(0))
        QTimer.singleShot(NEXT_PAGE_MS, turn)

    def begin() -> None:
        print("seen", flush=True)
        QTimer.singleShot(NEXT_PAGE_MS, turn)

    window.seen.connect(begin)
    return window


if __name__ == "__main__":
    main.build_window = briefly
    sys.exit(main.main(sys.argv[1:]))
