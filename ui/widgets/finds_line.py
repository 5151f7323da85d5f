"""Whom the words of About me find, told below them as soon as they are typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from planner.journeys.whom_it_finds import Finds, whom_it_finds
from ui import background
from ui.country import grouped
from ui.widgets.text import Text

if TYPE_CHECKING:
    from planner.storage.store import Store
    from ui.session import Session

MOST_NAMED = 3  # phrases that find nobody; with more of them the line would be a list

translate = QCoreApplication.translate


class FindsLine(Text):
    """“Finds 14 of your 412 people. Nobody yet: conveyancing.” Without words, nothing."""

    def __init__(self, name: str) -> None:
        super().__init__("", "small")
        self.setObjectName(name)
        self.hide()

    def tell(self, found: Finds) -> None:
        """Says whom it finds; nothing where there are no words, or nobody to find."""
        words = sentence(found)
        self.setText(words)
        self.setVisible(bool(words))


class WhomItFinds(QObject):
    """Looks for whom the words find beside the window: ten thousand people take a moment.

    Signals:
        found(Finds, Finds): whom what is looked for finds, and what is avoided.
    """

    found = Signal(object, object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: background.Job | None = None

    def look(self) -> None:
        """Looks anew; what was looked for before is dropped."""
        if self._job is not None:
            self._job.cancel()
        # The work knows the store alone: it may go on for a moment after this is gone.
        self._job = background.run(partial(_find, self._session.store), self._on_found)

    def _on_found(self, both: tuple[Finds, Finds]) -> None:
        self._job = None
        self.found.emit(*both)


def sentence(found: Finds) -> str:
    """Whom it finds, in a line; "" where there is nothing to tell."""
    if not found.of or not (found.people or found.nobody):
        return ""
    if not found.people:
        return translate("finds", "Finds nobody of your people yet. Fewer or other words may.")
    words = translate("finds", "Finds {count} of your {people} people.")
    told = words.format(count=grouped(found.people), people=grouped(found.of))
    if not found.nobody:
        return told
    named = ", ".join(found.nobody[:MOST_NAMED])
    if len(found.nobody) > MOST_NAMED:
        named = translate("finds", "{words} and others").format(words=named)
    nobody = translate("finds", "Nobody yet: {words}.").format(words=named)
    return f"{told} {nobody}"


def _find(store: Store, job: background.Job) -> tuple[Finds, Finds]:
    with store.another() as own:
        return whom_it_finds(own)
