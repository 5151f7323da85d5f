"""Phone numbers as compared: "030 1234567" in Berlin and "+49 (0)30 123-4567" are one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from planner.domain.identity import digits_key
from planner.domain.phones import Forms

# Digits with what people put between them, and an extension; nothing that would get lost.
_NUMBER_ALONE = re.compile(
    r"\+?[\d\s()\u00a0./\u2010-\u2015-]{5,30}(?:\s*(?:;?ext[.=]?|x|#)\s*\d{1,7})?", re.IGNORECASE
)


@lru_cache(maxsize=8)
def phone_keys(region: str) -> Callable[[str], str]:
    """Makes numbers comparable; those without a country are read as numbers of `region`.

    `region` is two letters ("DE") or "" when unknown: then such numbers are compared digit by
    digit. The key is "" for what is too short to be anybody's own number. The answers are
    remembered, because a library is compared again with every import.
    """

    @lru_cache(maxsize=65_536)
    def key(phone: str) -> str:
        digits = digits_key(phone)
        if not digits or len(digits) > 25:
            return digits
        import phonenumbers  # not before there is a number

        try:
            number = phonenumbers.parse(phone, region or None)
        except phonenumbers.NumberParseException:
            return digits
        extension = number.extension or ""
        return f"+{number.country_code}{number.national_number}" + (
            f"x{extension}" if extension else ""
        )

    return key


def home_region(phone: str, zone: str) -> str:
    """The country whose numbers the user writes without its code, "" when unknown.

    That of the user's own number where it names one ("+49 30 ..."), else that of their zone.
    """
    if phone.strip().startswith(("+", "00")):
        import phonenumbers

        try:
            number = phonenumbers.parse("+" + phone.strip().removeprefix("00").lstrip("+"))
        except phonenumbers.NumberParseException:
            return region_of(zone)
        found = phonenumbers.region_code_for_number(number)
        if found and found != phonenumbers.UNKNOWN_REGION and len(found) == 2:
            return str(found)
    return region_of(zone)


def forms_of(phone: str, region: str) -> Forms:
    """The forms of a number for a user in `region`, two letters or "" when unknown.

    "+44 20 7946 0018" is shown as "020 7946 0018" in GB and as "+44 20 7946 0018" elsewhere, and
    dialled as "+442079460018". What is no valid number, or says more than one number (words, a
    second number), stays as given, and so does one whose digits only another country explains.
    """
    given = phone.strip()
    as_given = Forms(phone, given, given)
    if not _NUMBER_ALONE.fullmatch(given):
        return as_given
    import phonenumbers

    try:
        number = phonenumbers.parse(given, region or None)
    except phonenumbers.NumberParseException:
        return as_given
    if not phonenumbers.is_valid_number(number):
        return as_given
    forms = phonenumbers.PhoneNumberFormat
    national = str(phonenumbers.format_number(number, forms.NATIONAL))
    if not given.startswith(("+", "00")):
        # The library adds a "0" that was never there, and so makes up a number.
        digits, whole = _digits(given), str(number.country_code) + _digits(national)
        if digits not in (_digits(national), whole):
            return as_given
    at_home = bool(region) and number.country_code == phonenumbers.country_code_for_region(region)
    shown = national if at_home else str(phonenumbers.format_number(number, forms.INTERNATIONAL))
    dialled = str(phonenumbers.format_number(number, forms.E164))
    if number.extension:
        dialled += f";ext={number.extension}"
    return Forms(phone, shown, dialled)


def _digits(phone: str) -> str:
    return "".join(letter for letter in phone if letter.isdigit())


@cache
def region_of(zone: str) -> str:
    """The country a time zone is mainly used in ("Europe/Berlin": "DE"), "" when unknown.

    Source: zone.tab of the IANA time zone database.
    """
    if not zone:
        return ""
    table = _zone_table()
    found = re.search(rf"^([A-Z]{{2}})\t\S+\t{re.escape(zone)}(?:\t|$)", table, re.MULTILINE)
    return found[1] if found else ""


def _zone_table() -> str:
    """The text of zone.tab, beside the rules in force or in the package; "" when there is none."""
    import zoneinfo
    from pathlib import Path

    for folder in zoneinfo.TZPATH:
        try:
            return (Path(folder) / "zone.tab").read_text("utf-8")
        except OSError:
            continue
    from importlib.resources import files

    try:
        return files("tzdata").joinpath("zoneinfo/zone.tab").read_text("utf-8")
    except (OSError, ModuleNotFoundError):
        return ""
