"""The record of a walk: what the window said and what the user did, to be read like a story."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QApplication, QWidget

WIDEST = 100  # letters in a line

SAID, DID = "| ", "> "  # what the window said, and what the user did


class Record:
    """Lines of a text file, and a picture of each step where somebody wants them."""

    def __init__(self, camera: Callable[[QWidget, str], None] | None = None) -> None:
        self.lines: list[str] = []
        self._camera = camera
        self._pictures = 0

    def part(self, title: str) -> None:
        """A new part of the walk."""
        self.lines += ["", title, "-" * len(title)]

    def said(self, words: str, *, deep: int = 1) -> None:
        """What the window said; nothing is nothing."""
        for line in words.splitlines():
            self._wrapped(line, SAID, deep)

    def all_said(self, words: Iterable[str], *, deep: int = 1) -> None:
        for one in words:
            self.said(one, deep=deep)

    def did(self, words: str, *, deep: int = 1) -> None:
        """What the user did."""
        self._wrapped(words, DID, deep)

    def told(self, words: str) -> None:
        """Something about the walk itself."""
        self.lines += textwrap.wrap(words, WIDEST)

    def asks(self, words: str) -> None:
        """A question, after a free line."""
        self.lines.append("")
        self._wrapped(words, "", 0)

    def picture(self, of: QWidget, name: str) -> None:
        """Takes a picture of a window as it is now."""
        if self._camera is not None:
            self._pictures += 1
            QApplication.processEvents()
            self._camera(of, f"{self._pictures:02}-{name}")

    def text(self) -> str:
        return "\n".join(self.lines).strip() + "\n"

    def _wrapped(self, words: str, before: str, deep: int) -> None:
        if not words.strip():
            return
        first = "  " * deep + before
        rest = "  " * deep + (before if before == SAID else " " * len(before)) + "  "
        self.lines += textwrap.wrap(
            words,
            WIDEST,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
