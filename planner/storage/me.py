"""About me and the settings: single rows, written like every other record."""

from __future__ import annotations

from planner.domain.changes import Kind
from planner.domain.me import Me
from planner.storage.codec import Codec
from planner.storage.rows import Rows
from planner.storage.tables import Setting
from planner.storage.transaction import Ledger

_ONLY = 1  # the id of the one row About me has


class AboutMe:
    """The user; what a new library says of them is what `Me()` says."""

    def __init__(self, ledger: Ledger) -> None:
        self._rows = Rows(Kind.ME, ledger)
        self._codec = Codec(Me, self._rows.table)

    def get(self) -> Me:
        query = self._rows.table.select(self._codec.selected)
        found = self._codec.records(self._rows.database.rows(query))
        return found[0] if found else Me()

    def put(self, me: Me) -> None:
        before = self._rows.current(_ONLY)
        (after,) = self._codec.rows((me,), [_ONLY])
        if before is None:
            self._rows.insert([after])
        else:
            self._rows.update(before, after)

    def forget(self) -> None:
        """Makes the user unknown again, as in a new library."""
        self._rows.delete(self._rows.among(self._rows.table.id, [_ONLY]))


class Settings:
    """Small texts the program remembers in the library, by name."""

    def __init__(self, ledger: Ledger) -> None:
        self._rows = Rows(Kind.SETTING, ledger)

    def get(self, name: str, default: str = "") -> str:
        found = self._rows.among(Setting.name, [name])
        return str(self._rows.named(found[0])["value"]) if found else default

    def beginning(self, start: str) -> dict[str, str]:
        """The settings whose name begins so, by name, those made last at the end."""
        so = Setting.name.startswith(start)
        query = Setting.select(Setting.name, Setting.value).where(so).order_by(Setting.id)
        return {str(name): str(value) for name, value in self._rows.database.rows(query)}

    def put(self, name: str, value: str) -> None:
        found = self._rows.among(Setting.name, [name])
        if found:
            (before,) = found
            self._rows.update(before, self._rows.altered(before, {"value": value}))
        else:
            (id,) = self._rows.new_ids(1)
            self._rows.insert([(id, name, value)])

    def forget(self, name: str) -> None:
        """Removes a setting; nothing happens where there is none."""
        self._rows.delete(self._rows.among(Setting.name, [name]))
