"""The program's real start on a library; ends at the first Today that can be used.

With "remember" it first does what the program does next: it notes the list for later starts.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

import main

if TYPE_CHECKING:
    from planner.storage.store import Store
    from ui.main_window import MainWindow
    from ui.opening import Begin
    from ui.single_instance import SingleInstance

build = main.build_window


def build_to_look_at(store: Store) -> MainWindow:
    """Builds the window as ever; in between, as all that a start imports is imported by now."""
    from ui import sitting

    sitting.after_first_sight = end_at_first_sight
    return build(store)


def end_at_first_sight(window: MainWindow, instance: SingleInstance, begin: Begin) -> None:
    """Stands in for what comes after the first sight: looks and leaves."""

    def leave() -> None:
        from PySide6.QtWidgets import QPushButton

        shown = window.findChildren(QPushButton, "plan")
        assert shown and all(button.isVisible() for button in shown), "no suggestion to be seen"
        if "remember" in sys.argv:
            from ui.sitting import remember

            remember(window.session.store, window.session.today())
            window.session.store.close()
        instance.close()  # or the next start has a lock to clear away that no user leaves
        os._exit(0)

    window.seen.connect(leave)


main.build_window = build_to_look_at
main.main(["--library", sys.argv[1]])
os._exit(1)
