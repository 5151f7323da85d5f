"""One command as it was given in the terminal."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from planner.domain.wall_time import wall_of
from planner.errors import LibraryDamaged, PlannerError
from ui.clock import Clock
from ui.terminal_output import Told

if TYPE_CHECKING:
    from planner.storage.store import Store


@dataclass(frozen=True, slots=True)
class Call:
    """One command as it was given, and when. `now` is UTC, naive."""

    given: argparse.Namespace
    now: datetime
    open_store: Callable[[Path | None], Store]
    default_library: Callable[[], Path] | None = None

    def store(self) -> Store:
        """The library, made where there is none: for what brings people in."""
        return self.open_store(self.given.library)

    def existing(self) -> Store:
        """The library there is; PlannerError when there is none, as a wrong name would else
        make an empty one and answer from it.
        """
        if self.has_library() is False:
            self._refuse_a_lost_one()
            named: Path | None = self.given.library
            if named is None:
                raise PlannerError("There is no library yet: sample or import makes one.")
            raise PlannerError(
                f"There is no library {named}. Check the name; sample or import makes a new one."
            )
        return self.store()

    def library(self) -> Path:
        """Where the library lies, or would."""
        named: Path | None = self.given.library
        if named is None and self.default_library is not None:
            named = self.default_library()
        if named is None:
            raise PlannerError("Name the library: --library FILE.")
        return named

    def today(self, store: Store) -> date:
        """The day that was asked for, else the one it is where the user is."""
        asked: date | None = getattr(self.given, "today", None)
        zone = store.me.get().zone or Clock().local_zone()
        return asked or wall_of(self.now, zone).date()

    def _refuse_a_lost_one(self) -> None:
        """LibraryDamaged where there was a library once, of which there are backups."""
        from planner.journeys.restore_library import was_there

        if was_there(library := self.library()):
            raise LibraryDamaged(f"The library {library} is gone, but there are backups of it.")

    def has_library(self) -> bool | None:
        """Whether there is a library already, None where nobody can tell; asking makes none."""
        library: Path | None = self.given.library
        if library is None and self.default_library is not None:
            library = self.default_library()
        try:
            return None if library is None else library.exists()
        except OSError:  # it cannot even be looked for: opening it says why
            return True


Command = Callable[[Call], Told]
