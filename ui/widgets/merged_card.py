"""What two people would be as one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.online_networks import is_online_network
from planner.domain.people import Person
from planner.journeys.two_people import Past
from ui import day_wording, wording
from ui.country import grouped
from ui.link_wording import links
from ui.merge_wording import in_figures
from ui.widgets.avatar import Avatar
from ui.widgets.layouts import Card
from ui.widgets.text import Text

MARK = 44  # pixels of the round mark


class MergedCard(Card):
    """The one they become, as the choices stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("merged")
        self.setAccessibleName(self.tr("As one person"))
        self.setProperty("accent", "true")
        self._mark = Avatar(Person(), MARK)
        self._name = Text("", "name")
        self._name.setObjectName("merged-name")
        self._headline = Text("", "soft")
        self._headline.setObjectName("merged-headline")
        self._reach = Text("")
        self._reach.setObjectName("merged-reach")
        self._past = Text("", "soft")
        self._past.setObjectName("merged-past")
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(Text(self.tr("AS ONE PERSON"), "caps"))
        for part in (self._name, self._headline, self._reach, self._past):
            words.addWidget(part)
        across = QHBoxLayout()
        across.setSpacing(14)
        across.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        self.body.addLayout(across)

    def show_person(self, person: Person, past: Past, portrait: QImage | None) -> None:
        self._mark.show_person(person, portrait)
        self._name.setText(person.name)
        born = day_wording.birthday(person.birthday)
        told = (
            person.headline,
            person.city,
            self.tr("born {day}").format(day=born) if born else "",
        )
        _say(self._headline, *told)
        _say(self._reach, *person.emails, *person.phones, *links(person))
        _say(self._past, wording.stage(person.stage), in_figures(past), self._places(past.met_at))

    def _places(self, met_at: Sequence[str]) -> str:
        """Where they were met: a network alone by its name, for nobody is met there."""
        if not met_at:
            return ""
        if len(met_at) > 1:
            words = self.tr("{n} groups and events")
            return words.format(n=grouped(len(met_at)))
        (only,) = met_at
        if is_online_network(only):
            return self.tr("on {network}").format(network=only)
        return self.tr("met at {event}").format(event=only)


def _say(line: Text, *parts: str) -> None:
    words = " · ".join(filter(None, parts))
    line.setText(words)
    line.setVisible(bool(words))
