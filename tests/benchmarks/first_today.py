"""The program's real start on a library; ends at the first Today that can be used."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

import main


def end_at_first_sight(window: object, instance: object, files: list[str]) -> None:
    """Stands in for what comes after the first sight: paints once and leaves."""
    from PySide6.QtWidgets import QApplication, QPushButton

    QApplication.processEvents()
    shown = window.findChildren(QPushButton, "plan")  # type: ignore[attr-defined]
    assert shown and all(button.isVisible() for button in shown), "no suggestion to be seen"
    os._exit(0)


main._after_first_sight = end_at_first_sight
main.main(["--library", sys.argv[1]])
os._exit(1)
