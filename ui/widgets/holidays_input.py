"""Whose public holidays are days off: those where the user is, another country's, or none."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.me import HERE, NOWHERE, Me
from planner.errors import PlannerError
from ui import background, day_wording
from ui.widgets.inputs import ChoiceInput
from ui.widgets.layouts import Flow
from ui.widgets.text import Text

if TYPE_CHECKING:
    from planner.storage.store import Store
    from ui.session import Session

WHOLE_COUNTRY = ""
LONGEST = 28  # letters of a name that the box is wide enough for


class HolidaysInput(QWidget):
    """A country and, where its regions differ, a region; below, the day off that comes next.

    The names are looked up beside the window when it is first seen: they take a tenth of a second.
    """

    finished = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._countries: dict[str, str] | None = None
        self._regions: dict[str, dict[str, str]] = {}
        self._asked: tuple[str, str] | None = None  # the zone and city looked up
        self._here = ""  # the country, and region, they are in
        self._country = _box(ChoiceInput((HERE, NOWHERE), self._country_words))
        self._country.setObjectName("holidays-country")
        self._country.setAccessibleName(self.tr("Public holidays of"))
        self._country.finished.connect(self._on_country)
        self._region = _box(ChoiceInput((WHOLE_COUNTRY,), self._region_words))
        self._region.setObjectName("holidays-region")
        self._region.setAccessibleName(self.tr("Region"))
        self._region.finished.connect(self.finished)
        self._region.hide()
        self._next = Text("", "small")
        self._next.setObjectName("next-day-off")
        self.setFocusProxy(self._country)
        boxes = Flow(gap=8)
        boxes.addWidget(self._country)
        boxes.addWidget(self._region)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(boxes)
        column.addWidget(self._next)
        session.diary.changed.connect(self._on_diary)

    def value(self) -> str:
        country = str(self._country.value())
        region = str(self._region.value() or "")
        return f"{country}-{region}" if region and country not in (HERE, NOWHERE) else country

    def show_value(self, value: str) -> None:
        country, _, region = value.partition("-")
        self._country.show_value(country)
        self._show_regions()
        self._region.show_value(region)
        self._tell_next()

    def _on_country(self) -> None:
        self._region.show_value(WHOLE_COUNTRY)
        self._show_regions()
        self.finished.emit()

    def _show_regions(self) -> None:
        """The regions of the country chosen, looked up if they are not known."""
        country = str(self._country.value())
        if country in (HERE, NOWHERE):
            self._region.hide()
        elif country in self._regions:
            chosen = self._region.value()
            self._region.clear()
            for region in (WHOLE_COUNTRY, *self._regions[country]):
                self._region.addItem(self._region_words(region), region)
            self._region.show_value(chosen or WHOLE_COUNTRY)
            self._region.setVisible(self._region.count() > 1)
        elif self.isVisible():
            background.run(_Regions(country), self._on_regions)

    def _on_regions(self, found: _Regions) -> None:
        self._regions[found.country] = found.names
        self._show_regions()

    def _on_countries(self, found: dict[str, str]) -> None:
        """All there are to choose from; the choice stays."""
        self._countries = found
        chosen = self._country.value()
        self._country.clear()
        for country in (HERE, NOWHERE, *found):
            self._country.addItem(self._country_words(country), country)
        self._country.show_value(chosen)
        self._show_regions()
        self._tell_next()

    def _country_words(self, country: str) -> str:
        if country == HERE:
            return self.tr("Public holidays where I am")
        if country == NOWHERE:
            return self.tr("None")
        return (self._countries or {}).get(country, country)

    def _region_words(self, region: str) -> str:
        if region == WHOLE_COUNTRY:
            return self.tr("The whole country")
        return self._regions.get(str(self._country.value()), {}).get(region, region)

    def _on_diary(self) -> None:
        with suppress(PlannerError):  # nobody asked; the next look tells it
            self._tell_next()

    def _tell_next(self) -> None:
        if not self.isVisible():
            return
        today = self._session.today()
        coming = self._session.diary.known().days_off
        day = min((day for day in coming if day >= today), default=None)
        self._look_where()
        words = ""
        if self._countries == {}:
            words = self.tr("Not installed: the package “holidays” knows the public holidays.")
        elif day is not None:
            words = self.tr("Next: {day}, {holiday}").format(
                day=day_wording.full_day(day, today.year), holiday=coming[day]
            )
        if self._here and self._countries and self._country.value() == HERE:
            words = self.tr("{country}. {next}").format(country=self._here, next=words).strip()
        self._next.setText(words)
        self._next.setVisible(bool(words))

    def _look_where(self) -> None:
        """Which country the user is in, looked up unless it is known."""
        me = replace(self._session.me, zone=self._session.zone)
        if self._country.value() == HERE and (me.zone, me.city) != self._asked:
            self._asked = (me.zone, me.city)
            background.run(_Here(self._session.store, me), self._on_here)

    def _on_here(self, found: _Here) -> None:
        if found.asked == self._asked:
            self._here = found.country
            self._on_diary()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._countries is None:
            background.run(_countries, self._on_countries)
        self._show_regions()
        self._tell_next()


class _Regions:
    """Looks up the regions of a country."""

    def __init__(self, country: str) -> None:
        self.country = country
        self.names: dict[str, str] = {}

    def __call__(self, job: background.Job) -> _Regions:
        from planner.journeys.days_off import regions

        self.names = regions(self.country)
        return self


class _Here:
    """Looks up in which country the user is."""

    def __init__(self, store: Store, me: Me) -> None:
        self.asked = (me.zone, me.city)
        self.country = ""
        self._store, self._me = store, me

    def __call__(self, job: background.Job) -> _Here:
        from planner.journeys.days_off import available, holidays_found

        if available():
            with self._store.another() as own:
                self.country = holidays_found(own, self._me)
        return self


def _countries(job: background.Job) -> dict[str, str]:
    from planner.journeys.days_off import countries

    return countries()


def _box(made: ChoiceInput) -> ChoiceInput:
    """As wide as most names, not as the longest of them."""
    made.setSizeAdjustPolicy(ChoiceInput.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(LONGEST)
    made.setMaxVisibleItems(12)
    return made
