"""One command as it was given in the terminal."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from planner.storage.store import Store
from ui.terminal_output import Told


@dataclass(frozen=True, slots=True)
class Call:
    """One command as it was given, and when. `now` is UTC, naive."""

    given: argparse.Namespace
    now: datetime
    today: date
    open_store: Callable[[Path | None], Store]
    default_library: Callable[[], Path] | None = None

    def store(self) -> Store:
        """The library, made where there is none."""
        return self.open_store(self.given.library)

    def has_library(self) -> bool:
        """Whether there is a library already; asking makes none."""
        library: Path | None = self.given.library
        if library is None and self.default_library is not None:
            library = self.default_library()
        try:
            return library is not None and library.exists()
        except OSError:  # it cannot even be looked for: opening it says why
            return True


Command = Callable[[Call], Told]
