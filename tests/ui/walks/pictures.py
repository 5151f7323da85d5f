"""Pictures of every step of the walks, in both themes, to be looked at."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.ui.walks.record import Record
from tests.ui.walks.stories import STORIES
from tests.ui.walks.walker import walk
from ui.theme import Scheme


class Album:
    """Keeps each picture under the name of its walk, its step and the theme."""

    def __init__(self, folder: Path, walk: str, scheme: Scheme) -> None:
        self._folder, self._walk, self._scheme = folder, walk, scheme

    def keep(self, of: QWidget, step: str) -> None:
        of.grab().save(str(self._folder / f"{self._walk}-{step}-{self._scheme}.png"))


def take_walks(folder: Path) -> None:
    """Walks every story once in each theme, taking pictures on the way."""
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        for story in STORIES:
            album = Album(folder, story.name, scheme)
            with tempfile.TemporaryDirectory() as kept:
                walk(story, Path(kept) / "library.visavis", Record(album.keep), scheme)
