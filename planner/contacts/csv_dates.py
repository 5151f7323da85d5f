"""Dates as people and programs write them into CSV files, in many languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, lru_cache

from planner.domain.identity import folded

# How month names begin, folded, January first: English, German, French, Spanish, Portuguese,
# Italian, Dutch, the Nordic languages, Polish, Czech, Romanian, Hungarian, Turkish, Russian,
# Ukrainian, Greek, Arabic. The longest beginning that fits decides ("juin" is not "juil").
_MONTHS = (
    "jan janv gen ene sty led ian oca янв січ ιαν يناير",
    "feb fev fevr feb helmi lut uno sub фев лют φεβ فبراير",
    "mar mars marz maer mrt mac maalis brez мар бер μαρ مارس",
    "apr avr abr kwi dub huhti nis апр кві απρ أبريل ابريل",
    "may mai mag maj mei maio mayo mayis touko kve maggio май мая трав μαι مايو",
    "jun juin giu cze cerven kesa iun haz июн черв ιουν يونيو",
    "jul juil lug lip cervenec heina iul tem июл лип ιουλ يوليو",
    "aug aou aout ago agu agt ogos sie srp elo avg авг серп αυγ أغسطس اغسطس",
    "sep set sept wrz zari syys eyl szept сен вер σεπ سبتمبر",
    "oct okt out ott paz rij loka ekim eki окт жовт οκτ أكتوبر اكتوبر",
    "nov kas marras lis listop noi ноя лист νοε نوفمبر",
    "dec dez dic des dis gru pros joulu dek ara дек груд δεκ ديسمبر",
)
_BETWEEN = r"\s*[./\-\s年월년月]+\s*"
_NUMBERS = re.compile(rf"^\D*(\d{{1,4}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{1,4}})(?!\d)")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T.*)?$")
_YEARLESS = re.compile(r"^--?(\d{2})-?(\d{2})$")
_DAY_AND_MONTH = re.compile(r"^(\d{1,2})\s*[./\-]\s*(\d{1,2})\.?$")
_SERIAL = re.compile(r"^(\d{5})(?:\.0+)?$")
_NUMBER = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
# Two-digit years up to this one are of this century (connections are never older than 2003).
_CENTURY_TURNS = 30
# Spreadsheets keep days as numbers, counted from here; five digits are 1927 to 2173.
_SERIALS_BEGIN, _SERIALS_END = date(1899, 12, 30), 2100
# Apple and Outlook write a year like this where a birthday has none.
_NO_YEAR = 1604


@cache
def _month_starts() -> dict[str, int]:
    return {
        folded(start): month for month, words in enumerate(_MONTHS, 1) for start in words.split()
    }


@lru_cache(maxsize=1024)
def _month(word: str) -> int:
    plain = folded(word)
    starts = _month_starts()
    for length in range(len(plain), 2, -1):
        if plain[:length] in starts:
            return starts[plain[:length]]
    return 0


def written_date(text: str, day_first: bool = False) -> date | None:
    """The date a cell names, None when it names none: "03 Aug 2024", "12 mars 2023", "8/3/24".

    `day_first` decides what "03/08/2024" means where the numbers themselves do not.
    """
    parts = _parts(text.strip()[:60], day_first)
    if parts is None:
        return None
    year, month, day = parts
    try:
        return date(year, month, day)
    except ValueError:
        return None


def written_birthday(text: str, day_first: bool = False) -> str:
    """A birthday as kept: "1980-01-22", "--01-22" without a year, "" when the cell has none."""
    text = text.strip()
    found = written_date(text, day_first)
    if found is None:
        return _yearless(text[:60], day_first)
    return f"--{found:%m-%d}" if found.year == _NO_YEAR else found.isoformat()


def _yearless(text: str, day_first: bool) -> str:
    """ "--01-22", "01/22", "22.1.", "22 January" and "Jan 22" as "--01-22"."""
    plain = _YEARLESS.match(text)
    numbers = _DAY_AND_MONTH.match(text)
    if plain:
        month, day = int(plain[1]), int(plain[2])
    elif numbers:
        one, other = int(numbers[1]), int(numbers[2])
        first = (day_first or "." in text or one > 12) and other <= 12
        month, day = (other, one) if first else (one, other)
    else:
        named, days = _month_named(text), _NUMBER.findall(text)
        if not named or len(days) != 1 or len(days[0]) > 2:
            return ""
        month, day = named, int(days[0])
    return f"--{month:02}-{day:02}" if _exists(month, day) else ""


def spelled_birthday(year: str, month: str, day: str) -> str:
    """A birthday from three cells, as Thunderbird writes it; "" unless month and day are there."""
    if not (month.isdecimal() and day.isdecimal() and _exists(int(month), int(day))):
        return ""
    tail = f"{int(month):02}-{int(day):02}"
    return f"{int(year):04}-{tail}" if year.isdecimal() and 0 < int(year) < 10_000 else f"--{tail}"


def days_come_first(texts: Iterable[str], otherwise: bool) -> bool:
    """Whether a column writes 22/01 rather than 01/22, told by the numbers above twelve."""
    for text in texts:
        found = _NUMBERS.match(text.strip())
        if not found or len(found[1]) > 2:
            continue
        if int(found[1]) > 12:
            return True
        if int(found[2]) > 12:
            return False
    return otherwise


def _exists(month: int, day: int) -> bool:
    try:
        date(2000, month, day)
    except ValueError:
        return False
    return True


def _parts(text: str, day_first: bool) -> tuple[int, int, int] | None:
    """Year, month and day."""
    serial = _SERIAL.match(text)
    if serial:
        day = _SERIALS_BEGIN + timedelta(days=int(serial[1]))
        return (day.year, day.month, day.day) if day.year <= _SERIALS_END else None
    compact = _COMPACT.match(text)
    if compact:
        return int(compact[1]), int(compact[2]), int(compact[3])
    numbers = _NUMBERS.match(text)
    if numbers:
        return _from_numbers(numbers[1], int(numbers[2]), numbers[3], day_first or "." in text)
    return _from_words(text)


def _from_numbers(
    first: str, second: int, third: str, day_first: bool
) -> tuple[int, int, int] | None:
    if len(first) > 2:
        return int(first), second, int(third)
    month, day = (second, int(first)) if day_first else (int(first), second)
    if month > 12:
        month, day = day, month
    return _full_year(third), month, day


def _from_words(text: str) -> tuple[int, int, int] | None:
    """ "3 de ago. de 2024", "Aug 3, 2024" and "15-Jan-24": one word is a month."""
    month = _month_named(text)
    numbers = _NUMBER.findall(text)[:3]
    if not month or len(numbers) < 2:
        return None
    first, second = numbers[0], numbers[1]
    if len(first) == 4:  # 2024 Aug 3
        return int(first), month, int(second)
    return _full_year(second), month, int(first)


def _month_named(text: str) -> int:
    return next((found for word in _LETTERS.findall(text) if (found := _month(word))), 0)


def _full_year(text: str) -> int:
    year = int(text)
    if len(text) > 2:
        return year
    return year + (2000 if year <= _CENTURY_TURNS else 1900)
