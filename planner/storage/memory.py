"""What was worked out from the library and holds for as long as nothing in it changes."""

from __future__ import annotations

from planner.storage.tables import Remembered
from planner.storage.transaction import Ledger


class Memory:
    """Texts by name, kept in the library; every change to a record empties it, an undo too.

    Settings alone change nothing that is worked out: a draft may be kept without loss.

    What is kept in the transaction that read it can therefore never be out of date.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._database = ledger.database

    def recall(self, name: str) -> str | None:
        """What was kept under a name, None when something has changed since."""
        query = Remembered.select(Remembered.text).where(Remembered.name == name)
        found = self._database.rows(query)
        return str(found[0][0]) if found else None

    def keep(self, name: str, text: str) -> None:
        """Keeps a text until the next change; in the transaction that read what it is made of."""
        self._ledger.require()
        self._database.execute(Remembered.replace(name=name, text=text))

    def forget(self) -> None:
        """Empties the memory; part of every transaction that changes a record."""
        self._database.execute(Remembered.delete())
