"""Days off: the public holidays where the user is, or as they chose."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from planner.calendar.public_holidays import available as available  # the window asks too
from planner.calendar.public_holidays import countries as countries
from planner.calendar.public_holidays import country_names, country_of, public_holidays
from planner.calendar.public_holidays import regions as regions
from planner.domain.me import HERE, Me
from planner.storage.store import Store

YEARS_AHEAD = 2  # that times are looked for in


def days_off(store: Store, me: Me, first: date) -> Mapping[date, str]:
    """The user's days off from the year of `first` on, each with its name; {} for none.

    It may take a tenth of a second the first time.
    """
    years = range(first.year, first.year + YEARS_AHEAD + 1)
    return public_holidays(holidays_meant(store, me), years)


def holidays_found(store: Store, me: Me) -> str:
    """The country whose holidays are meant, with its region: "England, Britain (UK)"."""
    country, _, region = holidays_meant(store, me).partition("-")
    if not country:
        return ""
    name = country_names().get(country, country)
    return f"{regions(country).get(region, region)}, {name}" if region else name


def holidays_meant(store: Store, me: Me) -> str:
    """Whose holidays are meant: a country's or region's code; "" for nobody's.

    Where the user is, is the country of their time zone, and of it the region their city is in.
    """
    if me.holidays != HERE:
        return me.holidays
    country = country_of(me.zone)
    town = store.surroundings(me).town(me.city) if country and me.city.strip() else None
    return town.region if town is not None and town.country == country else country
