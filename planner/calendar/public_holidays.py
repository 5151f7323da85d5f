"""Public holidays by country and region, where the optional package for them is installed."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import tzdata

_ENGLISH = ("en_GB", "en_US")  # what days are called in; their own language where it has neither


def available() -> bool:
    """Whether holidays can be told at all."""
    return find_spec("holidays") is not None


def public_holidays(code: str, years: Iterable[int]) -> dict[date, str]:
    """The public holidays of a country or region, such as "DE" or "DE-BY", by day.

    Of a region that is not known, those of its country; none of a country that is not known, or
    without the package. Years it knows nothing of have none.
    """
    if not code or not available():
        return {}
    import holidays  # a tenth of a second

    country, _, region = code.partition("-")
    for subdivision in (region or None, None):
        with suppress(NotImplementedError):
            found = holidays.country_holidays(country, subdiv=subdivision, years=tuple(years))
            spoken = set(found.supported_languages)
            language = next((each for each in _ENGLISH if each in spoken), None)
            if language is not None and language != found.default_language:
                found = holidays.country_holidays(
                    country, subdiv=subdivision, years=tuple(years), language=language
                )
            return {day: str(name) for day, name in sorted(found.items())}
    return {}


def countries() -> dict[str, str]:
    """The countries whose holidays are known, by code: {"DE": "Germany"}, in order of name."""
    if not available():
        return {}
    import holidays

    names = country_names()
    known = [code for code in holidays.list_supported_countries() if code in names]
    return {code: names[code] for code in sorted(known, key=names.__getitem__)}


def regions(country: str) -> dict[str, str]:
    """The regions of a country with holidays of their own, by code: {"BY": "Bavaria"}."""
    if not country or not available():
        return {}
    import holidays

    with suppress(NotImplementedError):
        known = holidays.country_holidays(country)
        called: dict[str, str] = {}
        for name, code in known.subdivisions_aliases.items():
            called.setdefault(str(code), str(name))
        codes = known.subdivisions
        return dict(
            sorted(((code, called.get(code, code)) for code in codes), key=lambda each: each[1])
        )
    return {}


def country_of(zone: str) -> str:
    """The country an IANA zone is in, such as "DE" for Europe/Berlin; "" when it is in none."""
    countries = {name: country for country, _, name, *_ in _table("zone.tab")}
    return countries.get(zone) or countries.get(_links().get(zone, ""), "")


def country_names() -> dict[str, str]:
    """What countries are called in English, by code."""
    return {code: name for code, name, *_ in _table("iso3166.tab")}


def _links() -> dict[str, str]:
    """Former names of zones: {"Asia/Calcutta": "Asia/Kolkata"}."""
    lines = _zone_file("tzdata.zi").splitlines()
    links = (line.split() for line in lines if line.startswith("L "))
    return {former: name for _, name, former in links}


def _table(name: str) -> list[list[str]]:
    lines = _zone_file(name).splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _zone_file(name: str) -> str:
    return Path(tzdata.__file__).with_name("zoneinfo").joinpath(name).read_text(encoding="utf-8")
