"""What the clock on the wall shows, and when that is: right on the days the clocks change."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def is_zone(name: str) -> bool:
    """Whether there is a time zone of that IANA name."""
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):  # unknown, a folder's name, a path leading elsewhere
        return False
    return True


def instants(wall: datetime, zone: str) -> tuple[datetime, ...]:
    """When clocks in `zone` show `wall`, as naive UTC, earliest first.

    One instant as a rule; none for a time the clocks jump over in spring, two for one they
    show twice in autumn. `wall` is naive, `zone` an IANA name.
    """
    there = ZoneInfo(zone)
    wall = wall.replace(fold=0)
    found: list[datetime] = []
    for fold in (0, 1):
        instant = wall.replace(tzinfo=there, fold=fold).astimezone(UTC)
        back = instant.astimezone(there).replace(tzinfo=None, fold=0)
        if back == wall and instant.replace(tzinfo=None) not in found:
            found.append(instant.replace(tzinfo=None))
    return tuple(found)


def unique(wall: datetime, zone: str) -> bool:
    """Whether clocks in `zone` show `wall` exactly once: neither skipped nor repeated."""
    return len(instants(wall, zone)) == 1


def wall_of(instant: datetime, zone: str) -> datetime:
    """What clocks in `zone` show at `instant` (naive UTC), naive."""
    there = instant.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    return there.replace(tzinfo=None, fold=0)
