"""Remembered places as rows of a list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from planner.domain.known_places import PlaceKind, kind_of
from planner.journeys.keep_places import PlaceLine
from ui.country import grouped
from ui.models.rows import RowModel, spoken
from ui.widgets.two_lines import Role

translate = QCoreApplication.translate


class PlacesModel(RowModel[PlaceLine]):
    """A row a place, the most used first: its name; whose ground it is, and how often."""

    def line(self, row: int) -> PlaceLine | None:
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def row_of(self, place_id: int) -> int:
        """Where a place stands; -1 when it is not there."""
        ids = [line.place.id for line in self.rows]
        return ids.index(place_id) if place_id in ids else -1

    def cell(self, line: PlaceLine, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return line.place.name
        if role == Role.SUBTITLE:
            return about(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(line.place.label, about(line))
        return None


def about(line: PlaceLine) -> str:
    """Whose ground it is, how often the user met there, and what is planned there."""
    return f"{kind(kind_of(line.place))} · {times(line)}"


def kind(of: PlaceKind) -> str:
    return {
        PlaceKind.NEUTRAL: translate("places", "Neutral ground"),
        PlaceKind.OWN: translate("places", "Somebody's own"),
        PlaceKind.ONLINE: translate("places", "Online"),
    }[of]


def times(line: PlaceLine) -> str:
    """How often the user met there; what is only planned told apart."""
    if line.times == 0 and line.planned == 0:
        return translate("places", "no 1-2-1 yet")
    if line.times == 0:
        return planned(line)
    return f"{met(line)}, {planned(line)}" if line.planned else met(line)


def met(line: PlaceLine) -> str:
    """How often the user met there, which was once at least."""
    if line.times == 1:
        return translate("places", "met once")
    return translate("places", "met {count} times").format(count=grouped(line.times))


def planned(line: PlaceLine) -> str:
    """What is proposed or agreed there; "" for nothing."""
    words = translate("places", "{count} planned")
    return words.format(count=grouped(line.planned)) if line.planned else ""


def with_whom(line: PlaceLine, most: int = 3) -> str:
    """ "Maya Okafor, Jonas Lindqvist and 4 others"; "" for nobody."""
    names = [person.name for person in line.people]
    if not names:
        return ""
    if len(names) == 1:
        return names[0]
    if len(names) <= most:
        both = translate("places", "{names} and {last}")
        return both.format(names=", ".join(names[:-1]), last=names[-1])
    words = translate("places", "{names} and {count} others")
    return words.format(names=", ".join(names[: most - 1]), count=grouped(len(names) - most + 1))
