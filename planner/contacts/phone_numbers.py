"""Phone numbers as compared: "030 1234567" in Berlin and "+49 (0)30 123-4567" are one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from planner.domain.identity import digits_key


def phone_keys(region: str) -> Callable[[str], str]:
    """Makes numbers comparable; those without a country are read as numbers of `region`.

    `region` is two letters ("DE") or "" when unknown: then such numbers are compared digit by
    digit. The key is "" for what is too short to be anybody's own number. The answers are
    remembered, because a library is compared again with every import.
    """
    import phonenumbers

    @cache
    def key(phone: str) -> str:
        digits = digits_key(phone)
        if not digits or len(digits) > 25:
            return digits
        try:
            number = phonenumbers.parse(phone, region or None)
        except phonenumbers.NumberParseException:
            return digits
        extension = number.extension or ""
        return f"+{number.country_code}{number.national_number}" + (
            f"x{extension}" if extension else ""
        )

    return key


def region_of(zone: str) -> str:
    """The country a time zone is mainly used in ("Europe/Berlin": "DE"), "" when unknown.

    Source: zone.tab of the IANA time zone database.
    """
    if not zone:
        return ""
    from importlib.resources import files

    try:
        table = files("tzdata").joinpath("zoneinfo/zone.tab").read_text("utf-8")
    except (OSError, ModuleNotFoundError):
        return ""
    found = re.search(rf"^([A-Z]{{2}})\t\S+\t{re.escape(zone)}(?:\t|$)", table, re.MULTILINE)
    return found[1] if found else ""
