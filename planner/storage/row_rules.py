"""What the values of one row must be together, and what follows from them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from planner.domain.changes import Kind
from planner.domain.meetings import Meeting
from planner.domain.wall_time import is_zone

DERIVED = frozenset({"starts_utc"})  # worked out again from the rest

_LEAP_YEAR = 2000  # stands for the one that nobody knows: it has a 29 February
_SHOWN = 40  # characters of a wrong value


class WrongValue(ValueError):
    """What is wrong with one value, as the end of a sentence."""


def in_order(kind: Kind, row: dict[str, Any]) -> None:
    """Adds what is worked out from the kept values, by their columns' names.

    Raises WrongValue for what no window can show.
    """
    if kind is Kind.PERSON and row["birthday"]:
        require_birthday(row["birthday"])
    zone = row.get("zone", "")
    if (zone or kind is Kind.MEETING) and not is_zone(zone):
        raise WrongValue(f"has a time zone “{shown(zone)}”, and there is none of that name")
    if kind is Kind.MEETING:
        meeting = Meeting(
            starts=datetime.fromisoformat(row["starts"]), zone=row["zone"], minutes=row["minutes"]
        )
        try:
            row["starts_utc"] = meeting.starts_utc.isoformat(" ")
            meeting.ends.isoformat()
        except OverflowError as error:
            raise WrongValue("is at a time that no calendar has") from error


def shown(given: Any) -> str:
    """A wrong value as it is said: not more of it than is needed to find it."""
    text = str(given)
    return text[:_SHOWN] + "…" if len(text) > _SHOWN else text


def require_birthday(birthday: str) -> None:
    """Raises WrongValue for what is no birthday as a person has it."""
    full = f"{_LEAP_YEAR}-{birthday[2:]}" if birthday.startswith("--") else birthday
    try:
        sound = date.fromisoformat(full).isoformat() == full  # it reads "19800122" too
    except ValueError:
        sound = False
    if not sound:
        raise WrongValue(
            f"has a birthday “{shown(birthday)}” and not one such as 1980-01-22 or --01-22"
        )
