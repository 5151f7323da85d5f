"""Which zone a name in a calendar file means: IANA's, Windows', Exchange's and others' names."""

from __future__ import annotations

import re
import zoneinfo
from datetime import timedelta
from functools import lru_cache

from planner.calendar.clocks import Clock, FixedClock, ZoneClock, offset_in

_UTC = frozenset(
    (
        *("utc", "z", "zulu", "gmt", "greenwich", "uct", "ut", "tzone://microsoft/utc"),
        *("coordinated_universal_time", "(utc)_coordinated_universal_time"),
    )
)
_OFFSET = re.compile(r"(?:UTC|GMT|UT|Z)?\s*([+-])\s*(\d{1,2})(?:[:.]?(\d\d))?(?:[:.]?00)?", re.I)
# "(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "(GMT+01.00) ..."
_DISPLAYED = re.compile(r"\((?:UTC|GMT)\s*(?:([+-])(\d\d)[:.](\d\d))?\)\s*(.*)", re.I | re.S)
_CITIES = {  # places in Windows' display names that IANA spells otherwise or does not have
    "astana": "Asia/Almaty",
    "bern": "Europe/Zurich",
    "beijing": "Asia/Shanghai",
    "chennai": "Asia/Kolkata",
    "kiev": "Europe/Kyiv",
    "kyiv": "Europe/Kyiv",
    "abu dhabi": "Asia/Dubai",
    "muscat": "Asia/Muscat",
    "st. petersburg": "Europe/Moscow",
    "islamabad": "Asia/Karachi",
    "hanoi": "Asia/Bangkok",
    "osaka": "Asia/Tokyo",
    "sapporo": "Asia/Tokyo",
    "canberra": "Australia/Sydney",
    "wellington": "Pacific/Auckland",
    "pretoria": "Africa/Johannesburg",
    "edinburgh": "Europe/London",
    "hawaii": "Pacific/Honolulu",
    "alaska": "America/Anchorage",
    "pacific time": "America/Los_Angeles",
    "mountain time": "America/Denver",
    "central time": "America/Chicago",
    "eastern time": "America/New_York",
    "atlantic time": "America/Halifax",
    "arizona": "America/Phoenix",
    "newfoundland": "America/St_Johns",
    "saskatchewan": "America/Regina",
    "central america": "America/Guatemala",
    "indiana": "America/Indiana/Indianapolis",
    "brasilia": "America/Sao_Paulo",
    "brasília": "America/Sao_Paulo",
    "wien": "Europe/Vienna",
    "rom": "Europe/Rome",
    "brüssel": "Europe/Brussels",
    "kopenhagen": "Europe/Copenhagen",
    "warschau": "Europe/Warsaw",
    "prag": "Europe/Prague",
    "lissabon": "Europe/Lisbon",
    "athen": "Europe/Athens",
    "moskau": "Europe/Moscow",
}
# What programs write that neither IANA nor Windows has.
_OTHERS = {
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
    "us-eastern": "America/New_York",
    "us-central": "America/Chicago",
    "us-mountain": "America/Denver",
    "us-pacific": "America/Los_Angeles",
    "edt": "America/New_York",
    "cdt": "America/Chicago",
    "mdt": "America/Denver",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "cest": "Europe/Berlin",
    "mez": "Europe/Berlin",
    "mesz": "Europe/Berlin",
    "aest": "Australia/Sydney",
    "aedt": "Australia/Sydney",
    "jst": "Asia/Tokyo",
    "western european standard time": "Europe/Lisbon",
    "central european time": "Europe/Berlin",
}


@lru_cache(maxsize=512)
def named(name: str) -> Clock | None:
    """The clocks of the zone that `name` means, or None for a name that says nothing."""
    name = bare(name)
    if not name or len(name) > 300:
        return None
    if name.lower().replace(" ", "_") in _UTC:
        return FixedClock(timedelta())
    return (
        iana(name)
        or _after_prefix(name)
        or _by_other_names(name)
        or _by_offset(name)
        or _displayed(name)
    )


def bare(name: str) -> str:
    """A zone's name as a file has it, without quotes and escapes."""
    return name.replace("\\,", ",").replace("\\;", ";").strip().strip("\"'").strip()


@lru_cache(maxsize=512)
def iana(name: str) -> ZoneClock | None:
    """The clocks of the IANA zone of exactly that name, in its capital and small letters."""
    try:
        if name not in _names():  # a disk that does not tell capitals apart would find others too
            return None
        return ZoneClock(name, zoneinfo.ZoneInfo(name))
    except (KeyError, OSError, ValueError):  # unknown, a folder's name, a path leading elsewhere
        return None


def _after_prefix(name: str) -> ZoneClock | None:
    """`/freeassociation.sourceforge.net/Tzfile/Europe/Berlin`, and capitals used otherwise."""
    parts = [part for part in name.replace(" ", "_").replace("\\", "/").split("/") if part]
    for count in (3, 2, 1):
        if count > len(parts) or (count == 1 and len(parts) > 1):
            continue
        tail = "/".join(parts[-count:])
        found = (len(parts) > count and iana(tail)) or iana(_spelt().get(tail.lower(), ""))
        if found:
            return found
    return None


def _by_other_names(name: str) -> ZoneClock | None:
    key = " ".join(name.replace("_", " ").split()).lower()
    known = _windows().get(key) or _OTHERS.get(key)
    if not known and key.endswith("daylight time"):  # "Eastern Daylight Time"
        known = _windows().get(key.removesuffix("daylight time") + "standard time")
    if not known and re.fullmatch(r".* time [12]", key):  # Outlook counts its own changed ones
        known = _windows().get(key[:-2])
    return iana(known) if known else None


def _by_offset(name: str) -> FixedClock | None:
    match = _OFFSET.fullmatch(name)
    if match is None:
        return None
    try:
        ahead = offset_in(f"{match[1]}{int(match[2]):02}{match[3] or '00'}")
    except ValueError:
        return None
    return FixedClock(ahead) if abs(ahead) <= timedelta(hours=14) else None


def _displayed(name: str) -> ZoneClock | FixedClock | None:
    match = _DISPLAYED.fullmatch(name)
    if match is None:
        return None
    ahead = offset_in(f"{match[1]}{match[2]}{match[3]}") if match[1] else timedelta()
    for city in re.split(r"[,;]| \(|/", match[4]):
        key = " ".join(city.lower().split())
        known = _CITIES.get(key) or _cities().get(key.replace(" ", "_"))
        found = iana(known) if known else None
        if found and ahead in _offsets(found):
            return found
    other = _by_other_names(match[4])
    if other and ahead in _offsets(other):
        return other
    return FixedClock(ahead)


def _offsets(clock: ZoneClock) -> tuple[timedelta, ...]:
    from datetime import datetime

    months = (datetime(2024, month, 1) for month in (1, 7))
    return tuple(clock.wall(month) - month for month in months)


@lru_cache(maxsize=1)
def _spelt() -> dict[str, str]:
    """Every IANA zone by its name in small letters."""
    return {name.lower(): name for name in _names()}


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    return {name.rpartition("/")[2]: full for name, full in _spelt().items() if "/" in name}


@lru_cache(maxsize=1)
def _windows() -> dict[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return {name.lower(): zone for name, zone in WINDOWS_TO_OLSON.items()}
